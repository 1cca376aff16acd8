import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ImportRecord } from "../../../shared/features/imports/contract.ts";
import { orpc, rpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { platform } from "../../platform/platform.ts";
import { Button, Dialog, ErrorNotice } from "../../ui/index.ts";
import { RejectTable } from "./RejectTable.tsx";

const ROWS_A_PAGE = 100;

/** Which rows were left out and why, a page at a time, and the whole list as a file. */
export function RejectsDialog(props: { record: ImportRecord; onClose: () => void }) {
  const { importId, fileName, rejected } = props.record;
  const [offset, setOffset] = useState(0);
  const page = useQuery({
    ...orpc.imports.listRejects.queryOptions({ input: { importId, offset, limit: ROWS_A_PAGE } }),
    placeholderData: keepPreviousData,
  });
  const save = useMutation({
    mutationFn: async () => {
      const { downloadId } = await rpc.imports.saveRejects({ importId });
      return platform.saveDownload(downloadId, `${fileName} - ${t("imports.rejects.title")}.csv`);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      width="wide"
      title={t("imports.rejects.title")}
      description={t("imports.rejects.description", { name: fileName, total: rejected })}
      footer={
        <>
          {rejected > ROWS_A_PAGE ? (
            <Pages offset={offset} total={page.data?.total ?? rejected} onOffset={setOffset} />
          ) : null}
          <Button onClick={props.onClose}>{t("common.close")}</Button>
          <Button look="primary" disabled={save.isPending} onClick={() => save.mutate()}>
            {t("imports.rejects.save")}
          </Button>
        </>
      }
    >
      {page.isError ? <ErrorNotice error={page.error} /> : null}
      {page.data ? <RejectTable rows={page.data.rows} /> : null}
    </Dialog>
  );
}

function Pages(props: { offset: number; total: number; onOffset: (offset: number) => void }) {
  const { offset, total, onOffset } = props;
  const end = Math.min(total, offset + ROWS_A_PAGE);
  return (
    <div className="mr-auto flex items-center gap-2">
      <Button disabled={offset === 0} onClick={() => onOffset(Math.max(0, offset - ROWS_A_PAGE))}>
        {t("imports.rejects.previous")}
      </Button>
      <Button disabled={end >= total} onClick={() => onOffset(end)}>
        {t("imports.rejects.following")}
      </Button>
      <output className="block text-sm text-muted tabular-nums">
        {t("imports.rejects.range", {
          from: formatNumber(offset + 1),
          to: formatNumber(end),
          total: formatNumber(total),
        })}
      </output>
    </div>
  );
}

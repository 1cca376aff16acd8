import { useMutation, useQuery } from "@tanstack/react-query";
import { Laptop, Send } from "lucide-react";
import type { ProviderInfo } from "../../../shared/features/providers/contract.ts";
import type { LeavingSheet, TrainingTarget } from "../../../shared/features/training/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { formatBytes, formatNumber, t } from "../../client/text.ts";
import {
  Button,
  Cell,
  Dialog,
  ErrorNotice,
  HeadCell,
  Notice,
  ScrollRegion,
  Table,
  TableRow,
} from "../../ui/index.ts";

/** The sheet that has to be seen before anything starts: what would leave this computer, to the byte. */
export function LeavingDialog(props: {
  target: TrainingTarget;
  provider: ProviderInfo;
  onClose: () => void;
}) {
  const sheet = useQuery(
    orpc.training.leaving.queryOptions({ input: props.target, gcTime: 0, staleTime: 0 }),
  );
  const start = useMutation(
    orpc.training.start.mutationOptions({
      meta: { showsItsOwnError: true },
      onSuccess: async () => {
        props.onClose();
        await refreshProject();
      },
    }),
  );
  const leaves = (sheet.data?.files.length ?? 0) > 0;
  return (
    <Dialog
      open
      width="wide"
      onOpenChange={(open) => (open ? undefined : props.onClose())}
      title={t("training.leaving.title")}
      footer={
        <>
          <Button onClick={props.onClose}>{t("common.cancel")}</Button>
          <Button
            look="primary"
            disabled={!sheet.data || start.isPending}
            onClick={() =>
              sheet.data && start.mutate({ ...props.target, consent: sheet.data.consent })
            }
          >
            {t(leaves ? "training.leaving.sendAndStart" : "training.leaving.start")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pb-2">
        {sheet.isError ? <ErrorNotice error={sheet.error} /> : null}
        {sheet.data ? leaves ? <Leaving sheet={sheet.data} /> : <NothingLeaves /> : null}
        {props.provider.capabilities.isLanguageModel ? null : (
          <Notice>{t("training.notALanguageModel")}</Notice>
        )}
        {start.isError ? <ErrorNotice error={start.error} /> : null}
      </div>
    </Dialog>
  );
}

function NothingLeaves() {
  return (
    <p className="flex items-center gap-2.5 text-base">
      <Laptop aria-hidden className="size-5 text-accent" />
      {t("training.leaving.nothing")}
    </p>
  );
}

function Leaving(props: { sheet: LeavingSheet }) {
  const { destination, files, sampleLines, staysHere } = props.sheet;
  return (
    <>
      <p className="flex items-center gap-2.5 text-base">
        <Send aria-hidden className="size-5 text-warning" />
        {t("training.leaving.to", { destination })}
      </p>
      <div className="rounded-md border border-line">
        <Table
          head={
            <>
              <HeadCell>{t("training.leaving.file")}</HeadCell>
              <HeadCell number>{t("training.leaving.rows")}</HeadCell>
              <HeadCell number>{t("training.leaving.size")}</HeadCell>
            </>
          }
        >
          {files.map((file) => (
            <TableRow key={file.name}>
              <Cell className="font-medium">{file.name}</Cell>
              <Cell number>{formatNumber(file.rows)}</Cell>
              <Cell number>{formatBytes(file.bytes)}</Cell>
            </TableRow>
          ))}
        </Table>
      </div>
      <div>
        <h3 className="mb-1 text-sm font-semibold">{t("training.leaving.sample")}</h3>
        <ScrollRegion
          aria-label={t("training.leaving.sample")}
          className="max-h-48 overflow-auto rounded-md bg-sunken p-3"
        >
          <pre className="font-mono text-xs break-all whitespace-pre-wrap">
            {sampleLines.join("\n")}
          </pre>
        </ScrollRegion>
      </div>
      <div>
        <h3 className="mb-1 text-sm font-semibold">{t("training.leaving.stays")}</h3>
        <ul className="list-disc pl-5 text-sm text-muted">
          {staysHere.map((what) => (
            <li key={what}>{t(`training.stays.${what}`)}</li>
          ))}
        </ul>
      </div>
    </>
  );
}

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ErasurePreview } from "../../../shared/features/erasure/contract.ts";
import type { Selection } from "../../../shared/features/examples/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { Button, Dialog, ErrorNotice, Notice, TextField } from "../../ui/index.ts";

/** Says all that goes, and asks for its number before it goes. */
export function EraseDialog(props: { selection: Selection; onClose: (erased: boolean) => void }) {
  const { selection, onClose } = props;
  const preview = useQuery({
    ...orpc.erasure.preview.queryOptions({ input: { selection } }),
    gcTime: 0,
  });
  const [typed, setTyped] = useState("");
  const [withVersions, setWithVersions] = useState(false);
  const erase = useMutation({
    ...orpc.erasure.erase.mutationOptions(),
    meta: { showsItsOwnError: true },
    onSuccess: async ({ erased }) => {
      const title = t("erasure.done", { erased, shown: formatNumber(erased) });
      showToast({ tone: "success", title });
      onClose(true);
      await refreshProject();
    },
  });
  const data = preview.data;
  const isHeld = data !== undefined && data.versions.length > 0;
  const isConfirmed = data !== undefined && typed.trim() === String(data.examples);
  return (
    <Dialog
      open
      onOpenChange={() => (erase.isPending ? undefined : onClose(false))}
      title={t("erasure.title")}
      footer={
        <>
          <Button disabled={erase.isPending} onClick={() => onClose(false)}>
            {t("common.cancel")}
          </Button>
          <Button
            look="danger"
            disabled={!isConfirmed || (isHeld && !withVersions) || erase.isPending}
            onClick={() =>
              data && erase.mutate({ selection, examples: data.examples, withVersions })
            }
          >
            {t(erase.isPending ? "erasure.running" : "erasure.confirm")}
          </Button>
        </>
      }
    >
      {preview.isError ? <ErrorNotice error={preview.error} /> : null}
      {erase.isError ? <ErrorNotice error={erase.error} /> : null}
      {data ? (
        <div className="flex flex-col gap-3 pb-3">
          <p>{t("erasure.lead")}</p>
          <WhatGoes data={data} />
          {isHeld ? (
            <HeldNotice data={data} agreed={withVersions} onAgree={setWithVersions} />
          ) : null}
          <p className="text-sm text-muted">{t("erasure.stays")}</p>
          <TextField
            label={t("erasure.type", { number: String(data.examples) })}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
      ) : null}
    </Dialog>
  );
}

function WhatGoes({ data }: { data: ErasurePreview }) {
  const lines = [
    t("erasure.goes.examples", { count: data.examples, shown: formatNumber(data.examples) }),
    t("erasure.goes.answers", { count: data.answers, shown: formatNumber(data.answers) }),
    t("erasure.goes.steps", { count: data.steps, shown: formatNumber(data.steps) }),
    t("erasure.goes.search"),
    t("erasure.goes.backups"),
  ];
  return (
    <ul className="list-disc pl-5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function HeldNotice(props: {
  data: ErasurePreview;
  agreed: boolean;
  onAgree: (agreed: boolean) => void;
}) {
  const { data } = props;
  return (
    <Notice
      tone="warning"
      title={t("erasure.held", {
        versions: data.versions.length,
        numbers: data.versions.map(({ number }) => number).join(", "),
      })}
    >
      <p>
        {t("erasure.held.text", {
          trainings: data.trainings,
          comparisons: data.comparisons,
          handoffs: data.handoffs,
        })}
      </p>
      <label className="mt-2 flex items-center gap-2">
        <input
          type="checkbox"
          className="accent-(--accent)"
          checked={props.agreed}
          onChange={({ target }) => props.onAgree(target.checked)}
        />
        {t("erasure.withVersions", { versions: data.versions.length })}
      </label>
    </Notice>
  );
}

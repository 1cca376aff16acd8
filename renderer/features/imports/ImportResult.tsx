import { clsx } from "clsx";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import type { ImportRecord } from "../../../shared/features/imports/contract.ts";
import { formatNumber, t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, Panel } from "../../ui/index.ts";
import { RejectsDialog } from "./RejectsDialog.tsx";

/** What became of each row of the file, as a sum that adds up, and where to go next. */
export function ImportResult(props: { record: ImportRecord; onAnother: () => void }) {
  const { record } = props;
  const [showsRejects, setShowsRejects] = useState(false);
  return (
    <Panel
      title={t(record.imported > 0 ? "imports.result.title" : "imports.result.nothing", {
        name: record.fileName,
      })}
    >
      <div className="flex flex-col gap-4">
        <Sum record={record} />
        {record.rejected > 0 ? (
          <Button className="self-start" onClick={() => setShowsRejects(true)}>
            {t("imports.result.showRejects")}
          </Button>
        ) : null}
        <div className="flex flex-wrap gap-2 border-t border-line pt-4">
          <Button look="primary" onClick={() => goTo({ step: "define" })}>
            {t("imports.result.define")}
            <ArrowRight aria-hidden className="size-4" />
          </Button>
          <Button onClick={() => goTo({ step: "label" })}>{t("imports.result.label")}</Button>
          <Button onClick={props.onAnother}>{t("imports.result.another")}</Button>
        </div>
      </div>
      {showsRejects ? (
        <RejectsDialog record={record} onClose={() => setShowsRejects(false)} />
      ) : null}
    </Panel>
  );
}

function Sum(props: { record: ImportRecord }) {
  const { rowsRead, imported, rejected, duplicatesOfEarlierImport } = props.record;
  const parts = [
    { sign: "", count: rowsRead, text: t("imports.result.rowsRead", { rows: rowsRead }) },
    { sign: "=", count: imported, text: t("imports.result.imported") },
    {
      sign: "+",
      count: rejected,
      text: t("imports.result.rejected"),
      tone: rejected > 0 ? "text-warning" : "",
    },
    { sign: "+", count: duplicatesOfEarlierImport, text: t("imports.result.known") },
  ];
  return (
    <>
      <output className="block sr-only">
        {t("imports.result.sum", {
          read: formatNumber(rowsRead),
          imported: formatNumber(imported),
          rejected: formatNumber(rejected),
          known: formatNumber(duplicatesOfEarlierImport),
        })}
      </output>
      <div aria-hidden className="flex flex-wrap items-start gap-x-4 gap-y-2">
        {parts.map((part) => (
          <div key={part.text} className="flex items-start gap-4">
            {part.sign ? <span className="text-xl text-muted">{part.sign}</span> : null}
            <div>
              <p className={clsx("text-xl font-semibold tabular-nums", part.tone)}>
                {formatNumber(part.count)}
              </p>
              <p className="text-sm text-muted">{part.text}</p>
            </div>
          </div>
        ))}
      </div>
    </>
  );
}

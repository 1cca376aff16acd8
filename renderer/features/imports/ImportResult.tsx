import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { CornerDownLeft, Undo2 } from "lucide-react";
import { useState } from "react";
import type { ImportRecord } from "../../../shared/features/imports/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, Notice, Panel } from "../../ui/index.ts";
import { RejectsDialog } from "./RejectsDialog.tsx";
import { TakeBackDialog } from "./TakeBackDialog.tsx";
import { useGoOn } from "./use-go-on.ts";

/** What became of each row of the file, as a sum that adds up, and where to go next. */
export function ImportResult(props: { record: ImportRecord; onAnother: () => void }) {
  const { record } = props;
  const [shows, setShows] = useState<"rejects" | "takeBack" | null>(null);
  const next = useNextStep();
  const isTakenBack = record.takenBackAtMs !== null;
  const goOn = () => (isTakenBack ? props.onAnother() : goTo({ step: next }));
  useGoOn(goOn);
  return (
    <Panel title={titleOf(record)}>
      <div className="flex flex-col gap-4">
        <Sum record={record} />
        {isTakenBack ? (
          <Notice title={t("imports.takenBack.title")}>{t("imports.takenBack.text")}</Notice>
        ) : null}
        <div className="flex flex-wrap gap-2 empty:hidden">
          {record.rejected > 0 ? (
            <Button onClick={() => setShows("rejects")}>{t("imports.result.showRejects")}</Button>
          ) : null}
          {record.imported + record.updated > 0 && !isTakenBack ? (
            <Button writes onClick={() => setShows("takeBack")}>
              <Undo2 aria-hidden className="size-4" />
              {t("imports.takeBack.this")}
            </Button>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-2 border-t border-line pt-4">
          {isTakenBack ? null : (
            <Button look="primary" onClick={goOn}>
              {t("imports.result.next", { step: t(`common.step.${next}`) })}
              <CornerDownLeft aria-hidden className="size-3.5" />
            </Button>
          )}
          <Button look={isTakenBack ? "primary" : "secondary"} onClick={props.onAnother}>
            {t("imports.result.another")}
          </Button>
        </div>
      </div>
      {shows === "rejects" ? (
        <RejectsDialog record={record} onClose={() => setShows(null)} />
      ) : null}
      {shows === "takeBack" ? (
        <TakeBackDialog record={record} onClose={() => setShows(null)} />
      ) : null}
    </Panel>
  );
}

function titleOf({ imported, updated, takenBackAtMs, fileName: name }: ImportRecord): string {
  if (takenBackAtMs !== null) return t("imports.result.takenBack", { name });
  if (imported > 0) return t("imports.result.title", { name });
  return t(updated > 0 ? "imports.result.updatedOnly" : "imports.result.nothing", { name });
}

/** The step that the coach would take, or defining the task, which always comes after bringing. */
function useNextStep() {
  const coach = useQuery(orpc.projects.journey.queryOptions()).data?.coach;
  return !coach || coach.step === "bring" ? "define" : coach.step;
}

function Sum(props: { record: ImportRecord }) {
  const { rowsRead, imported, updated, rejected, duplicatesOfEarlierImport } = props.record;
  const parts = [
    { sign: "", count: rowsRead, text: t("imports.result.rowsRead", { rows: rowsRead }) },
    { sign: "=", count: imported, text: t("imports.result.imported") },
    { sign: "+", count: updated, text: t("imports.result.updated") },
    { sign: "+", count: duplicatesOfEarlierImport, text: t("imports.result.known") },
    {
      sign: "+",
      count: rejected,
      text: t("imports.result.rejected"),
      tone: rejected > 0 ? "text-warning" : "",
    },
  ];
  return (
    <>
      <output className="block sr-only">
        {t("imports.result.sum", {
          read: formatNumber(rowsRead),
          imported: formatNumber(imported),
          updated: formatNumber(updated),
          known: formatNumber(duplicatesOfEarlierImport),
          rejected: formatNumber(rejected),
        })}
      </output>
      <div aria-hidden className="flex flex-wrap items-start gap-x-4 gap-y-2">
        {parts.map((part) => (
          <div key={part.text} className="flex items-start gap-4">
            {part.sign ? <span className="text-xl text-muted">{part.sign}</span> : null}
            <div className={clsx(part.count === 0 && "text-muted")}>
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

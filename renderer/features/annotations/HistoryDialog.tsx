import { useQuery } from "@tanstack/react-query";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { orpc } from "../../client/rpc.ts";
import { formatDateTime, t } from "../../client/text.ts";
import { Badge, Dialog, ErrorNotice } from "../../ui/index.ts";
import { AnswerSummary } from "./AnswerSummary.tsx";
import { describeChanges } from "./describe-changes.ts";

/** Every answer this example ever had, latest first; nothing is overwritten. */
export function HistoryDialog(props: { exampleId: string; labels: Label[]; onClose: () => void }) {
  const example = useQuery(
    orpc.examples.get.queryOptions({ input: { exampleId: props.exampleId } }),
  );
  const entries = example.data?.history.toReversed() ?? [];
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={t("annotations.history.title")}
      description={t("annotations.history.text")}
    >
      {example.isError ? <ErrorNotice error={example.error} /> : null}
      {example.isSuccess && entries.length === 0 ? (
        <p className="pb-3 text-muted">{t("annotations.history.none")}</p>
      ) : null}
      <ol className="flex flex-col pb-3">
        {entries.map((entry, at) => (
          // Entries are never changed or reordered, only added in front.
          <li key={entries.length - at} className="border-b border-line py-2 last:border-0">
            <p className="flex items-center gap-2 text-xs text-muted">
              {formatDateTime(entry.atMs)} · {t(`annotations.answeredBy.${entry.answeredBy}`)}
              {entry.inForce ? (
                <Badge tone="accent">{t("annotations.history.inForce")}</Badge>
              ) : null}
            </p>
            <Changes
              lines={describeChanges(
                entries[at + 1]?.value,
                entry.value,
                props.labels,
                example.data?.input ?? "",
              )}
            />
            <div className="mt-0.5 line-clamp-6">
              {entry.value ? (
                <AnswerSummary
                  value={entry.value}
                  labels={props.labels}
                  input={example.data?.input ?? ""}
                />
              ) : (
                t("annotations.history.taken")
              )}
            </div>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

/** More changes than these are counted, not listed. */
const MOST_LINES = 8;

/** What an answer of several parts changed against the one before it. */
function Changes({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="mt-0.5 list-disc pl-4 text-sm text-muted">
      {lines.slice(0, MOST_LINES).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {lines.length > MOST_LINES ? (
        <li>{t("annotations.history.more", { changes: lines.length - MOST_LINES })}</li>
      ) : null}
    </ul>
  );
}

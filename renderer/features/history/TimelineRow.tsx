import { clsx } from "clsx";
import type { TimelineEntry } from "../../../shared/features/history/contract.ts";
import { formatDateTime, formatNumber, formatTimeOfDay, t } from "../../client/text.ts";
import { Badge, Button } from "../../ui/index.ts";

function told({ kind, action, subject, examples }: TimelineEntry): string {
  const count = { examples, shown: formatNumber(examples) };
  if (kind === "import" || action === null)
    return t("history.told.import", { ...count, subject: subject ?? "" });
  if (action === "setSplit")
    return t("history.told.setSplit", {
      ...count,
      subject:
        subject === "train" || subject === "validation" || subject === "test"
          ? t(`common.split.${subject}`)
          : t("examples.bulk.split.none"),
    });
  return t(`history.told.${action}`, { ...count, subject: subject ?? "" });
}

/** One line of what changed: when, what, and what can be done about it. */
export function TimelineRow(props: {
  entry: TimelineEntry;
  showsDay: boolean;
  busy: boolean;
  onShow: (entry: TimelineEntry) => void;
  onTakeBack: (entry: TimelineEntry) => void;
}) {
  const { entry } = props;
  const format = props.showsDay ? formatDateTime : formatTimeOfDay;
  const when = [format(entry.fromMs), ...(entry.steps > 1 ? [formatTimeOfDay(entry.toMs)] : [])];
  const canTakeBack =
    entry.kind === "steps" &&
    !entry.undone &&
    (entry.isLatest || (entry.examples > 0 && entry.importId === null));
  return (
    <li className="flex min-h-10 items-center gap-3 border-b border-line py-1 text-sm last:border-0">
      <span
        className={clsx(
          "shrink-0 text-xs text-muted tabular-nums",
          props.showsDay ? "w-44" : "w-28",
        )}
      >
        {when.join(" – ")}
      </span>
      <span
        dir="auto"
        className={clsx("min-w-0 flex-1 break-words", entry.undone && "text-muted line-through")}
      >
        {told(entry)}
      </span>
      {entry.undone ? <Badge>{t("history.event.undone")}</Badge> : null}
      {entry.examples > 0 ? (
        <Button size="small" look="quiet" onClick={() => props.onShow(entry)}>
          {t("history.show")}
        </Button>
      ) : null}
      {canTakeBack ? (
        <Button size="small" disabled={props.busy} onClick={() => props.onTakeBack(entry)}>
          {t(entry.isLatest ? "common.undo" : "history.takeBack")}
        </Button>
      ) : null}
    </li>
  );
}

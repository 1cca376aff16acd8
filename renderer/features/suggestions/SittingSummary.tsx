import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, Dialog, LabelChip } from "../../ui/index.ts";
import { beginSitting, leaveSitting, type RunningSitting } from "./sitting.ts";

/** More labels than this are no longer read. */
const MOST_LABELS = 8;

/** What the time brought, and whether to stop here or go on; nobody is compared with anybody. */
export function SittingSummary({ sitting }: { sitting: RunningSitting }) {
  const brought = useQuery({
    ...orpc.suggestions.sitting.queryOptions({ input: { sinceMs: sitting.startedAtMs } }),
    staleTime: 0,
  }).data;
  const labels = useQuery(orpc.definitions.get.queryOptions()).data?.labels ?? [];
  function stop() {
    leaveSitting();
    goTo({ step: "label", queue: "unlabelled" });
  }
  const gained = (brought?.perLabel ?? []).flatMap(({ labelId, answers }) => {
    const label = labels.find((each) => each.labelId === labelId);
    return label ? [{ ...label, answers }] : [];
  });
  return (
    <Dialog
      open={brought !== undefined}
      onOpenChange={(open) => !open && stop()}
      title={t(brought?.answers ? "suggestions.sitting.thanks" : "suggestions.sitting.nothing")}
      footer={
        <>
          <Button onClick={() => beginSitting(sitting.minutes)}>
            {t("suggestions.sitting.more", { minutes: sitting.minutes })}
          </Button>
          <Button look="primary" onClick={stop}>
            {t("suggestions.sitting.stop")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 pb-2">
        <p>{t("suggestions.sitting.brought", { answers: brought?.answers ?? 0 })}</p>
        {gained.length > 0 ? (
          <>
            <h3 className="text-sm font-semibold">{t("suggestions.sitting.gained")}</h3>
            <ul className="flex flex-col gap-1.5">
              {gained.slice(0, MOST_LABELS).map((label) => (
                <li key={label.labelId} className="flex items-center justify-between gap-3">
                  <LabelChip name={label.name} colour={label.colour} />
                  <span className="text-muted tabular-nums">+{formatNumber(label.answers)}</span>
                </li>
              ))}
            </ul>
            {gained.length > MOST_LABELS ? (
              <p className="text-sm text-muted">
                {t("suggestions.sitting.others", { labels: gained.length - MOST_LABELS })}
              </p>
            ) : null}
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

import { clsx } from "clsx";
import { Search } from "lucide-react";
import { memo } from "react";
import type { Label } from "../../../../shared/features/definitions/contract.ts";
import type { Example } from "../../../../shared/features/examples/contract.ts";
import { t } from "../../../client/text.ts";
import { Button, Key, LabelChip, ScrollRegion } from "../../../ui/index.ts";
import { chooseLabel, useValue } from "../queue/decisions.ts";
import { useDesk } from "../queue/desk.ts";
import { takenKeys } from "../keys/desk-keys.ts";
import { useKeyCap } from "../keys/key-settings.ts";
import { LabelButton } from "./LabelButton.tsx";
import { openFinder } from "../view.ts";

/** Up to here every label is a big button; above, they are a dense list with a finder. */
export const FEW_LABELS = 12;
export const hasFewLabels = (labels: Label[]): boolean => labels.length <= FEW_LABELS;

/** The labels to choose from, the present answer marked. */
export function LabelBoard(props: { example: Example; labels: Label[] }) {
  const chosen = useDesk((state) => state.chosen);
  const value = useValue(props.example, "classify");
  const answer = chosen?.kind === "answer" ? chosen.value : value;
  const presentId = answer?.kind === "classify" ? answer.labelId : null;
  const few = hasFewLabels(props.labels);
  return (
    <div
      className={clsx(
        "flex min-h-0 flex-col border-t border-line",
        few ? "max-h-[55%] shrink-0" : "flex-1",
      )}
    >
      {few ? null : (
        <div className="flex min-h-12 shrink-0 items-center gap-3 overflow-hidden border-b border-line px-4 py-2">
          <FinderButton labels={props.labels} />
          <RecentLabels labels={props.labels} onPick={decideOn} />
        </div>
      )}
      <LabelList labels={props.labels} presentId={presentId} few={few} />
    </div>
  );
}

export function FinderButton({ labels }: { labels: Label[] }) {
  const cap = useKeyCap("find", takenKeys("classify", labels));
  return (
    <Button onClick={() => openFinder(true)}>
      <Search aria-hidden className="size-4" />
      {t("annotations.find")}
      <span aria-hidden>
        <Key>{cap}</Key>
      </span>
    </Button>
  );
}

/** What was given lately is often what is given next. */
export function RecentLabels(props: { labels: Label[]; onPick: (labelId: string) => void }) {
  const recentIds = useDesk((state) => state.recentLabelIds);
  const recent = recentIds.flatMap(
    (id) => props.labels.find((label) => label.labelId === id) ?? [],
  );
  if (recent.length === 0)
    return <p className="truncate text-sm text-muted">{t("annotations.findHint")}</p>;
  return (
    <fieldset
      aria-label={t("annotations.recent")}
      className="flex h-6 min-w-0 flex-1 flex-wrap items-center gap-x-1.5 gap-y-2 overflow-hidden text-sm text-muted"
    >
      <span className="pr-1">{t("annotations.recent")}</span>
      {recent.map((label) => (
        <button
          key={label.labelId}
          type="button"
          onClick={() => props.onPick(label.labelId)}
          className="flex min-h-6 max-w-52 min-w-0 items-center rounded -outline-offset-2! hover:brightness-95"
        >
          <LabelChip name={label.name} colour={label.colour} />
        </button>
      ))}
    </fieldset>
  );
}

const decideOn = (labelId: string): void => void chooseLabel(labelId, "classify");

interface LabelListProps {
  labels: Label[];
  presentId: string | null;
  few: boolean;
}

const LabelList = memo(function LabelList({ labels, presentId, few }: LabelListProps) {
  return (
    <ScrollRegion aria-label={t("annotations.labels")} className="min-h-0 flex-1 overflow-auto">
      <div
        className={
          few
            ? "grid grid-cols-[repeat(auto-fit,minmax(15rem,1fr))] gap-2 p-4"
            : "p-3 [column-gap:0.5rem] [columns:12.5rem]"
        }
      >
        {labels.map((label) => (
          <LabelButton
            key={label.labelId}
            label={label}
            chosen={label.labelId === presentId}
            few={few}
            onPick={decideOn}
          />
        ))}
      </div>
    </ScrollRegion>
  );
});

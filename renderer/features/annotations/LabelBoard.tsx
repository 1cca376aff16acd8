import { clsx } from "clsx";
import { Check, Search } from "lucide-react";
import { memo } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { Example } from "../../../shared/features/examples/contract.ts";
import { t } from "../../client/text.ts";
import { Button, Key, LabelChip, ScrollRegion } from "../../ui/index.ts";
import { BreakableName } from "../../ui/index.ts";
import { chooseLabel } from "./decisions.ts";
import { useDesk } from "./desk.ts";
import { openFinder } from "./view.ts";

/** Up to here every label is a big button; above, they are a dense list with a finder. */
export const FEW_LABELS = 12;
export const hasFewLabels = (labels: Label[]): boolean => labels.length <= FEW_LABELS;

/** The labels to choose from, the present answer marked. */
export function LabelBoard(props: { example: Example; labels: Label[] }) {
  const chosen = useDesk((state) => state.chosen);
  const answer = chosen?.kind === "answer" ? chosen.value : props.example.answer;
  const presentId = answer?.kind === "classify" ? answer.labelId : null;
  const few = hasFewLabels(props.labels);
  return (
    <div
      className={clsx(
        "flex min-h-0 flex-col border-t border-line",
        few ? "max-h-[55%] shrink-0" : "flex-1",
      )}
    >
      {few ? null : <FinderRow labels={props.labels} />}
      <LabelList labels={props.labels} presentId={presentId} few={few} />
    </div>
  );
}

function FinderRow({ labels }: { labels: Label[] }) {
  const recentIds = useDesk((state) => state.recentLabelIds);
  const recent = recentIds.flatMap((id) => labels.find((label) => label.labelId === id) ?? []);
  return (
    <div className="flex min-h-12 shrink-0 items-center gap-3 overflow-hidden border-b border-line px-4 py-2">
      <Button onClick={() => openFinder(true)}>
        <Search aria-hidden className="size-4" />
        {t("annotations.find")}
        <span aria-hidden>
          <Key>/</Key>
        </span>
      </Button>
      {recent.length > 0 ? (
        <fieldset
          aria-label={t("annotations.recent")}
          className="flex h-6 min-w-0 flex-1 flex-wrap items-center gap-x-1.5 gap-y-2 overflow-hidden text-sm text-muted"
        >
          <span className="pr-1">{t("annotations.recent")}</span>
          {recent.map((label) => (
            <button
              key={label.labelId}
              type="button"
              onClick={() => void chooseLabel(label.labelId, "classify")}
              className="flex min-h-6 max-w-52 min-w-0 items-center rounded -outline-offset-2! hover:brightness-95"
            >
              <LabelChip name={label.name} colour={label.colour} />
            </button>
          ))}
        </fieldset>
      ) : (
        <p className="truncate text-sm text-muted">{t("annotations.findHint")}</p>
      )}
    </div>
  );
}

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
            present={label.labelId === presentId}
            few={few}
          />
        ))}
      </div>
    </ScrollRegion>
  );
});

const LabelButton = memo(function LabelButton(props: {
  label: Label;
  present: boolean;
  few: boolean;
}) {
  const { label, present, few } = props;
  return (
    <button
      type="button"
      aria-pressed={present}
      aria-keyshortcuts={label.key ?? undefined}
      title={label.description ? `${label.name}\n${label.description}` : label.name}
      onClick={() => void chooseLabel(label.labelId, "classify")}
      className={clsx(
        `label-${label.colour} flex w-full min-w-0 break-inside-avoid items-center gap-2 rounded-md border text-left`,
        few ? "min-h-12 px-3 py-2" : "min-h-7 px-2 py-1",
        present
          ? "border-accent bg-accent-soft font-semibold"
          : few
            ? "border-line hover:bg-hover"
            : "border-transparent hover:bg-hover",
      )}
    >
      {present ? (
        <Check aria-hidden className="size-3.5 shrink-0 text-accent" />
      ) : (
        <span aria-hidden className="mx-0.5 size-2.5 shrink-0 rounded-full bg-(--label-ink)" />
      )}
      <span className="min-w-0 flex-1">
        <span className={clsx("block leading-tight", few ? "text-base font-medium" : "text-sm")}>
          <BreakableName name={label.name} />
        </span>
        {few && label.description ? (
          <span dir="auto" className="line-clamp-2 text-xs font-normal text-muted">
            {label.description}
          </span>
        ) : null}
      </span>
      {label.key ? (
        <span aria-hidden>
          <Key>{label.key.toUpperCase()}</Key>
        </span>
      ) : null}
    </button>
  );
});

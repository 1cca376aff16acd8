import { clsx } from "clsx";
import { Check, Search } from "lucide-react";
import { memo } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { Example } from "../../../shared/features/examples/contract.ts";
import { t } from "../../client/text.ts";
import { Button, Key, LabelChip } from "../../ui/index.ts";
import { chooseLabel } from "./decisions.ts";
import { useDesk } from "./desk.ts";
import { openFinder } from "./view.ts";

/** Up to here every label is a big button; above, they are a dense list with a finder. */
const FEW_LABELS = 12;

/** The labels to choose from, the present answer marked. */
export function LabelBoard(props: { example: Example; labels: Label[] }) {
  const chosen = useDesk((state) => state.chosen);
  const answer = chosen?.kind === "answer" ? chosen.value : props.example.answer;
  const presentId = answer?.kind === "classify" ? answer.labelId : null;
  const few = props.labels.length <= FEW_LABELS;
  return (
    <div className="flex min-h-0 flex-1 flex-col border-t border-line">
      {few ? null : <FinderRow labels={props.labels} />}
      <LabelList labels={props.labels} presentId={presentId} few={few} />
    </div>
  );
}

function FinderRow({ labels }: { labels: Label[] }) {
  const recentIds = useDesk((state) => state.recentLabelIds);
  const recent = recentIds.flatMap((id) => labels.find((label) => label.labelId === id) ?? []);
  return (
    <div className="flex min-h-12 items-center gap-3 border-b border-line px-4 py-2">
      <Button onClick={() => openFinder(true)}>
        <Search aria-hidden className="size-4" />
        {t("annotations.find")}
        <Key>/</Key>
      </Button>
      {recent.length > 0 ? (
        <div
          role="group"
          aria-label={t("annotations.recent")}
          className="flex min-w-0 flex-1 flex-wrap items-center gap-x-1.5 gap-y-1 text-sm text-muted"
        >
          <span className="pr-1">{t("annotations.recent")}</span>
          {recent.map((label) => (
            <button
              key={label.labelId}
              type="button"
              onClick={() => void chooseLabel(label.labelId)}
              className="flex min-h-6 max-w-48 items-center rounded hover:brightness-95"
            >
              <LabelChip name={label.name} colour={label.colour} />
            </button>
          ))}
        </div>
      ) : (
        <p className="text-sm text-muted">{t("annotations.findHint")}</p>
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
    <div
      role="group"
      aria-label={t("annotations.labels")}
      className={clsx(
        "min-h-0 flex-1 overflow-auto",
        few
          ? "grid auto-rows-min grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] content-start gap-2 p-4"
          : "p-3 [column-gap:0.5rem] [columns:13.5rem]",
      )}
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
      title={label.description ? `${label.name}\n${label.description}` : label.name}
      onClick={() => void chooseLabel(label.labelId)}
      className={clsx(
        `label-${label.colour} flex w-full min-w-0 break-inside-avoid items-center gap-2 rounded-md border text-left`,
        few ? "min-h-12 px-3 py-2" : "h-7 px-2",
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
        <span
          dir="auto"
          className={clsx("block truncate", few ? "text-base font-medium" : "text-sm")}
        >
          {label.name}
        </span>
        {few && label.description ? (
          <span dir="auto" className="block truncate text-xs font-normal text-muted">
            {label.description}
          </span>
        ) : null}
      </span>
      {label.key ? <Key>{label.key.toUpperCase()}</Key> : null}
    </button>
  );
});

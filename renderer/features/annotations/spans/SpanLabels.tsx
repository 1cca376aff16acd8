import { clsx } from "clsx";
import { Brush, Search } from "lucide-react";
import { memo } from "react";
import type { Label } from "../../../../shared/features/definitions/contract.ts";
import { t } from "../../../client/text.ts";
import { Button, Key, ScrollRegion } from "../../../ui/index.ts";
import { FEW_LABELS } from "../labels/LabelBoard.tsx";

interface SpanLabelsProps {
  labels: Label[];
  /** The label of the place that is chosen, and the one that is marked with. */
  chosenId: string | null;
  brushId: string | null;
  onFind: () => void;
  onLabel: (labelId: string) => void;
}

/** The labels with their keys, in a few lines; a search where they are many. */
export function SpanLabels(props: SpanLabelsProps) {
  const { labels, chosenId, brushId } = props;
  return (
    <div
      className="flex max-h-28 shrink-0 items-start gap-2 border-t border-line px-3 py-2"
      // The focus, and with it the marking, stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      role="presentation"
    >
      {labels.length > FEW_LABELS ? (
        <Button size="small" onClick={props.onFind}>
          <Search aria-hidden className="size-3.5" />
          {t("annotations.find")}
          <span aria-hidden>
            <Key>/</Key>
          </span>
        </Button>
      ) : null}
      <ScrollRegion
        aria-label={t("annotations.labels")}
        className="max-h-24 min-h-0 flex-1 overflow-auto"
      >
        <div className="flex flex-wrap gap-1.5">
          {labels.map((label) => (
            <SpanLabel
              key={label.labelId}
              label={label}
              present={label.labelId === chosenId}
              brush={label.labelId === brushId}
              onLabel={props.onLabel}
            />
          ))}
        </div>
      </ScrollRegion>
    </div>
  );
}

const SpanLabel = memo(function SpanLabel(props: {
  label: Label;
  present: boolean;
  brush: boolean;
  onLabel: (labelId: string) => void;
}) {
  const { label, present, brush } = props;
  return (
    <button
      type="button"
      aria-pressed={present || brush}
      aria-keyshortcuts={label.key ?? undefined}
      title={label.description ? `${label.name}\n${label.description}` : label.name}
      onClick={() => props.onLabel(label.labelId)}
      className={clsx(
        `label-${label.colour} flex h-7 max-w-64 items-center gap-1.5 rounded border bg-(--label-soft) px-1.5 text-sm font-medium text-(--label-ink) -outline-offset-2!`,
        present || brush ? "border-(--label-ink)" : "border-transparent hover:brightness-95",
      )}
    >
      {brush ? <Brush aria-hidden className="size-3.5 shrink-0" /> : null}
      <bdi className="truncate">{label.name}</bdi>
      {label.key ? (
        <span aria-hidden>
          <Key>{label.key.toUpperCase()}</Key>
        </span>
      ) : null}
    </button>
  );
});

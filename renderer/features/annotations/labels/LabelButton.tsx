import { clsx } from "clsx";
import { Check } from "lucide-react";
import { memo } from "react";
import type { Label } from "../../../../shared/features/definitions/contract.ts";
import { BreakableName, Key } from "../../../ui/index.ts";

interface LabelButtonProps {
  label: Label;
  /** The end of the name, where the beginning stands above it. */
  name?: string;
  chosen: boolean;
  /** There are so few that each is a big button. */
  few: boolean;
  /** Several may be chosen; else choosing decides. */
  several?: boolean;
  /** Left out of the way of Tab; the arrows get there. */
  quiet?: boolean;
  onPick: (labelId: string) => void;
}

/** A label to choose, marked when it is chosen. */
export const LabelButton = memo(function LabelButton(props: LabelButtonProps) {
  const { label, name = label.name, chosen, few, several = false, quiet = false } = props;
  return (
    <button
      type="button"
      {...(several ? { role: "checkbox", "aria-checked": chosen } : { "aria-pressed": chosen })}
      {...(name === label.name ? {} : { "aria-label": label.name })}
      data-label-row=""
      tabIndex={quiet ? -1 : undefined}
      aria-keyshortcuts={label.key ?? undefined}
      title={label.description ? `${label.name}\n${label.description}` : label.name}
      onClick={() => props.onPick(label.labelId)}
      className={clsx(
        `label-${label.colour} flex w-full min-w-0 break-inside-avoid items-center gap-2 rounded-md border text-left`,
        few ? "min-h-12 px-3 py-2" : "min-h-7 px-2 py-1",
        chosen
          ? clsx("border-accent bg-accent-soft", !several && "font-semibold")
          : few
            ? "border-line hover:bg-hover"
            : "border-transparent hover:bg-hover",
      )}
    >
      {several ? (
        <span
          aria-hidden
          className={clsx(
            "flex size-4 shrink-0 items-center justify-center rounded border-2 border-(--label-ink)",
            chosen && "bg-(--label-ink) text-surface",
          )}
        >
          {/* Always there: a tick that comes and goes would lay hundreds of labels out anew. */}
          <Check className={clsx("size-3", !chosen && "opacity-0")} strokeWidth={3.5} />
        </span>
      ) : chosen ? (
        <Check aria-hidden className="size-3.5 shrink-0 text-accent" />
      ) : (
        <span aria-hidden className="mx-0.5 size-2.5 shrink-0 rounded-full bg-(--label-ink)" />
      )}
      <span className="min-w-0 flex-1">
        <span className={clsx("block leading-tight", few ? "text-base font-medium" : "text-sm")}>
          <BreakableName name={name} />
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

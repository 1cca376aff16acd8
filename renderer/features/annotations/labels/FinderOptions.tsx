import { clsx } from "clsx";
import { Check } from "lucide-react";
import { memo } from "react";
import type { Label } from "../../../../shared/features/definitions/contract.ts";
import { Key } from "../../../ui/index.ts";

interface FinderOptionsProps {
  found: Label[];
  active: number;
  /** Null where one label is enough. */
  ticked: ReadonlySet<string> | null;
  idOf: (at: number) => string;
  onPick: (labelId: string) => void;
}

/** The labels found; only those that change are drawn anew with a key. */
export function FinderOptions({ found, active, ticked, idOf, onPick }: FinderOptionsProps) {
  return found.map((label, at) => (
    <FinderOption
      key={label.labelId}
      id={idOf(at)}
      label={label}
      active={at === active}
      ticked={ticked ? ticked.has(label.labelId) : null}
      onPick={onPick}
    />
  ));
}

interface FinderOptionProps {
  id: string;
  label: Label;
  active: boolean;
  ticked: boolean | null;
  onPick: (labelId: string) => void;
}

const FinderOption = memo(function FinderOption(props: FinderOptionProps) {
  const { label, active, ticked } = props;
  return (
    // The text box keeps the focus and the keys; the pointer is the other way to pick.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={props.id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as for the list
      role="option"
      tabIndex={-1}
      aria-selected={ticked ?? active}
      onClick={() => props.onPick(label.labelId)}
      className={clsx(
        `label-${label.colour} flex min-h-8 items-center gap-2 rounded-md px-2 py-1`,
        active ? "bg-accent-soft" : "hover:bg-hover",
      )}
    >
      <span
        aria-hidden
        className={clsx(
          "flex shrink-0 items-center justify-center",
          ticked === null
            ? "size-2.5 rounded-full bg-(--label-ink)"
            : "size-4 rounded border-2 border-(--label-ink)",
          ticked && "bg-(--label-ink) text-surface",
        )}
      >
        {ticked ? <Check className="size-3" strokeWidth={3.5} /> : null}
      </span>
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block break-words">
          {label.name}
        </span>
        {label.description ? (
          <span dir="auto" className="block truncate text-xs text-muted">
            {label.description}
          </span>
        ) : null}
      </span>
      {label.key ? <Key>{label.key.toUpperCase()}</Key> : null}
    </div>
  );
});

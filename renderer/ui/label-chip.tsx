import { clsx } from "clsx";
import type { ReactNode } from "react";

/** A label in its own colour; long names are cut with an ellipsis and shown whole on hover. */
export function LabelChip(props: {
  name: string;
  colour: string;
  keyHint?: string | null;
  trailing?: ReactNode;
}) {
  return (
    <span
      title={props.name}
      className={clsx(
        `label-${props.colour}`,
        "inline-flex max-w-full items-center gap-1.5 rounded bg-(--label-soft) px-1.5 py-0.5 text-sm font-medium text-(--label-ink)",
      )}
    >
      <span className="truncate">{props.name}</span>
      {props.keyHint ? <Key>{props.keyHint}</Key> : null}
      {props.trailing}
    </span>
  );
}

/** A key cap. */
export function Key(props: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded border border-line-strong bg-surface px-1 font-sans text-xs font-medium text-ink">
      {props.children}
    </kbd>
  );
}

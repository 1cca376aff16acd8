import { clsx } from "clsx";
import type { ReactNode } from "react";

/** One of a few choices that need a sentence each; the whole card is the target. */
export function RadioCard(props: {
  name: string;
  title: ReactNode;
  text: ReactNode;
  checked: boolean;
  onChoose: () => void;
}) {
  return (
    <label
      className={clsx(
        "grid grid-cols-[auto_minmax(0,1fr)] content-start items-start gap-x-3 gap-y-0.5 rounded-md border p-3",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
        props.checked ? "border-accent bg-accent-soft" : "border-line hover:bg-hover",
      )}
    >
      <input
        type="radio"
        name={props.name}
        className="mt-1 accent-(--accent) outline-none"
        checked={props.checked}
        onChange={props.onChoose}
      />
      <span className="flex flex-wrap items-center gap-2 font-medium">{props.title}</span>
      <span className="col-start-2 text-sm text-muted">{props.text}</span>
    </label>
  );
}

import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";

/** The field's own term for a plain word, shown on hover and on focus. */
export function Term(props: { term: string; children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={300}>
      <Radix.Root>
        <Radix.Trigger asChild>
          <span
            tabIndex={0}
            className="cursor-help underline decoration-muted decoration-dotted underline-offset-2"
          >
            {props.children}
          </span>
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            sideOffset={4}
            className="z-50 max-w-xs rounded-md bg-ink px-2.5 py-1.5 text-xs text-bg shadow-lg"
          >
            {props.term}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}

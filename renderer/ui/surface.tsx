import { clsx } from "clsx";
import type { ReactNode } from "react";

interface PanelProps {
  title?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A bordered area with an optional heading row. */
export function Panel({ title, actions, className, children }: PanelProps) {
  return (
    <section className={clsx("rounded-lg border border-line bg-surface", className)}>
      {title || actions ? (
        <header className="flex min-h-10 items-center justify-between gap-3 border-b border-line px-4 py-1.5">
          <h2 className="text-sm font-semibold">{title}</h2>
          <div className="flex items-center gap-2">{actions}</div>
        </header>
      ) : null}
      <div className="p-4">{children}</div>
    </section>
  );
}

/** The frame of a screen: a title, what to do here in one sentence, actions on the right. */
export function ScreenFrame(props: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** Fills the height and scrolls inside itself, for screens like the labelling desk. */
  fill?: boolean;
  /** Uses the width of a large screen, where things stand side by side. */
  wide?: boolean;
  /** Uses all of the width, for tables. */
  full?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={clsx(
        "flex w-full flex-col gap-4 p-6",
        props.full ? "" : props.wide ? "max-w-[100rem]" : "max-w-7xl",
        props.fill && "h-full",
      )}
    >
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h1 className="text-xl font-semibold tracking-tight">{props.title}</h1>
          {props.lead ? (
            <p className="mt-0.5 max-w-prose text-pretty text-muted">{props.lead}</p>
          ) : null}
        </div>
        <div className="flex items-center gap-2">{props.actions}</div>
      </header>
      {props.children}
    </div>
  );
}

/** Never an empty screen without a next step. */
export function EmptyState(props: { title: string; text: string; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-lg border border-dashed border-line px-6 py-12 text-center">
      <p className="text-base font-semibold">{props.title}</p>
      <p className="max-w-md text-balance text-muted">{props.text}</p>
      {props.action}
    </div>
  );
}

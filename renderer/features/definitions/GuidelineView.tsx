import { clsx } from "clsx";
import type { ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";

const heading =
  (Level: "h3" | "h4" | "h5", className: string) => (props: { children?: ReactNode }) => (
    <Level dir="auto" className={className}>
      {props.children}
    </Level>
  );

const HIGH = "mt-4 mb-1 text-base font-semibold first:mt-0";
const LOW = "mt-3 mb-1 text-sm font-semibold first:mt-0";

/** Headings go below the screen's own; a link is only its words and its address, nothing to click. */
const COMPONENTS: Components = {
  h1: heading("h3", HIGH),
  h2: heading("h4", LOW),
  h3: heading("h5", LOW),
  h4: heading("h5", LOW),
  h5: heading("h5", LOW),
  h6: heading("h5", LOW),
  p: ({ children }) => (
    <p dir="auto" className="my-1.5 first:mt-0 last:mb-0">
      {children}
    </p>
  ),
  ul: ({ children }) => <ul className="my-1.5 list-disc space-y-0.5 ps-5">{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className="my-1.5 list-decimal space-y-0.5 ps-5">
      {children}
    </ol>
  ),
  li: ({ children }) => <li dir="auto">{children}</li>,
  blockquote: ({ children }) => (
    <blockquote className="my-2 border-s-2 border-line-strong ps-3 text-muted">
      {children}
    </blockquote>
  ),
  pre: ({ children }) => (
    <pre className="my-2 rounded bg-sunken p-2 text-xs break-words whitespace-pre-wrap">
      {children}
    </pre>
  ),
  code: ({ children }) => (
    <code className="rounded bg-sunken px-1 font-mono text-xs">{children}</code>
  ),
  hr: () => <hr className="my-3 border-line" />,
  a: ({ children, href }) => (
    <span>
      {children}
      {href && href !== children ? <span className="break-all text-muted"> ({href})</span> : null}
    </span>
  ),
};

/** The guideline as people read it: Markdown as text, without pictures, links or anything that runs. */
export function GuidelineView(props: { body: string; className?: string }) {
  return (
    <div className={clsx("max-w-prose leading-relaxed break-words", props.className)}>
      <Markdown components={COMPONENTS} disallowedElements={["img"]}>
        {props.body}
      </Markdown>
    </div>
  );
}

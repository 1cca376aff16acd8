import { clsx } from "clsx";
import { X } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import {
  isSameSpan,
  type Span,
  spanText,
} from "../../../../shared/features/annotations/spans/span-edits.ts";
import { t } from "../../../client/text.ts";
import { LabelChip } from "../../../ui/index.ts";
import type { LabelLook } from "./TextBlock.tsx";
import type { TextModel } from "./text-model.ts";
import { quoted } from "./quoted.ts";

interface SpanListProps {
  model: TextModel;
  spans: readonly Span[];
  looks: ReadonlyMap<string, LabelLook>;
  chosen: Span | null;
  onChoose: (span: Span) => void;
  onRemove: (span: Span) => void;
}

/** All marked places in reading order, for looking them over and for those who listen. */
export function SpanList({ model, spans, looks, chosen, onChoose, onRemove }: SpanListProps) {
  const list = useRef<HTMLOListElement>(null);
  const acts = useRef({ onChoose, onRemove });
  useEffect(() => {
    acts.current = { onChoose, onRemove };
  });
  useEffect(() => {
    if (chosen) list.current?.querySelector("[data-chosen]")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <section
      aria-label={t("annotations.spans.list")}
      className="flex w-56 shrink-0 flex-col border-l border-line @3xl:w-72 @max-xl:max-h-32 @max-xl:w-auto @max-xl:border-t @max-xl:border-l-0"
    >
      <h3 className="px-3 pt-2 pb-1 text-xs font-semibold text-muted">
        {t("annotations.spans.count", { spans: spans.length })}
      </h3>
      <ol ref={list} className="min-h-0 flex-1 overflow-auto px-1.5 pb-1.5">
        {spans.map((span) => {
          const look = looks.get(span.labelId);
          return (
            <SpanRow
              key={`${span.start} ${span.end} ${span.labelId}`}
              text={quoted(spanText(model.text, model.offsets, span))}
              name={look?.name ?? t("annotations.summary.removedLabel")}
              colour={look?.colour ?? "slate"}
              chosen={chosen !== null && isSameSpan(span, chosen)}
              span={span}
              acts={acts}
            />
          );
        })}
      </ol>
    </section>
  );
}

interface SpanRowProps {
  span: Span;
  text: string;
  name: string;
  colour: string;
  chosen: boolean;
  acts: React.RefObject<Pick<SpanListProps, "onChoose" | "onRemove">>;
}

const SpanRow = memo(
  function SpanRow({ span, text, name, colour, chosen, acts }: SpanRowProps) {
    return (
      <li
        data-chosen={chosen || undefined}
        className={clsx(
          "flex items-center gap-1 rounded",
          chosen ? "bg-accent-soft" : "hover:bg-hover",
        )}
      >
        <button
          type="button"
          aria-current={chosen}
          onClick={() => acts.current.onChoose(span)}
          className="flex min-h-7 min-w-0 flex-1 items-center gap-1.5 rounded px-1.5 text-left text-sm -outline-offset-2!"
        >
          <span className="max-w-[45%] shrink-0">
            <LabelChip name={name} colour={colour} />
          </span>
          <bdi className="min-w-0 truncate">{text}</bdi>
        </button>
        <button
          type="button"
          aria-label={t("annotations.spans.remove", { text, label: name })}
          onClick={() => acts.current.onRemove(span)}
          className="flex size-6 shrink-0 items-center justify-center rounded text-muted -outline-offset-2! hover:bg-hover"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      </li>
    );
  },
  (a, b) =>
    a.text === b.text &&
    a.name === b.name &&
    a.colour === b.colour &&
    a.chosen === b.chosen &&
    isSameSpan(a.span, b.span),
);

import { clsx } from "clsx";
import { Check } from "lucide-react";
import { memo, useMemo } from "react";
import { t } from "../../../client/text.ts";
import { Key } from "../../../ui/index.ts";
import { READING_TEXT } from "../reading/reading.ts";
import { letterOf } from "./response-letters.ts";
import { diffWords } from "../writing/word-diff.ts";

interface ResponseCardProps {
  at: number;
  text: string;
  preferred: boolean;
  /** What its own words are marked against; null to mark nothing. */
  against: string | null;
  onPick: () => void;
}

/** One response, with its letter above it as the button that prefers it. */
export function ResponseCard({ at, text, preferred, against, onPick }: ResponseCardProps) {
  const letter = letterOf(at);
  return (
    <article
      aria-label={t("annotations.rank.response", { letter })}
      className={clsx(
        "flex min-w-0 flex-col rounded-md border-2 bg-surface",
        preferred ? "border-accent" : "border-line",
      )}
    >
      <button
        type="button"
        role="radio"
        aria-checked={preferred}
        aria-label={t("annotations.rank.prefer", { letter })}
        onClick={onPick}
        className={clsx(
          "sticky top-0 flex min-h-9 items-center gap-2 rounded-t px-3 text-left text-sm font-semibold -outline-offset-2!",
          preferred ? "bg-accent text-accent-ink" : "bg-sunken hover:bg-hover",
        )}
      >
        {preferred ? <Check aria-hidden className="size-4" strokeWidth={3} /> : null}
        <span aria-hidden className="flex-1">
          {letter}
          {preferred ? ` · ${t("annotations.rank.better")}` : ""}
        </span>
        {at < 9 ? (
          <span aria-hidden className="flex gap-1">
            <Key>{at + 1}</Key>
            <Key>{letter}</Key>
          </span>
        ) : null}
      </button>
      <ResponseText text={text} against={against} />
    </article>
  );
}

const ResponseText = memo(function ResponseText(props: { text: string; against: string | null }) {
  const { text, against } = props;
  const parts = useMemo(
    () => (against === null ? undefined : diffWords(against, text)),
    [against, text],
  );
  return (
    <p
      dir="auto"
      className={`${READING_TEXT} px-3 py-2.5 break-words whitespace-pre-wrap [--reading-size:0.9375rem]`}
    >
      {parts === null ? (
        <span className="mb-1 block text-xs text-muted">{t("annotations.rank.tooLong")}</span>
      ) : null}
      {parts
        ? parts.map((part, at) =>
            part.kind === "removed" ? null : part.kind === "added" ? (
              // Parts have no identity of their own; they are drawn anew as a whole.
              <mark key={at} className="rounded-sm bg-warning-soft font-medium text-ink">
                {part.text}
              </mark>
            ) : (
              <span key={at}>{part.text}</span>
            ),
          )
        : text}
    </p>
  );
});

import { clsx } from "clsx";
import { ArrowRight, Check } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { SimilarExample } from "../../../shared/features/similar/contract.ts";
import { likenessOf } from "../../../shared/features/similar/likeness.ts";
import { formatPercent, t } from "../../client/text.ts";
import { AnswerChips } from "./AnswerChips.tsx";
import { markedPieces } from "./marked-text.ts";

export interface SimilarGroup {
  title: string;
  examples: readonly SimilarExample[];
}

interface SimilarListProps {
  groups: readonly SimilarGroup[];
  labels: readonly Label[];
  /** Null where nothing is ticked, because each is looked at by itself. */
  ticked: ReadonlySet<string> | null;
  onToggle: (exampleId: string) => void;
  onToggleAll: () => void;
  onEnter: () => void;
}

const focusOnMount = (node: HTMLElement | null): void => node?.focus();

/** Examples that are alike; arrows move, Space ticks, Enter goes on. */
export function SimilarList({ groups, labels, ticked, ...act }: SimilarListProps) {
  const [active, setActive] = useState(0);
  const listRef = useRef<HTMLDivElement>(null);
  const listId = useId();
  const all = groups.flatMap(({ examples }) => examples);
  const optionId = (at: number) => `${listId}-${at}`;
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active, listId]);

  function onKeyDown(event: KeyboardEvent) {
    const last = all.length - 1;
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: last }[event.key];
    if (to !== undefined) setActive(Math.min(last, Math.max(0, to)));
    else if (event.key === " ") {
      const example = all[active];
      if (example && ticked && !event.repeat) act.onToggle(example.exampleId);
    } else if (event.key.toLowerCase() === "a" && !event.altKey) {
      if (ticked && !event.repeat) act.onToggleAll();
    } else if (event.key === "Enter") {
      if (!event.repeat) act.onEnter();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  let at = 0;
  return (
    <div
      ref={(node) => {
        if (listRef.current === null) focusOnMount(node);
        listRef.current = node;
      }}
      id={listId}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <select> cannot show whole examples
      role="listbox"
      tabIndex={0}
      aria-label={t("similar.list")}
      aria-multiselectable={ticked !== null}
      aria-activedescendant={all.length > 0 ? optionId(active) : undefined}
      onKeyDown={onKeyDown}
      className="group min-h-0 flex-1 overflow-auto rounded-md border border-line"
    >
      {groups.map(({ title, examples }) =>
        examples.length === 0 ? null : (
          <Group key={title} title={title}>
            {examples.map((example) => {
              const place = at++;
              return (
                <SimilarRow
                  key={example.exampleId}
                  id={optionId(place)}
                  example={example}
                  labels={labels}
                  ticked={ticked === null ? null : ticked.has(example.exampleId)}
                  active={place === active}
                  onPick={() => {
                    setActive(place);
                    if (ticked) act.onToggle(example.exampleId);
                  }}
                />
              );
            })}
          </Group>
        ),
      )}
    </div>
  );
}

function Group(props: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is no part of a listbox
    <div role="group" aria-labelledby={id}>
      <p
        id={id}
        role="presentation"
        className="sticky top-0 z-10 border-b border-line bg-sunken px-3 py-1 text-xs font-medium text-muted"
      >
        {props.title}
      </p>
      {props.children}
    </div>
  );
}

function SimilarRow(props: {
  id: string;
  example: SimilarExample;
  labels: readonly Label[];
  ticked: boolean | null;
  active: boolean;
  onPick: () => void;
}) {
  const { example, labels, ticked } = props;
  const { answer, proposed, similarity, skipped } = example;
  return (
    // The list keeps the focus and the keys; the pointer is the other way to tick.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={props.id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as for the list
      role="option"
      tabIndex={-1}
      aria-selected={ticked ?? props.active}
      onClick={props.onPick}
      className={clsx(
        "flex cursor-default gap-3 border-b border-line px-3 py-2 last:border-0 [content-visibility:auto] [contain-intrinsic-size:auto_4rem]",
        props.active
          ? "bg-hover group-focus-visible:outline-2 -outline-offset-2 outline-accent"
          : "",
        ticked === false && "text-muted",
      )}
    >
      {ticked === null ? null : <Tick ticked={ticked} />}
      <span className="min-w-0 flex-1">
        <ExampleText example={example} labels={labels} />
        <span className="mt-1 flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          {skipped ? (
            <span className="text-muted">{t("annotations.status.skipped")}</span>
          ) : (
            <AnswerChips value={answer} labels={labels} />
          )}
          {proposed && proposed.kind !== "classify" ? (
            <>
              <ArrowRight aria-label={t("similar.becomes")} className="size-3.5 shrink-0" />
              <AnswerChips value={proposed} labels={labels} />
            </>
          ) : null}
        </span>
      </span>
      <span
        className="w-28 shrink-0 pt-0.5 text-right text-xs text-muted"
        title={t("similar.likeness.hint", { similarity: formatPercent(similarity) })}
      >
        {t(`similar.likeness.${likenessOf(similarity)}`)}
      </span>
    </div>
  );
}

function Tick({ ticked }: { ticked: boolean }) {
  return (
    <span
      aria-hidden
      className={clsx(
        "mt-0.5 flex size-4 shrink-0 items-center justify-center rounded border",
        ticked ? "border-accent bg-accent text-accent-ink" : "border-line-strong bg-surface",
      )}
    >
      {ticked ? <Check className="size-3" strokeWidth={3} /> : null}
    </span>
  );
}

function ExampleText(props: { example: SimilarExample; labels: readonly Label[] }) {
  const { text, proposed } = props.example;
  if (proposed?.kind !== "extract")
    return (
      <span dir="auto" className="line-clamp-2 break-words">
        {text.trim()}
      </span>
    );
  const colourOf = (labelId: string | null) =>
    props.labels.find((label) => label.labelId === labelId)?.colour ?? "slate";
  return (
    <span dir="auto" className="line-clamp-3 break-words">
      {markedPieces(text, proposed.spans).map((piece) =>
        piece.labelId === null ? (
          piece.text
        ) : (
          <mark
            key={piece.start}
            className={`label-${colourOf(piece.labelId)} rounded bg-(--label-soft) px-0.5 font-medium text-(--label-ink)`}
          >
            {piece.text}
          </mark>
        ),
      )}
    </span>
  );
}

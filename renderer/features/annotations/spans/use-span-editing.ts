import { type RefObject, useMemo, useState } from "react";
import {
  addSpans,
  isSameSpan,
  type Nudge,
  nudgeRange,
  otherOccurrences,
  removeSpan,
  replaceSpan,
  type Span,
  spanText,
} from "../../../../shared/features/annotations/spans/span-edits.ts";
import { cursorAt, markedRange } from "../../../../shared/features/annotations/spans/marking.ts";
import type { Label } from "../../../../shared/features/definitions/contract.ts";
import { t } from "../../../client/text.ts";
import { isReadOnly } from "../../../client/read-only.ts";
import { sayHint } from "../view.ts";
import { useDraftHistory } from "../drafts/draft-history.ts";
import type { EditorProps } from "../keys/editor.ts";
import type { MouseAct } from "./SpanText.tsx";
import {
  beginAt,
  choosing,
  isMarked,
  left,
  markedBy,
  type Motion,
  moved,
  pointedAt,
  pointerOf,
  type Whereabouts,
  walked,
} from "./span-pointer.ts";
import { quoted } from "./quoted.ts";
import { type TextModel, textModel, toCodePoints, toUnits } from "./text-model.ts";
import type { StageParts } from "./text-stage.ts";

const NO_SPANS: Span[] = [];
const LONGEST_ON_BUTTON = 24;
/** Everything that can be done with the spans of one example, by keys and by mouse alike. */
export function useSpanEditing(
  { example, labels, value, onChange }: Omit<EditorProps<"extract">, "onSave">,
  stage: RefObject<StageParts | null>,
) {
  const model = useMemo(() => textModel(example.input), [example.input]);
  const spans = value?.spans ?? NO_SPANS;
  const history = useDraftHistory<Span[]>(spans, (next) =>
    onChange({ kind: "extract", spans: next }),
  );
  const change = (next: Span[]) => history.change(next);
  const [where, setWhere] = useState<Whereabouts>(() => beginAt(model));
  const [brush, setBrush] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const chosen = spans.find((span) => where.chosen && isSameSpan(span, where.chosen)) ?? null;
  const present = useMemo(
    () => (chosen === where.chosen ? where : { ...where, chosen }),
    [where, chosen],
  );
  const others = useOthers(model, spans, chosen);
  const acts = spanActs({
    model,
    labels,
    spans,
    others,
    present,
    setSaid,
    setWhere,
    change,
  });

  function go(next: Whereabouts): void {
    setWhere(next);
    const pointer = pointerOf(model, next);
    if (pointer) setSaid(quoted(model.text.slice(pointer.range.start, pointer.range.end)));
  }
  function choose(span: Span): void {
    setWhere(choosing(model, span));
    setSaid(acts.tell(span));
  }
  return {
    model,
    spans,
    chosen,
    others,
    chosenText: chosen
      ? quoted(spanText(model.text, model.offsets, chosen), LONGEST_ON_BUTTON)
      : "",
    brush,
    said,
    ...acts,
    undo: () => history.undo(),
    isMarked: isMarked(present),
    pointer: useMemo(() => pointerOf(model, present), [model, present]),
    choose,
    move: (motion: Motion) => go(moved(model, stage.current, present, motion)),
    /** False where there is no further span: Tab then leaves the text. */
    walk: (by: 1 | -1): boolean => {
      const span = walked(model, spans, present, by);
      if (span) choose(span);
      return span !== null;
    },
    /** The text was left scrolled down: the cursor waits where it is read on. */
    resume: (place: number) => setWhere(beginAt(model, place)),
    /** What is held goes first: the brush, then what is chosen or marked. */
    leave: (): boolean => {
      const next = brush ? null : left(present);
      if (brush) setBrush(null);
      if (next) setWhere(next);
      return brush !== null || next !== null;
    },
    takeUp: (labelId: string) => setBrush(brush === labelId ? null : labelId),
    brushOn: (): boolean => {
      if (brush) acts.applyLabel(brush);
      return brush !== null;
    },
    onMouse: (act: MouseAct) => {
      const next =
        act.kind === "marked" ? markedBy(model, act) : pointedAt(model, spans, present, act);
      if (!next) return setWhere({ ...present });
      if (brush && !next.chosen) acts.applyLabel(brush, next);
      else go(next);
    },
  };
}

function useOthers(model: TextModel, spans: Span[], chosen: Span | null): Span[] {
  return useMemo(
    () =>
      chosen ? otherOccurrences(model.text, model.offsets, model.steps, spans, chosen) : NO_SPANS,
    [model, spans, chosen],
  );
}

interface ActContext {
  model: TextModel;
  labels: readonly Label[];
  spans: Span[];
  /** Other places with the text of the chosen span. */
  others: Span[];
  present: Whereabouts;
  setWhere: (where: Whereabouts) => void;
  setSaid: (said: string) => void;
  change: (spans: Span[]) => void;
}

function isRefused(): boolean {
  if (isReadOnly()) sayHint("readOnly");
  return isReadOnly();
}

/** The acts that change spans; each tells what it did. */
function spanActs({
  model,
  labels,
  spans,
  others,
  present,
  setWhere,
  setSaid,
  change,
}: ActContext) {
  const nameOf = (labelId: string) =>
    labels.find((label) => label.labelId === labelId)?.name ??
    t("annotations.summary.removedLabel");
  const paramsOf = (span: Span) => ({
    text: quoted(spanText(model.text, model.offsets, span)),
    label: nameOf(span.labelId),
  });
  const tell = (span: Span) => t("annotations.spans.said.chosen", paramsOf(span));
  function replace(from: Span, to: Span): void {
    if (isRefused()) return;
    change(replaceSpan(spans, from, to));
    setWhere({ ...present, chosen: to });
    setSaid(t("annotations.spans.said.labelled", paramsOf(to)));
  }
  /** Labels what is chosen anew, else what is marked, else the word under the cursor. */
  function applyLabel(labelId: string, where: Whereabouts = present): void {
    if (where.chosen) return replace(where.chosen, { ...where.chosen, labelId });
    const range = where.marking && model.steps.toCharacters(markedRange(where.marking));
    if (!range || range.start === range.end) return setSaid(t("annotations.spans.said.nothing"));
    if (isRefused()) return;
    const span = { ...toCodePoints(model, range), labelId };
    if (!spans.some((other) => isSameSpan(other, span))) change(addSpans(spans, [span]));
    setWhere({ ...choosing(model, span), marking: cursorAt(where.marking?.head ?? range) });
    setSaid(t("annotations.spans.said.labelled", paramsOf(span)));
  }
  function remove(span: Span): void {
    if (isRefused()) return;
    change(removeSpan(spans, span));
    setWhere({ ...choosing(model, span), chosen: null });
    setSaid(t("annotations.spans.said.removed", paramsOf(span)));
  }
  function nudge(nudged: Nudge): boolean {
    if (!present.chosen) return false;
    const range = nudgeRange(model.text, model.steps, toUnits(model, present.chosen), nudged);
    if (range) replace(present.chosen, { ...present.chosen, ...toCodePoints(model, range) });
    return true;
  }
  function labelEverywhere(): void {
    if (others.length === 0 || isRefused()) return;
    change(addSpans(spans, others));
    setSaid(t("annotations.spans.said.everywhere", { places: others.length }));
  }
  return { applyLabel, remove, nudge, labelEverywhere, tell };
}

import {
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { spanLanes } from "../../../../shared/features/annotations/spans/span-lanes.ts";
import type { Span } from "../../../../shared/features/annotations/spans/span-edits.ts";
import type { TextRange } from "../../../../shared/features/annotations/spans/text-steps.ts";
import { t } from "../../../client/text.ts";
import { READING_TEXT } from "../reading/reading.ts";
import { useReadingPlace } from "../reading/reading-place.ts";
import "./span-text.css";
import { type Mark, marksByBlock } from "./block-parts.ts";
import { type LabelLook, TextBlock } from "./TextBlock.tsx";
import { type TextModel, toUnits } from "./text-model.ts";
import { placeAt, placeOf } from "./text-places.ts";
import { drawPointer, keepInView, type Pointer, type StageParts } from "./text-stage.ts";

/** What the mouse did: marked a part of the text, or pointed at a place, perhaps at the tag of a span. */
export type MouseAct =
  | { kind: "marked"; range: TextRange; exact: boolean }
  | { kind: "pointed"; place: number; tag: string | null; extend: boolean };

interface SpanTextProps {
  model: TextModel;
  spans: readonly Span[];
  looks: ReadonlyMap<string, LabelLook>;
  pointer: Pointer | null;
  stage: RefObject<StageParts | null>;
  keysId: string;
  exampleId: string;
  onMouse: (act: MouseAct) => void;
  /** The text comes back scrolled to where it was left; this is the first place in sight. */
  onResume: (place: number) => void;
}

/** The text with its marked places, to the letter; everything the keys and the mouse point at is drawn over it. */
export function SpanText(props: SpanTextProps) {
  const { model, spans, looks, pointer } = props;
  const region = useRef<HTMLElement | null>(null);
  const { ref: keepPlace } = useReadingPlace(props.exampleId);
  const place = useCallback(
    (node: HTMLElement | null) => {
      region.current = node;
      return keepPlace(node);
    },
    [keepPlace],
  );
  const blocks = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const marks = useMarks(model, spans);
  const partsOf = () =>
    region.current && blocks.current && overlay.current
      ? { region: region.current, blocks: blocks.current, overlay: overlay.current }
      : null;
  useImperativeHandle<StageParts | null, StageParts | null>(props.stage, partsOf, []);
  useDrawnPointer(props.stage, pointer, model.starts);
  useFocusAtFirst(region);
  useResumedPlace(region, props.onResume);
  return (
    <section
      ref={place}
      data-desk-text=""
      tabIndex={0}
      aria-label={t("annotations.text")}
      aria-describedby={props.keysId}
      onPointerDown={(event) => followMouse(event, props.onMouse)}
      className="span-text relative min-h-0 min-w-0 flex-1 overflow-auto px-4 py-3 -outline-offset-1! focus-visible:outline-1!"
    >
      <div
        className={`${READING_TEXT} relative max-w-(--reading-width) [--reading-size:0.9375rem]`}
      >
        <div ref={blocks} className="break-words whitespace-pre-wrap">
          {model.starts.map((start, at) => (
            <TextBlock
              key={start}
              start={start}
              text={model.blocks[at] ?? ""}
              marks={marks[at]?.marks ?? NO_MARKS}
              marksKey={marks[at]?.key ?? ""}
              looks={looks}
            />
          ))}
        </div>
        <div ref={overlay} aria-hidden className="pointer-events-none absolute inset-0" />
      </div>
    </section>
  );
}

/** Within the first full line that can be seen. */
const RESUME_AT_PX = 24;
const NO_MARKS: readonly Mark[] = [];

/** The marks of every block, with a key that stays while they do. */
function useMarks(model: TextModel, spans: readonly Span[]) {
  return useMemo(() => {
    const ranges = spans.map((span) => toUnits(model, span));
    const lanes = spanLanes(ranges);
    const marks = spans.map(({ labelId }, at): Mark => ({
      ...(ranges[at] ?? { start: 0, end: 0 }),
      lane: lanes[at] ?? 0,
      labelId,
    }));
    return marksByBlock(marks, model.starts).map((inBlock) => ({
      marks: inBlock,
      key: inBlock.map((m) => `${m.start} ${m.end} ${m.lane} ${m.labelId}`).join(),
    }));
  }, [model, spans]);
}

/** Follows the pointer, and whatever moves the text beneath it. */
function useDrawnPointer(
  stage: RefObject<StageParts | null>,
  pointer: Pointer | null,
  starts: readonly number[],
): void {
  const draw = useRef(() => {});
  const first = useRef(pointer);
  useLayoutEffect(() => {
    // A text that comes back scrolled stays so until something moves.
    if (stage.current && pointer && pointer !== first.current)
      keepInView(stage.current, pointer.head, starts);
  }, [stage, pointer, starts]);
  // Marks that were drawn anew have moved the words.
  useLayoutEffect(() => {
    draw.current = () => {
      if (stage.current) drawPointer(stage.current, pointer, starts);
    };
    draw.current();
  });
  useEffect(() => {
    if (!stage.current) return;
    // Blocks that come into view take their true height, and everything beneath them moves.
    const observer = new ResizeObserver(() => draw.current());
    observer.observe(stage.current.overlay);
    return () => observer.disconnect();
  }, [stage]);
}

/** Keys work at once; whoever writes somewhere or has a dialog open keeps the focus. */
function useFocusAtFirst(region: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.querySelector('[role="dialog"]')) return;
    region.current?.focus({ preventScroll: true });
  }, [region]);
}

function useResumedPlace(
  region: RefObject<HTMLElement | null>,
  onResume: (place: number) => void,
): void {
  const resume = useRef(onResume);
  useLayoutEffect(() => {
    const node = region.current;
    if (!node || node.scrollTop === 0) return;
    const { left, top } = node.getBoundingClientRect();
    const place = placeAt(left + RESUME_AT_PX, top + RESUME_AT_PX * 2);
    if (place !== null) resume.current(place);
  }, [region]);
}

/** Waits for the click, wherever it ends, and reads off what the browser selected until then. */
function followMouse(down: PointerEvent<HTMLElement>, onMouse: (act: MouseAct) => void): void {
  if (down.button !== 0) return;
  const region = down.currentTarget;
  const target = down.target instanceof Element ? down.target : null;
  const tag = target?.closest("[data-span]")?.getAttribute("data-span") ?? null;
  const ended = new AbortController();
  const { signal } = ended;
  function onClick(click: MouseEvent) {
    ended.abort();
    const act = readSelection(region, click);
    if (act) onMouse(act.kind === "pointed" ? { ...act, tag } : act);
  }
  window.addEventListener("click", onClick, { capture: true, signal });
  // The button came up where no click is told of.
  window.addEventListener("pointerdown", () => ended.abort(), { capture: true, signal });
}

function readSelection(region: HTMLElement, up: MouseEvent): MouseAct | null {
  const selection = document.getSelection();
  if (!selection?.anchorNode || !region.contains(selection.anchorNode)) return null;
  const anchor = placeOf(selection.anchorNode, selection.anchorOffset);
  const focus = placeOf(selection.focusNode, selection.focusOffset) ?? anchor;
  if (anchor === null || focus === null) return null;
  if (anchor === focus) return { kind: "pointed", place: focus, tag: null, extend: up.shiftKey };
  const range = { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
  return { kind: "marked", range, exact: up.altKey };
}

import type { Span } from "../../../../shared/features/annotations/spans/span-edits.ts";
import { t } from "../../../client/text.ts";
import type { MessageKey } from "../../../../shared/messages/translate.ts";
import { Button, Key } from "../../../ui/index.ts";

interface SpanActsProps {
  keysId: string;
  chosen: Span | null;
  said: string;
  /** Other places with the text of the chosen one. */
  others: number;
  /** The text of the chosen place. */
  text: string;
  /** Names of the label that is marked with, and of the chosen place's. */
  brush: string | null;
  label: string | null;
  onEverywhere: () => void;
}

type KeyHint = [cap: string, does: MessageKey];

const AT_TEXT: KeyHint[] = [
  ["← →", "annotations.spans.keys.word"],
  ["⇧ →", "annotations.spans.keys.more"],
  ["Tab", "annotations.spans.keys.walk"],
  ["↵", "annotations.spans.keys.save"],
];
const AT_SPAN: KeyHint[] = [
  ["[ ]", "annotations.spans.keys.wider"],
  ["⇧ [ ]", "annotations.spans.keys.narrower"],
  ["Del", "annotations.spans.keys.remove"],
  ["Esc", "annotations.spans.keys.leave"],
];

/** What the keys do here, what can be done with the chosen place, and what was done last, for those who listen. */
export function SpanActs(props: SpanActsProps) {
  const { chosen, others, brush, label, text } = props;
  return (
    <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-1 text-xs text-muted">
      <p id={props.keysId} className="flex flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        {brush ? (
          <span className="font-medium text-ink">
            {t("annotations.spans.brush", { label: brush })}
          </span>
        ) : null}
        {(chosen ? AT_SPAN : AT_TEXT).map(([cap, does]) => (
          <span key={does} className="flex items-center gap-1.5">
            <Key>{cap}</Key> {t(does)}
          </span>
        ))}
      </p>
      {chosen && others > 0 ? (
        <Button size="small" onClick={props.onEverywhere}>
          {t("annotations.spans.everywhere", { places: others, label: label ?? "", text })}
          <span aria-hidden>
            <Key>*</Key>
          </span>
        </Button>
      ) : null}
      <output aria-live="polite" className="sr-only">
        {props.said}
      </output>
    </div>
  );
}

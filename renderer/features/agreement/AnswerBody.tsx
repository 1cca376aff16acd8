import type { AnswerValue, ChatTurn } from "../../../shared/features/annotations/answer-value.ts";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { t } from "../../client/text.ts";
import { type DiffPart, diffWords } from "../annotations/index.ts";
import { Badge, LabelChip } from "../../ui/index.ts";
import { kindName } from "./names.ts";
import { cutAtSpans } from "./pieces.ts";

interface AnswerBodyProps {
  value: AnswerValue;
  labels: readonly Label[];
  /** The example's text, in which spans are marked. */
  input: string;
  responses: readonly string[];
  /** The answer to show differences from; null for the one that others are compared with. */
  against: AnswerValue | null;
}

/** An answer as a person reads it: chips, marked passages, or a text with what differs. */
export function AnswerBody({ value, labels, input, responses, against }: AnswerBodyProps) {
  switch (value.kind) {
    case "classify":
      return <NamedLabel labelId={value.labelId} labels={labels} />;
    case "tag":
      return <Tags labelIds={value.labelIds} labels={labels} />;
    case "write":
      return (
        <Compared
          text={value.response}
          other={against?.kind === "write" ? against.response : null}
        />
      );
    case "chat":
      return <Turns turns={value.turns} other={against?.kind === "chat" ? against.turns : []} />;
    case "extract":
      return <MarkedText text={input} spans={value.spans} labels={labels} />;
    case "rank":
      return <Ranked value={value} responses={responses} />;
  }
}

export function NamedLabel(props: { labelId: string; labels: readonly Label[] }) {
  const label = props.labels.find(({ labelId }) => labelId === props.labelId);
  return label ? (
    <LabelChip name={label.name} colour={label.colour} />
  ) : (
    <Badge>{t("agreement.removedLabel")}</Badge>
  );
}

function Tags({ labelIds, labels }: { labelIds: string[]; labels: readonly Label[] }) {
  if (labelIds.length === 0) return <p className="text-muted">{t("agreement.answer.noLabel")}</p>;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {labelIds.map((labelId) => (
        <li key={labelId} className="max-w-full">
          <NamedLabel labelId={labelId} labels={labels} />
        </li>
      ))}
    </ul>
  );
}

const TEXT = "leading-relaxed break-words whitespace-pre-wrap";

/** The text with the words marked that the other one does not have. */
function Compared({ text, other }: { text: string; other: string | null }) {
  const parts: DiffPart[] | null = other === null ? null : diffWords(other, text);
  return (
    <p dir="auto" className={TEXT}>
      {parts === null
        ? text
        : parts
            .filter(({ kind }) => kind !== "removed")
            .map((part, at) =>
              part.kind === "added" && part.text.trim() !== "" ? (
                // Parts have no identity of their own; they are drawn anew as a whole.
                <ins
                  key={`${at} added`}
                  className="rounded-sm bg-warning-soft text-warning decoration-dotted"
                >
                  {part.text}
                </ins>
              ) : (
                <span key={`${at} same`}>{part.text}</span>
              ),
            )}
    </p>
  );
}

function Turns({ turns, other }: { turns: ChatTurn[]; other: ChatTurn[] }) {
  return (
    <ol className="flex flex-col gap-2">
      {turns.map((turn, at) => {
        const beside = other[at];
        const text = beside?.role === turn.role ? beside.content : null;
        return (
          // Turns have no identity but their place.
          <li key={at}>
            <p className="text-xs font-semibold text-muted">{t(`agreement.role.${turn.role}`)}</p>
            <Compared text={turn.content} other={turn.role === "assistant" ? text : null} />
          </li>
        );
      })}
    </ol>
  );
}

export function MarkedText(props: {
  text: string;
  spans: readonly { start: number; end: number; labelId: string }[];
  labels: readonly Label[];
}) {
  const labelOf = (id: string) => props.labels.find(({ labelId }) => labelId === id);
  return (
    <p dir="auto" className={`${TEXT} leading-loose`}>
      {cutAtSpans(props.text, props.spans).map(({ start, text, labelIds, ending }) => {
        const innermost = labelIds.at(-1);
        if (innermost === undefined) return <span key={start}>{text}</span>;
        return (
          <mark
            key={start}
            className={`label-${labelOf(innermost)?.colour ?? "slate"} rounded-sm bg-(--label-soft) py-0.5 text-(--label-ink) ${
              labelIds.length > 1 ? "underline decoration-2 underline-offset-4" : ""
            }`}
          >
            {text}
            {ending.map((labelId) => (
              <span
                key={labelId}
                className={`label-${labelOf(labelId)?.colour ?? "slate"} ml-1 rounded-sm border border-current bg-surface px-1 text-xs font-semibold whitespace-nowrap text-(--label-ink)`}
              >
                {labelOf(labelId)?.name ?? t("agreement.removedLabel")}
              </span>
            ))}
          </mark>
        );
      })}
    </p>
  );
}

function Ranked(props: {
  value: Extract<AnswerValue, { kind: "rank" }>;
  responses: readonly string[];
}) {
  const { outcome, preferred, reasons } = props.value;
  const chosen = outcome === "preferred" ? props.responses[preferred ?? -1] : undefined;
  const kind = outcome === "preferred" ? String(preferred) : outcome;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-semibold">{kindName("rank", [])(kind)}</p>
      {chosen === undefined ? null : (
        <p dir="auto" className={`${TEXT} line-clamp-6 text-sm text-muted`}>
          {chosen}
        </p>
      )}
      {reasons.length > 0 ? (
        <ul className="flex flex-wrap gap-1">
          {reasons.map((reason) => (
            <li key={reason}>
              <Badge>{reason}</Badge>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

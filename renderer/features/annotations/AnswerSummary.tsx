import type { AnswerValue } from "../../../shared/features/annotations/answer-value.ts";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { t } from "../../client/text.ts";
import { Badge, LabelChip } from "../../ui/index.ts";
import { describeChat } from "./chat/describe-chat.ts";
import { letterOf } from "./ranking/response-letters.ts";
import { describeSpans } from "./spans/describe-spans.ts";

interface AnswerSummaryProps {
  value: AnswerValue;
  labels: readonly Label[];
  /** The text of the example, for the passages that an answer marks in it. */
  input: string;
}

/** Any kind of answer on one line, as chips and few words; long texts are left to those who show them whole. */
export function AnswerLine({ value, labels }: AnswerSummaryProps) {
  switch (value.kind) {
    case "classify":
      return <NamedLabel labelId={value.labelId} labels={labels} />;
    case "tag":
      return value.labelIds.length === 0 ? (
        <Badge>{t("annotations.summary.none")}</Badge>
      ) : (
        <span className="flex min-w-0 gap-1 overflow-hidden">
          {value.labelIds.map((labelId) => (
            <NamedLabel key={labelId} labelId={labelId} labels={labels} />
          ))}
        </span>
      );
    case "write":
      return null;
    case "chat":
      return <Badge>{t("annotations.summary.turns", { turns: value.turns.length })}</Badge>;
    case "extract":
      return <Badge>{t("annotations.summary.spans", { spans: value.spans.length })}</Badge>;
    case "rank":
      return <Badge tone="accent">{describeRank(value)}</Badge>;
  }
}

/** Any kind of answer in full, as chips and words. */
export function AnswerSummary({ value, labels, input }: AnswerSummaryProps) {
  switch (value.kind) {
    case "classify":
      return <AnswerLine value={value} labels={labels} input={input} />;
    case "tag":
      return value.labelIds.length === 0 ? (
        <span className="text-muted">{t("annotations.summary.none")}</span>
      ) : (
        <span className="flex flex-wrap gap-1">
          {value.labelIds.map((labelId) => (
            <NamedLabel key={labelId} labelId={labelId} labels={labels} />
          ))}
        </span>
      );
    case "write":
      return (
        <span dir="auto" className="break-words whitespace-pre-wrap">
          {value.response}
        </span>
      );
    case "chat":
      return <Turns turns={value.turns} />;
    case "extract":
      return value.spans.length === 0 ? (
        <span className="text-muted">{t("annotations.summary.spans", { spans: 0 })}</span>
      ) : (
        <Passages spans={value.spans} labels={labels} input={input} />
      );
    case "rank":
      return (
        <span className="flex flex-wrap items-center gap-1.5">
          {describeRank(value)}
          {value.reasons.map((reason) => (
            <Badge key={reason}>{reason}</Badge>
          ))}
        </span>
      );
  }
}

/** Any kind of answer as a text, for those who listen and for tables. */
export function describeAnswer(
  value: AnswerValue,
  labels: readonly Label[],
  /** The text of the example, for answers that mark passages in it; without it they are only counted. */
  input?: string,
): string {
  const nameOf = (labelId: string) =>
    labels.find((label) => label.labelId === labelId)?.name ??
    t("annotations.summary.removedLabel");
  switch (value.kind) {
    case "classify":
      return nameOf(value.labelId);
    case "tag":
      return value.labelIds.map(nameOf).join(", ") || t("annotations.summary.none");
    case "write":
      return value.response;
    case "chat":
      return describeChat(value);
    case "extract":
      return input === undefined
        ? t("annotations.summary.spans", { spans: value.spans.length })
        : describeSpans(value, labels, input);
    case "rank":
      return [describeRank(value), ...value.reasons].join(", ");
  }
}

function NamedLabel(props: { labelId: string; labels: readonly Label[] }) {
  const label = props.labels.find(({ labelId }) => labelId === props.labelId);
  return label ? (
    <LabelChip name={label.name} colour={label.colour} />
  ) : (
    <Badge>{t("annotations.summary.removedLabel")}</Badge>
  );
}

const roleName = (role: "system" | "user" | "assistant" | "tool"): string =>
  t(`annotations.summary.role.${role}`);

function Turns({ turns }: { turns: Extract<AnswerValue, { kind: "chat" }>["turns"] }) {
  return (
    <span className="flex flex-col gap-1">
      {turns.map((turn, at) => (
        // Turns have no identity but their place.
        <span key={at} dir="auto" className="block break-words whitespace-pre-wrap">
          <span className="pr-1.5 text-xs font-semibold text-muted">{roleName(turn.role)}</span>
          {turn.content}
        </span>
      ))}
    </span>
  );
}

function Passages(props: {
  spans: Extract<AnswerValue, { kind: "extract" }>["spans"];
  labels: readonly Label[];
  input: string;
}) {
  // Spans count code points, as strings do not.
  const points = Array.from(props.input);
  return (
    <span className="flex flex-col gap-1">
      {props.spans.map(({ start, end, labelId }) => (
        <span key={`${start} ${end} ${labelId}`} className="flex min-w-0 items-center gap-1.5">
          <span className="max-w-48 shrink-0">
            <NamedLabel labelId={labelId} labels={props.labels} />
          </span>
          <span dir="auto" className="min-w-0 truncate">
            “{points.slice(start, end).join("")}”
          </span>
        </span>
      ))}
    </span>
  );
}

function describeRank(value: Extract<AnswerValue, { kind: "rank" }>): string {
  return value.outcome === "preferred"
    ? t("annotations.summary.preferred", { letter: letterOf(value.preferred ?? 0) })
    : t(`annotations.summary.${value.outcome}`);
}

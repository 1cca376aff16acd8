import type { Dispute } from "../../../shared/features/agreement/contract.ts";
import type { AnswerValue } from "../../../shared/features/annotations/answer-value.ts";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { t } from "../../client/text.ts";
import { Select, TextArea } from "../../ui/index.ts";
import { NamedLabel } from "./AnswerBody.tsx";
import { kindName } from "./names.ts";
import { spansOfAll } from "./other-answer.ts";

interface OtherAnswerProps<Value extends AnswerValue = AnswerValue> {
  value: Value;
  dispute: Dispute;
  labels: Label[];
  onChange: (value: AnswerValue) => void;
}
type Of<Kind extends AnswerValue["kind"]> = OtherAnswerProps<Extract<AnswerValue, { kind: Kind }>>;

/** An answer that nobody gave: chosen, put together from the answers there are, or written anew. */
export function OtherAnswer(props: OtherAnswerProps) {
  const { value } = props;
  switch (value.kind) {
    case "classify":
      return <OneLabel {...props} value={value} />;
    case "tag":
      return <SomeLabels {...props} value={value} />;
    case "extract":
      return <SomeSpans {...props} value={value} />;
    case "rank":
      return <Outcome {...props} value={value} />;
    case "write":
      return (
        <TextArea
          label={t("agreement.other.text")}
          rows={7}
          dir="auto"
          value={value.response}
          onChange={(event) => props.onChange({ ...value, response: event.target.value })}
        />
      );
    case "chat":
      return <Conversation {...props} value={value} />;
  }
}

function OneLabel({ value, labels, onChange }: Of<"classify">) {
  return (
    <Select
      label={t("agreement.other.label")}
      value={value.labelId}
      onChange={(event) => onChange({ kind: "classify", labelId: event.target.value })}
    >
      {labels.some(({ labelId }) => labelId === value.labelId) ? null : (
        <option value={value.labelId} disabled>
          {t("agreement.removedLabel")}
        </option>
      )}
      {labels.map(({ labelId, name }) => (
        <option key={labelId} value={labelId}>
          {name}
        </option>
      ))}
    </Select>
  );
}

function SomeLabels({ value, labels, onChange }: Of<"tag">) {
  const toggle = (labelId: string) =>
    onChange({
      kind: "tag",
      labelIds: value.labelIds.includes(labelId)
        ? value.labelIds.filter((each) => each !== labelId)
        : [...value.labelIds, labelId],
    });
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="pb-1 text-sm font-medium">{t("agreement.other.labels")}</legend>
      {labels.map(({ labelId }) => (
        <Choice
          key={labelId}
          checked={value.labelIds.includes(labelId)}
          onToggle={() => toggle(labelId)}
        >
          <span className="flex min-w-0">
            <NamedLabel labelId={labelId} labels={labels} />
          </span>
        </Choice>
      ))}
    </fieldset>
  );
}

function SomeSpans({ value, dispute, labels, onChange }: Of<"extract">) {
  const points = Array.from(dispute.input);
  const keyOf = (span: { start: number; end: number; labelId: string }) =>
    `${span.start} ${span.end} ${span.labelId}`;
  const chosen = new Set(value.spans.map(keyOf));
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="pb-1 text-sm font-medium">{t("agreement.other.spans")}</legend>
      {spansOfAll(dispute).map((span) => {
        const key = keyOf(span);
        const spans = chosen.has(key)
          ? value.spans.filter((each) => keyOf(each) !== key)
          : [...value.spans, span].toSorted((a, b) => a.start - b.start || a.end - b.end);
        return (
          <Choice
            key={key}
            checked={chosen.has(key)}
            onToggle={() => onChange({ kind: "extract", spans })}
          >
            <span className="max-w-40 shrink-0">
              <NamedLabel labelId={span.labelId} labels={labels} />
            </span>
            <span dir="auto" className="min-w-0 truncate">
              {points.slice(span.start, span.end).join("")}
            </span>
          </Choice>
        );
      })}
    </fieldset>
  );
}

function Choice(props: { checked: boolean; onToggle: () => void; children: React.ReactNode }) {
  return (
    <label className="flex min-h-8 min-w-0 items-center gap-2 rounded px-1 hover:bg-hover">
      <input
        type="checkbox"
        className="size-4 shrink-0 accent-accent"
        checked={props.checked}
        onChange={props.onToggle}
      />
      {props.children}
    </label>
  );
}

function Outcome({ value, dispute, onChange }: Of<"rank">) {
  const responses = dispute.payload?.kind === "rank" ? dispute.payload.responses : [];
  const name = kindName("rank", []);
  const kinds = [...responses.map((_, at) => String(at)), "tie", "bothBad"] as const;
  const present = value.outcome === "preferred" ? String(value.preferred) : value.outcome;
  return (
    <Select
      label={t("agreement.other.outcome")}
      value={present}
      onChange={(event) => {
        const kind = event.target.value;
        const isOutcome = kind === "tie" || kind === "bothBad";
        onChange({
          kind: "rank",
          outcome: isOutcome ? kind : "preferred",
          preferred: isOutcome ? null : Number(kind),
          reasons: [],
        });
      }}
    >
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {name(kind)}
        </option>
      ))}
    </Select>
  );
}

/** Only what the assistant says is up for decision. */
function Conversation({ value, onChange }: Of<"chat">) {
  const write = (place: number, content: string) =>
    onChange({
      kind: "chat",
      turns: value.turns.map((turn, at) => (at === place ? { ...turn, content } : turn)),
    });
  return (
    <div className="flex flex-col gap-2">
      {value.turns.map((turn, at) =>
        turn.role === "assistant" ? (
          <TextArea
            // Turns have no identity but their place.
            key={at}
            label={t("agreement.role.assistant")}
            rows={4}
            dir="auto"
            value={turn.content}
            onChange={(event) => write(at, event.target.value)}
          />
        ) : (
          <p key={at} dir="auto" className="text-sm break-words whitespace-pre-wrap text-muted">
            <span className="font-semibold">{t(`agreement.role.${turn.role}`)}</span> {turn.content}
          </p>
        ),
      )}
    </div>
  );
}

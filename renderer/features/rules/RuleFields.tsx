import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { t } from "../../client/text.ts";
import { LabelChip, Select, TextArea } from "../../ui/index.ts";

export interface RuleDraft {
  body: string;
  labelIds: string[];
}

interface RuleFieldsProps {
  draft: RuleDraft;
  labels: readonly Label[];
  onChange: (draft: RuleDraft) => void;
  /** Enter in the sentence. */
  onEnter: () => void;
}

const focusOnMount = (node: HTMLDivElement | null): void =>
  node?.querySelector("textarea")?.focus();

/** The sentence, and the labels that it is about. */
export function RuleFields({ draft, labels, onChange, onEnter }: RuleFieldsProps) {
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!event.repeat) onEnter();
  }
  return (
    <div ref={focusOnMount} className="flex flex-col gap-4">
      <TextArea
        label={t("rules.body")}
        hint={t("rules.body.hint")}
        placeholder={t("rules.body.placeholder")}
        rows={3}
        maxLength={500}
        dir="auto"
        value={draft.body}
        onChange={({ target }) => onChange({ ...draft, body: target.value })}
        onKeyDown={onKeyDown}
      />
      {labels.length > 0 ? (
        <LabelChoice
          labels={labels}
          chosen={draft.labelIds}
          onChange={(labelIds) => onChange({ ...draft, labelIds })}
        />
      ) : null}
    </div>
  );
}

function LabelChoice(props: {
  labels: readonly Label[];
  chosen: readonly string[];
  onChange: (labelIds: string[]) => void;
}) {
  const { labels, chosen, onChange } = props;
  const id = useId();
  const named = labels.filter(({ labelId }) => chosen.includes(labelId));
  const others = labels.filter(({ labelId }) => !chosen.includes(labelId));
  return (
    <section aria-labelledby={id} className="flex flex-col gap-1.5">
      <h3 id={id} className="text-sm font-medium">
        {t("rules.labels")}
      </h3>
      <div className="flex min-h-7 flex-wrap items-center gap-1.5">
        {named.length === 0 ? (
          <span className="text-muted">{t("rules.labels.none")}</span>
        ) : (
          named.map(({ labelId, name, colour }) => (
            <LabelChip
              key={labelId}
              name={name}
              colour={colour}
              trailing={
                <Drop
                  label={t("rules.labels.drop", { label: name })}
                  onClick={() => onChange(chosen.filter((other) => other !== labelId))}
                />
              }
            />
          ))
        )}
      </div>
      {others.length > 0 ? (
        <Select
          label={t("rules.labels.add")}
          value=""
          onChange={({ target }) => onChange([...chosen, target.value])}
        >
          <option value="" disabled>
            {t("rules.labels.choose")}
          </option>
          {others.map(({ labelId, name }) => (
            <option key={labelId} value={labelId}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
    </section>
  );
}

function Drop(props: { label: string; onClick: () => void; children?: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={props.label}
      onClick={props.onClick}
      className="flex size-6 items-center justify-center rounded hover:bg-hover"
    >
      <X aria-hidden className="size-3.5" />
    </button>
  );
}

import { useEffect, useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import { t } from "../../client/text.ts";
import { Button, Dialog, RadioCard } from "../../ui/index.ts";
import { closeRuleMaking, type RuleSource, type RuleSources, useRuleMaking } from "./open.ts";
import { type RuleDraft, RuleFields } from "./RuleFields.tsx";
import { useRuleChanges } from "./use-rules.ts";

/** What was decided just now becomes a rule, with the example that called for it. */
export function MakeRuleDialog({ labels }: { labels: readonly Label[] }) {
  const sources = useRuleMaking((state) => state.sources);
  useEffect(() => closeRuleMaking, []);
  return (
    <Dialog
      open={sources !== null}
      onOpenChange={closeRuleMaking}
      title={t("rules.make.title")}
      description={t("rules.make.text")}
    >
      {sources ? <MakeRule sources={sources} labels={labels} /> : null}
    </Dialog>
  );
}

const draftOf = (source: RuleSource | null): RuleDraft => ({
  body: "",
  labelIds: source?.labelIds ?? [],
});

function MakeRule({ sources, labels }: { sources: RuleSources; labels: readonly Label[] }) {
  const [which, setWhich] = useState(sources.first);
  const source = sources[which];
  const [draft, setDraft] = useState(() => draftOf(source));
  const { add } = useRuleChanges(closeRuleMaking);
  const isReady = draft.body.trim() !== "" && !add.isPending;
  function save() {
    if (isReady) add.mutate({ ...draft, ...(source ? { exampleId: source.exampleId } : {}) });
  }
  function choose(next: "current" | "answered") {
    setWhich(next);
    setDraft({ body: draft.body, labelIds: sources[next]?.labelIds ?? [] });
  }
  return (
    <div className="flex flex-col gap-4 pb-3">
      <RuleFields draft={draft} labels={labels} onChange={setDraft} onEnter={save} />
      {sources.current && sources.answered ? (
        <WhichExample sources={sources} which={which} onChoose={choose} />
      ) : source ? (
        <Excerpt text={source.text} />
      ) : null}
      <div className="flex justify-end gap-2 border-t border-line pt-3">
        <Button onClick={closeRuleMaking}>{t("common.cancel")}</Button>
        <Button writes look="primary" disabled={!isReady} onClick={save}>
          {t("rules.save")}
        </Button>
      </div>
    </div>
  );
}

function Excerpt({ text }: { text: string }) {
  return (
    <section aria-label={t("rules.example")} className="rounded-md bg-sunken px-3 py-2">
      <p dir="auto" className="line-clamp-3 break-words">
        {text.trim()}
      </p>
    </section>
  );
}

function WhichExample(props: {
  sources: RuleSources;
  which: "current" | "answered";
  onChoose: (which: "current" | "answered") => void;
}) {
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{t("rules.example.which")}</legend>
      {(["answered", "current"] as const).map((which) => (
        <RadioCard
          key={which}
          name="rule-example"
          title={t(`rules.example.${which}`)}
          text={
            <span dir="auto" className="line-clamp-2 break-words">
              {props.sources[which]?.text.trim()}
            </span>
          }
          checked={which === props.which}
          onChoose={() => props.onChoose(which)}
        />
      ))}
    </fieldset>
  );
}

import { useState } from "react";
import type { Label } from "../../../shared/features/definitions/contract.ts";
import type { Rule } from "../../../shared/features/rules/contract.ts";
import { t } from "../../client/text.ts";
import { Button, Dialog } from "../../ui/index.ts";
import { RevisitQuestion } from "./RevisitQuestion.tsx";
import { RuleFields } from "./RuleFields.tsx";
import { useRuleChanges } from "./use-rules.ts";

interface RuleDialogProps {
  rule: Rule;
  labels: readonly Label[];
  onClose: () => void;
}

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item));

/** Changes a rule, and then asks which answers that calls for looking at once more. */
export function ChangeRuleDialog({ rule, labels, onClose }: RuleDialogProps) {
  const [draft, setDraft] = useState({ body: rule.body, labelIds: rule.labelIds });
  const [isAsking, setIsAsking] = useState(false);
  const { change } = useRuleChanges(onClose);
  const isChanged = draft.body.trim() !== rule.body || !isSameSet(draft.labelIds, rule.labelIds);
  const isReady = draft.body.trim() !== "" && isChanged;
  const goOn = () => setIsAsking(isReady);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(isAsking ? "rules.revisit.title" : "rules.change.title")}
    >
      <div className="flex flex-col gap-4 pb-3">
        {isAsking ? (
          <>
            <blockquote dir="auto" className="border-s-2 border-line-strong ps-3 break-words">
              {draft.body.trim()}
            </blockquote>
            <RevisitQuestion
              rule={rule}
              labelIds={draft.labelIds}
              isBusy={change.isPending}
              onChoose={(revisit) => change.mutate({ ruleId: rule.ruleId, ...draft, revisit })}
            />
          </>
        ) : (
          <RuleFields draft={draft} labels={labels} onChange={setDraft} onEnter={goOn} />
        )}
        <div className="flex justify-end gap-2 border-t border-line pt-3">
          {isAsking ? (
            <Button onClick={() => setIsAsking(false)}>{t("rules.back")}</Button>
          ) : (
            <>
              <Button onClick={onClose}>{t("common.cancel")}</Button>
              <Button look="primary" disabled={!isReady} onClick={goOn}>
                {t("rules.goOn")}
              </Button>
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** Takes a rule out of the guideline, and asks the same. */
export function RetireRuleDialog({ rule, onClose }: Omit<RuleDialogProps, "labels">) {
  const { remove } = useRuleChanges(onClose);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("rules.retire.title")}
      description={t("rules.retire.text")}
    >
      <div className="flex flex-col gap-4 pb-3">
        <blockquote dir="auto" className="border-s-2 border-line-strong ps-3 break-words">
          {rule.body}
        </blockquote>
        <RevisitQuestion
          rule={rule}
          isBusy={remove.isPending}
          onChoose={(revisit) => remove.mutate({ ruleId: rule.ruleId, revisit })}
        />
        <div className="flex justify-end border-t border-line pt-3">
          <Button onClick={onClose}>{t("common.cancel")}</Button>
        </div>
      </div>
    </Dialog>
  );
}

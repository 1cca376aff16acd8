import { type Dispute, isRuleBody } from "../../../shared/features/agreement/contract.ts";
import { formatDateTime, t } from "../../client/text.ts";
import { MODIFIER_KEY } from "../../platform/modifier-key.ts";
import { Button, Key, Notice, TextArea, WriteScope } from "../../ui/index.ts";
import { nameOf } from "./names.ts";

const COMMENT_NAME = "decision-comment";

export const focusComment = (): void => document.getElementsByName(COMMENT_NAME)[0]?.focus();

/** What was decided before, why it is decided so now, and the button that does it. */
export function DecisionBar(props: {
  dispute: Dispute;
  comment: string;
  asRule: boolean;
  namesHidden: boolean;
  isPending: boolean;
  isAsked: boolean;
  onComment: (comment: string) => void;
  onAsRule: (asRule: boolean) => void;
  onConfirm: () => void;
}) {
  const { decision, isOpen } = props.dispute;
  return (
    <div className="flex shrink-0 flex-col gap-2">
      {decision ? (
        <Notice
          tone={isOpen ? "warning" : "success"}
          title={t(isOpen ? "agreement.decided.reopened" : "agreement.decided.title", {
            who: props.namesHidden ? t("agreement.somebody") : nameOf(decision.by),
            when: formatDateTime(decision.atMs),
          })}
        >
          {decision.comment ? <p className="whitespace-pre-wrap">{decision.comment}</p> : null}
        </Notice>
      ) : null}
      <WriteScope>
        <div className="flex items-start gap-3 max-sm:flex-col max-sm:items-stretch">
          <TextArea
            name={COMMENT_NAME}
            label={t("agreement.decide.comment")}
            placeholder={t("agreement.decide.commentHint")}
            hint={t("agreement.decide.keys", { modifier: MODIFIER_KEY })}
            fieldClassName="min-w-0 flex-1"
            rows={2}
            maxLength={2000}
            dir="auto"
            value={props.comment}
            onChange={(event) => props.onComment(event.target.value)}
          />
          <div className="flex flex-col items-end gap-1 sm:pt-6">
            <Button
              writes
              look="primary"
              size="large"
              disabled={props.isPending}
              onClick={props.onConfirm}
            >
              {t("agreement.decide.confirm")}
              <span aria-hidden>
                <Key>↵</Key>
              </span>
            </Button>
            <label className="flex min-h-6 items-center gap-1.5 text-sm">
              <input
                type="checkbox"
                className="size-4 accent-(--accent)"
                checked={props.asRule && isRuleBody(props.comment)}
                disabled={!isRuleBody(props.comment)}
                onChange={(event) => props.onAsRule(event.target.checked)}
              />
              {t("agreement.decide.asRule")}
              <span aria-hidden>
                <Key>M</Key>
              </span>
            </label>
            <span role="status" className="text-sm text-warning">
              {props.isAsked ? t("agreement.decide.chooseFirst") : ""}
            </span>
          </div>
        </div>
      </WriteScope>
    </div>
  );
}

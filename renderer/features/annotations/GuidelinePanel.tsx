import { X } from "lucide-react";
import { labelsOf } from "../../../shared/features/annotations/replace-label.ts";
import type { Definition } from "../../../shared/features/definitions/contract.ts";
import { t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Button, ScrollRegion } from "../../ui/index.ts";
import { GuidelineView } from "../definitions/index.ts";
import { RuleList } from "../rules/index.ts";
import { useCurrentExample } from "./queue/desk.ts";
import { MakeRuleButton } from "./MakeRuleButton.tsx";
import { openGuideline } from "./view.ts";

/** The written rules, beside the example they are for. */
export function GuidelinePanel({ definition }: { definition: Definition }) {
  const { guideline, labels, taskType } = definition;
  const answer = useCurrentExample()?.answer;
  return (
    <section
      aria-label={t("annotations.guideline")}
      className="flex w-72 shrink-0 flex-col max-lg:max-h-64 max-lg:w-auto rounded-lg border border-line bg-surface 2xl:w-96"
    >
      <header className="flex min-h-10 items-center justify-between gap-2 border-b border-line pr-2 pl-4">
        <h2 className="text-sm font-semibold">
          {t("annotations.guideline")}
          {guideline.version > 0 ? (
            <span className="pl-1.5 text-xs font-normal text-muted">
              {t("annotations.guidelineVersion", { version: guideline.version })}
            </span>
          ) : null}
        </h2>
        <button
          type="button"
          aria-label={t("annotations.hideGuideline")}
          onClick={() => openGuideline(false)}
          className="flex size-6 items-center justify-center rounded text-muted hover:bg-hover"
        >
          <X aria-hidden className="size-4" />
        </button>
      </header>
      <ScrollRegion
        aria-label={t("annotations.guidelineText")}
        className="min-h-16 flex-1 overflow-auto px-4 py-3"
      >
        {guideline.body.trim() ? (
          <GuidelineView body={guideline.body} />
        ) : (
          <p className="text-muted">{t("annotations.noGuideline")}</p>
        )}
      </ScrollRegion>
      <RuleList
        labels={labels}
        firstLabelIds={answer ? labelsOf(answer) : []}
        className="max-h-[60%] shrink-0 overflow-auto border-t border-line px-4 py-3"
      />
      <footer className="flex flex-wrap items-center justify-between border-t border-line px-1 py-1.5">
        <MakeRuleButton labels={labels} taskType={taskType} />
        <Button look="quiet" size="small" onClick={() => goTo({ step: "define" })}>
          {t("annotations.editGuideline")}
        </Button>
      </footer>
    </section>
  );
}

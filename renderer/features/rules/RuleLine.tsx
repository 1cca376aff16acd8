import { ChevronRight, CornerUpRight } from "lucide-react";
import type { Rule } from "../../../shared/features/rules/contract.ts";
import { formatDay, t } from "../../client/text.ts";
import { goTo } from "../../navigation/navigation.ts";
import { Badge, Button } from "../../ui/index.ts";

/** A rule with its day and, on demand, the example that called for it. */
export function RuleLine({ rule, isNewest }: { rule: Rule; isNewest: boolean }) {
  const { example } = rule;
  return (
    <div className="min-w-0">
      <p dir="auto" className="break-words whitespace-pre-wrap">
        {rule.body}
      </p>
      <div className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
        {isNewest ? <Badge tone="accent">{t("rules.new")}</Badge> : null}
        <span>{t("rules.since", { day: formatDay(rule.changedAtMs) })}</span>
        {example ? (
          <details className="group open:w-full">
            <summary className="inline-flex min-h-6 cursor-pointer list-none items-center gap-0.5 rounded hover:text-ink">
              <ChevronRight aria-hidden className="size-3 group-open:rotate-90" />
              {t("rules.example")}
            </summary>
            <div className="mb-1 flex flex-col items-start gap-1 border-s-2 border-line-strong ps-2">
              <p dir="auto" className="text-sm break-words">
                {example.excerpt}
              </p>
              <Button
                look="quiet"
                size="small"
                className="-ms-2"
                onClick={() => goTo({ step: "label", queue: "all", subjectId: example.exampleId })}
              >
                <CornerUpRight aria-hidden className="size-3" />
                {t("rules.example.open")}
              </Button>
            </div>
          </details>
        ) : null}
      </div>
    </div>
  );
}

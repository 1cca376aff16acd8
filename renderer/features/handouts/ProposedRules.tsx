import { useMutation, useQuery } from "@tanstack/react-query";
import type { MergeCounts } from "../../../shared/features/handouts/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { t } from "../../client/text.ts";
import { Badge, Button } from "../../ui/index.ts";
import { useRules } from "../rules/index.ts";

type Proposed = MergeCounts["rules"][number];

/** Rules that a colleague made: each becomes one here when somebody says so, and not before. */
export function ProposedRules({ rules, name }: { rules: Proposed[]; name: string }) {
  const here = new Set(useRules().map(({ body }) => body));
  const labels = useQuery(orpc.definitions.get.queryOptions()).data?.labels ?? [];
  const add = useMutation(orpc.rules.add.mutationOptions({ onSuccess: () => refreshProject() }));
  const takeOver = ({ body, exampleId, labelIds }: Proposed) =>
    add.mutate({
      body,
      // Labels that only the colleague has are no labels of this project.
      labelIds: labelIds.filter((id) => labels.some(({ labelId }) => labelId === id)),
      ...(exampleId === null ? {} : { exampleId }),
    });
  return (
    <div>
      <h4 className="text-sm font-medium">{t("handouts.rules.title", { name })}</h4>
      <ul className="flex flex-col gap-1 text-sm">
        {rules.map((rule) => (
          <li key={rule.ruleId} className="flex items-start gap-2">
            <span className="min-w-0 flex-1 break-words whitespace-pre-wrap" dir="auto">
              {rule.body}
            </span>
            {here.has(rule.body) ? (
              <Badge tone="success">{t("handouts.rules.here")}</Badge>
            ) : (
              <Button writes size="small" disabled={add.isPending} onClick={() => takeOver(rule)}>
                {t("handouts.rules.takeOver")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

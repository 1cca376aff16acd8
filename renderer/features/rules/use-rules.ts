import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Rule } from "../../../shared/features/rules/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { formatNumber, t } from "../../client/text.ts";
import { showToast } from "../../client/toasts.ts";
import { undo } from "../../client/undo.ts";

/** The rules in force; empty until they are known. */
export const useRules = (): Rule[] => useQuery(orpc.rules.list.queryOptions()).data ?? [];

function tell(title: string, revisited: number): void {
  showToast({
    tone: "success",
    topic: "rule",
    title,
    ...(revisited > 0
      ? { text: t("rules.revisited", { examples: revisited, shown: formatNumber(revisited) }) }
      : {}),
    action: { label: t("common.undo"), run: () => void undo() },
  });
}

/** The ways to change the rules; every one says so, with the way back beside it. */
export function useRuleChanges(onDone: () => void) {
  const queryClient = useQueryClient();
  function finish(rules: Rule[], title: string, revisited = 0) {
    queryClient.setQueryData(orpc.rules.list.queryKey(), rules);
    tell(title, revisited);
    onDone();
    void refreshProject();
  }
  return {
    add: useMutation(
      orpc.rules.add.mutationOptions({ onSuccess: (rules) => finish(rules, t("rules.saved")) }),
    ),
    change: useMutation(
      orpc.rules.change.mutationOptions({
        onSuccess: ({ rules, revisited }) => finish(rules, t("rules.changed"), revisited),
      }),
    ),
    remove: useMutation(
      orpc.rules.remove.mutationOptions({
        onSuccess: ({ rules, revisited }) => finish(rules, t("rules.retired"), revisited),
      }),
    ),
  };
}

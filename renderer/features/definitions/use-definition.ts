import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Definition } from "../../../shared/features/definitions/contract.ts";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";

export const useDefinition = (): Definition | undefined =>
  useQuery(orpc.definitions.get.queryOptions()).data;

/** Every change answers with the whole definition: show it at once, then let the other screens ask. */
function show(queryClient: QueryClient, definition: Definition): void {
  queryClient.setQueryData(orpc.definitions.get.queryKey(), definition);
  void refreshProject();
}

/** The ways to change the definition; a failure is thrown for the caller to show beside the field. */
export function useDefinitionChanges() {
  const queryClient = useQueryClient();
  const shared = {
    onSuccess: (definition: Definition) => show(queryClient, definition),
  };
  const inline = { meta: { showsItsOwnError: true } };
  const { definitions } = orpc;
  return {
    setTaskType: useMutation({ ...definitions.setTaskType.mutationOptions(shared), ...inline }),
    saveGuideline: useMutation(definitions.saveGuideline.mutationOptions(shared)),
    saveSystemPrompt: useMutation(definitions.saveSystemPrompt.mutationOptions(shared)),
    addLabel: useMutation({ ...definitions.addLabel.mutationOptions(shared), ...inline }),
    updateLabel: useMutation({ ...definitions.updateLabel.mutationOptions(shared), ...inline }),
    moveLabel: useMutation(definitions.moveLabel.mutationOptions(shared)),
    removeLabel: useMutation({ ...definitions.removeLabel.mutationOptions(shared), ...inline }),
  };
}
export type DefinitionChanges = ReturnType<typeof useDefinitionChanges>;

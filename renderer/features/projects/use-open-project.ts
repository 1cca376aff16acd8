import { useMutation } from "@tanstack/react-query";
import { refreshProject } from "../../client/query-client.ts";
import { orpc } from "../../client/rpc.ts";
import { showOpenTrouble } from "../rescue/index.ts";
import { goTo } from "../../navigation/navigation.ts";

/** Opens a project from the list or from a chosen file and shows its first step. */
export const useOpenProject = () =>
  useMutation({
    ...orpc.projects.open.mutationOptions({
      onSuccess: () => {
        goTo({ step: "bring" });
        return refreshProject();
      },
      onError: (error, target) => showOpenTrouble(error, target),
    }),
    meta: { showsItsOwnError: true },
  });
export type OpenProject = ReturnType<typeof useOpenProject>;

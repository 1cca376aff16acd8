import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import type { ErrorCode } from "../../shared/errors/codes.ts";
import { useConnection } from "./connection.ts";
import { codeOf, textOf } from "./errors.ts";
import { showToast } from "./toasts.ts";

const STOPS_WRITING = new Set<ErrorCode>(["diskFailed", "fileDamaged", "readOnly"]);

/** Everything comes from this computer: retrying does not help, and what changed is asked again at once. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => noteState(error) }),
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: Infinity,
      networkMode: "always",
      refetchOnWindowFocus: false,
    },
    mutations: { retry: false, networkMode: "always" },
  },
  mutationCache: new MutationCache({
    onError: (error, _input, _context, mutation) => {
      noteState(error);
      if (mutation.meta?.["showsItsOwnError"] === true) return;
      const text = textOf(error);
      showToast({ tone: "danger", title: text.what, text: `${text.safe} ${text.next}` });
    },
  }),
});

/** A failing disk or a damaged file ends writing: the frame around the screens has to know. */
export function noteState(error: unknown): void {
  if (STOPS_WRITING.has(codeOf(error)))
    void queryClient.invalidateQueries({ queryKey: [["projects", "current"]] });
}

/** Call after anything that changed the project: every screen asks anew for what it shows. */
export async function refreshProject(): Promise<void> {
  // While nobody answers, what is shown stays; once somebody does, everything is asked anew.
  if (!useConnection.getState().lost) await queryClient.invalidateQueries();
}

import { MutationCache, QueryClient } from "@tanstack/react-query";
import { useConnection } from "./connection.ts";
import { textOf } from "./errors.ts";
import { showToast } from "./toasts.ts";

/** Everything comes from this computer: retrying does not help, and what changed is asked again at once. */
export const queryClient = new QueryClient({
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
      if (mutation.meta?.["showsItsOwnError"] === true) return;
      const text = textOf(error);
      showToast({ tone: "danger", title: text.what, text: `${text.safe} ${text.next}` });
    },
  }),
});

/** Call after anything that changed the project: every screen asks anew for what it shows. */
export async function refreshProject(): Promise<void> {
  // While nobody answers, what is shown stays; once somebody does, everything is asked anew.
  if (!useConnection.getState().lost) await queryClient.invalidateQueries();
}

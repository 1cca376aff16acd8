import { AppError } from "#shared/errors/app-error.ts";
import type { ProviderId } from "#shared/features/providers/contract.ts";
import type {
  Completion,
  Provider,
  Question,
  QuestionTask,
  ServiceConnection,
} from "./provider.ts";

/** Asks one model one question about an example that is in no frozen version. */
export type Propose = (
  task: QuestionTask,
  example: Question,
  signal: AbortSignal,
) => Promise<Completion>;

/** Everyone who can train or answer, in the order in which they are offered. */
export function createProviderRegistry(providers: readonly Provider[]) {
  const find = (providerId: ProviderId) =>
    providers.find((provider) => provider.providerId === providerId);
  return {
    list: () => providers,
    find,
    get(providerId: ProviderId): Provider {
      const provider = find(providerId);
      if (!provider) throw new AppError("notFound", { thing: providerId });
      return provider;
    },
    /** A model behind a connection, for suggestions. */
    proposer(connection: ServiceConnection, model: string): Propose {
      const make = providers.find((provider) => provider.makeProposer)?.makeProposer;
      if (!make) throw new AppError("notFound", { thing: "service" });
      return make(connection, model);
    },
  };
}
export type ProviderRegistry = ReturnType<typeof createProviderRegistry>;

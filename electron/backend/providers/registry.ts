import { AppError } from "#shared/errors/app-error.ts";
import type { ProviderId } from "#shared/features/providers/contract.ts";
import type { Provider } from "./provider.ts";

/** Everyone who can train or answer, in the order in which they are offered. */
export function createProviderRegistry(providers: readonly Provider[]) {
  return {
    list: () => providers,
    get(providerId: ProviderId): Provider {
      const provider = providers.find((each) => each.providerId === providerId);
      if (!provider) throw new AppError("notFound", { thing: providerId });
      return provider;
    },
  };
}
export type ProviderRegistry = ReturnType<typeof createProviderRegistry>;

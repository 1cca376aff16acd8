import { AppError } from "#shared/errors/app-error.ts";
import type { ProviderId } from "#shared/features/providers/contract.ts";
import type { Provider } from "./provider.ts";

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
  };
}
export type ProviderRegistry = ReturnType<typeof createProviderRegistry>;

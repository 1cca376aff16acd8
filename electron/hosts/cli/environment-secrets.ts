import type { SecretStore } from "#backend/secrets/secret-store.ts";

export interface EnvironmentSecrets extends SecretStore {
  /**
   * Names the connections that may have the key; every other service goes without. Until then nobody is
   * answered, so that a training which is taken up again asks its service for nothing behind the user's back.
   */
  readonly giveTo: (connectionIds: readonly string[]) => void;
}

/** On the command line the key comes from the environment, for this one command, and is stored nowhere. */
export function createEnvironmentSecrets(env: NodeJS.ProcessEnv): EnvironmentSecrets {
  const chosen = new Set<string>();
  const decision = Promise.withResolvers<void>();
  return {
    persistence: "session",
    giveTo(connectionIds) {
      for (const connectionId of connectionIds) chosen.add(connectionId);
      decision.resolve();
    },
    async get(name) {
      await decision.promise;
      const isChosen = [...chosen].some((connectionId) => name.endsWith(connectionId));
      return isChosen ? env["TACIT_API_KEY"] : undefined;
    },
    set: async () => {},
    delete: async () => {},
  };
}

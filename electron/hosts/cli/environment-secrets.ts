import type { SecretStore } from "#backend/secrets/secret-store.ts";

/** On the command line the key comes from the environment, for this one command, and is stored nowhere. */
export function createEnvironmentSecrets(env: NodeJS.ProcessEnv): SecretStore {
  return {
    persistence: "session",
    get: async () => env["TACIT_API_KEY"],
    set: async () => {},
    delete: async () => {},
  };
}

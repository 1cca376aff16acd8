/** Where keys live: the operating system's keychain, or this process's memory and nowhere else. */
export interface SecretStore {
  readonly persistence: "keychain" | "session";
  get(name: string): Promise<string | undefined>;
  set(name: string, secret: string): Promise<void>;
  delete(name: string): Promise<void>;
}

/** Keys that are forgotten when the process ends; for hosts without a keychain. */
export function createSessionSecrets(): SecretStore {
  const secrets = new Map<string, string>();
  return {
    persistence: "session",
    get: async (name) => secrets.get(name),
    set: async (name, secret) => void secrets.set(name, secret),
    delete: async (name) => void secrets.delete(name),
  };
}

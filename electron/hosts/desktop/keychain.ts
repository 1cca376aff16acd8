import { existsSync, readFileSync } from "node:fs";
import { safeStorage } from "electron";
import { z } from "zod";
import { writeAtomically } from "#backend/files/write-atomically.ts";
import type { LogError } from "#backend/rpc/error-log.ts";
import type { Answers } from "./ask-channel.ts";
import type { KeychainAsks } from "./messages.ts";

/** Names of keys with their ciphertext in base64; worthless without the system's keychain. */
const KeyFile = z.record(z.string(), z.string());
type KeyFile = z.infer<typeof KeyFile>;

/** False where the system keeps no secrets, or would "protect" them with a key that everyone knows. */
export async function hasKeychain(logError: LogError): Promise<boolean> {
  const isAvailable = await safeStorage.isAsyncEncryptionAvailable().catch((error: unknown) => {
    logError(error);
    return false;
  });
  if (!isAvailable || process.platform !== "linux") return isAvailable;
  const store = safeStorage.getSelectedStorageBackend();
  return store !== "basic_text" && store !== "unknown";
}

/** Keeps the backend's keys as ciphertext in `path`. */
export function createKeychain(path: string, logError: LogError): Answers<KeychainAsks> {
  function read(): KeyFile {
    if (!existsSync(path)) return {};
    try {
      return KeyFile.parse(JSON.parse(readFileSync(path, "utf8")));
    } catch (error) {
      logError(error);
      return {};
    }
  }
  const write = (keys: KeyFile) => writeAtomically(path, JSON.stringify(keys, null, 2));

  async function store(name: string, secret: string): Promise<void> {
    const encrypted = await safeStorage.encryptStringAsync(secret);
    write({ ...read(), [name]: encrypted.toString("base64") });
  }

  return {
    async getSecret({ name }) {
      const encrypted = read()[name];
      if (encrypted === undefined) return null;
      try {
        const decrypted = await safeStorage.decryptStringAsync(Buffer.from(encrypted, "base64"));
        if (decrypted.shouldReEncrypt) await store(name, decrypted.result);
        return decrypted.result;
      } catch (error) {
        // A locked or replaced keychain: the user is asked for the key again, the file stays.
        logError(error);
        return null;
      }
    },
    setSecret: ({ name, secret }) => store(name, secret),
    deleteSecret({ name }) {
      const { [name]: _gone, ...others } = read();
      write(others);
    },
  };
}

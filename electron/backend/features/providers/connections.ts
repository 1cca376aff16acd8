import { AppError } from "#shared/errors/app-error.ts";
import type { Connection } from "#shared/features/providers/contract.ts";
import { newId } from "../../ids.ts";
import type { ServiceConnection } from "../../providers/provider.ts";
import type { SecretStore } from "../../secrets/secret-store.ts";
import type { SettingsStore } from "../../settings/settings.ts";
import { isLoopback, safeAddress, sameOrigin } from "./address.ts";

/** Servers on this computer often want no key, but the protocol's header must hold something. */
const NO_KEY = "none";

const secretName = (connectionId: string) => `connection-${connectionId}`;

/** The services that the user has entered: names and addresses in the settings, keys in the secret store alone. */
export function createConnectionService(settings: SettingsStore, secrets: SecretStore) {
  const find = (connectionId: string) =>
    settings.get().connections.find((each) => each.connectionId === connectionId);

  /** A keychain that is locked or broken counts as one that does not hold the key. */
  async function findKey(connectionId: string): Promise<string | undefined> {
    const key = await secrets.get(secretName(connectionId)).catch(() => undefined);
    return key === "" ? undefined : key;
  }

  async function describe(
    saved: Pick<Connection, "connectionId" | "name" | "baseUrl">,
  ): Promise<Connection> {
    const key = await findKey(saved.connectionId);
    return { ...saved, key: key === undefined ? "missing" : secrets.persistence };
  }

  return {
    list: (): Promise<Connection[]> => Promise.all(settings.get().connections.map(describe)),

    /** A new address drops the stored key unless a key comes with it: one service's key is no other's business. */
    async save(input: {
      connectionId?: string | undefined;
      name: string;
      baseUrl: string;
      apiKey?: string | undefined;
    }): Promise<Connection> {
      const baseUrl = safeAddress(input.baseUrl);
      const connectionId = input.connectionId ?? newId();
      const before = find(connectionId);
      if (input.connectionId !== undefined && !before) {
        throw new AppError("notFound", { thing: "connection" });
      }
      const name = secretName(connectionId);
      const key = input.apiKey?.replaceAll(/\s+/g, "");
      if (key) await secrets.set(name, key);
      else if (key === "" || (before && !sameOrigin(before.baseUrl, baseUrl))) {
        await secrets.delete(name);
      }
      const saved = { connectionId, name: input.name, baseUrl };
      settings.update((current) => ({
        ...current,
        connections: before
          ? current.connections.map((each) => (each.connectionId === connectionId ? saved : each))
          : [...current.connections, saved],
      }));
      return describe(saved);
    },

    async remove(connectionId: string): Promise<void> {
      await secrets.delete(secretName(connectionId));
      settings.update((current) => ({
        ...current,
        connections: current.connections.filter((each) => each.connectionId !== connectionId),
      }));
    },

    /** The name and address of a saved connection. */
    get(connectionId: string | undefined) {
      const saved = connectionId === undefined ? undefined : find(connectionId);
      if (!saved) throw new AppError("connectionMissing");
      return saved;
    },

    /**
     * A connection as an adapter uses it. The key is fetched for each request, and only while the saved
     * address still is the one that this connection was opened for.
     */
    open(saved: { connectionId: string; name: string; baseUrl: string }): ServiceConnection {
      return {
        name: saved.name,
        baseUrl: saved.baseUrl,
        async apiKey() {
          const now = find(saved.connectionId);
          if (!now || !sameOrigin(now.baseUrl, saved.baseUrl)) {
            throw new AppError("connectionMissing");
          }
          const key = await findKey(saved.connectionId);
          if (key !== undefined) return key;
          if (isLoopback(saved.baseUrl)) return NO_KEY;
          throw new AppError("keyMissing", { name: saved.name });
        },
      };
    },
  };
}
export type ConnectionService = ReturnType<typeof createConnectionService>;

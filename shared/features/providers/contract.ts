import { z } from "zod";
import { base } from "../../contract/base.ts";
import { Count, Id } from "../../contract/primitives.ts";
import { ErrorParams } from "../../errors/app-error.ts";
import { TaskType } from "../projects/task-type.ts";

export const ProviderId = z.enum(["instant", "openai"]);
export type ProviderId = z.infer<typeof ProviderId>;

/** What a provider can do; screens ask these flags, never the provider's name. */
export const Capabilities = z.object({
  runsOnThisComputer: z.boolean(),
  isLanguageModel: z.boolean(),
  needsConnection: z.boolean(),
  taskTypes: z.array(TaskType),
  minimumTrainRows: Count,
  hasLossCurve: z.boolean(),
  hyperparameters: z.array(z.enum(["epochs", "batchSize", "learningRateMultiplier"])),
});
export type Capabilities = z.infer<typeof Capabilities>;

export const ProviderInfo = z.object({ providerId: ProviderId, capabilities: Capabilities });
export type ProviderInfo = z.infer<typeof ProviderInfo>;

/** A service the user may send data to; the key itself never leaves the backend. */
export const Connection = z.object({
  connectionId: Id,
  name: z.string(),
  baseUrl: z.url(),
  /** `keychain` survives a restart, `session` does not, `missing` must be typed again. */
  key: z.enum(["keychain", "session", "missing"]),
});
export type Connection = z.infer<typeof Connection>;

export const BaseModel = z.object({
  model: z.string(),
  /** ISO date after which the service stops serving it, when the service says so. */
  shutdownDate: z.string().nullable(),
});
export type BaseModel = z.infer<typeof BaseModel>;

export const AccessCheck = z.discriminatedUnion("state", [
  z.object({ state: z.literal("ok") }),
  z.object({
    state: z.literal("problem"),
    code: z.string(),
    params: ErrorParams,
    detail: z.string(),
  }),
]);

export const providersContract = {
  list: base.output(z.array(ProviderInfo)),
  listConnections: base.output(z.array(Connection)),
  saveConnection: base
    .input(
      z.object({
        connectionId: Id.optional(),
        name: z.string().trim().min(1).max(120),
        baseUrl: z.url().max(2000),
        /** Left out: keep the stored key. */
        apiKey: z.string().max(2000).optional(),
      }),
    )
    .output(Connection),
  removeConnection: base.input(z.object({ connectionId: Id })).output(z.void()),
  /** Asks the service once; nothing but the key is sent. */
  checkAccess: base
    .input(z.object({ providerId: ProviderId, connectionId: Id.optional() }))
    .output(AccessCheck),
  listBaseModels: base
    .input(z.object({ providerId: ProviderId, connectionId: Id.optional() }))
    .output(z.array(BaseModel)),
};

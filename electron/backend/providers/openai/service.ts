import { OpenAI } from "openai";
import type { z } from "zod";
import { AppError } from "#shared/errors/app-error.ts";
import { serviceTraits } from "#shared/features/providers/service-traits.ts";
import type { ServiceConnection } from "../provider.ts";
import { type About, explain, notThatService, ServiceFailure } from "./failures.ts";
import { backoffMs, pause, type Timing } from "./timing.ts";

type Send = (
  client: OpenAI,
  options: { signal?: AbortSignal; timeout?: number },
) => PromiseLike<unknown>;

export interface AskOptions<Shape extends z.ZodType> {
  shape: Shape;
  send: Send;
  /** Null: the request runs to its end whatever the user does. */
  signal: AbortSignal | null;
  /** For one try; the service's usual patience when left out. */
  timeoutMs?: number;
  about?: About;
}

/** What is known of the service behind an address. */
export type TraitsOf = typeof serviceTraits;

/** Keys shorter than this are placeholders of keyless servers; blotting them out would garble texts. */
const MIN_KEY_CHARS = 8;

/**
 * One service behind one connection. The SDK's own retries stay off, because it also repeats what must
 * not be repeated; redirects are not followed, so that no data reaches an address that was not agreed to.
 */
export function openService(
  connection: ServiceConnection,
  timing: Timing,
  traitsOf: TraitsOf = serviceTraits,
) {
  const host = new URL(connection.baseUrl).host;
  const usedKeys = new Set<string>();
  const client = new OpenAI({
    baseURL: connection.baseUrl,
    apiKey: async () => {
      const key = await connection.apiKey();
      if (key.length >= MIN_KEY_CHARS) usedKeys.add(key);
      return key;
    },
    adminAPIKey: null,
    organization: null,
    project: null,
    logLevel: "off",
    maxRetries: 0,
    timeout: timing.requestMs,
    fetchOptions: { redirect: "manual" },
  });

  /** Blots the key out of a text that a careless service sent back. */
  function scrub(text: string): string {
    let clean = text;
    for (const key of usedKeys) clean = clean.replaceAll(key, "•••");
    return clean;
  }

  /** One request, made once. Rejects with a ServiceFailure. */
  async function ask<Shape extends z.ZodType>(
    options: AskOptions<Shape>,
  ): Promise<z.output<Shape>> {
    const about = options.about ?? {};
    let answer: unknown;
    try {
      answer = await options.send(client, {
        ...(options.signal ? { signal: options.signal } : {}),
        ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
      });
    } catch (thrown) {
      throw explain(thrown, { host, about, scrub, nowMs: timing.nowMs() });
    }
    if (typeof answer !== "object" || answer === null) throw notThatService(host);
    const parsed = options.shape.safeParse(JSON.parse(scrub(JSON.stringify(answer))));
    if (!parsed.success) throw notThatService(host);
    return parsed.data;
  }

  /** A request that is safe to repeat, repeated a few times. Rejects with an AppError. */
  async function askPatiently<Shape extends z.ZodType>(
    options: AskOptions<Shape> & { onTrouble?: (error: AppError) => void; attempts?: number },
  ): Promise<z.output<Shape>> {
    const attempts = options.attempts ?? timing.attempts;
    for (let attempt = 0; ; attempt++) {
      try {
        return await ask(options);
      } catch (thrown) {
        const failure = asFailure(thrown);
        const waitMs = failure.waitMs ?? backoffMs(attempt, timing);
        // A pause of many minutes is the user's decision, not ours.
        const tooLong = waitMs > 2 * timing.maxRetryMs;
        if (!failure.isPassing || attempt + 1 >= attempts || tooLong) throw failure.appError;
        options.onTrouble?.(failure.appError);
        await pause(waitMs, options.signal);
      }
    }
  }

  return {
    host,
    baseUrl: connection.baseUrl,
    traits: traitsOf(connection.baseUrl),
    ask,
    askPatiently,
    timing,
  };
}
export type Service = ReturnType<typeof openService>;

/** The failure of a request; anything else is a fault of ours and goes on as it is. */
export function asFailure(thrown: unknown): ServiceFailure {
  if (thrown instanceof ServiceFailure) return thrown;
  throw thrown;
}

/** The connection of a provider that cannot do without one. */
export function requireConnection(connection: ServiceConnection | null): ServiceConnection {
  if (connection === null) throw new AppError("connectionMissing");
  return connection;
}

import { AppError } from "#shared/errors/app-error.ts";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

export const isLoopback = (address: string): boolean => LOOPBACK.has(new URL(address).hostname);

/**
 * The address as it is kept: without user name, query, fragment or closing slash. Refuses plain http to
 * anywhere but this computer, because the key and the examples would travel readable.
 */
export function safeAddress(address: string): string {
  const url = new URL(address);
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(address));
  if (!isSafe) throw new AppError("insecureAddress");
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

export const sameOrigin = (a: string, b: string): boolean =>
  new URL(a).origin === new URL(b).origin;

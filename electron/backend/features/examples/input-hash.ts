import { hash } from "node:crypto";
import { normaliseInput } from "#shared/features/examples/normalise-input.ts";

/** Equal for inputs that count as the same: the first 8 bytes of sha256, as SQLite's signed integer. */
export const hashInput = (input: string): bigint =>
  hash("sha256", normaliseInput(input), "buffer").readBigInt64BE(0);

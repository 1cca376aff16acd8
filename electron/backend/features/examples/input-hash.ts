import { hash } from "node:crypto";
import { normaliseInput } from "#shared/features/examples/normalise-input.ts";

const LOW_BITS_KEPT = 2 ** 21;

/**
 * Equal for inputs that count as the same: the first 53 bits of sha256, signed, which a JavaScript number
 * holds exactly. Different inputs may share it (about once in 20,000 projects of a million), so the text decides.
 */
export function hashInput(input: string): number {
  // As a string of bytes, which is made in a third of the time that a buffer takes.
  const digest = hash("sha256", normaliseInput(input), "binary");
  const high =
    (digest.charCodeAt(0) << 24) |
    (digest.charCodeAt(1) << 16) |
    (digest.charCodeAt(2) << 8) |
    digest.charCodeAt(3);
  const low =
    ((digest.charCodeAt(4) << 24) |
      (digest.charCodeAt(5) << 16) |
      (digest.charCodeAt(6) << 8) |
      digest.charCodeAt(7)) >>>
    11;
  return high * LOW_BITS_KEPT + low;
}

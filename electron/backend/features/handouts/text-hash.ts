import { createHash } from "node:crypto";
import type { Example } from "#shared/features/examples/contract.ts";
import { normaliseInput } from "#shared/features/examples/normalise-input.ts";
import { canonicalJson } from "#shared/features/versions/canonical-form.ts";

/** Stands for what was answered: equal however accents are composed, different once the text is another. */
export const textHash = ({ input, payload }: Pick<Example, "input" | "payload">): string =>
  createHash("sha256")
    .update(canonicalJson([normaliseInput(input), payload]).normalize("NFC"))
    .digest("hex");

import { randomFillSync } from "node:crypto";
import { v7 } from "uuid";

const ID_BYTES = 16;

/** Public ids for a batch, ascending: one draw of random bytes instead of one for each id. */
export function newIds(count: number): string[] {
  const random = randomFillSync(new Uint8Array(count * ID_BYTES));
  const msecs = Date.now();
  return Array.from({ length: count }, (_, seq) =>
    v7({ random: random.subarray(seq * ID_BYTES, (seq + 1) * ID_BYTES), msecs, seq }),
  );
}

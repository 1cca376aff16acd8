import { coverAll, findSequences, keepCertain, type Sequence } from "./damaged-sequences.ts";
import { repairMacDamage } from "./mac-damage.ts";

/** Damage on damage; more layers have not been seen. */
const MOST_ROUNDS = 3;
const TRAIL = "[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";
/** Asked of every cell of a file, so it takes one look and little time. */
const SUSPECT = /[\u00C2-\u00F4‰][\u0080-\uFFFF]/;
const WINDOWS_SUSPECT = new RegExp(`[\\u00C2-\\u00F4]${TRAIL}`);
const MAC_SUSPECT = /[‰åÌ][\u0080-\uFFFF]/;

const CONTROL = /[\u0080-\u009F]/;

/**
 * Text whose UTF-8 bytes were once read as Windows-1252 or Latin-1 ("â€™" for "’"), perhaps more than once,
 * as it was meant. Sequences that could be sound text stay as they are, and so does everything else.
 */
export function repairText(text: string): string {
  if (!SUSPECT.test(text)) return text;
  const whole = repairRounds(text, repairWhole);
  // Control characters at the end mean that this was not what had happened.
  if (whole !== text && !CONTROL.test(whole)) return whole;
  return repairRounds(text, repairParts);
}

function repairRounds(text: string, repair: (text: string) => string): string {
  let repaired = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = repaired;
    repaired = repair(repaired);
    if (repaired === before) break;
  }
  return repaired;
}

/** Where one sequence is certain damage and nothing speaks against the others, they all are. */
function repairWhole(text: string): string {
  const found = findSequences(text);
  const isDamaged = coverAll(text, found) && keepCertain(text, found).length > 0;
  return isDamaged ? replaceAll(text, found) : text;
}

function repairParts(text: string): string {
  const repaired = WINDOWS_SUSPECT.test(text)
    ? replaceAll(text, keepCertain(text, findSequences(text)))
    : text;
  return MAC_SUSPECT.test(repaired) ? repairMacDamage(repaired) : repaired;
}

function replaceAll(text: string, sequences: readonly Sequence[]): string {
  let repaired = "";
  let from = 0;
  for (const { start, end, meaning } of sequences) {
    // A mark of byte order means nothing behind the beginning of a file.
    repaired += text.slice(from, start) + (meaning === "\uFEFF" ? "" : meaning);
    from = end;
  }
  return repaired + text.slice(from);
}

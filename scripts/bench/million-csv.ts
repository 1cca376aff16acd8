import { createWriteStream, existsSync, mkdirSync, renameSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const BENCH_DIR = join(tmpdir(), "tacit-bench");
export const MILLION = 1_000_000;

const WORDS =
  "card payment transfer account money refund balance statement address phone pending charge limit exchange rate top up cash atm pin blocked lost stolen delivery currency fee merchant verify identity passcode virtual physical disposable country support".split(
    " ",
  );
const TEXT_CHARACTERS = 280;
const WRITE_CHARACTERS = 1_000_000;

/** A generator of the same numbers on every machine: 32-bit xorshift, Marsaglia 2003. */
function createNumbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function rowAt(index: number, next: (below: number) => number): string {
  let text = "";
  while (text.length < TEXT_CHARACTERS) text += `${WORDS[next(WORDS.length)]} `;
  text += index;
  const cell =
    index % 7 === 0
      ? `"${text.slice(0, 100)}\n${text.slice(100, 200)} ""quoted"" ${text.slice(200)}"`
      : text;
  return `row-${index},${cell},intent_${index % 77},ticket export\n`;
}

/** A CSV of a million rows and about 330 MB, every seventh text quoted with a line break; made once. */
export async function makeMillionCsv(): Promise<string> {
  const path = join(BENCH_DIR, "million.csv");
  if (existsSync(path)) return path;
  mkdirSync(BENCH_DIR, { recursive: true });
  const draft = `${path}.part`;
  const out = createWriteStream(draft);
  const next = createNumbers(2_463_534_242);
  let waiting = "id,text,label,source\n";
  for (let index = 1; index <= MILLION; index += 1) {
    waiting += rowAt(index, next);
    if (waiting.length < WRITE_CHARACTERS) continue;
    if (!out.write(waiting)) await once(out, "drain");
    waiting = "";
  }
  out.end(waiting);
  await once(out, "finish");
  renameSync(draft, path);
  return path;
}

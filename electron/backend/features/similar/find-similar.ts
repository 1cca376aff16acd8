import { AppError } from "#shared/errors/app-error.ts";
import type {
  SimilarExample,
  SimilarFound,
  SimilarMode,
} from "#shared/features/similar/contract.ts";
import { LEAST_SIMILARITY } from "#shared/features/similar/likeness.ts";
import {
  type Correction,
  differs,
  labelledStrings,
  modesFor,
  proposeAnswer,
} from "#shared/features/similar/propose-answer.ts";
import { listCandidates, listContaining } from "./candidates.ts";
import { MostAlike } from "./most-alike.ts";
import type { SimilarQueries, Target } from "./queries.ts";
import { createComparison, learnRarity } from "./similarity.ts";

/** Texts from all over the project that tell how rare features are. */
const SAMPLE = 2000;
const BATCH = 500;
const OPEN_AT_MOST = 1000;
const BY_PERSON_AT_MOST = 200;
/** Characters of a text that are shown. */
const SHOWN = 2000;

export interface Watcher {
  isStopped(): boolean;
  report(done: number, total: number): void;
}

function* sampleTexts(queries: SimilarQueries): Generator<string> {
  const { largest } = queries.size();
  const step = Math.max(1, Math.floor(largest / SAMPLE));
  for (let key = 1; key <= largest; key += step) {
    const text = queries.findTextFrom(key);
    if (text !== undefined) yield text;
  }
}

/** Compares candidates with a text, a batch at a time; `visit` gets each with its cosine. */
function compare(
  queries: SimilarQueries,
  { text, keys }: { text: string; keys: readonly number[] },
  watcher: Watcher,
  visit: (target: Target, similarity: number) => void,
) {
  const similarityTo = createComparison(text, learnRarity(sampleTexts(queries)));
  for (let from = 0; from < keys.length; from += BATCH) {
    if (watcher.isStopped()) throw new AppError("cancelled");
    for (const target of queries.listTargets(keys.slice(from, from + BATCH)))
      visit(target, similarityTo(target.input));
    watcher.report(Math.min(from + BATCH, keys.length), keys.length);
  }
}

export function getSource(queries: SimilarQueries, exampleId: string) {
  const source = queries.findSource(exampleId);
  if (!source) throw new AppError("notFound", { thing: "example" });
  return source;
}

const cut = (text: string): string =>
  Array.from(text.slice(0, SHOWN * 2))
    .slice(0, SHOWN)
    .join("");

type Kept = SimilarExample & { key: number };
const withoutKey = ({ key: _key, ...example }: Kept): SimilarExample => example;

/** The keys of the source's own answer that its labels stand on, where an answer marks passages. */
function candidatesFor(queries: SimilarQueries, correction: Correction): number[] {
  if (correction.after.kind !== "extract") return listCandidates(queries, correction.input);
  const { strings, wrong } = labelledStrings(correction);
  const once = [...wrong].map((key) => key.slice(key.indexOf(" ") + 1));
  return listContaining(queries, [...strings.map(({ text }) => text), ...once]);
}

/** Examples that are like the one given and have no answer or another one. */
export function findSimilar(
  queries: SimilarQueries,
  input: { exampleId: string; mode?: SimilarMode | undefined },
  watcher: Watcher,
): SimilarFound {
  const source = getSource(queries, input.exampleId);
  const { answer, before } = source;
  const modes: SimilarMode[] = answer ? modesFor(queries.taskType(), before) : ["oneByOne"];
  const mode = modes.find((each) => each === input.mode) ?? modes[0] ?? "oneByOne";
  const correction = answer && { input: source.input, before, after: answer };
  const keys =
    correction && mode !== "oneByOne"
      ? candidatesFor(queries, correction)
      : listCandidates(queries, source.input);
  // A passage that occurs says enough; otherwise the whole text has to be alike.
  const least = answer?.kind === "extract" ? 0 : LEAST_SIMILARITY;
  const open = new MostAlike<Kept>(OPEN_AT_MOST);
  const byPerson = new MostAlike<Kept>(BY_PERSON_AT_MOST);
  let leftOut = 0;
  compare(queries, { text: source.input, keys }, watcher, (target, similarity) => {
    if (target.key === source.key || similarity < least) return;
    const proposed =
      correction && mode !== "oneByOne" ? proposeAnswer(correction, target, mode) : null;
    const isWanted = mode === "oneByOne" ? differs(answer, target.answer) : proposed !== null;
    if (!isWanted) return;
    if (target.isOthers) {
      leftOut += 1;
      return;
    }
    const { key, exampleId, answeredBy, skipped } = target;
    const text = cut(target.input);
    const present = { answer: target.answer, answeredBy, skipped };
    const item = { key, exampleId, text, ...present, proposed, similarity };
    if (answeredBy === "person" || skipped) byPerson.add(item);
    else open.add(item);
  });
  const [listed, theirs] = [open.list(), byPerson.list()];
  return {
    source: { exampleId: input.exampleId, text: cut(source.input), answer, before },
    mode,
    modes,
    open: listed.items.map(withoutKey),
    byPerson: theirs.items.map(withoutKey),
    leftOut,
    compared: keys.length,
    hasMore: listed.hasMore || theirs.hasMore,
  };
}

/** Of these examples the ones most like the one given, the most alike first. */
export function findNearest(
  queries: SimilarQueries,
  input: { exampleId: string; among: Int32Array; most: number },
  watcher: Watcher,
): number[] {
  const source = getSource(queries, input.exampleId);
  const among = new Set(input.among);
  const candidates = listCandidates(queries, source.input).filter((key) => among.has(key));
  const nearest = new MostAlike<{ key: number; similarity: number }>(input.most);
  compare(queries, { text: source.input, keys: candidates }, watcher, ({ key }, similarity) => {
    nearest.add({ key, similarity });
  });
  return nearest.list().items.map(({ key }) => key);
}

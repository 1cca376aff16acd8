import type { GivenAnswer } from "../ratings.ts";

/**
 * Whether each of 1,869 summaries is factual, as three workers judged it: "y", "n", "-" where the worker gave no
 * judgement (NULL in the file), and a blank where there is no row. Three signs a summary, one a worker, in the
 * order of the file. "Worker" names a slot here, not a person.
 *
 * From "On Faithfulness and Factuality in Abstractive Summarization" by Joshua Maynez, Shashi Narayan, Bernd
 * Bohnet and Ryan McDonald, ACL 2020; google-research-datasets/xsum_hallucination_annotations, file
 * factuality_annotations_xsum_summaries.csv, licensed under CC BY 4.0
 * (https://creativecommons.org/licenses/by/4.0/). Changed: reduced to the judgements, without ids and texts.
 */
const JUDGEMENTS = [
  "nnnnnnnnnyynnnnnnnnnnyyynnnyyynnnnnnnnnynnnnnnnnnnnnnnnnnnnnnnnyyynnnynynnnnnnnnnnnnnnnnnnnnnnnnnnn",
  "nnnnnnnn nnnnnnnnnnnnnnnnnnnnnyyyyyynnnyynnnnyyynnnnnnnnnnnnynyyyynnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnn",
  "nyynnnyyynnnnnnnnnyyynnnyyynnnnnnnnnnnnnnnnnnnnnyyynnnnnnnnnyyynnnynnnnnnynnynnnnnnnnnnnnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyyyyyynnnnnnnnnnnnnnnnnnnn nnn",
  "yyynnnnnnnnnnnn---yyynnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnyyyyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
  "nnnnnnyyyyyynnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyynnnnnnnnnyyynnnnnn",
  "nnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
  "nnnyyy---nynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyyynnnyyynnnnnnnnnnnnynnnnnnnnyyynnnnnnnnnnnnnnn",
  "nynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyyyyyynnnyyynnnyyynnnnnnnnnnnnnnnnnnnnnyyynnnnnnyyynnnnnnyyynnnnnn",
  "nnnnnnnnnnyyyyyyynnnnnnnnnnnnnnnnnnnnnnnynynynnnynynnnyyynnnnnnnynnnnnynnn nnnnnnnnnnnnnnnnnnnnnyyy",
  "nnnnnnnnnnnnnnynnnnnnnnnyyynnnnnynnnnn nnnnnnnnnnnnnnnnnynnnnnnnnnnnnnnnnnnnnnnnyyyynnnnnnnnnnnnnnn",
  "nnnynnnnnnnnnnnynynnnnnnnnynnnnnnnnnnnnnnynnnnnnnnnnnnnnynnnnnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnny",
  "nnnnnnnnnnnnnnnnnnnnnnnnnynnnnnnnnnnyynnyynnnnnnynnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnyyynnnnnnnnnnnn",
  "yyynnnnnnnnnnnnnnnyyynnnnnnyyyyyynnnnnnnnnnnnnnnnnnnnnnnnnyynnnyyynnnnnnnnnnnnnnnnynnnnyyynnnnnnnnn",
  "nnnnnnnynnnnnnnnnnnnnnnnnnnnnnnnynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnynnnnnnnnynnnnyyyynnnnnnnynnn",
  "nnnnnnnnnnnnnnnnnnyyynnnnnnnnnnn nnnnnnnnnnnnnnnynynnnnnnnnnnnnyyynnnyyyyynnnnnnnnnnnnnnyyynnnnnyyy",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyyyyyynnnnnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnynynnnnnnnnnnnnnnnnnnyyynnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnynnn",
  "nnnnnnnnnyyynnnnnnnyynnnyyynnnnnnyyynnnnnnnnnnnnynynnnnnnnnnyynnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnynnnnnnnnnnnnnnnnnnnnnnnnnn---nnnnnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn---nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnnnnnnnnyynnnnyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyyynnnnnnnnnyyyyyynnnnnnnnnnnnnyyyyynnnnnnyyyyyynnnyyynnnnnnnnn",
  "nnnnnnnnnnnnnnnnnn---nnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnynnnnnnnyyynnn",
  "nnnyyynnnnnnnnnnnnnynnnnyyynnnnnnnnnnnnnnnyyynnnnnnnnnnynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnynnnyyynnn",
  "nnnyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnynynnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
  "nnnnnnnnnyyynnnnnnnnnyyynnnnnnnnnnnnyyynnnnnnnnynnnnnnnnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnyynnnnnnn",
  "nnnnnnnnnyyyynnnnnnnnnnnnnnyyynnnnnnnnynnnnnnnnnnynnnnnnnnnnnnnnynnnnyynyyynnnnnnyyynnnnnnnnnnnnnnn",
  "nnnnnnnnnnnynnnnnnyyynnnnnnnnnnnnnnnnnnyynyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyyynyynnnnnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnynnnnnnnyyynnnnnnnnnnnnnnnnnnyyynnnnnnnnn---",
  "nnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnyn nnn---nnnnnnnnnnnnnnnnnnnnnnnynnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
  "yyynnnnnnnnnnnnnnnyyynnnnynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnynynnnnnnnnnnnnnnnnnnnnnnnnnnnnnn---nnnnnnnnnnnnnnnnnynnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnynnnnnnnnnnnnnnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnnyynnnyyynnnnnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnynnnnnnnnnnnnnnnnnnyyy",
  "nnnyynnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyynynnnyyyyyynnnnnnyyy",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn nnnnnnnnnyyynnnnnnnnnnnnnyyyyynyynnnnnnnnnnnnyyynnnnnn",
  "nnnnnnnnnnnnyyynnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyyynnnnnnnnnyyyyynnnn",
  "nnynnnnnnyy nynnnnnnnnnnnnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnyyynnnnnn",
  "nynnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnnynnnnnnnnnnyyynnnnnnnnnnnn",
  "nnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn---nn nnnnnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyyynnnnnynnn---yyy",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
  "nnnnnynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyyynnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnyynnnnnnnnnnnnnnnnnnyyy",
  "nnnnnnnnynnnnnnnnnnnnnnnnnnnnnnnnnnnyyynnnnynnnnnnnnnnnnnnnnnnnnnnyyynnynnnnnnnnnnnnnnnnnnnnnnnnnnn",
  "nnnnnnnnnyyyyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnynnnnnnnnnnnnnnnnnnnnnnnnnnnnyynnnnnnnnnnnnn",
  "nnynnnnnnnnnnnnynynnnnnnnnnnnnnnnnnnnnnnyynnnnnnnnnnnnnnnynnnnnynynnnnnnnnnnnnnynnynnyynnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnynn",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnynnnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
  "yyynnnnn nnnnynnnnnnnnnn---yyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnynnnnnnnnnnnnnnnnnnnnnnnnnnnn",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnyyynnnnnnnnnnnnnnnnnn",
  "nnnnnnnnnyyynnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnynnnnn",
  "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnynnnnnnnnnnnnnnnnnnnnnnnn",
].join("");

const WORKERS = 3;
const NAMES: Record<string, string> = { y: "yes", n: "no", "-": "NULL" };

/** One row of the file each: summary, worker, and what was said. */
export function listJudgements(): { item: string; worker: string; judgement: string }[] {
  return JUDGEMENTS.split("").flatMap((sign, at) => {
    const judgement = NAMES[sign];
    if (judgement === undefined) return [];
    return [
      { item: `summary ${Math.floor(at / WORKERS)}`, worker: `wid_${at % WORKERS}`, judgement },
    ];
  });
}

/** The judgements that were given. */
export const judgementAnswers = (): GivenAnswer[] =>
  listJudgements()
    .filter(({ judgement }) => judgement !== "NULL")
    .map(({ item, worker, judgement }) => ({
      item,
      annotator: worker,
      value: { kind: "classify", labelId: judgement },
    }));

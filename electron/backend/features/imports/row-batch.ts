import type { DraftAnswer } from "#shared/features/imports/draft-answer.ts";
import type { DraftExample } from "#shared/features/imports/draft-row.ts";
import type { RejectedRow } from "#shared/features/imports/contract.ts";
import type { Split } from "#shared/features/versions/split.ts";
import { hashInput } from "../examples/input-hash.ts";
import type { MatchedRows } from "./matching/matched-rows.ts";

/** Examples on their way from the reading thread to the writing connection; null for a column with nothing in it. */
export interface ExampleColumns {
  lineNumbers: Uint32Array;
  inputs: string[];
  /** See `hashInput`. */
  inputHashes: Float64Array;
  groups: (string | null)[] | null;
  splits: (Split | null)[] | null;
  externalIds: (string | null)[] | null;
  /** JSON of what the examples consist of beside their text. */
  payloads: (string | null)[] | null;
  fields: string[];
  /** Answers that are one label, as a place among `labelNames`, -1 for none: half a thread's work less than objects. */
  labelOf: Int32Array | null;
  labelNames: string[];
  /** All other answers. */
  answers: (DraftAnswer | null)[] | null;
}

export interface RowBatch extends ExampleColumns {
  rejects: RejectedRow[];
  /** Rows that the project knows already; null when every row is added. */
  matched: MatchedRows | null;
  /** Bytes of the file read so far. */
  bytesRead: number;
}

/** Characters, so that a few long answers end a batch as many short ones do. */
function lengthOf(answer: DraftAnswer | null): number {
  if (answer?.kind === "response") return answer.text.length;
  if (answer?.kind === "spans") return answer.spans.length * CHARACTERS_PER_SPAN;
  if (answer?.kind !== "turns") return 0;
  return answer.turns.reduce((sum, { content }) => sum + content.length, 0);
}
const CHARACTERS_PER_SPAN = 80;

/** Collects examples column by column, so that no object for each of them outlives its row. */
export function createExampleColumns(mostRows: number) {
  const lineNumbers = new Uint32Array(mostRows);
  const inputHashes = new Float64Array(mostRows);
  const labelOf = new Int32Array(mostRows);
  let count = 0;
  let characters = 0;
  let inputs: string[] = [];
  let fields: string[] = [];
  let payloads: (string | null)[] = [];
  let groups: (string | null)[] = [];
  let splits: (Split | null)[] = [];
  let externalIds: (string | null)[] = [];
  let answers: (DraftAnswer | null)[] = [];
  let labelPlaces = new Map<string, number>();

  const unlessEmpty = <Value>(column: (Value | null)[]) =>
    column.some((value) => value !== null) ? column : null;

  function placeOf(answer: DraftAnswer | null): number {
    if (answer?.kind !== "label") return -1;
    const known = labelPlaces.get(answer.name);
    if (known !== undefined) return known;
    labelPlaces.set(answer.name, labelPlaces.size);
    return labelPlaces.size - 1;
  }

  return {
    count: () => count,
    characters: () => characters,
    add(example: DraftExample, lineNumber: number) {
      const { input, answer } = example;
      lineNumbers[count] = lineNumber;
      inputHashes[count] = hashInput(input);
      labelOf[count] = placeOf(answer);
      inputs.push(input);
      payloads.push(example.payload);
      fields.push(example.fields);
      groups.push(example.group);
      splits.push(example.split);
      externalIds.push(example.externalId);
      answers.push(answer?.kind === "label" ? null : answer);
      count += 1;
      characters += input.length + example.fields.length + lengthOf(answer);
      characters += example.payload?.length ?? 0;
    },
    /** Hands over what was collected and begins anew. */
    drain(): ExampleColumns {
      const drained: ExampleColumns = {
        lineNumbers: lineNumbers.slice(0, count),
        inputs,
        inputHashes: inputHashes.slice(0, count),
        groups: unlessEmpty(groups),
        splits: unlessEmpty(splits),
        externalIds: unlessEmpty(externalIds),
        payloads: unlessEmpty(payloads),
        fields,
        labelOf: labelPlaces.size > 0 ? labelOf.slice(0, count) : null,
        labelNames: [...labelPlaces.keys()],
        answers: unlessEmpty(answers),
      };
      [inputs, payloads, fields, groups] = [[], [], [], []];
      [splits, externalIds, answers] = [[], [], []];
      labelPlaces = new Map();
      count = 0;
      characters = 0;
      return drained;
    },
  };
}

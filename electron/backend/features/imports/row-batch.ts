import type { DraftAnswer, DraftExample } from "#shared/features/imports/draft-example.ts";
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

const lengthOf = (answer: DraftAnswer | null) =>
  answer?.kind === "response" ? answer.text.length : 0;

/** Collects examples column by column, so that no object for each of them outlives its row. */
export function createExampleColumns(mostRows: number) {
  const lineNumbers = new Uint32Array(mostRows);
  const inputHashes = new Float64Array(mostRows);
  const labelOf = new Int32Array(mostRows);
  let count = 0;
  let characters = 0;
  let inputs: string[] = [];
  let fields: string[] = [];
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
      fields.push(example.fields);
      groups.push(example.group);
      splits.push(example.split);
      externalIds.push(example.externalId);
      answers.push(answer?.kind === "label" ? null : answer);
      count += 1;
      characters += input.length + example.fields.length + lengthOf(answer);
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
        fields,
        labelOf: labelPlaces.size > 0 ? labelOf.slice(0, count) : null,
        labelNames: [...labelPlaces.keys()],
        answers: unlessEmpty(answers),
      };
      [inputs, fields, groups, splits, externalIds, answers] = [[], [], [], [], [], []];
      labelPlaces = new Map();
      count = 0;
      characters = 0;
      return drained;
    },
  };
}

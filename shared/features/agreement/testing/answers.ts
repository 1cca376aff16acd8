import { type GivenAnswer, codeRatings, type Ratings } from "../ratings.ts";

/** One row a person, one column an item; a dot is a missing answer. */
export function classified(...people: string[]): GivenAnswer[] {
  return people.flatMap((row, person) =>
    row.split(" ").flatMap((label, item): GivenAnswer[] =>
      label === "."
        ? []
        : [
            {
              item: `item ${item}`,
              annotator: `person ${person}`,
              value: { kind: "classify", labelId: label },
            },
          ],
    ),
  );
}

/** Items with counts of each label, as tables of Fleiss' κ are printed: who gave which answer does not matter. */
export function counted(rows: readonly (readonly number[])[]): GivenAnswer[] {
  return rows.flatMap((row, item) =>
    row
      .flatMap((times, label) => Array.from({ length: times }, () => `label ${label}`))
      .map((labelId, person): GivenAnswer => ({
        item: `item ${item}`,
        annotator: `person ${person}`,
        value: { kind: "classify", labelId },
      })),
  );
}

/** Two people's table of counts: rows are the first one's labels, columns the second one's. */
export function crossed(table: readonly (readonly number[])[]): GivenAnswer[] {
  const pairs = table.flatMap((row, first) =>
    row.flatMap((times, second) => Array.from({ length: times }, () => [first, second])),
  );
  return pairs.flatMap((pair, item) =>
    pair.map((label, person) => ({
      item: `item ${item}`,
      annotator: `person ${person}`,
      value: { kind: "classify" as const, labelId: `label ${label}` },
    })),
  );
}

export const rate = (answers: Iterable<GivenAnswer>): Ratings => codeRatings(answers);

/** `label:start-end` separated by blanks. */
export const marked = (
  item: string,
  annotator: string,
  length: number,
  spans: string,
): GivenAnswer => ({
  item,
  annotator,
  length,
  value: {
    kind: "extract",
    spans: spans
      .split(" ")
      .filter(Boolean)
      .map((text) => {
        const [, labelId = "", start, end] = /^(\w+):(\d+)-(\d+)$/.exec(text) ?? [];
        return { labelId, start: Number(start), end: Number(end) };
      }),
  },
});

import { colourAt } from "#shared/features/definitions/label-colours.ts";
import { firstFreeKey } from "#shared/features/definitions/label-keys.ts";
import { newId } from "../../../ids.ts";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { KnownLabel, writingQueries } from "./queries.ts";

/** A label with the JSON of the answer that names it, made once instead of for each row. */
interface BookedLabel extends KnownLabel {
  answer: string;
}
const booked = (label: KnownLabel): BookedLabel => {
  const answer: AnswerValue = { kind: "classify", labelId: label.labelId };
  return { ...label, answer: JSON.stringify(answer) };
};

/** Finds labels by name and makes those that the file brings, each with a colour and a key of its own. */
export function createLabelBook(queries: ReturnType<typeof writingQueries>, importKey: number) {
  const byName = new Map<string, BookedLabel>();
  const made: string[] = [];
  let saved = 0;
  let shortcuts: (string | null)[] = [];
  let nextPosition = 0;
  return {
    /** Labels may have been renamed or removed between two batches. */
    refresh() {
      byName.clear();
      for (const label of queries.listLabels())
        byName.set(label.name.normalize("NFC"), booked(label));
      shortcuts = queries.listShortcuts();
      nextPosition = queries.nextPosition();
    },
    /** Notes which labels this import made, for taking them out again; belongs to the batch's transaction. */
    save() {
      if (made.length === saved) return;
      queries.saveMadeLabels(importKey, made);
      saved = made.length;
    },
    has: (name: string) => byName.has(name),
    get(name: string): BookedLabel {
      const known = byName.get(name);
      if (known) return known;
      const position = nextPosition;
      nextPosition += 1;
      const labelId = newId();
      const shortcut = firstFreeKey(shortcuts);
      if (shortcut !== null) shortcuts.push(shortcut);
      const colour = colourAt(position);
      const key = queries.insertLabel({ labelId, name, colour, shortcut, position });
      const label = booked({ key, labelId, name });
      byName.set(name, label);
      made.push(labelId);
      return label;
    },
  };
}
export type LabelBook = ReturnType<typeof createLabelBook>;

import { colourAt } from "#shared/features/definitions/label-colours.ts";
import { firstFreeKey } from "#shared/features/definitions/label-keys.ts";
import { newId } from "../../../ids.ts";
import type { KnownLabel, writingQueries } from "./queries.ts";

/** Finds labels by name and makes those that the file brings, each with a colour and a key of its own. */
export function createLabelBook(queries: ReturnType<typeof writingQueries>, importKey: number) {
  const byName = new Map<string, KnownLabel>();
  const made: string[] = [];
  return {
    /** Labels may have been renamed or removed between two batches. */
    refresh() {
      byName.clear();
      for (const label of queries.listLabels()) byName.set(label.name.normalize("NFC"), label);
    },
    get(name: string): KnownLabel {
      const known = byName.get(name);
      if (known) return known;
      const position = queries.nextPosition();
      const labelId = newId();
      const shortcut = firstFreeKey(queries.listShortcuts());
      const colour = colourAt(position);
      const key = queries.insertLabel({ labelId, name, colour, shortcut, position });
      const label = { key, labelId, name };
      byName.set(name, label);
      made.push(labelId);
      queries.saveMadeLabels(importKey, made);
      return label;
    },
  };
}
export type LabelBook = ReturnType<typeof createLabelBook>;

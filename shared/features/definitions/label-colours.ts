import { LabelColour } from "./contract.ts";

/** Neighbours in the list look unlike each other; after twelve labels the colours come round again. */
const PALETTE: readonly LabelColour[] = [
  "blue",
  "orange",
  "green",
  "violet",
  "red",
  "teal",
  "amber",
  "pink",
  "sky",
  "lime",
  "brown",
  "slate",
];

/** The colour of the label at a position, counted from 0. */
export const colourAt = (position: number): LabelColour =>
  PALETTE[position % PALETTE.length] ?? "slate";

import { z } from "zod";

/** Programs and customs whose records Tacit knows. */
export const ShapeName = z.enum([
  "labelStudio",
  "labelStudioMin",
  "doccano",
  "argilla",
  "prodigy",
  "openaiPreference",
  "openaiChat",
  "shareGpt",
  "alpaca",
]);
export type ShapeName = z.infer<typeof ShapeName>;

/** "plain" takes the keys of the records as they stand. */
export const ShapeChoice = z.enum([...ShapeName.options, "plain"]);
export type ShapeChoice = z.infer<typeof ShapeChoice>;

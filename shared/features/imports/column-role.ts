import { z } from "zod";

/** What a column of an imported file means; `field` keeps it beside the example without meaning. */
export const ColumnRole = z.enum([
  "input",
  "response",
  "label",
  "labels",
  "group",
  "split",
  "id",
  "field",
]);
export type ColumnRole = z.infer<typeof ColumnRole>;

import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, Id } from "../../contract/primitives.ts";
import { TaskType } from "../projects/task-type.ts";

/** The palette a label may take; the renderer owns the actual colours for light and dark. */
export const LabelColour = z.enum([
  "slate",
  "red",
  "orange",
  "amber",
  "lime",
  "green",
  "teal",
  "sky",
  "blue",
  "violet",
  "pink",
  "brown",
]);
export type LabelColour = z.infer<typeof LabelColour>;

export const LabelName = z.string().trim().min(1).max(200);
/** One character that answers with this label while labelling. */
export const LabelKey = z.string().regex(/^[0-9a-z]$/);

export const Label = z.object({
  labelId: Id,
  name: z.string(),
  description: z.string(),
  colour: LabelColour,
  key: z.string().nullable(),
  /** Examples whose answer in force names this label. */
  examples: Count,
});
export type Label = z.infer<typeof Label>;

export const Definition = z.object({
  taskType: TaskType,
  labels: z.array(Label),
  guideline: z.object({ body: z.string(), version: Count, savedAtMs: AtMs.nullable() }),
  systemPrompt: z.string(),
});
export type Definition = z.infer<typeof Definition>;

const LabelFields = z.object({
  name: LabelName,
  description: z.string().max(2000),
  colour: LabelColour,
  key: LabelKey.nullable(),
});

export const definitionsContract = {
  get: base.output(Definition),
  /** Refused once answers exist that the other task type could not carry. */
  setTaskType: base.input(z.object({ taskType: TaskType })).output(Definition),
  saveGuideline: base.input(z.object({ body: z.string().max(200_000) })).output(Definition),
  saveSystemPrompt: base.input(z.object({ text: z.string().max(50_000) })).output(Definition),
  addLabel: base.input(LabelFields.partial().required({ name: true })).output(Definition),
  updateLabel: base.input(LabelFields.partial().extend({ labelId: Id })).output(Definition),
  moveLabel: base.input(z.object({ labelId: Id, toPosition: Count })).output(Definition),
  /** `moveAnswersTo: null` makes the answers unlabelled again. */
  removeLabel: base
    .input(z.object({ labelId: Id, moveAnswersTo: Id.nullable() }))
    .output(Definition),
};

import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, Id } from "../../contract/primitives.ts";
import { TaskType } from "../projects/task-type.ts";
import { Split } from "./split.ts";

/** Shares of train, validation and test; they sum to 100. */
export const Ratios = z
  .object({
    train: z.number().min(0).max(100),
    validation: z.number().min(0).max(100),
    test: z.number().min(0).max(100),
  })
  .refine((r) => Math.abs(r.train + r.validation + r.test - 100) < 1e-6, {
    message: "ratiosMustSumTo100",
  });
export type Ratios = z.infer<typeof Ratios>;

export const SplitPlan = z.object({
  seed: z.number().int().min(0).max(2_147_483_647).default(42),
  ratios: Ratios.default({ train: 80, validation: 10, test: 10 }),
  /** Keep the split that came with the file, and share out only the rest. */
  keepGivenSplits: z.boolean().default(true),
});
export type SplitPlan = z.infer<typeof SplitPlan>;

export const SplitCounts = z.record(Split, Count);
export type SplitCounts = z.infer<typeof SplitCounts>;

export const DatasetVersion = z.object({
  versionId: Id,
  /** 1, 2, 3, … within the project. */
  number: Count,
  /** sha256 over the frozen content, hexadecimal. */
  contentHash: z.string(),
  taskType: TaskType,
  plan: SplitPlan,
  counts: SplitCounts,
  labels: z.array(z.object({ labelId: Id, name: z.string(), description: z.string() })),
  systemPrompt: z.string(),
  guideline: z.string(),
  createdAtMs: AtMs,
});
export type DatasetVersion = z.infer<typeof DatasetVersion>;

export const versionsContract = {
  /** What freezing now would give, without doing it. */
  preview: base
    .input(SplitPlan)
    .output(z.object({ counts: SplitCounts, groups: Count, leftOut: Count })),
  /** Freezing unchanged content with the same plan returns the version that already exists. */
  freeze: base.input(SplitPlan).output(DatasetVersion),
  list: base.output(z.array(DatasetVersion)),
  get: base.input(z.object({ versionId: Id })).output(DatasetVersion),
};

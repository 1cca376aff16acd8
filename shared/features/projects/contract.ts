import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, Id } from "../../contract/primitives.ts";
import { TaskType } from "./task-type.ts";

/** Why an open project can only be looked at. */
export const ReadOnlyReason = z.enum([
  /** A newer Tacit made it; writing could lose what this one does not know of. */
  "newerVersion",
  /** The file, its folder or its medium allows no changes. */
  "fileProtected",
  /** The disk failed, or was taken away, while the project was open. */
  "diskFailed",
  /** Part of the file turned out to be unreadable. */
  "damaged",
]);
export type ReadOnlyReason = z.infer<typeof ReadOnlyReason>;

export const ProjectInfo = z.object({
  id: Id,
  name: z.string(),
  taskType: TaskType,
  /** File name and folder, for display only. */
  fileName: z.string(),
  folder: z.string(),
  description: z.string(),
  /** Licence and attribution of the data; empty when not stated. */
  licence: z.string(),
  attribution: z.string(),
  createdAtMs: AtMs,
  readOnly: z.boolean(),
  readOnlyReason: ReadOnlyReason.nullable(),
  /** Damaged indexes were rebuilt while it was opened; nothing was lost. */
  mended: z.boolean(),
  /** The last changes before a crash could not be read; the damaged files are kept among the backups. */
  changesLost: z.boolean(),
});
export type ProjectInfo = z.infer<typeof ProjectInfo>;

export const RecentProject = z.object({
  recentId: Id,
  name: z.string(),
  taskType: TaskType.nullable(),
  fileName: z.string(),
  folder: z.string(),
  openedAtMs: AtMs,
  missing: z.boolean(),
});
export type RecentProject = z.infer<typeof RecentProject>;

export const SampleProject = z.object({
  sampleId: z.enum(["bank-questions", "medical-questions"]),
  taskType: TaskType,
  examples: Count,
  licence: z.string(),
  attribution: z.string(),
});
export type SampleProject = z.infer<typeof SampleProject>;

export const JourneyStepName = z.enum([
  "bring",
  "define",
  "label",
  "check",
  "train",
  "compare",
  "handOver",
]);
export type JourneyStepName = z.infer<typeof JourneyStepName>;

export const JourneyStep = z.object({
  step: JourneyStepName,
  state: z.enum(["todo", "underway", "done"]),
  /** What is left, counted in the step's own unit (examples, findings, …). */
  left: Count,
});
export type JourneyStep = z.infer<typeof JourneyStep>;

/** The next best step, as a message key of the catalogue with its parameters. */
export const Coach = z.object({
  step: JourneyStepName,
  advice: z.enum([
    "bringFirstFile",
    "addLabels",
    "writeSystemPrompt",
    "labelMore",
    "labelRareLabel",
    "reviewImported",
    "giveSecondOpinion",
    "decideDisputes",
    "runCheck",
    "fixFindings",
    "freezeAndTrain",
    "trainOnVersion",
    "watchTraining",
    "compareModels",
    "voteMore",
    "handOver",
    "allDone",
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Coach = z.infer<typeof Coach>;

export const Journey = z.object({
  steps: z.array(JourneyStep),
  coach: Coach,
  /** Examples that different people answered differently. */
  disputed: Count,
});
export type Journey = z.infer<typeof Journey>;

export const VerifyReport = z.object({
  ok: z.boolean(),
  problems: z.array(
    z.object({
      problem: z.enum([
        "databaseDamaged",
        "brokenReference",
        "versionHashDiffers",
        "countsDiffer",
        "textDiffers",
        "answerUnreadable",
        "notATacitFile",
      ]),
      detail: z.string(),
    }),
  ),
  checked: z.object({ examples: Count, annotations: Count, versions: Count }),
});
export type VerifyReport = z.infer<typeof VerifyReport>;

export const ProjectName = z.string().trim().min(1).max(120);

export const projectsContract = {
  current: base.output(ProjectInfo.nullable()),
  listRecent: base.output(z.array(RecentProject)),
  listSamples: base.output(z.array(SampleProject)),
  /** Without `folderId` the file goes to the user's Tacit folder. */
  create: base
    .input(z.object({ name: ProjectName, taskType: TaskType, folderId: Id.optional() }))
    .output(ProjectInfo),
  createSample: base
    .input(z.object({ sampleId: SampleProject.shape.sampleId }))
    .output(ProjectInfo),
  open: base
    .input(z.union([z.object({ recentId: Id }), z.object({ fileId: Id })]))
    .output(ProjectInfo),
  rename: base.input(z.object({ name: ProjectName })).output(ProjectInfo),
  describe: base
    .input(
      z.object({
        description: z.string().max(4000),
        licence: z.string().max(200),
        attribution: z.string().max(2000),
      }),
    )
    .output(ProjectInfo),
  close: base.output(z.void()),
  /** Opens the present project anew, once its disk is back. */
  reopen: base.output(ProjectInfo),
  /** Copies a project that may not be written to and opens the copy; without `folderId` in the user's Tacit folder. */
  saveCopy: base.input(z.object({ folderId: Id.optional() })).output(ProjectInfo),
  forget: base.input(z.object({ recentId: Id })).output(z.void()),
  journey: base.output(Journey),
  verify: base.output(VerifyReport),
};

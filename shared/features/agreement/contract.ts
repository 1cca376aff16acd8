import { z } from "zod";
import { base } from "../../contract/base.ts";
import { AtMs, Count, Id, Page } from "../../contract/primitives.ts";
import { RuleBody } from "../rules/contract.ts";
import { AnswerValue, ExamplePayload } from "../annotations/answer-value.ts";
import { QueueCounts } from "../annotations/contract.ts";
import { TaskType } from "../projects/task-type.ts";

/** Why a measure has no value. Each has plain words and a next step in the catalogue. */
export const WhyUndefined = z.enum([
  "oneAnnotator",
  "noOverlap",
  "tooFewItems",
  "noVariation",
  "labelUnused",
]);
export type WhyUndefined = z.infer<typeof WhyUndefined>;

/** 95 %. */
export const Interval = z.object({ low: z.number(), high: z.number() });
export type Interval = z.infer<typeof Interval>;

/**
 * A measure of agreement. 1 is full agreement; for chance-corrected measures 0 is what chance alone would
 * give, and less is worse than chance. Never NaN, and never a 1 that nothing could have disturbed.
 */
export const Measure = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("defined"),
    value: z.number(),
    /** Null for a handful of items, and when too many resamples have no value because something is too rare. */
    interval: Interval.nullable(),
    /** Asymptotic, where one was published. */
    standardError: z.number().nullable(),
    /** Shares of agreement, seen and to be expected by chance; null where the measure has no such shares. */
    observed: z.number().nullable(),
    expected: z.number().nullable(),
    /** Items the value comes from. */
    items: Count,
  }),
  z.object({ state: z.literal("undefined"), reason: WhyUndefined, items: Count }),
]);
export type Measure = z.infer<typeof Measure>;
export type DefinedMeasure = Extract<Measure, { state: "defined" }>;

export const MeasureName = z.enum([
  "percent",
  "cohenKappa",
  "fleissKappa",
  "alpha",
  "masiAlpha",
  "jaccardAlpha",
  "spanF1",
  "unitizingAlpha",
  "wordLikeness",
]);
export type MeasureName = z.infer<typeof MeasureName>;

export const NamedMeasure = z.object({ name: MeasureName, measure: Measure });
export type NamedMeasure = z.infer<typeof NamedMeasure>;

export const LabelAgreement = z.object({
  labelId: z.string(),
  /** Answers that use the label. */
  uses: Count,
  measure: Measure,
});
export type LabelAgreement = z.infer<typeof LabelAgreement>;

export const PairAgreement = z.object({
  first: z.string(),
  second: z.string(),
  /** Items that both answered. */
  items: Count,
  percent: Measure,
  /** The task's main measure between these two. */
  main: Measure,
});
export type PairAgreement = z.infer<typeof PairAgreement>;

/** Two people chose differently: one label against another, or (second null) a label against none. */
export const LabelConfusion = z.object({
  first: z.string(),
  second: z.string().nullable(),
  items: Count,
});
export type LabelConfusion = z.infer<typeof LabelConfusion>;

export const AgreementReport = z.object({
  taskType: TaskType,
  counts: z.object({
    /** Items with at least one answer, and those that two people or more answered. */
    items: Count,
    shared: Count,
    /** Shared items on which everybody gave the same answer. */
    unanimous: Count,
    answers: Count,
    annotators: Count,
    /** Answers that were replaced by a later one of the same person to the same item. */
    repeated: Count,
  }),
  /** The measure to speak of first. */
  mainName: MeasureName,
  measures: z.array(NamedMeasure),
  perLabel: z.array(LabelAgreement),
  pairs: z.array(PairAgreement),
  /** Most frequent first. */
  confusions: z.array(LabelConfusion),
});
export type AgreementReport = z.infer<typeof AgreementReport>;

/** One person's answers to the same examples at two times. */
export const SelfAgreement = z.object({
  annotatorId: Id,
  items: Count,
  percent: Measure,
  main: Measure,
});
export type SelfAgreement = z.infer<typeof SelfAgreement>;

export const Annotator = z.object({ annotatorId: Id, name: z.string(), isMe: z.boolean() });
export type Annotator = z.infer<typeof Annotator>;

/** How far the people of a project agree; `report` names them by their ids. */
export const ProjectAgreement = z.object({
  people: z.array(Annotator),
  report: AgreementReport,
  consistency: z.array(SelfAgreement),
  /** Examples answered differently, and not decided yet. */
  disputed: Count,
});
export type ProjectAgreement = z.infer<typeof ProjectAgreement>;

export const DisputeRow = z.object({
  exampleId: Id,
  /** The beginning of its text. */
  excerpt: z.string(),
});
export type DisputeRow = z.infer<typeof DisputeRow>;

export const DisputedAnswer = z.object({
  annotationId: Id,
  by: Annotator,
  value: AnswerValue,
  atMs: AtMs,
});
export type DisputedAnswer = z.infer<typeof DisputedAnswer>;

/** An example that people answered differently, and what was decided about it. */
export const Dispute = z.object({
  exampleId: Id,
  input: z.string(),
  payload: ExamplePayload.nullable(),
  isOpen: z.boolean(),
  /** In an order of its own for each example, so that a place gives nobody away. */
  answers: z.array(DisputedAnswer),
  /** The latest decision; an answer that came later may have opened the dispute again. */
  decision: z
    .object({ by: Annotator, value: AnswerValue, comment: z.string(), atMs: AtMs })
    .nullable(),
});
export type Dispute = z.infer<typeof Dispute>;

/** Whether a comment can be a rule as it stands. */
export const isRuleBody = (comment: string): boolean => RuleBody.safeParse(comment).success;

export const agreementContract = {
  /** Worked out in the background; a second call while it runs waits for the first. */
  report: base.output(ProjectAgreement),
  /** Open disputes in file order, without those one is asked about oneself. */
  listDisputes: base.input(Page).output(z.object({ total: Count, rows: z.array(DisputeRow) })),
  getDispute: base.input(z.object({ exampleId: Id })).output(Dispute),
  /** Puts an answer in force; it holds for the answers there are now. */
  adjudicate: base
    .input(
      z
        .object({
          exampleId: Id,
          value: AnswerValue,
          comment: z.string().max(2000).default(""),
          /** The comment becomes a rule about the labels of the answer, with this example. */
          asRule: z.boolean().default(false),
        })
        .refine(({ asRule, comment }) => !asRule || isRuleBody(comment), "noRule"),
    )
    .output(z.object({ dispute: Dispute, counts: QueueCounts })),
};

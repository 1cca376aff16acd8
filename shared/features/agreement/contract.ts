import { z } from "zod";
import { Count } from "../../contract/primitives.ts";
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
    /** Null when too many resamples leave the measure without a value: something is too rare. */
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

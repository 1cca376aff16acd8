import type { MessageKey, MessageParams } from "../../messages/translate.ts";
import type { AgreementReport, DefinedMeasure, Measure, MeasureName } from "./contract.ts";

/** A sentence of the catalogue with what is filled in. */
export interface Sentence {
  key: Extract<MessageKey, `agreement.${string}`>;
  params: MessageParams;
}

/** Fewer shared items than this decide nothing, however they fall. */
const FEWEST_ITEMS = 20;
/** An interval wider than this says little more than that nobody knows yet. */
const WIDEST_INTERVAL = 0.4;
/**
 * What Krippendorff asks of α before conclusions are drawn: .800 for firm and .667 for tentative ones (Content
 * Analysis, 2nd edition 2004, page 241). No law: what is enough depends on what a mistake costs.
 */
const FIRM = 0.8;
const TENTATIVE = 0.667;

export const findMeasure = (
  report: AgreementReport,
  name: MeasureName,
): DefinedMeasure | undefined => {
  const measure = report.measures.find((each) => each.name === name)?.measure;
  return measure?.state === "defined" ? measure : undefined;
};

/** The measure to speak of first, defined or not. */
export const mainMeasureOf = (report: AgreementReport): Measure | undefined =>
  report.measures.find(({ name }) => name === report.mainName)?.measure;

const outOf100 = (share: number): number => Math.round(share * 100);

/** What the measures say, for somebody who never heard of them. */
export function describeAgreement(report: AgreementReport): Sentence[] {
  const { shared, unanimous, annotators } = report.counts;
  const sentences: Sentence[] = [{ key: "agreement.say.counts", params: { shared, unanimous } }];
  const percent = findMeasure(report, "percent");
  if (!percent) return sentences;
  const same = outOf100(percent.value);
  const people = annotators === 2 ? "two" : "more";
  const chance = chanceOf(report);
  sentences.push(
    chance === null
      ? { key: "agreement.say.same", params: { same, people } }
      : { key: "agreement.say.sameByChance", params: { same, chance: outOf100(chance), people } },
  );
  const spans = findMeasure(report, "spanF1");
  if (spans)
    sentences.push({ key: "agreement.say.spans", params: { same: outOf100(spans.value) } });
  const main = findMeasure(report, report.mainName);
  if (main) sentences.push(sayMain(report.mainName, main));
  return sentences;
}

/** What chance alone would give: of the two people measured, or of people like these. */
function chanceOf(report: AgreementReport): number | null {
  const source = findMeasure(report, "cohenKappa") ?? findMeasure(report, "alpha");
  return source?.expected ?? null;
}

function sayMain(name: MeasureName, { value, interval }: DefinedMeasure): Sentence {
  const params = {
    percent: outOf100(value),
    low: interval ? outOf100(interval.low) : 0,
    high: interval ? outOf100(interval.high) : 0,
    known: interval ? "yes" : "no",
  };
  if (name === "wordLikeness") return { key: "agreement.say.words", params };
  if (value < 0) return { key: "agreement.say.belowChance", params };
  return name === "masiAlpha" || name === "unitizingAlpha"
    ? { key: "agreement.say.wayInPart", params }
    : { key: "agreement.say.way", params };
}

/** What to do about it; null for texts, of which nothing can be asked in numbers. */
export function adviseAgreement(report: AgreementReport): Sentence | null {
  const main = mainMeasureOf(report);
  if (!main || report.mainName === "wordLikeness") return null;
  if (main.state === "undefined") return { key: `agreement.why.${main.reason}.next`, params: {} };
  const { interval } = main;
  const isVague = !interval || interval.high - interval.low > WIDEST_INTERVAL;
  if (main.items < FEWEST_ITEMS || (isVague && !(interval && interval.high < TENTATIVE)))
    return { key: "agreement.advice.tooFew", params: { items: main.items } };
  if (interval && interval.high < TENTATIVE) return { key: "agreement.advice.apart", params: {} };
  if (interval && interval.low >= FIRM) return { key: "agreement.advice.firm", params: {} };
  return { key: "agreement.advice.between", params: {} };
}

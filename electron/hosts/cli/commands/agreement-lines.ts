import type { AgreementReport, Measure } from "#shared/features/agreement/contract.ts";
import { adviseAgreement, describeAgreement } from "#shared/features/agreement/plain-words.ts";
import { say } from "../output.ts";

/** Lines of each list; the rest is in the JSON. */
const MOST_LINES = 20;
const DECIMALS = 4;

/** The report as sentences, then as tables. */
export function linesOfReport(report: AgreementReport): string[] {
  const { counts, measures, perLabel, pairs, confusions } = report;
  const advice = adviseAgreement(report);
  return [
    say("cli.agreement.people", {
      answers: counts.answers,
      people: counts.annotators,
      items: counts.items,
    }),
    ...(counts.repeated > 0 ? [say("cli.agreement.repeated", { answers: counts.repeated })] : []),
    "",
    ...describeAgreement(report).map(({ key, params }) => say(key, params)),
    ...(advice ? [say(advice.key, advice.params)] : []),
    ...section(
      "cli.agreement.measures",
      measures.map(({ name, measure }) => [
        say(`agreement.measure.${name}`),
        ...cellsOf(measure, name === "fleissKappa" ? "withoutAgreement" : "any"),
      ]),
    ),
    ...section(
      "cli.agreement.labels",
      perLabel
        .toSorted((a, b) => valueOf(a.measure) - valueOf(b.measure))
        .map(({ labelId, uses, measure }) => [
          labelId,
          ...cellsOf(measure),
          say("cli.agreement.uses", { uses }),
        ]),
    ),
    ...section(
      "cli.agreement.pairs",
      pairs.map(({ first, second, main }) => [`${first} · ${second}`, ...cellsOf(main)]),
    ),
    ...section(
      "cli.agreement.confusions",
      confusions.map(({ first, second, items }) => [
        `${first} · ${second ?? say("agreement.none")}`,
        say("cli.agreement.items", { items }),
      ]),
    ),
  ];
}

const valueOf = (measure: Measure): number =>
  measure.state === "defined" ? measure.value : Number.POSITIVE_INFINITY;

/** The published error of Fleiss' κ holds only where there is no agreement; it must not be read as another. */
function cellsOf(measure: Measure, holds: "any" | "withoutAgreement" = "any"): string[] {
  const items = say("cli.agreement.items", { items: measure.items });
  if (measure.state === "undefined")
    return [say("cli.agreement.undefined", { why: say(`agreement.why.${measure.reason}.what`) })];
  const { value, interval, observed, expected, standardError } = measure;
  const notes = [items];
  if (observed !== null && expected !== null)
    notes.push(
      say("cli.agreement.shares", {
        observed: observed.toFixed(DECIMALS),
        expected: expected.toFixed(DECIMALS),
      }),
    );
  if (standardError !== null)
    notes.push(say("cli.agreement.error", { error: standardError.toFixed(DECIMALS), holds }));
  return [
    value.toFixed(DECIMALS),
    interval
      ? say("agreement.interval", {
          low: interval.low.toFixed(DECIMALS),
          high: interval.high.toFixed(DECIMALS),
        })
      : say("agreement.noInterval"),
    notes.join(", "),
  ];
}

function section(title: Parameters<typeof say>[0], rows: string[][]): string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MOST_LINES);
  const widths = [0, 1, 2].map((at) =>
    Math.max(...shown.filter((row) => row.length > at + 1).map((row) => row[at]?.length ?? 0), 0),
  );
  const lines = shown.map((row) =>
    row.map((cell, at) => (at < row.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell)).join("  "),
  );
  const more = rows.length - shown.length;
  return [
    "",
    say(title),
    ...lines.map((line) => `  ${line}`),
    ...(more > 0 ? [`  ${say("cli.agreement.more", { more })}`] : []),
  ];
}

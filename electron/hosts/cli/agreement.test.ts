import { expect, test } from "vitest";
import { listJudgements } from "#shared/features/agreement/testing/xsum-judgements.ts";
import type { AgreementReport } from "#shared/features/agreement/contract.ts";
import { openCommandLine } from "./testing/command-line.ts";

const cli = openCommandLine();

interface Answered {
  rows: number;
  leftOut: Record<string, number>;
  report: AgreementReport;
}

const columns = ["--item", "item", "--annotator", "who", "--answer", "answer"];

test("three workers' judgements give the numbers that are published about them", async () => {
  const rows = listJudgements().map(
    ({ item, worker, judgement }) => `${item},system,${worker},${judgement}`,
  );
  cli.write("judgements.csv", `id,system,who,answer\n${rows.join("\n")}\n`);
  const args = ["judgements.csv", "--item", "id", "system", "--annotator", "who"];
  const said = await cli.run("agreement", ...args, "--answer", "answer", "--ignore", "NULL");
  expect([said.exitCode, said.stderr]).toEqual([0, ""]);
  expect(said.stdout).toContain(
    "judgements.csv: 5,597 rows read = 5,564 answers + 33 left out\nleft out: 33 without an answer\n",
  );
  expect(said.stdout).toMatch(
    /Fleiss’ κ +0\.7744 +0\.7\d+ to 0\.8\d+ +1,848 items, agreement 0\.9578, by chance 0\.8129/,
  );
  const found = await cli.json<Answered>("agreement", ...args, "--answer", "answer");
  expect(found).toMatchObject({ rows: 5597, leftOut: { noAnswer: 33 } });
  expect(found.report.counts).toMatchObject({ shared: 1858, annotators: 3 });
});

test("tags, texts and spans, and rows that cannot be used", async () => {
  cli.write(
    "tags.jsonl",
    '{"item":1,"who":"i","answer":"a;b"}\n{"item":1,"who":"j","answer":"b"}\n',
  );
  const tags = await cli.json<Answered>("agreement", "tags.jsonl", ...columns, "--type", "tag");
  expect(tags.report.confusions).toEqual([{ first: "a", second: null, items: 1 }]);
  expect(tags.report.measures[1]).toEqual({
    name: "masiAlpha",
    measure: { state: "undefined", reason: "tooFewItems", items: 1 },
  });
  const rows = [
    ["1", "i", [[0, 4, "x"]], "a long text"],
    ["1", "j", [[0, 5, "x"]], "a long text"],
    ["2", "i", [[0, 4, "x"]], "more"],
    ["2", "j", [{ start: 0, end: 4, label: "x" }], "more"],
    ["2", "l", "oops", "more"],
    ["", "l", [[1, 2, "x"]], "more"],
    ["3", "", [[1, 2, "x"]], "more"],
  ].map(([item, who, answer, text]) => JSON.stringify({ item, who, answer, text }));
  cli.write("spans.jsonl", `${rows.join("\n")}\n`);
  const how = [...columns, "--type", "extract", "--text", "text"];
  const spans = await cli.json<Answered>("agreement", "spans.jsonl", ...how);
  expect(spans).toMatchObject({
    rows: 7,
    leftOut: { notReadable: 0, noItem: 1, noAnnotator: 1, noAnswer: 0, notSpans: 1 },
  });
  expect(spans.report.measures[2]?.measure.state).toBe("defined");
});

test("a column or file that is not there is named", async () => {
  cli.write("small.csv", "item,who,answer\n1,i,a\n");
  const wrong = await cli.run("agreement", "small.csv", ...columns.slice(0, 4), "--answer", "said");
  expect(wrong.exitCode).toBe(1);
  expect(wrong.stderr).toMatch(/^There is no column called “said”\..+item, who, answer\.\n$/);
  const gone = await cli.run("agreement", "gone.csv", ...columns);
  expect(gone.stderr).toMatch(/^The file gone\.csv is not where it was/);
  const alone = await cli.run("agreement", "small.csv", ...columns);
  expect(alone.stdout).toContain(
    "not defined: Only one person has answered, so there is nothing to compare.",
  );
  expect((await cli.run("agreement", "small.csv")).exitCode).toBe(2);
});

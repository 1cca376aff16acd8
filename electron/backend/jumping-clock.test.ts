import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";

const testing = (name: string) => join(import.meta.dirname, "testing", name);

interface Facts {
  yearsSeen: number;
  given: string[];
  history: string[];
  undone: (string | null)[];
  redone: (string | null)[];
  imports: string[];
  inputs: string[];
  verified: boolean;
}

test("with a clock that jumps by ten years either way, everything keeps the order in which it happened", () => {
  const folder = mkdtempSync(join(tmpdir(), "tacit-clock-"));
  const clock = pathToFileURL(testing("jumping-clock.ts")).href;
  const script = testing("work-by-a-jumping-clock.ts");
  const printed = execFileSync(process.execPath, ["--import", clock, script, folder], {
    encoding: "utf8",
  });
  const facts = JSON.parse(printed) as Facts;
  const { given } = facts;
  expect(facts.yearsSeen).toBeGreaterThan(1);
  expect(given).toHaveLength(7);
  const imported = facts.history[0];
  expect(facts.history).toEqual([imported, ...given]);
  expect(facts.undone).toEqual([...given.slice(0, -1).toReversed(), imported]);
  expect(facts.redone).toEqual(given);
  expect(facts.imports).toEqual(["third.csv", "second.csv", "first.csv"]);
  const [first, second, third] = ["first.csv", "second.csv", "third.csv"];
  expect(facts.inputs.map((input) => input.split(" ")[0])).toEqual([
    first,
    first,
    "only",
    second,
    second,
    "only",
    third,
    third,
    "only",
  ]);
  expect(facts.verified).toBe(true);
});

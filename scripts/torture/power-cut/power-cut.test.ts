import { describe, expect, test } from "vitest";
import type { ScenarioName } from "../scenarios/index.ts";
import { canTrace } from "../trace.ts";
import { afterPowerCut } from "./after-power-cut.ts";
import { cutPower } from "./cut-power.ts";
import { type DiskEvent, readDiskLog } from "./disk-log.ts";

const SEED = Number(process.env["TACIT_TORTURE_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const TIMEOUT_MS = 300_000;

const write = (path: string, offset: number, text: string): DiskEvent => ({
  kind: "write",
  path,
  offset,
  data: Buffer.from(text),
});

test("a trace is read back as what was asked of the files", () => {
  const hex = (text: string) =>
    Buffer.from(text)
      .toString("hex")
      .replaceAll(/../g, String.raw`\x$&`);
  const file = hex("/p/a-wal");
  const trace = [
    `7 write(1<${hex("pipe:[5]")}>, "${hex("give x\n")}", 7) = 7`,
    `7 pwrite64(21<${file}>, "${hex("ab")}", 2, 32)   = 2`,
    `7 fdatasync(21<${file}> <unfinished ...>`,
    `8 pwrite64(22<${file}>, "${hex("cd")}", 2, 34) = 2`,
    `7 <... fdatasync resumed>) = 0`,
    `7 ftruncate(21<${hex("/elsewhere")}>, 4) = 0`,
  ].join("\n");
  expect(readDiskLog(trace, "/p")).toEqual([
    { kind: "said", line: "give x" },
    write("/p/a-wal", 32, "ab"),
    { kind: "syncBegins", path: "/p/a-wal", thread: "7" },
    write("/p/a-wal", 34, "cd"),
    { kind: "sync", path: "/p/a-wal", thread: "7" },
  ]);
});

test("after a power cut everything synced is there, and nothing else need be", () => {
  const events: DiskEvent[] = [
    write("/a", 0, "one"),
    { kind: "syncBegins", path: "/a", thread: "1" },
    write("/a", 3, "two"),
    { kind: "sync", path: "/a", thread: "1" },
  ];
  const seen = new Set(
    Array.from({ length: 50 }, (_, n) => {
      const rest = n / 50;
      return String(afterPowerCut(new Map(), events, () => rest).get("/a"));
    }),
  );
  expect(seen).toEqual(new Set(["one", "onetwo"]));
});

/** With the least number of syncs between a question and its acknowledgement; an import asks for none. */
const RUNS: [ScenarioName, number, string, number][] = [
  ["closing", 60, "answers and the closing after them", 1],
  ["import", 25, "an import", 0],
];

describe.skipIf(!canTrace)(
  `power cuts${canTrace ? "" : " (nobody may follow a process with strace here)"}`,
  () => {
    test.each(RUNS)(
      "%s: %i power cuts during %s lose nothing acknowledged",
      async (name, cuts, _what, syncs) => {
        const { findings, fewestSyncsAnAnswer } = await cutPower({
          scenario: name,
          cuts,
          seed: SEED,
        });
        expect({ seed: SEED, findings }).toEqual({ seed: SEED, findings: [] });
        expect(fewestSyncsAnAnswer).toBeGreaterThanOrEqual(syncs);
      },
      TIMEOUT_MS,
    );
  },
);

import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { runOnSmallDisk, whyNoSmallDisk } from "../testing/small-disk.ts";

const SCRIPT = resolve(import.meta.dirname, "../testing/full-disk-acts.ts");
const MEGABYTE = 1 << 20;
const FULL = { code: "diskFull" };
const SOUND = { ok: true, problems: [], closing: null };
const tooSmall = { code: "diskTooSmall", params: { megabytes: expect.any(Number) as number } };

const run = <Facts>(act: string, megabytes: number) =>
  runOnSmallDisk<Facts>(SCRIPT, megabytes * MEGABYTE, act);

const why = whyNoSmallDisk();
describe.skipIf(why !== null)(`on a full disk${why === null ? "" : ` (${why})`}`, () => {
  test("an answer is refused and not counted; those before it stay, and work goes on once there is room", () => {
    const facts = run<{ given: number }>("answer", 8);
    const { given } = facts;
    expect(facts).toMatchObject({
      failure: FULL,
      whileFull: given,
      counts: given,
      again: null,
      after: SOUND,
      kept: given + 1,
      files: ["Full.tacit"],
    });
  });

  test("an import for which there is no room is refused before it writes, and says how much is missing", () => {
    const facts = run("importRefused", 32);
    expect(facts).toMatchObject({
      state: "failed",
      error: tooSmall,
      whileFull: [10, 10, 0, 1, 0],
      ok: true,
    });
  });

  test("an import during which the disk fills up is taken back at once, though the disk is full", () => {
    const facts = run("importFilled", 64);
    expect(facts).toMatchObject({
      state: "failed",
      error: tooSmall,
      whileFull: [10, 10, 0, 1, 0],
      after: SOUND,
      second: "done",
      counts: [40_010, 40_010, 40_000, 10, 1],
      sound: SOUND,
      files: ["Full.tacit"],
    });
  });

  test("undoing a bulk action is refused whole and can be done later", () => {
    expect(run("undo", 24)).toMatchObject({
      failure: FULL,
      whileFull: { flagged: 6000, undo: "flag" },
      again: null,
      undone: 0,
      after: SOUND,
      files: ["Full.tacit"],
    });
  });

  test("a backup that finds no room leaves no file, half or whole", () => {
    expect(run("backup", 24)).toMatchObject({
      failure: FULL,
      left: [],
      again: null,
      isThere: true,
      after: SOUND,
    });
  });

  test("a migration that finds no room leaves the old project as it was, at every amount of room", () => {
    const facts = run<{ failures: unknown[] }>("migration", 80);
    for (const failure of facts.failures)
      expect(["diskFull", "diskTooSmall"]).toContain((failure as { code: string }).code);
    expect(facts).toMatchObject({ ok: true, files: ["Old.tacit"] });
  });

  test("a hand-off that finds no room leaves no folder", () => {
    expect(run("export", 24)).toMatchObject({
      failure: FULL,
      left: [],
      again: null,
      folders: 1,
      after: SOUND,
    });
  });

  test("a new project for which there is no room leaves no file", () => {
    expect(run("creating", 8)).toMatchObject({ failure: FULL, left: [], again: null });
  });

  test("opening says so, leaves nothing about, and works once there is room", () => {
    const facts = run("opening", 8);
    expect(facts).toMatchObject({ failure: FULL, left: ["Full.tacit"], again: null, verify: true });
  });
});

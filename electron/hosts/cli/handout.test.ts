import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openCommandLine } from "./testing/command-line.ts";

const owner = openCommandLine();
const weber = openCommandLine();

interface Made {
  file: string;
  fingerprint: string;
}

test("a slice goes out, is opened, returned and merged from the command line, once its numbers are confirmed", async () => {
  owner.write(
    "letters.csv",
    `text\n${Array.from({ length: 8 }, (_, n) => `letter ${n}`).join("\n")}\n`,
  );
  await owner.json("create", "letters", "--task", "classify");
  await owner.json("import", "letters", "letters.csv");
  const slice = owner.at("for-weber.tacit-slice");
  const made = await owner.json<Made>(
    "handout",
    "create",
    "letters",
    "--to",
    "Dr. Weber",
    "--as",
    "Owner",
    "--count",
    "5",
    "--overlap",
    "40",
    "--out",
    slice,
  );
  expect(made).toMatchObject({ file: slice, examples: 5, overlap: 2, locked: false });

  const refused = await weber.run("handout", "open", slice, "--as", "Dr. Weber");
  expect([refused.exitCode, refused.stdout]).toEqual([1, ""]);
  expect(refused.stderr).toContain(made.fingerprint);
  const confirm = ["--confirm", made.fingerprint.replaceAll(" ", "-")];
  const opened = await weber.json<Made>("handout", "open", slice, ...confirm);
  expect(opened).toMatchObject({ name: "letters", examples: 5, from: "Owner" });
  const back = await weber.json<Made>("handout", "return", opened.file);
  expect(back).toMatchObject({ examples: 5, answered: 0, skipped: 0 });

  const merge = ["handout", "merge", "letters", back.file, "--confirm", back.fingerprint];
  const counts = { from: "Dr. Weber", added: 0, open: 5, left: 0 };
  expect(await owner.json(...merge, "--dry-run")).toMatchObject({ ...counts, dryRun: true });
  expect(await owner.json(...merge)).toMatchObject({ ...counts, dryRun: false });
  // Nothing is written over, and nothing is handed out twice.
  const again = await owner.run("handout", "create", "letters", "--to", "X", "--out", slice);
  expect(again.stderr).toContain("is already there");
});

test("the passphrase comes from the environment, and a wrong one is told plainly", async () => {
  owner.write("notes.csv", "text\none\ntwo\n");
  await owner.json("create", "notes", "--task", "classify");
  await owner.json("import", "notes", "notes.csv");
  const slice = owner.at("locked.tacit-slice");
  const made = await owner.runWith({ TACIT_PASSPHRASE: "four words of mine" }, [
    "handout",
    "create",
    "notes",
    "--to",
    "Dr. Weber",
    "--as",
    "Owner",
    "--out",
    slice,
    "--json",
  ]);
  expect(JSON.parse(made.stdout)).toMatchObject({ locked: true, examples: 2 });
  expect(readFileSync(slice, "latin1")).toMatch(/^age-encryption\.org\/v1\n/);
  const without = await weber.run("handout", "open", slice, "--as", "Dr. Weber");
  expect(without.stderr).toContain("is locked with a passphrase");
  const wrong = await weber.runWith({ TACIT_PASSPHRASE: "other words" }, [
    "handout",
    "open",
    slice,
  ]);
  expect([wrong.exitCode, wrong.stderr]).toEqual([
    1,
    expect.stringContaining("not the passphrase"),
  ]);
});

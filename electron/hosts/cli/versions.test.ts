import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { labelledCsv, openCommandLine, REPOSITORY } from "./testing/command-line.ts";

const cli = openCommandLine();

interface Frozen {
  versionId: string;
  number: number;
  contentHash: string;
  counts: { train: number; validation: number; test: number };
}

const first = {} as Frozen;
let before: Buffer;

beforeAll(async () => {
  cli.write("data.csv", labelledCsv(40));
  for (const project of ["one", "two"]) {
    await cli.json("create", project, "--task", "classify", "--name", "Same");
    await cli.json("import", project, "data.csv");
  }
  before = readFileSync(cli.at("one.tacit"));
  Object.assign(first, await cli.json<Frozen>("freeze", "one", "--seed", "7"));
});

describe("check", () => {
  test("reports what is good and what is wrong", async () => {
    expect(await cli.json("check", "one")).toMatchObject({
      counts: { examples: 40, labelled: 40, unlabelled: 0 },
    });
    const { exitCode, stdout } = await cli.run("check", "one");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("40 examples: 40 answered, 0 to do, 0 skipped\n");
  });
});

describe("freeze", () => {
  test("the same seed gives the same hash, another seed another", async () => {
    expect(first).toMatchObject({ number: 1, counts: { train: 32, validation: 4, test: 4 } });
    expect(await cli.json<Frozen>("freeze", "one", "--seed", "7")).toEqual(first);
    writeFileSync(cli.at("copy.tacit"), before);
    const elsewhere = await cli.json<Frozen>("freeze", "copy", "--seed", "7");
    expect(elsewhere.contentHash).toBe(first.contentHash);
    const other = await cli.json<Frozen>("freeze", "copy", "--seed", "8");
    expect(other.number).toBe(2);
    expect(other.contentHash).not.toBe(first.contentHash);
  });

  test("the same seed shares the same rows out alike in another project", async () => {
    await cli.json("freeze", "two", "--seed", "7");
    for (const project of ["one", "two"])
      await cli.json(
        "export",
        project,
        "--version",
        "1",
        "--format",
        "openai-chat",
        "--out",
        project,
      );
    for (const split of ["train", "validation", "test"])
      expect(readFileSync(cli.at(`one/${split}.jsonl`))).toEqual(
        readFileSync(cli.at(`two/${split}.jsonl`)),
      );
  });

  test("ratios share the examples out", async () => {
    expect(await cli.json("freeze", "two", "--ratios", "50/25/25")).toMatchObject({
      counts: { train: 20, validation: 10, test: 10 },
    });
  });

  test("nothing answered is nothing to freeze", async () => {
    await cli.json("create", "bare", "--task", "classify");
    const { exitCode, stderr } = await cli.run("freeze", "bare");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^There is no answered example to freeze\. Nothing was changed\./);
  });
});

describe("export", () => {
  const contents = (folder: string) =>
    Object.fromEntries(
      readdirSync(cli.at(folder)).map((name) => [name, readFileSync(cli.at(join(folder, name)))]),
    );

  test.concurrent.each([
    ["openai-chat", "jsonl"],
    ["jsonl", "jsonl"],
    ["csv", "csv"],
    ["csv-excel", "csv"],
  ])("%s gives the same bytes every time", async (format, ending) => {
    const copy = `${format}.tacit`;
    writeFileSync(cli.at(copy), readFileSync(cli.at("one.tacit")));
    const options = ["--format", format, "--version", "1"];
    const result = await cli.json<{ files: { name: string; rows: number | null }[] }>(
      "export",
      copy,
      ...options,
      "--out",
      `${format}/a`,
    );
    await cli.json("export", copy, ...options, "--out", `${format}/b`);
    // Over files of the same name: the same again, and what else lies there stays.
    writeFileSync(cli.at(`${format}/b/mine.txt`), "mine");
    await cli.json("export", copy, ...options, "--out", `${format}/b`);
    const { "mine.txt": mine, ...second } = contents(`${format}/b`);
    expect(mine?.toString()).toBe("mine");
    expect(second).toEqual(contents(`${format}/a`));
    expect(readdirSync(cli.at(format)).toSorted()).toEqual(["a", "b"]);
    const rows = result.files.filter((file) => file.rows !== null);
    expect(rows.map((file) => [file.name, file.rows])).toEqual([
      [`train.${ending}`, 32],
      [`validation.${ending}`, 4],
      [`test.${ending}`, 4],
    ]);
  });

  test("a version is chosen by number or id; without a choice it is the newest", async () => {
    const exported = (...choice: string[]) =>
      cli.json<{ version: number }>(
        "export",
        "two",
        "--format",
        "csv",
        "--out",
        "chosen",
        ...choice,
      );
    const { versions } = await cli.json<{ versions: Frozen[] }>("stats", "two");
    const newest = Math.max(...versions.map(({ number }) => number));
    expect(newest).toBeGreaterThan(1);
    expect((await exported()).version).toBe(newest);
    expect((await exported("--version", "1")).version).toBe(1);
    expect((await exported("--version", "v2")).version).toBe(2);
    const id = versions.find(({ number }) => number === 1)?.versionId ?? "";
    expect((await exported("--version", id)).version).toBe(1);
  });

  test("a version or a folder that cannot be is refused", async () => {
    for (const [args, said] of [
      [["one", "--out", "x", "--version", "9"], /^There is no version “9”; the newest is 1\./],
      [["one", "--out", "x", "--version", ""], /^There is no version “”/],
      [["one", "--out", "data.csv"], /^Tacit may not write to the folder/],
      [["one", "--out", "data.csv/deeper"], /^Tacit may not write to the folder/],
      [["bare", "--out", "x"], /^No dataset version has been frozen yet\./],
    ] as const) {
      const { exitCode, stdout, stderr } = await cli.run("export", "--format", "csv", ...args);
      expect([exitCode, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(said);
    }
    expect(readFileSync(cli.at("data.csv"), "utf8")).toBe(labelledCsv(40));
    expect(cli.files()).not.toContain("x");
  });
});

describe("verify", () => {
  beforeAll(async () => {
    const data = join(REPOSITORY, "resources/samples/bank-questions/banking77_test.csv");
    await cli.json("create", "bank", "--task", "classify");
    await cli.json("import", "bank", data);
    await cli.json("freeze", "bank");
  });

  test("a sound file is sound", async () => {
    expect(await cli.json("verify", "one")).toEqual({
      ok: true,
      problems: [],
      checked: { examples: 40, annotations: 40, versions: 1 },
    });
    const { exitCode, stdout } = await cli.run("verify", "one");
    expect([exitCode, stdout]).toEqual([
      0,
      "The file is sound: 40 examples, 40 answers and 1 version looked through.\n",
    ]);
  });

  test.each([0.1, 0.3, 0.5, 0.7, 0.9])(
    "bytes flipped at %f of the file are told in plain words",
    async (share) => {
      const bytes = readFileSync(cli.at("bank.tacit"));
      // From the beginning of a page: the middle of one may hold nothing.
      const start = Math.floor((bytes.length * share) / 8192) * 8192;
      for (let at = start; at < start + 3000; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      const name = `damaged-${share}.tacit`;
      cli.write(name, bytes);
      cli.write("other.tacit", bytes);
      const [{ exitCode, stdout, stderr }, asJson] = await Promise.all([
        cli.run("verify", name),
        cli.run("verify", "other.tacit", "--json"),
      ]);
      expect(exitCode).toBe(1);
      expect(stdout).toMatch(/^The file has problems:\n\S/);
      expect(stdout + stderr).not.toMatch(/\n {4}at |Error:|SQLITE_/);
      expect(asJson.exitCode).toBe(1);
      const report = JSON.parse(asJson.stdout) as { ok: boolean; problems: unknown[] };
      expect(report.ok).toBe(false);
      expect(report.problems.length).toBeGreaterThan(0);
    },
  );

  test("a letter changed in a frozen version is found", async () => {
    const bytes = readFileSync(cli.at("one.tacit"));
    const text = Buffer.from("I lost wallet number 13");
    // Its first place holds the example, the other one the frozen copy; both are changed.
    let changed = 0;
    for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
      bytes.write("I last", at);
      changed += 1;
    }
    expect(changed).toBeGreaterThan(1);
    cli.write("changed.tacit", bytes);
    const { exitCode, stdout } = await cli.run("verify", "changed");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("a frozen version was changed: version 1\n");
  });

  test("rescue brings what can be read into a new file and leaves the damaged one alone", async () => {
    await cli.run("create", "torn", "--task", "classify");
    const rows = Array.from({ length: 400 }, (_, n) => `${"a question ".repeat(20)}${n},one\n`);
    cli.write("torn.csv", `text,label\n${rows.join("")}`);
    await cli.run("import", "torn", "torn.csv");
    const whole = readFileSync(cli.at("torn.tacit"));
    const damaged = whole.subarray(0, Math.floor(whole.length * 0.9));
    writeFileSync(cli.at("torn.tacit"), damaged);
    const { exitCode, stdout } = await cli.run("rescue", "torn");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/torn \(rescued\)\.tacit[^]*Examples: \d+ saved/);
    expect(readFileSync(cli.at("torn.tacit")).equals(damaged)).toBe(true);
    expect(await cli.json("verify", "torn (rescued)")).toMatchObject({ ok: true });
  });

  test("other commands on a damaged file fail in plain words, too", async () => {
    const bytes = readFileSync(cli.at("one.tacit"));
    bytes.fill(0xff, 4096);
    cli.write("ruined.tacit", bytes);
    for (const args of [["stats"], ["freeze"], ["export", "--format", "csv", "--out", "x"]]) {
      const { exitCode, stdout, stderr } = await cli.run(...args, "ruined");
      expect([exitCode, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(/^Parts of ruined\.tacit cannot be read\. The file was not touched\./);
      expect(stderr).not.toMatch(/\n {4}at /);
    }
  });
});

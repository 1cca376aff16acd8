import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { ended, openCommandLine } from "./testing/command-line.ts";

const cli = openCommandLine();

describe("create", () => {
  test("makes a project of the task and name, and says so in one JSON object", async () => {
    const made = await cli.json("create", "named.tacit", "--task", "write", "--name", "Mine = ü");
    expect(made).toMatchObject({ file: cli.at("named.tacit"), name: "Mine = ü", task: "write" });
    expect(cli.files()).toEqual(["named.tacit"]);
  });

  test("--json may stand before the command; the ending and the name may be left out", async () => {
    const made = await cli.run("--json", "create", "plain", "--task", "classify");
    expect(JSON.parse(made.stdout)).toMatchObject({ file: cli.at("plain.tacit"), name: "plain" });
    expect(await cli.json("stats", "plain")).toMatchObject({ name: "plain", examples: 0 });
  });

  test("never touches a file that is there", async () => {
    cli.write("letter.tacit", "my own letter");
    const { exitCode, stdout, stderr } = await cli.run("create", "letter", "--task", "tag");
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      "A file named letter.tacit is already there. The existing file was not touched. Choose another name.\n",
    );
    expect(readFileSync(cli.at("letter.tacit"), "utf8")).toBe("my own letter");
  });
});

describe("what is no project", () => {
  test.each(["stats", "check", "verify", "freeze"])("%s refuses it plainly", async (command) => {
    cli.write("text.tacit", "hello\n".repeat(1000));
    cli.write("empty.tacit", "");
    const foreign = new Database(cli.at("foreign.tacit"));
    foreign.exec("create table if not exists note (body text); insert into note values ('mine')");
    foreign.close();
    const before = readFileSync(cli.at("foreign.tacit"));
    const files = cli.files();
    const answers = await Promise.all(
      ["text.tacit", "empty.tacit", "foreign.tacit", "app"].map((file) => cli.run(command, file)),
    );
    for (const { exitCode, stdout, stderr } of answers) {
      expect([exitCode, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(/^\S+ is not a Tacit project\. The file was not touched\. [^\n]+\n$/);
    }
    expect(readFileSync(cli.at("foreign.tacit"))).toEqual(before);
    expect(cli.files()).toEqual(files);
  });

  test("a missing file is told on both sides of --json", async () => {
    const { exitCode, stdout, stderr } = await cli.run("stats", "gone.tacit", "--json");
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: "fileMissing", params: { name: "gone.tacit" } },
    });
    expect(stderr).toMatch(/^The file gone\.tacit is not where it was\./);
    expect(cli.files()).not.toContain("gone.tacit");
  });
});

describe.concurrent("wrong words", () => {
  test.each([
    [["sing"], /unknown command 'sing'/],
    [["stats"], /missing required argument 'file'/],
    [["stats", "a", "b"], /too many arguments/],
    [["stats", "a", "--loud"], /unknown option '--loud'/],
    [["create", "a"], /option '--task <task>' not specified/],
    [["create", "a", "--task", "guess"], /Allowed choices are classify, tag, write/],
    [["create", "a", "--task", "tag", "--name", " "], /1 to 120 characters/],
    [["import", "a", "b", "--map", "text"], /column=role; roles: input, response, label/],
    [["import", "a", "b", "--map", "text=verb"], /column=role/],
    [["import", "a", "b", "--map", "=input"], /column=role/],
    [["import", "a", "b", "--map", "t=input", "t=label"], /“t” is given a meaning twice/],
    [["import", "a", "b", "--split", "dev"], /train, validation, test/],
    [["import", "a", "b", "--again", "maybe"], /skip, update, add/],
    [["freeze", "a", "--seed", "1.5"], /a whole number from 0/],
    [["freeze", "a", "--seed", "3000000000"], /to 2147483647/],
    [["freeze", "a", "--ratios", "80/10"], /80\/10\/10/],
    [["freeze", "a", "--ratios", "80/10/5"], /add up to 100/],
    [["train", "a", "--provider", "magic"], /instant, openai/],
    [["train", "a", "--provider", "openai", "--model", "m"], /--base-url is missing/],
    [["train", "a", "--provider", "openai", "--base-url", "https://x.test"], /--model is missing/],
    [["train", "a", "--base-url", "ftp://x.test"], /begins with https/],
    [["export", "a", "--out", "b"], /option '--format <format>' not specified/],
    [["export", "a", "--format", "csv"], /option '--out <folder>' not specified/],
    [["export", "a", "--format", "xml", "--out", "b"], /openai-chat, jsonl, csv, csv-excel/],
    [["serve", "--port", "70000"], /0 to 65535/],
  ])("%j is a usage error", async (args, said) => {
    const { exitCode, stdout, stderr } = await cli.run(...args);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(cli.files()).not.toContain("a.tacit");
  });
});

test("help and version are answers, not failures", async () => {
  const [help, version, ofImport] = await Promise.all([
    cli.run("--help"),
    cli.run("--version"),
    cli.run("import", "--help"),
  ]);
  expect([help.exitCode, version.exitCode, ofImport.exitCode]).toEqual([0, 0, 0]);
  for (const command of "create import stats check freeze train compare export verify rescue serve".split(
    " ",
  ))
    expect(help.stdout).toMatch(new RegExp(`^ {2}${command} `, "m"));
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(ofImport.stdout.replace(/\s+/g, " ")).toContain(
    "input response label labels messages spans chosen rejected preference group split id field",
  );
});

test("what would steer a terminal is shown, and JSON carries it escaped", async () => {
  await cli.json("create", "evil", "--task", "classify");
  const label = "red\u001b[31m\u009b2J\u202e";
  cli.write("evil.csv", `text,label\none,${label}\ntwo,${label}\n`);
  await cli.json("import", "evil", "evil.csv");
  const { stdout } = await cli.run("stats", "evil");
  expect(stdout).toContain("       2  red\\x1b[31m\\x9b2J\\u202e\n");
  const { stdout: raw } = await cli.run("stats", "evil", "--json");
  for (const said of [stdout, raw]) expect(said).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
  expect(JSON.parse(raw)).toMatchObject({ labels: [{ name: label, examples: 2 }] });
});

test.each([["--help"], ["stats", "plain"], ["stats", "gone", "--json"]])(
  "a reader that goes away early is no crash: %s",
  async (...args) => {
    const child = cli.start(args);
    child.stdout.destroy();
    const { exitCode, stderr } = await ended(child);
    expect(exitCode).toBe(args.includes("gone") ? 1 : 0);
    expect(stderr).not.toMatch(/EPIPE|\n {4}at /);
    expect(cli.files().filter((name) => /-(wal|shm|lock)$/.test(name))).toEqual([]);
  },
);

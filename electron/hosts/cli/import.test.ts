import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, test, vi } from "vitest";
import { ended, openCommandLine, REPOSITORY } from "./testing/command-line.ts";

const cli = openCommandLine();
let projects = 0;

interface Stats {
  task: string;
  examples: number;
  labelled: number;
  labels: { name: string; examples: number }[];
  imports: { fileName: string; imported: number }[];
}

const ANY_ID = expect.any(String) as string;

/** A new project of its own, so that no test depends on another. */
async function create(task = "classify") {
  const name = `project-${(projects += 1)}.tacit`;
  await cli.json("create", name, "--task", task);
  return name;
}

describe.concurrent("each task takes what it can learn from", () => {
  test.each([
    ["classify", "text,label\na,x\nb,y\nc,\n", ["text=input", "label=label"], 2],
    ["tag", "text,labels\na,x;y\nb,y\nc,\n", ["text=input", "labels=labels"], 2],
    ["write", "q,a\nhow,so\nwhy,thus\nwho,\n", ["q=input", "a=response"], 2],
    ["chat", "q,a\nhow,so\nwhy,thus\nwho,\n", ["q=input", "a=response"], 2],
    [
      "extract",
      'text,marks\nAnn in Rome,"[[0,3,""WHO""]]"\nBob,"[[0,3,""WHO""]]"\nCid,\n',
      ["text=input", "marks=spans"],
      2,
    ],
    [
      "rank",
      "q,a,b,best\nhow,so,no,A\nwhy,thus,so,tie\nwho,me,you,\n",
      ["q=input", "a=response", "b=response", "best=preference"],
      2,
    ],
  ])("%s", async (task, csv, map, labelled) => {
    const project = await create(task);
    const data = cli.write(`${task}.csv`, csv);
    expect(await cli.json("import", project, data, "--map", ...map)).toEqual({
      importId: ANY_ID,
      rowsRead: 3,
      imported: 3,
      updated: 0,
      rejected: 0,
      duplicatesOfEarlierImport: 0,
    });
    expect(await cli.json("stats", project)).toMatchObject({ task, examples: 3, labelled });
  });
});

describe.concurrent("--map", () => {
  const csv = "my text,a=b label,rest\none,x,1\ntwo,y,2\n";
  cli.write("columns.csv", csv);
  const pairs = ["my text=input", "a=b label=label"];
  test.each([
    ["repeated", pairs.flatMap((pair) => ["--map", pair])],
    ["variadic", ["--map", ...pairs]],
    ["joined by an equals sign", pairs.map((pair) => `--map=${pair}`)],
  ])("%s, with spaces and equals signs in the names", async (_, options) => {
    const project = await create();
    await cli.json("import", project, "columns.csv", ...options);
    const stats = await cli.json<Stats>("stats", project);
    expect(stats.labels).toEqual([
      { name: "x", examples: 1 },
      { name: "y", examples: 1 },
    ]);
  });

  test("a column that is not there is named together with those that are", async () => {
    const project = await create();
    const { exitCode, stderr } = await cli.run(
      "import",
      project,
      "columns.csv",
      "--map",
      "x=input",
    );
    expect(exitCode).toBe(1);
    expect(stderr).toBe(
      "There is no column called “x”. Nothing was imported. The columns are: my text, a=b label, rest.\n",
    );
    expect(await cli.json("stats", project)).toMatchObject({ examples: 0, imports: [] });
  });
});

test.concurrent("rejected rows are saved with their line, their reason and their beginning", async () => {
  const project = await create();
  cli.write("messy.csv", 'text,label\n"two\nlines",a\nshort\n  ,b\nfine,a\n=1+1,a,more\n');
  expect(await cli.json("import", project, "messy.csv", "--rejects", "out.csv")).toEqual({
    importId: ANY_ID,
    rowsRead: 5,
    imported: 2,
    updated: 0,
    rejected: 3,
    duplicatesOfEarlierImport: 0,
  });
  const { data } = Papa.parse<Record<string, string>>(readFileSync(cli.at("out.csv"), "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data.map(({ line, reason }) => [line, reason])).toEqual([
    ["4", "tooFewCells"],
    ["5", "noInput"],
    ["7", "tooManyCells"],
  ]);
  expect(data[2]?.["row"]).toMatch(/^'=1\+1/);
});

test.concurrent("a reject list that cannot be written stops the import before it begins", async () => {
  const project = await create();
  cli.write("good.csv", "text,label\none,a\n");
  for (const [place, said] of [
    ["good.csv", /A file named good\.csv is already there/],
    [project, /is already there/],
    ["no/where.csv", /may not write to the folder/],
  ] as const) {
    const { exitCode, stderr } = await cli.run("import", project, "good.csv", "--rejects", place);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(said);
  }
  expect(readFileSync(cli.at("good.csv"), "utf8")).toBe("text,label\none,a\n");
  expect(await cli.json("stats", project)).toMatchObject({ examples: 0 });
});

test.concurrent("the same file again is recognised, unless it is to be added", async () => {
  const project = await create();
  cli.write("same.csv", "text,label\none,a\ntwo,b\n,c\n");
  cli.write("renamed.csv", "text,label\none,a\ntwo,b\n,c\n");
  await cli.json("import", project, "same.csv");
  const importId = ANY_ID;
  const skipped = {
    importId,
    rowsRead: 3,
    imported: 0,
    updated: 0,
    rejected: 1,
    duplicatesOfEarlierImport: 2,
  };
  expect(await cli.json("import", project, "same.csv")).toEqual(skipped);
  expect(await cli.json("import", project, "renamed.csv", "--again", "skip")).toEqual(skipped);
  expect(await cli.json("stats", project)).toMatchObject({ examples: 2 });
  expect(await cli.json("import", project, "same.csv", "--again", "add")).toEqual({
    importId,
    rowsRead: 3,
    imported: 2,
    updated: 0,
    rejected: 1,
    duplicatesOfEarlierImport: 0,
  });
  expect(await cli.json("stats", project)).toMatchObject({ examples: 4 });
});

test.concurrent("a newer file is reviewed, updates what it knows, and is taken back by its id", async () => {
  const project = await create();
  cli.write("old.csv", "id,text,label\n1,one,a\n2,two,b\n");
  cli.write("new.csv", "id,text,label\n3,three,c\n2,two!,b\n1,one,a\n,,\n");
  await cli.json("import", project, "old.csv");
  const before = await cli.json<Stats>("stats", project);
  expect(await cli.json("import", project, "new.csv", "--review")).toMatchObject({
    rowsRead: 4,
    fresh: 1,
    known: 1,
    changed: 1,
    rejected: 1,
    matchedBy: "id",
    newLabels: [{ name: "c", rows: 1 }],
    suggested: "update",
  });
  const { stdout } = await cli.run("import", project, "new.csv", "--review");
  expect(stdout).toContain("4 rows read = 1 new + 1 already there + 1 changed + 1 not readable");
  expect(stdout).toContain("Suggested: --again update");
  expect(await cli.json("stats", project)).toEqual(before);
  const { importId, ...counts } = await cli.json<{ importId: string }>(
    "import",
    project,
    "new.csv",
    "--again",
    "update",
  );
  expect(counts).toEqual({
    rowsRead: 4,
    imported: 1,
    updated: 1,
    rejected: 1,
    duplicatesOfEarlierImport: 1,
  });
  const listed = await cli.run("imports", project);
  expect(listed.stdout).toContain(importId);
  expect(await cli.json("take-back", project, importId)).toMatchObject({ importId });
  expect(await cli.json("stats", project)).toMatchObject({
    examples: 2,
    labels: before.labels,
  });
  expect(await cli.json("verify", project)).toMatchObject({ ok: true });
});

test.concurrent("--split puts a whole file in one split, and freezing keeps it there", async () => {
  const project = await create();
  cli.write("first.csv", "text,label\na,x\nb,y\nc,x\nd,y\n");
  cli.write("second.csv", "text,label\ne,x\nf,y\n");
  cli.write("third.csv", "text,label\ng,x\n");
  await cli.json("import", project, "first.csv", "--split", "train");
  await cli.json("import", project, "second.csv", "--split", "test");
  await cli.json("import", project, "third.csv", "--split", "validation");
  expect(await cli.json("freeze", project)).toMatchObject({
    counts: { train: 4, validation: 1, test: 2 },
  });
});

test.concurrent("what cannot be read is refused in words", async () => {
  const project = await create();
  cli.write("empty.csv", "");
  cli.write("sheet.xlsx", Buffer.from("504b030414000600", "hex"));
  cli.write("picture.csv", Buffer.from("89504e470d0a1a0a", "hex"));
  for (const [data, said] of [
    ["gone.csv", /The file gone\.csv is not where it was/],
    ["empty.csv", /empty\.csv is empty/],
    ["sheet.xlsx", /sheet\.xlsx is damaged or not complete/],
    ["picture.csv", /cannot read picture\.csv yet/],
  ] as const) {
    const { exitCode, stdout, stderr } = await cli.run("import", project, data);
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(said);
    expect(stderr).not.toContain("    at ");
  }
});

test.concurrent("the bank questions come in whole", async () => {
  const project = await create();
  const data = join(REPOSITORY, "resources/samples/bank-questions/banking77_test.csv");
  const { stdout } = await cli.run(
    "import",
    project,
    data,
    "--map",
    "text=input",
    "category=label",
  );
  expect(stdout).toMatch(
    /: 3,080 rows read = 3,080 imported \+ 0 updated \+ 0 rejected \+ 0 already there\n$/,
  );
  const stats = await cli.json<Stats>("stats", project);
  expect(stats).toMatchObject({ examples: 3080, labelled: 3080 });
  expect(stats.labels).toHaveLength(77);
  expect(stats.labels.every(({ examples }) => examples === 40)).toBe(true);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s in the middle of an import takes it back at once", async (signal, code) => {
  const project = await create();
  cli.write("kept.csv", "text,label\nkept,a\n");
  await cli.json("import", project, "kept.csv");
  const rows = Array.from({ length: 400_000 }, (_, n) => `${n} some more words,label ${n % 9}\n`);
  cli.write("big.csv", `text,label\n${rows.join("")}`);
  const child = cli.start(["import", project, "big.csv", "--json"]);
  const end = ended(child);
  // Rows have begun to arrive in the file.
  const isWriting = () =>
    (statSync(cli.at(`${project}-wal`), { throwIfNoEntry: false })?.size ?? 0) > 2_000_000;
  await vi.waitUntil(isWriting, { timeout: 30_000, interval: 5 });
  child.kill(signal);
  const { exitCode, stdout, stderr } = await end;
  expect(exitCode).toBe(code);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: "interrupted" } });
  expect(stderr).toMatch(/^This was interrupted .* Nothing half-done was kept\./);
  expect(cli.files().filter((name) => name.startsWith(project))).toEqual([project]);
  const stats = await cli.json<Stats>("stats", project);
  expect(stats).toMatchObject({ examples: 1, labels: [{ name: "a" }] });
  expect(stats.imports.map(({ fileName }) => fileName)).toEqual(["kept.csv"]);
  expect(await cli.json("verify", project)).toMatchObject({ ok: true });
});

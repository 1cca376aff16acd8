import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import type { RescueNews, RescueTarget } from "#shared/features/rescue/contract.ts";
import { flipBit, PAGE_SIZE, pagesOf, seededRandom, zeroPage } from "../../testing/damage.ts";
import { currentBytes, layOut, releasedBytes } from "../../testing/released/lay-out.ts";
import { digestProject } from "../../testing/released/project-digest.ts";
import { openTestBackend } from "../../testing/test-backend.ts";

const FIXTURE = "v1-classify";
const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
type Client = ReturnType<typeof openTestBackend>["client"];

async function rescue(client: Client, target: RescueTarget): Promise<RescueNews> {
  let last: RescueNews | null = null;
  for await (const news of await client.rescue.run(target)) last = news;
  if (!last) throw new Error("the rescue said nothing");
  return last;
}

async function inputsOf(client: Client): Promise<string[]> {
  const { rows } = await client.examples.list({ limit: 500 });
  return rows.map(({ input }) => input);
}

/** What was in the sound file, to compare with. */
const original = await (async () => {
  const { client, backend, fileId } = layOut(FIXTURE);
  await client.projects.open({ fileId });
  const inputs = await inputsOf(client);
  const digest = await digestProject(client);
  // With the two that were put away, which undo brings back.
  while (await client.history.undo());
  const everything = await inputsOf(client);
  await backend.close();
  return { inputs, digest, everything };
})();

describe.each([
  ["the first schema", releasedBytes(FIXTURE), "example"],
  ["the newest schema", await currentBytes(FIXTURE), "example_text"],
] as const)("in %s", (_schema, whole, texts) => {
  const plain = layOut(FIXTURE, whole);
  const pageOf = (name: string, kind: "internal" | "leaf" | "overflow", index = 0) =>
    pagesOf(plain.path, name).filter(({ pagetype }) => pagetype === kind)[index]?.pageno ?? 0;

  const set16 = (at: number, value: number) => {
    const damaged = Buffer.from(whole);
    damaged.writeUInt16BE(value, at);
    return damaged;
  };
  const set32 = (at: number, value: number) => {
    const damaged = Buffer.from(whole);
    damaged.writeUInt32BE(value, at);
    return damaged;
  };

  test.each<[string, () => Buffer]>([
    ["a bit of the first bytes", () => flipBit(whole, 4)],
    ["the page size", () => set16(16, 0)],
    ["the whole first page", () => zeroPage(whole, 1)],
    ["a page count that claims a billion pages", () => set32(28, 1_000_000_000)],
    ["the root of the schema", () => set16(100 + 3, 60_000)],
    ["an inner page of the examples", () => zeroPage(whole, pageOf(texts, "internal"))],
    ["an inner page of the answers", () => zeroPage(whole, pageOf("annotation", "leaf"))],
    ["a page of the examples", () => zeroPage(whole, pageOf(texts, "leaf", 2))],
    [
      "the place of a row on its page",
      () => set16((pageOf(texts, "leaf", 1) - 1) * PAGE_SIZE + 10, 9),
    ],
    ["a page of what is kept of each example", () => zeroPage(whole, pageOf("example", "leaf"))],
    ["a page of the labels", () => zeroPage(whole, pageOf("label", "leaf"))],
    ["the project row itself", () => zeroPage(whole, pageOf("project", "leaf"))],
    ["a page of a frozen version", () => zeroPage(whole, pageOf("version_example", "leaf", 1))],
    ["the end of the file", () => whole.subarray(0, Math.floor(whole.length * 0.6))],
    ["the end in the middle of a page", () => whole.subarray(0, whole.length - PAGE_SIZE - 1234)],
  ])(
    "a file in which %s is damaged is called damaged, and what can be read comes out of it",
    async (_what, damage) => {
      const { client, backend, path, fileId, projectsDir } = layOut(FIXTURE, damage());
      const before = hashOf(path);
      await expect(client.projects.open({ fileId })).rejects.toMatchObject({
        data: { code: "fileDamaged", params: { name: "Old.tacit" } },
      });
      const news = await rescue(client, { fileId });
      if (news.state !== "rescued") throw new Error(news.state);
      expect(hashOf(path)).toBe(before);
      expect(news.file.name).toBe("Old (rescued).tacit");
      await client.projects.open({ fileId: news.file.fileId });
      const report = await client.projects.verify();
      expect(report.problems.filter(({ problem }) => problem !== "versionHashDiffers")).toEqual([]);
      // Frozen versions stay what they were, unless it is them that were damaged.
      expect(report.ok || /version|end|first page/.test(_what)).toBe(true);

      const inputs = await inputsOf(client);
      // Whether an example was put away is kept with the rest of what is kept of it.
      expect(original.everything).toEqual(expect.arrayContaining(inputs));
      const examples = news.parts.find(({ part }) => part === "examples");
      const answers = news.parts.find(({ part }) => part === "answers");
      // 91 shown and two that were put away; 86 answers.
      for (const [part, count] of [
        [examples, 93],
        [answers, 86],
      ] as const)
        expect(part?.more || (part?.saved ?? 0) + (part?.lost ?? 0) >= count).toBe(true);
      expect(examples?.saved ?? 0).toBeGreaterThanOrEqual(inputs.length);
      // No single damaged page costs more than a third of the examples; a cut file is cut.
      expect(inputs.length).toBeGreaterThan(/end/.test(_what) ? -1 : 60);
      // It is a project like any other: the next step works.
      const { items } = await client.annotations.queue({ queue: "all", limit: 1 });
      const { labels } = await client.definitions.get();
      const [[item], [label]] = [items, labels];
      if (item && label)
        await client.annotations.answer({
          exampleId: item.exampleId,
          value: { kind: "classify", labelId: label.labelId },
        });
      await backend.close();
      expect(readdirSync(projectsDir).filter((name) => /part|wal|shm|lock/.test(name))).toEqual([]);
    },
  );

  test("lost labels keep their answers together, under the name a frozen version knows", async () => {
    const { client, backend, fileId } = layOut(FIXTURE, zeroPage(whole, pageOf("label", "leaf")));
    const news = await rescue(client, { fileId });
    if (news.state !== "rescued") throw new Error(news.state);
    await client.projects.open({ fileId: news.file.fileId });
    const { labels } = await client.definitions.get();
    expect(labels.map(({ name }) => name)).toEqual(expect.arrayContaining(["lost card", "limit"]));
    expect((await client.annotations.queue({ queue: "all", limit: 1 })).counts.labelled).toBe(
      original.digest.counts["labelled"],
    );
    await backend.close();
  });

  test.each<[string, (path: string) => Buffer]>([
    ["a page of an index", () => zeroPage(whole, pageOf("example_status", "leaf"))],
    [
      "the index behind a unique column",
      () => zeroPage(whole, pageOf("sqlite_autoindex_job_1", "leaf")),
    ],
    [
      "the list of free pages",
      () => {
        const damaged = set32(32, pageOf("example", "leaf", 0));
        damaged.writeUInt32BE(3, 36);
        return damaged;
      },
    ],
    [
      "an entry of an index",
      (path) => {
        const db = new Database(path);
        db.unsafeMode(true);
        db.pragma("writable_schema = ON");
        // The rows change while the index is hidden from SQLite, as a lost write leaves it.
        const root = db
          .prepare("select * from sqlite_schema where name = 'example_status'")
          .get() as Record<string, unknown>;
        db.exec("delete from sqlite_schema where name = 'example_status'");
        db.pragma("writable_schema = RESET");
        db.exec("update example set status = 'skipped' where status = 'unlabelled'");
        db.pragma("writable_schema = ON");
        db.prepare(
          "insert into sqlite_schema values (@type, @name, @tbl_name, @rootpage, @sql)",
        ).run(root);
        db.close();
        return readFileSync(path);
      },
    ],
  ])(
    "%s that is damaged is made anew while the file opens, and nothing is lost",
    async (_what, damage) => {
      const { client, backend, path, fileId } = layOut(FIXTURE, whole);
      writeFileSync(path, damage(path));
      expect(await client.projects.open({ fileId })).toMatchObject({
        readOnly: false,
        mended: true,
      });
      expect(await client.projects.verify()).toMatchObject({ ok: true, problems: [] });
      expect((await digestProject(client)).counts["annotations"]).toBe(
        original.digest.counts["annotations"],
      );
      expect(await inputsOf(client)).toEqual(original.inputs);
      await client.projects.close();
      expect(await client.projects.open({ fileId })).toMatchObject({ mended: false });
      await backend.close();
    },
  );

  test("a file that was never ours is refused, and nothing is rescued from it", async () => {
    const { client, backend, fileId, projectsDir } = layOut(
      FIXTURE,
      Buffer.alloc(50_000, "notes "),
    );
    await expect(client.projects.open({ fileId })).rejects.toMatchObject({
      data: { code: "notATacitFile" },
    });
    await expect(rescue(client, { fileId })).rejects.toMatchObject({
      data: { code: "nothingToRescue" },
    });
    expect(readdirSync(projectsDir)).toEqual(["Old.tacit"]);
    await backend.close();
  });

  test("wherever bits flip, no raw error comes out, and a rescue invents nothing", async () => {
    const codes = new Set<string>();
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = seededRandom(seed);
      let bytes = whole;
      for (let flips = 1 + random(30); flips > 0; flips -= 1)
        bytes = flipBit(bytes, random(bytes.length), random(8));
      const { client, backend, fileId } = layOut(FIXTURE, bytes);
      const codeOf = (error: { data?: { code?: string } }) => error.data?.code ?? "no code";
      const outcome = await client.projects.open({ fileId }).then(() => "opened", codeOf);
      codes.add(outcome);
      expect(["opened", "fileDamaged", "notATacitFile", "fileTooNew"], `seed ${seed}`).toContain(
        outcome,
      );
      if (outcome !== "opened") {
        const news = await rescue(client, { fileId });
        if (news.state !== "working") await client.projects.open({ fileId: news.file.fileId });
      }
      // Damage within a text shows only when it is read.
      const trouble = await inputsOf(client).then(() => null, codeOf);
      expect([null, "fileDamaged", "unexpected"], `seed ${seed}`).toContain(trouble);
      const { readOnlyReason } = (await client.projects.current()) ?? {};
      expect(readOnlyReason ?? null).toBe(trouble === "fileDamaged" ? "damaged" : null);
      if (trouble !== null) {
        const news = await rescue(client, { current: true });
        if (news.state !== "working") await client.projects.open({ fileId: news.file.fileId });
      }
      const inputs = await inputsOf(client);
      const strange = inputs.filter((input) => !original.everything.includes(input));
      // A flipped bit in a text is a changed text; anything more would be invented.
      expect(strange.length, `seed ${seed}`).toBeLessThan(31);
      expect(inputs.length, `seed ${seed}`).toBeLessThanOrEqual(93);
      await backend.close();
    }
    expect(codes).toContain("fileDamaged");
  });

  /** A project as a crash leaves it: five names given one after the other, all of them in the log only. */
  function withLog(damage: (log: Buffer) => Buffer) {
    const laid = layOut(FIXTURE, whole);
    const db = new Database(laid.path);
    db.pragma("journal_mode = WAL");
    db.pragma("wal_autocheckpoint = 0");
    for (let number = 1; number <= 5; number += 1)
      db.exec(`update project set name = 'Name ${number}'`);
    const [bytes, log] = [readFileSync(laid.path), readFileSync(`${laid.path}-wal`)];
    db.close();
    writeFileSync(laid.path, bytes);
    writeFileSync(`${laid.path}-wal`, damage(log));
    return laid;
  }
  /** Each of the names is one frame: a page with its own head. */
  const FRAME = PAGE_SIZE + 24;

  test.each<[string, (log: Buffer) => Buffer, string, boolean]>([
    ["is whole", (log) => log, "Name 5", false],
    ["breaks off in its last change", (log) => log.subarray(0, log.length - 100), "Name 4", false],
    ["is damaged in the middle", (log) => flipBit(log, 32 + FRAME * 2 + 200), "Name 2", true],
    [
      "is damaged at its beginning",
      (log) => flipBit(log, 9),
      "Bank questions – first release",
      false,
    ],
    ["is empty", () => Buffer.alloc(0), "Bank questions – first release", false],
  ])(
    "a log that %s leaves the changes before that, and no silence about those behind it",
    async (_what, damage, name, told) => {
      const { client, backend, fileId, projectsDir } = withLog(damage);
      const info = await client.projects.open({ fileId });
      expect(info).toMatchObject({ name, readOnly: false, changesLost: told });
      expect(await client.projects.verify()).toMatchObject({ ok: true });
      await backend.close();
      const backups = readdirSync(projectsDir).includes(".tacit-backups")
        ? readdirSync(join(projectsDir, ".tacit-backups"))
        : [];
      expect(backups.filter((each) => each.includes("-damaged-"))).toHaveLength(told ? 2 : 0);
    },
  );

  test("a rescue counts in what is only in the log", async () => {
    const { client, backend, path, fileId } = withLog((log) => log);
    const leaf = pagesOf(path, "annotation").find(({ pagetype }) => pagetype === "leaf");
    writeFileSync(path, zeroPage(readFileSync(path), leaf?.pageno ?? 0));
    await expect(client.projects.open({ fileId })).rejects.toMatchObject({
      data: { code: "fileDamaged" },
    });
    const news = await rescue(client, { fileId });
    if (news.state !== "rescued") throw new Error(news.state);
    expect(await client.projects.open({ fileId: news.file.fileId })).toMatchObject({
      name: "Name 5",
    });
    await backend.close();
  });
});

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import {
  answerTexts,
  mergeReturn,
  openColleague,
  openSlice,
  pathOf,
  returnWork,
} from "../../testing/colleagues.ts";
import { at, openSeededProject } from "../../testing/open-seeded-project.ts";
import type { Seed } from "../../testing/seed-examples.ts";
import { openTestBackend, type TestBackend } from "../../testing/test-backend.ts";
import { BUNDLE_LIMITS } from "./bundle/limits.ts";
import { readBundle } from "./bundle/read-bundle.ts";
import { unpack } from "./bundle/unpack.ts";

const TO_WEBER = { which: "unlabelled" as const, to: { name: "Dr. Weber" } };

/** A project of letters, of which the owner answered the first two. */
async function openOwner(letters = 10) {
  const opened = await openSeededProject("classify", ["refund", "other"], () =>
    Array.from({ length: letters }, (_, n) => ({ input: `letter ${n}` })),
  );
  const [refund, other] = opened.labelIds.map((labelId): AnswerValue => ({
    kind: "classify",
    labelId,
  })) as [AnswerValue, AnswerValue];
  await opened.client.handouts.addPerson({ name: "Owner" });
  for (const exampleId of opened.exampleIds.slice(0, 2))
    await opened.client.annotations.answer({ exampleId, value: refund });
  return { ...opened, refund, other };
}

const countsOf = async ({ client }: TestBackend) =>
  (await client.annotations.queue({ queue: "all" })).counts;

const answersOf = async ({ client }: TestBackend) =>
  Object.fromEntries(
    (await client.examples.list({ limit: 500 })).rows.map(({ input, answer }) => [input, answer]),
  );

/** The same answer for every letter that a slice holds. */
async function answerAll(colleague: TestBackend, value: AnswerValue | null) {
  const { rows } = await colleague.client.examples.list({ limit: 500 });
  const inputs = rows.map(({ input }) => input);
  await answerTexts(colleague, Object.fromEntries(inputs.map((input) => [input, value])));
  return inputs;
}

/** A ruling of whoever works there now, as the desk makes it. */
function addRule({ backend }: TestBackend, ruleId: string, body: string) {
  const { db, experts } = backend.session();
  db.transaction(() =>
    db
      .prepare(
        `insert into rule (public_id, body, annotator_id, made_at_ms, changed_at_ms)
         values (?, ?, ?, 1, 1)`,
      )
      .run(ruleId, body, experts.getPersonKey()),
  )();
}

test("out, worked on, back and merged: the owner has the colleague's answers, and where they differ nobody's", async () => {
  const owner = await openOwner();
  const saved = await owner.client.handouts.create({ ...TO_WEBER, count: 8, overlapShare: 0.25 });
  expect(saved).toMatchObject({ examples: 8, overlap: 2, locked: false });
  // The two for both are asked of the owner; the six others wait for the colleague.
  expect(await countsOf(owner)).toMatchObject({ unlabelled: 2, awaiting: 6, asked: 2 });

  const weber = await openColleague("Dr. Weber");
  const info = await openSlice(weber, pathOf(saved));
  expect(info).toMatchObject({ name: "Test", taskType: "classify" });
  expect(await countsOf(weber)).toMatchObject({ total: 8, unlabelled: 8 });
  const inputs = await answerAll(weber, owner.refund);

  const { items: asked } = await owner.client.annotations.queue({ queue: "asked" });
  const [agreed, differed] = [at(asked, 0), at(asked, 1)];
  await owner.client.annotations.answer({ exampleId: agreed.exampleId, value: owner.refund });
  await owner.client.annotations.answer({ exampleId: differed.exampleId, value: owner.other });

  const counts = await mergeReturn(owner, await returnWork(weber));
  expect(counts).toMatchObject({ added: 6, agreed: 1, disputed: 1, known: 0, left: [] });
  expect(await countsOf(owner)).toMatchObject({ awaiting: 0, asked: 0, disputed: 1, labelled: 9 });
  const answers = await answersOf(owner);
  expect(answers[differed.input]).toBeNull();
  for (const input of inputs.filter((each) => each !== differed.input))
    expect(answers[input]).toEqual(owner.refund);
  const together = await owner.client.handouts.together();
  expect(together).toMatchObject({ disputed: 1, slice: null });
  expect(together.handouts).toEqual([
    expect.objectContaining({ name: "Dr. Weber", examples: 8, overlap: 2, answered: 8 }),
  ]);
  expect(together.people.map(({ name, isCurrent }) => [name, isCurrent])).toEqual([
    ["Owner", true],
    ["Dr. Weber", false],
  ]);
  const { entries } = await owner.client.history.timeline({ fromMs: 0 });
  expect(entries.slice(0, 1)).toMatchObject([{ action: "mergeReturn", subject: "Dr. Weber" }]);
});

test("until both have answered, neither sees what the other says", async () => {
  const owner = await openOwner();
  const handout = { ...TO_WEBER, which: "all" as const, withAnswers: true };
  const saved = await owner.client.handouts.create({ ...handout, count: 10, overlapShare: 0.5 });
  const bundle = await readBundle(readFileSync(pathOf(saved)));
  if (bundle.kind !== "slice") throw new Error("not a slice");
  const { db } = owner.backend.session();
  const both = db
    .prepare(
      `select t.public_id from handout_example x join example_text t on t.id = x.example_id
       where x.overlap = 1`,
    )
    .pluck()
    .all();
  expect(both).toHaveLength(5);
  const along = bundle.rows.answers.map(({ exampleId }) => exampleId);
  expect(along.filter((exampleId) => both.includes(exampleId))).toEqual([]);
  // What goes along is to be looked over, and is nobody's answer until then.
  const weber = await openColleague("Dr. Weber");
  await openSlice(weber, pathOf(saved));
  expect(await countsOf(weber)).toMatchObject({ unreviewed: along.length });
  const returned = await weber.client.handouts.createReturn({});
  expect(returned).toMatchObject({ examples: 10, answered: 0, skipped: 0 });
  // And the other way round: the owner is asked without seeing the colleague's answer.
  await answerAll(weber, owner.other);
  await mergeReturn(owner, await returnWork(weber));
  const { items } = await owner.client.annotations.queue({ queue: "asked" });
  expect(items.length).toBeGreaterThan(0);
  expect(items.map(({ answer }) => answer)).toEqual(items.map(() => null));
});

test("no bundle is taken over before its sender was confirmed, and never with another key", async () => {
  const owner = await openOwner();
  const weber = await openColleague("Dr. Weber");
  const slice = pathOf(
    await owner.client.handouts.create({ ...TO_WEBER, count: 4, overlapShare: 0 }),
  );
  const { fileId } = weber.backend.grants.add(slice, "read");
  const inspected = await weber.client.handouts.inspect({ fileId });
  const ownerPrint = (await owner.client.handouts.people()).people[0]?.fingerprint;
  expect(inspected.sender).toEqual({
    name: "Owner",
    fingerprint: ownerPrint,
    known: false,
    sameNameKnown: false,
  });
  const { inspectionId } = inspected;
  await expect(weber.client.handouts.openSlice({ inspectionId })).rejects.toMatchObject({
    data: { code: "senderUnknown", params: { sender: "Owner", fingerprint: ownerPrint } },
  });
  expect(await weber.client.projects.current()).toBeNull();
  await weber.client.handouts.openSlice({ inspectionId, trust: true });
  await answerAll(weber, owner.refund);
  const back = await returnWork(weber);

  const read = async (path: string) =>
    owner.client.handouts.inspect({ fileId: owner.backend.grants.add(path, "read").fileId });
  const first = await read(back);
  expect(first.sender.known).toBe(false);
  await expect(
    owner.client.handouts.merge({ inspectionId: first.inspectionId }),
  ).rejects.toMatchObject({ data: { code: "senderUnknown" } });
  expect(await countsOf(owner)).toMatchObject({ labelled: 2, awaiting: 4 });
  await owner.client.handouts.merge({ inspectionId: first.inspectionId, trust: true });
  // Known from now on, and the name that was typed when handing out became this person.
  const second = await read(await returnWork(weber));
  expect(second.sender.known).toBe(true);
  await owner.client.handouts.merge({ inspectionId: second.inspectionId });
  expect((await owner.client.handouts.together()).people).toHaveLength(2);

  // Somebody else who says that they are Dr. Weber.
  const person = (await weber.client.handouts.people()).people[0];
  const folder = join(weber.folder, "app", "people");
  const mallory = await openColleague("Mallory");
  const other = (await mallory.client.handouts.people()).people[0];
  const stolen = JSON.parse(
    readFileSync(
      join(mallory.folder, "app", "people", `${other?.annotatorId}`, "person.json"),
      "utf8",
    ),
  ) as Record<string, unknown>;
  const key = readFileSync(
    join(mallory.folder, "app", "people", `${other?.annotatorId}`, "private-key.pem"),
  );
  const place = join(folder, `${person?.annotatorId}`);
  writeFileSync(join(place, "private-key.pem"), key);
  const forged = { ...stolen, annotatorId: person?.annotatorId, name: "Dr. Weber" };
  writeFileSync(join(place, "person.json"), JSON.stringify(forged));
  const file = await returnWork(weber);
  await expect(read(file)).rejects.toMatchObject({
    data: { code: "senderKeyChanged", params: { sender: "Dr. Weber" } },
  });
});

test("a changed, cut or foreign file leaves the project and the disk as they were", async () => {
  const owner = await openOwner();
  const weber = await openColleague("Dr. Weber");
  const slice = pathOf(
    await owner.client.handouts.create({ ...TO_WEBER, count: 4, overlapShare: 0 }),
  );
  await openSlice(weber, slice);
  await answerAll(weber, owner.refund);
  const back = readFileSync(await returnWork(weber));
  const listAll = () => readdirSync(owner.folder, { recursive: true, encoding: "utf8" }).toSorted();
  const attempt = async (bytes: Buffer) => {
    const path = join(weber.folder, "tried.tacit-return");
    writeFileSync(path, bytes);
    const { fileId } = owner.backend.grants.add(path, "read");
    return owner.client.handouts.inspect({ fileId });
  };
  const before = listAll();
  const state = await answersOf(owner);
  const flipped = Buffer.from(back);
  flipped[60] = (flipped[60] ?? 0) ^ 1;
  for (const bytes of [flipped, back.subarray(0, back.length / 2), Buffer.from("hello")])
    await expect(attempt(bytes)).rejects.toMatchObject({
      data: { code: "bundleRefused", params: { name: "tried.tacit-return" } },
    });
  await expect(attempt(readFileSync(slice))).resolves.toMatchObject({ kind: "slice" });
  expect(listAll()).toEqual(before);
  expect(await answersOf(owner)).toEqual(state);

  const stranger = await openOwner();
  const { fileId } = stranger.backend.grants.add(await returnWork(weber), "read");
  await expect(stranger.client.handouts.inspect({ fileId })).rejects.toMatchObject({
    data: { code: "bundleOfOtherProject", params: { project: "Test" } },
  });
  await expect(stranger.client.handouts.createReturn({})).rejects.toMatchObject({
    data: { code: "notASlice" },
  });
});

test("a label that the colleague made is never added by itself: added, mapped or left out, as the owner says", async () => {
  const owner = await openOwner();
  const weber = await openColleague("Dr. Weber");
  const saved = await owner.client.handouts.create({ ...TO_WEBER, count: 6, overlapShare: 0 });
  await openSlice(weber, pathOf(saved));
  await weber.client.definitions.addLabel({ name: "Refund " });
  await weber.client.definitions.addLabel({ name: "fraud" });
  const { labels } = await weber.client.definitions.get();
  const made = labels.slice(2).map(({ labelId }) => labelId) as [string, string];
  const { rows } = await weber.client.examples.list({});
  for (const [index, { exampleId }] of rows.entries()) {
    const labelId = index < 2 ? made[0] : index < 4 ? made[1] : (owner.labelIds[0] ?? "");
    await weber.client.annotations.answer({ exampleId, value: { kind: "classify", labelId } });
  }
  const back = await returnWork(weber);
  const { fileId } = owner.backend.grants.add(back, "read");
  const inspected = await owner.client.handouts.inspect({ fileId });
  expect(inspected.unknownLabels).toEqual([
    { labelId: made[0], name: "Refund", answers: 2, sameNameId: owner.labelIds[0] },
    { labelId: made[1], name: "fraud", answers: 2, sameNameId: null },
  ]);
  const { inspectionId } = inspected;
  const merge = (become: [object?, object?]) =>
    owner.client.handouts.merge({
      inspectionId,
      trust: true,
      labels: become.flatMap((each, index) =>
        each ? [{ labelId: made[index as 0 | 1], become: each as { kind: "add" } }] : [],
      ),
    });
  const namesOf = async () => (await owner.client.definitions.get()).labels.map(({ name }) => name);

  const left = { reason: "label" };
  expect(await merge([])).toMatchObject({ added: 2, left: [left, left, left, left] });
  expect(await namesOf()).toEqual(["refund", "other"]);
  // Deciding later takes over what was left before, and changes nothing else.
  const use = { kind: "use", labelId: owner.labelIds[0] };
  expect(await merge([use])).toMatchObject({ added: 2, known: 2, left: [left, left] });
  expect(await merge([use, { kind: "add" }])).toMatchObject({ added: 2, known: 4, left: [] });
  expect(await namesOf()).toEqual(["refund", "other", "fraud"]);
  const byLabel = (await owner.client.definitions.get()).labels.map(({ examples }) => examples);
  expect(byLabel).toEqual([6, 0, 2]);
  await expect(merge([{ kind: "add" }])).rejects.toMatchObject({
    data: { code: "labelNameTaken" },
  });
  await owner.client.history.undo();
  expect(await namesOf()).toEqual(["refund", "other"]);
});

test("answers to examples that are gone, put away or changed are listed, not lost", async () => {
  const owner = await openOwner(6);
  const weber = await openColleague("Dr. Weber");
  const saved = await owner.client.handouts.create({ ...TO_WEBER, count: 4, overlapShare: 0 });
  await openSlice(weber, pathOf(saved));
  await answerAll(weber, owner.refund);
  const back = await returnWork(weber);
  const [gone, putAway, changed] = owner.exampleIds.slice(2) as [string, string, string];
  const { db } = owner.backend.session();
  await owner.client.examples.remove({ exampleIds: [putAway] });
  db.prepare("update example_text set public_id = 'elsewhere' where public_id = ?").run(gone);
  db.prepare("update example_text set input = 'another letter' where public_id = ?").run(changed);
  expect(await mergeReturn(owner, back)).toMatchObject({
    added: 1,
    left: [
      { exampleId: gone, reason: "gone", value: owner.refund },
      { exampleId: putAway, reason: "putAway", value: owner.refund },
      { exampleId: changed, reason: "changed", value: owner.refund },
    ],
  });
  const [merged] = (await owner.client.handouts.together()).merged;
  expect(merged?.counts.left).toHaveLength(3);
});

test("the newest of several returns counts, whatever it takes back; skipping and flagging come along", async () => {
  const owner = await openOwner();
  const weber = await openColleague("Dr. Weber");
  const saved = await owner.client.handouts.create({ ...TO_WEBER, count: 3, overlapShare: 0 });
  await openSlice(weber, pathOf(saved));
  await answerAll(weber, owner.refund);
  const early = await returnWork(weber);
  const [one, two, three] = (await weber.client.examples.list({})).rows;
  await weber.client.annotations.clear({ exampleId: `${one?.exampleId}` });
  await weber.client.annotations.skip({ exampleId: `${two?.exampleId}` });
  await weber.client.examples.setFlag({ exampleIds: [`${three?.exampleId}`], flagged: true });
  const late = await returnWork(weber);
  const counts = { added: 0, known: 1, skipped: 1, open: 1 };
  expect(await mergeReturn(owner, late)).toMatchObject({
    ...counts,
    added: 1,
    known: 0,
    flagged: 1,
  });
  const state = await countsOf(owner);
  expect(state).toMatchObject({ awaiting: 1, skipped: 1, labelled: 3, flagged: 1 });
  expect(await mergeReturn(owner, early)).toMatchObject({ added: 0, known: 3 });
  expect(await countsOf(owner)).toEqual(state);
  expect(await mergeReturn(owner, late)).toMatchObject({ ...counts, flagged: 0 });
  expect(await countsOf(owner)).toEqual(state);
});

test("calling back brings examples into the owner's queue; a late return is merged all the same", async () => {
  const owner = await openOwner();
  const weber = await openColleague("Dr. Weber");
  const saved = await owner.client.handouts.create({ ...TO_WEBER, count: 8, overlapShare: 0 });
  expect(await owner.client.handouts.plan({ ...TO_WEBER, count: 5, overlapShare: 0.2 })).toEqual({
    available: 0,
    examples: 0,
    overlap: 0,
  });
  await expect(
    owner.client.handouts.create({ ...TO_WEBER, count: 1, overlapShare: 0 }),
  ).rejects.toMatchObject({ data: { code: "nothingToHandOut" } });
  // What somebody has is not given to them again.
  const { annotatorId } = at((await owner.client.handouts.together()).people, 1);
  const all = { which: "all" as const, count: 100, overlapShare: 0 };
  expect(await owner.client.handouts.plan({ ...all, annotatorId })).toMatchObject({ available: 2 });
  await openSlice(weber, pathOf(saved));
  await answerAll(weber, owner.refund);
  const { handoutId } = at((await owner.client.handouts.together()).handouts, 0);
  expect(await owner.client.handouts.callBack({ handoutId })).toEqual({ examples: 8 });
  expect(await countsOf(owner)).toMatchObject({ unlabelled: 8, awaiting: 0 });
  expect(await mergeReturn(owner, await returnWork(weber))).toMatchObject({ added: 8 });
  expect((await owner.client.handouts.together()).handouts).toMatchObject([
    { calledBack: true, answered: 8 },
  ]);
});

test("a decision holds, whatever comes again, until somebody says what was not looked at", async () => {
  const owner = await openOwner(4);
  const weber = await openColleague("Dr. Weber");
  const saved = await owner.client.handouts.create({ ...TO_WEBER, count: 1, overlapShare: 1 });
  await openSlice(weber, pathOf(saved));
  const { exampleId } = at((await owner.client.annotations.queue({ queue: "asked" })).items, 0);
  await weber.client.annotations.answer({ exampleId, value: owner.other });
  await owner.client.annotations.answer({ exampleId, value: owner.refund });
  const early = await returnWork(weber);
  expect(await mergeReturn(owner, early)).toMatchObject({ disputed: 1 });
  // A third person, who was not asked, looks at both and decides.
  await owner.client.handouts.addPerson({ name: "Chief" });
  await owner.client.annotations.answer({ exampleId, value: owner.refund });
  const answerOf = async () => (await owner.client.examples.get({ exampleId })).answer;
  expect(await answerOf()).toEqual(owner.refund);
  expect(await mergeReturn(owner, early)).toMatchObject({ known: 1 });
  expect(await answerOf()).toEqual(owner.refund);
  await weber.client.annotations.answer({ exampleId, value: owner.refund });
  expect(await mergeReturn(owner, await returnWork(weber))).toMatchObject({ agreed: 1 });
  expect(await answerOf()).toEqual(owner.refund);
  await weber.client.annotations.answer({ exampleId, value: owner.other });
  expect(await mergeReturn(owner, await returnWork(weber))).toMatchObject({ disputed: 1 });
  expect(await answerOf()).toBeNull();
});

test("a locked slice opens with its passphrase alone", async () => {
  const owner = await openOwner();
  const weber = await openColleague("Dr. Weber");
  const saved = await owner.client.handouts.create({
    ...TO_WEBER,
    count: 2,
    overlapShare: 0,
    passphrase: "correct horse",
  });
  expect(saved.locked).toBe(true);
  expect(readFileSync(pathOf(saved)).includes("letter")).toBe(false);
  await expect(openSlice(weber, pathOf(saved))).rejects.toMatchObject({
    data: { code: "bundleLocked" },
  });
  await expect(openSlice(weber, pathOf(saved), "Correct horse")).rejects.toMatchObject({
    data: { code: "passphraseWrong", params: { name: saved.fileName } },
  });
  expect(await openSlice(weber, pathOf(saved), "correct horse")).toMatchObject({ name: "Test" });
});

test("a slice carries the task as it is: labels, rules of the trade, marked passages to the letter", async () => {
  const owner = await openSeededProject("extract", ["drug"], () => [
    { input: "👩‍⚕️ gives cafe\u0301 and 𝔘-500" },
    { input: "nothing here" },
  ]);
  const { client } = owner;
  await client.handouts.addPerson({ name: "Owner" });
  await client.definitions.saveGuideline({ body: "Mark every drug." });
  await client.definitions.saveSystemPrompt({ text: "You mark drugs." });
  addRule(owner, "owners-rule", "Strengths count as part of the drug.");
  const saved = await client.handouts.create({ ...TO_WEBER, count: 2, overlapShare: 0 });
  const weber = await openColleague("Dr. Weber");
  await openSlice(weber, pathOf(saved));
  const rules = weber.backend.session().db.prepare("select body from rule").pluck().all();
  expect(rules).toEqual(["Strengths count as part of the drug."]);
  const definition = await weber.client.definitions.get();
  expect(definition).toMatchObject({
    taskType: "extract",
    guideline: { body: "Mark every drug." },
    systemPrompt: "You mark drugs.",
    labels: [{ labelId: owner.labelIds[0], name: "drug" }],
  });
  const input = at((await client.examples.list({})).rows, 0).input;
  expect(at((await weber.client.examples.list({})).rows, 0).input).toBe(input);
  const labelId = owner.labelIds[0] ?? "";
  // Code points: the joined sign counts as three, the letter beyond the first plane as one.
  const start = Array.from(input).indexOf("𝔘");
  const value: AnswerValue = { kind: "extract", spans: [{ start, end: start + 5, labelId }] };
  await answerTexts(weber, { [input]: value });
  addRule(weber, "webers-rule", "Homeopathy is no drug.");
  // A colleague's rules are proposals: they are told, and nothing is changed by them.
  expect(await mergeReturn(owner, await returnWork(weber))).toMatchObject({
    added: 1,
    rules: [{ ruleId: "webers-rule", body: "Homeopathy is no drug." }],
  });
  expect((await answersOf(owner))[input]).toEqual(value);
});

const TURN = { role: "user" as const, content: "Hello 👩‍⚕️" };
const REPLY = { role: "assistant" as const, content: "Good morning" };
const WITH_PAYLOAD: [TaskType, Seed, AnswerValue][] = [
  [
    "rank",
    { input: "Which?", payload: { kind: "rank", responses: ["one", "cafe\u0301"] } },
    { kind: "rank", outcome: "preferred", preferred: 1, reasons: ["shorter"] },
  ],
  [
    "chat",
    { input: "Hello", payload: { kind: "chat", turns: [TURN] } },
    { kind: "chat", turns: [TURN, REPLY] },
  ],
  ["write", { input: "Dear" }, { kind: "write", response: "Dear Dr. 𝔘" }],
];
test.each(WITH_PAYLOAD)("%s goes out and comes back whole", async (taskType, seed, value) => {
  const owner = await openSeededProject(taskType, [], () => [seed]);
  await owner.client.handouts.addPerson({ name: "Owner" });
  const saved = await owner.client.handouts.create({ ...TO_WEBER, count: 1, overlapShare: 0 });
  const weber = await openColleague("Dr. Weber");
  await openSlice(weber, pathOf(saved));
  expect(at((await weber.client.examples.list({})).rows, 0).payload).toEqual(seed.payload ?? null);
  await answerAll(weber, value);
  expect(await mergeReturn(owner, await returnWork(weber))).toMatchObject({ added: 1, left: [] });
  expect(at((await owner.client.examples.list({})).rows, 0).answer).toEqual(value);
});

test("who has no name yet is asked for it; the private key is in no project and in no bundle", async () => {
  const owner = await openOwner();
  const saved = await owner.client.handouts.create({ ...TO_WEBER, count: 2, overlapShare: 0 });
  const nameless = await openColleague("x");
  const people = join(owner.folder, "app", "people");
  const [annotatorId = ""] = readdirSync(people).filter((name) => !name.includes("."));
  const pem = readFileSync(join(people, annotatorId, "private-key.pem"), "utf8");
  const secret = pem.split("\n")[1] ?? "none";
  await owner.client.projects.close();
  const parts = await unpack(readFileSync(pathOf(saved)), BUNDLE_LIMITS);
  const files = readdirSync(owner.projectsDir, { recursive: true, encoding: "utf8" })
    .filter((name) => name.includes("."))
    .map((name) => readFileSync(join(owner.projectsDir, name)));
  const holding = [...files, ...parts.values()].filter((bytes) => bytes.includes(secret));
  expect(holding).toEqual([]);
  expect(files.length).toBeGreaterThan(1);
  expect(secret.length).toBeGreaterThan(40);
  await nameless.backend.close();

  await expect(openSlice(openTestBackend(), pathOf(saved))).rejects.toMatchObject({
    data: { code: "nobodyNamed" },
  });
});

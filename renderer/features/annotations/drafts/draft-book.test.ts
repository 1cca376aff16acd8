import { expect, test } from "vitest";
import type { AnswerValue } from "../../../../shared/features/annotations/answer-value.ts";
import { DraftBook, type DraftStorage } from "./draft-book.ts";

/** The browser's storage, which can be full, and a clock that is set off by hand. */
function openStorage(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries));
  const due: (() => void)[] = [];
  let full = false;
  const storage: DraftStorage = {
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => {
      if (full) throw new Error("QuotaExceededError");
      kept.set(key, value);
    },
  };
  return {
    kept,
    /** The program as it starts on this storage. */
    start: () => new DraftBook(storage, (write) => due.push(write)),
    aMomentLater: () => {
      for (const write of due.splice(0)) write();
      return due.length;
    },
    fillUp: () => {
      full = true;
    },
    due,
  };
}

const tags = (...labelIds: string[]): AnswerValue => ({ kind: "tag", labelIds });

test.each<AnswerValue>([
  tags("a", "b"),
  { kind: "write", response: "half a sen" },
  { kind: "rank", outcome: "preferred", preferred: 1, reasons: ["clearer"] },
  { kind: "chat", turns: [{ role: "user", content: "Hi" }] },
  { kind: "extract", spans: [{ start: 0, end: 2, labelId: "a" }] },
])("a $kind draft survives a restart", (value) => {
  const storage = openStorage();
  storage.start().keep("e1", value);
  storage.aMomentLater();
  expect(storage.start().find("e1")).toEqual(value);
  expect(storage.start().find("e2")).toBeNull();
});

test("many changes are written once, a moment later", () => {
  const storage = openStorage();
  const drafts = storage.start();
  for (const response of ["a", "ab", "abc"]) drafts.keep("e1", { kind: "write", response });
  expect(storage.due).toHaveLength(1);
  expect(storage.kept.size).toBe(0);
  storage.aMomentLater();
  expect([...storage.kept.values()]).toEqual([JSON.stringify({ kind: "write", response: "abc" })]);
  drafts.keep("e1", { kind: "write", response: "abcd" });
  expect(storage.due).toHaveLength(1);
});

test("what is not written yet is written before the window goes away", () => {
  const storage = openStorage();
  const drafts = storage.start();
  drafts.keep("e1", tags("a"));
  drafts.keep("e2", tags("b"));
  drafts.flush();
  expect(storage.start().find("e2")).toEqual(tags("b"));
});

test("a dropped draft leaves nothing behind, also one of an earlier version", () => {
  const storage = openStorage({ "tacit.draft.e1": "half written" });
  const drafts = storage.start();
  expect(drafts.find("e1")).toEqual({ kind: "write", response: "half written" });
  drafts.drop("e1");
  storage.aMomentLater();
  expect(storage.kept.size).toBe(0);
  expect(drafts.find("e1")).toBeNull();
});

test("a full storage keeps the draft until the program ends", () => {
  const storage = openStorage();
  const drafts = storage.start();
  storage.fillUp();
  drafts.keep("e1", tags("a"));
  storage.aMomentLater();
  expect(drafts.find("e1")).toEqual(tags("a"));
  expect(storage.start().find("e1")).toBeNull();
});

test("something else under a draft's name is no draft", () => {
  const storage = openStorage({
    "tacit.answerDraft.e1": "{",
    "tacit.answerDraft.e2": JSON.stringify({ kind: "tag", labelIds: "a" }),
  });
  const drafts = storage.start();
  expect([drafts.find("e1"), drafts.find("e2")]).toEqual([null, null]);
});

test("a draft stays the same object until it changes, and changes are told", () => {
  const drafts = openStorage().start();
  drafts.keep("e1", tags("a"));
  const before = drafts.find("e1");
  expect(drafts.find("e1")).toBe(before);
  let told = 0;
  const stop = drafts.subscribe(() => told++);
  drafts.keep("e1", tags("a", "b"));
  drafts.drop("e2");
  expect(told).toBe(1);
  stop();
  drafts.drop("e1");
  expect(told).toBe(1);
});

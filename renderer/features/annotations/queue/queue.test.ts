import { describe, expect, test } from "vitest";
import type { AnswerValue } from "../../../../shared/features/annotations/answer-value.ts";
import type { Example } from "../../../../shared/features/examples/contract.ts";
import { type Decision, LabelQueue, type QueueApi } from "./queue.ts";

const exampleOf = (number: number): Example => ({
  exampleId: `e${String(number).padStart(3, "0")}`,
  input: `text ${number}`,
  payload: null,
  status: "unlabelled",
  flagged: false,
  answer: null,
  answeredBy: null,
  split: null,
  group: null,
  externalId: null,
  fields: {},
  source: null,
});

/** A backend in memory: it keeps what it is told, can be made to wait or to fail, and counts what it was asked. */
class MemoryApi implements QueueApi {
  stored: Example[];
  answered: string[] = [];
  elapsedMs: (number | undefined)[] = [];
  failing = false;
  /** While set, answers wait for it. */
  held: Promise<void> | null = null;

  constructor(count: number) {
    this.stored = Array.from({ length: count }, (_, at) => exampleOf(at + 1));
  }
  #counts() {
    const labelled = this.stored.filter((example) => example.status === "labelled").length;
    const flagged = this.stored.filter((example) => example.flagged).length;
    const total = this.stored.length;
    const none = { unreviewed: 0, skipped: 0, asked: 0, disputed: 0, again: 0, awaiting: 0 };
    return { ...none, total, labelled, unlabelled: total - labelled, flagged };
  }
  async #settle(exampleId: string, change: Partial<Example>) {
    await this.held;
    if (this.failing) throw new Error("disk full");
    const at = this.stored.findIndex((example) => example.exampleId === exampleId);
    const example = { ...exampleOf(at + 1), ...this.stored[at], ...change };
    this.stored[at] = example;
    return { example, counts: this.#counts() };
  }
  annotations: QueueApi["annotations"] = {
    queue: async ({ queue, order = "file", afterExampleId = "", cursor = "", limit = 20 }) => {
      const after = order === "file" ? afterExampleId : cursor;
      const items = this.stored
        .filter((example) => queue === "all" || example.status === "unlabelled")
        .filter((example) => example.exampleId > after)
        .slice(0, limit);
      const next = items.length < limit ? null : (items.at(-1)?.exampleId ?? null);
      return { items, counts: this.#counts(), cursor: next, fellBack: false };
    },
    answer: async ({ exampleId, value, elapsedMs }) => {
      this.answered.push(exampleId);
      this.elapsedMs.push(elapsedMs);
      return this.#settle(exampleId, {
        answer: value as AnswerValue,
        status: "labelled",
        answeredBy: "person",
      });
    },
    skip: ({ exampleId }) => this.#settle(exampleId, { status: "skipped" }),
    clear: ({ exampleId }) =>
      this.#settle(exampleId, { status: "unlabelled", answer: null, answeredBy: null }),
  };
  examples: QueueApi["examples"] = {
    get: async ({ exampleId }) => {
      const example = this.stored.find((entry) => entry.exampleId === exampleId);
      if (!example) throw new Error("gone");
      return { ...example, history: [] };
    },
    setFlag: async ({ exampleIds: [exampleId = ""], flagged }) => {
      await this.#settle(exampleId, { flagged });
      return { changed: 1 };
    },
    remove: async ({ exampleIds }) => {
      this.stored = this.stored.filter((example) => !exampleIds.includes(example.exampleId));
      return { changed: exampleIds.length };
    },
  };
}

const label = (labelId: string): Decision => ({
  kind: "answer",
  value: { kind: "classify", labelId },
});

async function openDesk(count: number, queue: "all" | "unlabelled" = "unlabelled") {
  const api = new MemoryApi(count);
  const desk = new LabelQueue(api, () => {});
  await desk.open({ projectId: "p", queue, filter: {} });
  let nowMs = 0;
  const see = () => desk.current && desk.markShown(desk.current.exampleId, nowMs);
  see();
  /** Decides as a person would: on what is on screen, a second after it came up. */
  const decide = async (decision: Decision) => {
    nowMs += 1000;
    const saved = await desk.decide(decision, nowMs);
    see();
    return saved;
  };
  return { api, desk, decide };
}

describe("deciding", () => {
  test("goes through more examples than fit one page, one decision each, in order", async () => {
    const { api, desk, decide } = await openDesk(57);
    for (let at = 0; at < 57; at++) expect(await decide(label("a"))).toBe(true);
    expect(api.answered).toEqual(
      Array.from({ length: 57 }, (_, at) => exampleOf(at + 1).exampleId),
    );
    expect(new Set(api.elapsedMs)).toEqual(new Set([1000]));
    expect(desk.current).toBeNull();
    expect(desk.store.getState()).toMatchObject({ exhausted: true, counts: { unlabelled: 0 } });
  });

  test("ignores every key while an answer is being saved", async () => {
    const { api, desk } = await openDesk(3);
    const { promise, resolve } = Promise.withResolvers<void>();
    api.held = promise;
    const first = desk.decide(label("a"), 10);
    expect(await desk.decide(label("b"), 11)).toBe(false);
    expect(await desk.decide({ kind: "skip" }, 12)).toBe(false);
    desk.forward();
    resolve();
    expect(await first).toBe(true);
    expect(api.answered).toEqual(["e001"]);
    expect(desk.current?.exampleId).toBe("e002");
  });

  test("is ready only for an example that is on screen while nothing is being saved", async () => {
    const { api, desk } = await openDesk(3);
    expect(desk.isReady).toBe(true);
    const { promise, resolve } = Promise.withResolvers<void>();
    api.held = promise;
    const first = desk.decide(label("a"), 10);
    expect(desk.isReady).toBe(false);
    resolve();
    await first;
    expect(desk.isReady).toBe(false);
    desk.markShown("e002", 11);
    expect(desk.isReady).toBe(true);
  });

  test("remembers the labels given lately, also where several are given at once", async () => {
    const { desk, decide } = await openDesk(4);
    const tags = (...labelIds: string[]): Decision => ({
      kind: "answer",
      value: { kind: "tag", labelIds },
    });
    await decide(tags("a", "b"));
    await decide(tags("c", "a"));
    expect(desk.store.getState().recentLabelIds).toEqual(["c", "a", "b"]);
    await decide(tags());
    expect(desk.store.getState().recentLabelIds).toEqual(["c", "a", "b"]);
  });

  test("waits until the next example has been on screen", async () => {
    const { api, desk } = await openDesk(3);
    await desk.decide(label("a"), 10);
    expect(await desk.decide(label("a"), 11)).toBe(false);
    desk.markShown("e002", 12);
    expect(await desk.decide(label("a"), 13)).toBe(true);
    expect(api.answered).toEqual(["e001", "e002"]);
  });

  test("keeps example and choice when saving fails, and saves on the next try", async () => {
    const { api, desk, decide } = await openDesk(3);
    api.failing = true;
    expect(await decide(label("a"))).toBe(false);
    expect(desk.current?.exampleId).toBe("e001");
    expect(desk.store.getState()).toMatchObject({ saving: false, chosen: label("a") });
    expect(desk.store.getState().failure).not.toBeNull();
    api.failing = false;
    expect(await decide(label("a"))).toBe(true);
    expect(desk.store.getState().failure).toBeNull();
    expect(desk.current?.exampleId).toBe("e002");
  });

  test("remembers the labels given lately, latest first, each once", async () => {
    const { desk, decide } = await openDesk(9);
    for (const id of ["a", "b", "a", "c", "d", "e", "f"]) await decide(label(id));
    expect(desk.store.getState().recentLabelIds).toEqual(["f", "e", "d", "c", "a"]);
  });
});

describe("moving about", () => {
  test("back shows the answer given, forward leaves it", async () => {
    const { api, desk, decide } = await openDesk(3);
    await decide(label("a"));
    desk.back();
    expect(desk.current).toMatchObject({ exampleId: "e001", answer: { labelId: "a" } });
    desk.forward();
    desk.forward();
    expect(desk.current?.exampleId).toBe("e003");
    expect(api.answered).toEqual(["e001"]);
  });

  test("a second visit goes on where the first ended, with fresh content", async () => {
    const { api, desk, decide } = await openDesk(30, "all");
    await decide(label("a"));
    api.stored = api.stored.filter((example) => example.exampleId !== "e002");
    await desk.open({ projectId: "p", queue: "all", filter: {} });
    expect(desk.current?.exampleId).toBe("e003");
    desk.back();
    expect(desk.current?.exampleId).toBe("e001");
  });

  test("undo puts its example back on the desk, and the queue goes on behind it", async () => {
    const { api, desk, decide } = await openDesk(4);
    await decide(label("a"));
    await decide(label("b"));
    await api.annotations.clear({ exampleId: "e002" });
    await desk.show("e002");
    expect(desk.current).toMatchObject({ exampleId: "e002", answer: null });
    desk.markShown("e002", 0);
    await decide(label("c"));
    expect(desk.current?.exampleId).toBe("e003");
  });

  test("an example asked for comes first, and the queue goes on behind it", async () => {
    const { desk } = await openDesk(50, "all");
    await desk.open({ projectId: "p", queue: "all", filter: {}, firstExampleId: "e031" });
    expect(desk.current?.exampleId).toBe("e031");
    desk.forward();
    expect(desk.current?.exampleId).toBe("e032");
  });

  test("an example taken out makes room for the next one", async () => {
    const { desk } = await openDesk(3);
    expect(await desk.remove()).toBe(true);
    expect(desk.current?.exampleId).toBe("e002");
    desk.back();
    expect(desk.current?.exampleId).toBe("e002");
  });

  test("memory stays flat over a long day", async () => {
    const { desk, decide } = await openDesk(900);
    for (let at = 0; at < 900; at++) await decide(label("a"));
    expect(desk.store.getState().items.length).toBeLessThanOrEqual(230);
  });
});

describe("in another order", () => {
  const assignment = { projectId: "p", queue: "all", filter: {}, order: "unsure" } as const;
  /** A backend that serves from the last to the first; a cursor is the number of the page. */
  function createBackwards(count: number) {
    const api = new MemoryApi(count);
    const inOrder = api.annotations;
    const cursors: (string | undefined)[] = [];
    api.annotations = {
      ...inOrder,
      queue: async ({ cursor, limit = 20, ...asked }) => {
        const { counts } = await inOrder.queue({ ...asked, order: "file" });
        if (limit > 1) cursors.push(cursor);
        const page = Number(cursor ?? 0);
        const items = api.stored.toReversed().slice(page * limit, (page + 1) * limit);
        const isLast = (page + 1) * limit >= api.stored.length;
        return { items, counts, cursor: isLast ? null : String(page + 1), fellBack: false };
      },
    };
    return { api, cursors };
  }

  test("goes from page to page by cursor, every example once", async () => {
    const { api, cursors } = createBackwards(57);
    const desk = new LabelQueue(api, () => {});
    await desk.open(assignment);
    const seen: string[] = [];
    while (desk.current) {
      seen.push(desk.current.exampleId);
      desk.markShown(desk.current.exampleId, 0);
      await desk.decide({ kind: "skip" }, 1000);
    }
    expect(seen).toEqual(api.stored.map(({ exampleId }) => exampleId).toReversed());
    expect(cursors).toEqual([undefined, "1", "2"]);
  });

  test("a second visit goes on with the page it came from, nothing twice", async () => {
    const { api, cursors } = createBackwards(57);
    const desk = new LabelQueue(api, () => {});
    await desk.open(assignment);
    for (let at = 0; at < 25; at++) {
      desk.markShown(desk.current?.exampleId ?? "", 0);
      await desk.decide({ kind: "skip" }, 1000);
    }
    await desk.open({ ...assignment });
    expect(desk.current?.exampleId).toBe("e032");
    const ids = desk.store.getState().items.map(({ exampleId }) => exampleId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(cursors.at(-1)).toBe("1");
  });
});

test("without a queue of its own the desk takes the one with work in it", async () => {
  const api = new MemoryApi(2);
  const desk = new LabelQueue(api, () => {});
  for (const exampleId of ["e001", "e002"])
    await api.annotations.answer({ exampleId, value: { kind: "classify", labelId: "a" } });
  await desk.open({ projectId: "p", filter: {} });
  expect(desk.store.getState().queue).toBe("all");
  expect(desk.current?.exampleId).toBe("e001");
});

test("a flag is kept and counted", async () => {
  const { desk } = await openDesk(2);
  await desk.toggleFlag();
  expect(desk.current?.flagged).toBe(true);
  expect(desk.store.getState().counts?.flagged).toBe(1);
  await desk.toggleFlag();
  expect(desk.store.getState().counts?.flagged).toBe(0);
});

describe("after a lost connection", () => {
  /** `saved`: the call was carried out, only its answer never came. */
  async function lose(saved: boolean) {
    const { api, desk, decide } = await openDesk(3);
    const { answer } = api.annotations;
    api.annotations.answer = async (input) => {
      if (saved) await answer(input);
      throw new Error("the connection is lost");
    };
    expect(await decide(label("a"))).toBe(false);
    api.annotations.answer = answer;
    return { api, desk };
  }

  test("a decision that was saved after all is not sent again, and the desk moves on", async () => {
    const { api, desk } = await lose(true);
    expect(await desk.resume(5000)).toBe(true);
    expect(api.answered).toEqual(["e001"]);
    expect(desk.current?.exampleId).toBe("e002");
    expect(desk.store.getState()).toMatchObject({ failure: null, counts: { labelled: 1 } });
  });

  test("a decision that never arrived is sent once more, and the desk moves on", async () => {
    const { api, desk } = await lose(false);
    expect(api.answered).toEqual([]);
    expect(await desk.resume(5000)).toBe(true);
    expect(api.answered).toEqual(["e001"]);
    expect(desk.current?.exampleId).toBe("e002");
  });

  test("where nothing was under way, nothing is sent", async () => {
    const { api, desk } = await openDesk(3);
    expect(await desk.resume(5000)).toBe(false);
    expect(api.answered).toEqual([]);
    expect(desk.current?.exampleId).toBe("e001");
  });
});

import { describe, expect, onTestFinished, test } from "vitest";
import type { QueueOrder } from "#shared/features/annotations/queue-order.ts";
import { openSeededProject } from "../../testing/open-seeded-project.ts";
import { seedExamples } from "../../testing/seed-examples.ts";

async function openProject(count: number) {
  const project = await openSeededProject("classify", ["a", "b"], () =>
    Array.from({ length: count }, (_, at) => ({ input: `text ${at}` })),
  );
  onTestFinished(() => project.backend.close());
  return project;
}
type Project = Awaited<ReturnType<typeof openProject>>;

/** As learning would leave it: only the first so many examples have been looked at. */
function rank({ backend, exampleIds }: Project, uncertainties: (number | null)[]) {
  const { db } = backend.session();
  const insert = db.prepare(
    `insert or replace into suggestion (example_id, uncertainty, diversity_rank, source, made_at_ms)
     select id, ?, ?, 'instant', 0 from example_text where public_id = ?`,
  );
  uncertainties.forEach((uncertainty, at) =>
    insert.run(uncertainty, uncertainties.length - at, exampleIds[at]),
  );
}

interface Walk {
  order: QueueOrder;
  limit?: number;
  /** Called between two pages. */
  between?: (page: number, seen: string[]) => Promise<void> | void;
}

/** Every example of a pass, page by page. */
async function walk({ client }: Project, { order, limit = 7, between }: Walk): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null | undefined;
  for (let page = 0; cursor !== null; page++) {
    const answer = await client.annotations.queue({
      queue: "unlabelled",
      order,
      limit,
      ...(cursor && { cursor }),
    });
    seen.push(...answer.items.map(({ exampleId }) => exampleId));
    cursor = answer.cursor;
    await between?.(page, seen);
  }
  return seen;
}

describe.each<QueueOrder>(["file", "random", "unsure", "diverse", "quick"])(
  "in order %s",
  (order) => {
    test("every example comes once", async () => {
      const project = await openProject(61);
      rank(project, [0.1, 0.9, null, 0.5]);
      const seen = await walk(project, { order });
      expect(seen.toSorted()).toEqual(project.exampleIds.toSorted());
    });

    test("what is answered meanwhile is left out, and nothing else", async () => {
      const project = await openProject(40);
      rank(project, [0.1, 0.9, 0.2, 0.5]);
      const answered = new Set<string>();
      const value = { kind: "classify" as const, labelId: project.labelIds[0] ?? "" };
      const seen = await walk(project, {
        order,
        async between(_, soFar) {
          // One that was shown, and one that was not yet.
          const next = project.exampleIds.find((id) => !soFar.includes(id) && !answered.has(id));
          for (const exampleId of [soFar.at(-1), next])
            if (exampleId && !answered.has(exampleId)) {
              await project.client.annotations.answer({ exampleId, value });
              if (!soFar.includes(exampleId)) answered.add(exampleId);
            }
        },
      });
      expect(new Set(seen).size).toBe(seen.length);
      expect([...seen, ...answered].toSorted()).toEqual(project.exampleIds.toSorted());
    });

    test("a page asked for twice is the same page", async () => {
      const { client } = await openProject(30);
      const first = await client.annotations.queue({ queue: "all", order, limit: 10 });
      const cursor = first.cursor ?? "";
      const second = await client.annotations.queue({ queue: "all", order, limit: 10, cursor });
      const again = await client.annotations.queue({ queue: "all", order, limit: 10, cursor });
      expect(again).toEqual(second);
      expect(second.items).toHaveLength(10);
    });
  },
);

test("unsure and different ones come first, the rest as in the file", async () => {
  const project = await openProject(8);
  rank(project, [0.1, 0.9, 0.5]);
  const numbers = (seen: string[]) => seen.map((id) => project.exampleIds.indexOf(id));
  expect(numbers(await walk(project, { order: "unsure" }))).toEqual([1, 2, 0, 3, 4, 5, 6, 7]);
  expect(numbers(await walk(project, { order: "diverse" }))).toEqual([2, 1, 0, 3, 4, 5, 6, 7]);
});

test("before anything was learned they come as in the file, and it is said", async () => {
  const { client, exampleIds } = await openProject(5);
  for (const order of ["unsure", "diverse", "quick"] as const) {
    const page = await client.annotations.queue({ queue: "unlabelled", order });
    expect(page.fellBack).toBe(true);
    expect(page.items.map(({ exampleId }) => exampleId)).toEqual(exampleIds);
  }
  const file = await client.annotations.queue({ queue: "unlabelled" });
  expect(file.fellBack).toBe(false);
});

test("mixed up is another order than the file's, the same every time, also after opening anew", async () => {
  const project = await openProject(50);
  const seen = await walk(project, { order: "random" });
  expect(seen).not.toEqual(project.exampleIds);
  expect(await walk(project, { order: "random", limit: 50 })).toEqual(seen);
  const { path } = project.backend.session();
  await project.backend.closeProject();
  await project.backend.openProject(path);
  expect(await walk(project, { order: "random" })).toEqual(seen);
});

test("what is imported during a mixed-up pass comes at its end", async () => {
  const project = await openProject(20);
  const added: string[] = [];
  const seen = await walk(project, {
    order: "random",
    between(page) {
      if (page === 0)
        added.push(...seedExamples(project.backend.session().db, [{ input: "x" }, { input: "y" }]));
    },
  });
  expect(seen).toHaveLength(22);
  expect(seen.slice(20).toSorted()).toEqual(added.toSorted());
});

test("a large queue is shuffled without being listed: every example once, as in the small one", async () => {
  const project = await openProject(20_500);
  const seen = await walk(project, { order: "random", limit: 100 });
  expect(new Set(seen).size).toBe(20_500);
  const narrowed = await project.client.annotations.queue({
    queue: "unlabelled",
    order: "random",
    filter: { text: "2" },
    limit: 20,
  });
  const places = narrowed.items.map(({ exampleId }) => seen.indexOf(exampleId));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test.each(["nonsense", "random 9 3 1", "random 0 99999999999999999 0", "1 2", "-1", " 5"])(
  "a cursor that is none begins anew: %s",
  async (cursor) => {
    const { client } = await openProject(5);
    for (const order of ["random", "unsure"] as const) {
      const page = await client.annotations.queue({ queue: "all", order, cursor });
      expect(page.items).toHaveLength(5);
    }
  },
);

import { describe, expect, onTestFinished, test, vi } from "vitest";
import { at, openSeededProject } from "../../testing/open-seeded-project.ts";
import type { Seed } from "../../testing/seed-examples.ts";

const FRUIT = ["apple", "pear", "plum", "cherry"];
const TOOLS = ["hammer", "saw", "drill", "wrench"];
const textOf = (words: readonly string[], number: number) =>
  `please bring the ${words[number % words.length]} number ${number}`;

/** Examples about fruit and tools in turn; the first `answered` of them carry the right label. */
const seeds =
  (count: number, answered: number) =>
  (labelIds: string[]): Seed[] =>
    Array.from({ length: count }, (_, number) => {
      const kind = number % 2;
      const input = textOf(kind === 0 ? FRUIT : TOOLS, number);
      const labelId = at(labelIds, kind);
      return number < answered ? { input, answer: { kind: "classify", labelId } } : { input };
    });

async function openProject(count: number, answered: number) {
  const project = await openSeededProject("classify", ["fruit", "tool"], seeds(count, answered));
  onTestFinished(() => project.backend.close());
  await project.client.annotations.saveSettings({ blindShare: 0 });
  return project;
}
type Project = Awaited<ReturnType<typeof openProject>>;

const list = ({ client }: Project, exampleIds: string[]) => client.suggestions.list({ exampleIds });

async function learned(project: Project, exampleIds: string[]) {
  return vi.waitUntil(
    async () => {
      const answer = await list(project, exampleIds);
      return answer.learning.phase === "ready" ? answer : null;
    },
    { timeout: 20_000, interval: 50 },
  );
}

describe("learning from answers", () => {
  test("proposes what the answers teach, once there are enough", async () => {
    const project = await openProject(60, 40);
    const open = project.exampleIds.slice(40, 60);
    const { items, learning } = await learned(project, open);
    expect(learning).toMatchObject({ missing: 0, learnedFrom: 40 });
    expect(items).toHaveLength(20);
    expect(items.map(({ value }) => value?.kind === "classify" && value.labelId)).toEqual(
      open.map((_, number) => at(project.labelIds, number % 2)),
    );
  });

  test("says how many answers are missing", async () => {
    const project = await openProject(30, 5);
    const { items, learning } = await list(project, project.exampleIds.slice(5));
    expect(items).toEqual([]);
    expect(learning).toMatchObject({ phase: "tooFew", missing: 15 });
  });
});

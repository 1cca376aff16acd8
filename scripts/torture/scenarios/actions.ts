import { join } from "node:path";
import { seededRandom } from "#shared/features/comparisons/random.ts";
import { openSeededProject } from "#backend/testing/open-seeded-project.ts";
import { copyInto, inspectProject, type Opened, openProjectAt, stateDigest } from "../project.ts";
import { defineScenario, type Finding, finding, pick } from "../scenario.ts";

interface Task {
  path: string;
  seed: number;
}
const EXAMPLES = 600;
const LABELS = 6;
const MOST_ACTIONS = 25;

type Act = (opened: Opened, random: () => number) => Promise<unknown>;

/** Also across the processes that work on one project. */
const newName = (word: string, random: () => number) => `${word} ${pick(random, 2 ** 48)}`;

async function someExamples({ client }: Opened, random: () => number): Promise<string[]> {
  const offset = pick(random, EXAMPLES / 2);
  const { rows } = await client.examples.list({ offset, limit: 500 });
  return rows.map(({ exampleId }) => exampleId);
}

async function someLabels({ client }: Opened, random: () => number): Promise<[string, string]> {
  const { labels } = await client.definitions.get();
  const first = pick(random, labels.length);
  const second = (first + 1) % labels.length;
  return [labels[first]?.labelId ?? "", labels[second]?.labelId ?? ""];
}

const ACTS: Record<string, Act> = {
  flag: async (opened, random) => {
    const exampleIds = await someExamples(opened, random);
    await opened.client.examples.setFlag({ exampleIds, flagged: random() < 0.6 });
  },
  remove: async (opened, random) => {
    const exampleIds = (await someExamples(opened, random)).slice(0, 100);
    await opened.client.examples.remove({ exampleIds });
  },
  rename: async (opened, random) => {
    const [labelId] = await someLabels(opened, random);
    await opened.client.definitions.updateLabel({ labelId, name: newName("renamed", random) });
  },
  addLabel: ({ client }, random) => client.definitions.addLabel({ name: newName("added", random) }),
  mergeLabels: async (opened, random) => {
    const [labelId, moveAnswersTo] = await someLabels(opened, random);
    if (labelId !== moveAnswersTo)
      await opened.client.definitions.removeLabel({ labelId, moveAnswersTo });
  },
  undo: ({ client }) => client.history.undo(),
  redo: ({ client }) => client.history.redo(),
};
/** Undo and redo come often, so that there is something to do again. */
const TURNS = [
  "flag",
  "undo",
  "mergeLabels",
  "undo",
  "redo",
  "remove",
  "rename",
  "addLabel",
  "undo",
];

/** After a kill in the middle of an action, the project is as before it or as after it, and undo knows which. */
async function inspectState(opened: Opened, said: readonly string[]): Promise<Finding[]> {
  const { client, backend } = opened;
  const { db } = backend.session();
  const words = said.map((line) => line.split(" "));
  const before = words.findLast(([word]) => word === "state")?.[1];
  const last = words.at(-1) ?? [];
  if (before === undefined) return [];
  const now = stateDigest(db);
  if (now === before) return [];
  if (last[0] !== "do") return [finding("wrongState", `changed by itself after ${last.join(" ")}`)];
  const back = last[1] === "undo" ? "redo" : "undo";
  await client.history[back]();
  if (stateDigest(db) !== before)
    return [finding("wrongState", `${back} of a half-finished ${last[1]} does not lead back`)];
  await client.history[back === "undo" ? "redo" : "undo"]();
  // Answers given by an action keep their time, so doing it again leads to the very same state.
  if (stateDigest(db) !== now)
    return [finding("wrongState", `${last[1]} taken back and done again differs`)];
  return [];
}

/** Bulk actions, undo and redo in one project that is never made anew. */
export function killActions() {
  let path = "";
  return defineScenario<Task>({
    acknowledges: "state",
    async prepare(folder) {
      const names = Array.from({ length: LABELS }, (_, n) => `label ${n}`);
      const { backend, projectsDir } = await openSeededProject("classify", names, (labelIds) =>
        Array.from({ length: EXAMPLES }, (_, n) => ({
          input: `text ${n}`,
          answer: { kind: "classify" as const, labelId: labelIds[n % LABELS] ?? "" },
        })),
      );
      // As every import does: to take labels back that its rows use would break them.
      backend.session().db.exec("delete from undo_step");
      await backend.close();
      path = copyInto(join(folder, "project"), join(projectsDir, "Test.tacit"));
    },
    layOut: (_folder, random) => ({ path, seed: pick(random, 2 ** 31) }),
    async act(task, say) {
      const random = seededRandom(task.seed);
      const opened = await openProjectAt(task.path);
      const { db } = opened.backend.session();
      say(`state ${stateDigest(db)}`);
      for (let number = 0; number < MOST_ACTIONS; number += 1) {
        const name = TURNS[pick(random, TURNS.length)] ?? "undo";
        say(`do ${name}`);
        await ACTS[name]?.(opened, random);
        say(`state ${stateDigest(db)}`);
      }
      await opened.backend.close();
    },
    inspect: (task, said) => inspectProject(task.path, (opened) => inspectState(opened, said)),
  });
}

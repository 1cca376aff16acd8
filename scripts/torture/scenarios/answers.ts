import { join } from "node:path";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { seededRandom } from "#shared/features/comparisons/random.ts";
import { seedExamples } from "#backend/testing/seed-examples.ts";
import { openTestBackend } from "#backend/testing/test-backend.ts";
import { copyInto, inspectProject, type Opened, openProjectAt } from "../project.ts";
import { defineScenario, type Finding, finding, pick } from "../scenario.ts";

interface Task {
  path: string;
  seed: number;
}
const EXAMPLES = 150;
const LABELS = ["A", "B", "C", "D"];
/** More than any process lives to give. */
const ANSWERS = 30;

/** A closed project with labels and examples and no answer yet. */
export async function makeOpenProject(folder: string, examples = EXAMPLES): Promise<void> {
  const { client, backend } = openTestBackend(folder);
  await client.projects.create({ name: "Base", taskType: "classify" });
  for (const name of LABELS) await client.definitions.addLabel({ name });
  const input = (_: unknown, index: number) => ({ input: `text ${index}` });
  seedExamples(backend.session().db, Array.from({ length: examples }, input));
  await backend.close();
}

const labelOf = (value: AnswerValue | null) => (value && "labelId" in value ? value.labelId : "");

/** Gives answers to random examples, the same ones again and again, and says when each is acknowledged. */
export async function giveAnswers(
  { client }: Opened,
  { seed, answers }: { seed: number; answers: number },
  say: (line: string) => void,
): Promise<void> {
  const random = seededRandom(seed);
  const { labels } = await client.definitions.get();
  const { rows } = await client.examples.list({ limit: 500 });
  for (let given = 0; given < answers; given += 1) {
    const exampleId = rows[pick(random, rows.length)]?.exampleId ?? "";
    const labelId = labels[pick(random, labels.length)]?.labelId ?? "";
    say(`give ${exampleId} ${labelId}`);
    await client.annotations.answer({ exampleId, value: { kind: "classify", labelId } });
    say(`acknowledged ${exampleId} ${labelId}`);
  }
}

/** What must be in the project by now: the answer of each example, and how many were ever given. */
export function createLedger() {
  const latest = new Map<string, string>();
  let acknowledged = 0;
  let perhaps = 0;
  return {
    /** Reads what a killed process said, then compares. */
    async settle({ client }: Opened, said: readonly string[]): Promise<Finding[]> {
      let open: { exampleId: string; labelId: string } | null = null;
      for (const line of said) {
        const [word, exampleId = "", labelId = ""] = line.split(" ");
        if (word === "give") open = { exampleId, labelId };
        if (word !== "acknowledged") continue;
        latest.set(exampleId, labelId);
        acknowledged += 1;
        open = null;
      }
      const findings: Finding[] = [];
      const { rows } = await client.examples.list({ limit: 500 });
      for (const { exampleId, answer } of rows) {
        const found = labelOf(answer);
        if (found === (latest.get(exampleId) ?? "")) continue;
        if (open?.exampleId === exampleId && open.labelId === found) {
          // The kill came between the commit and its acknowledgement: from now on it counts.
          latest.set(exampleId, found);
          continue;
        }
        findings.push(finding("lostAnswer", `${exampleId} has "${found}"`));
      }
      if (open) perhaps += 1;
      const { checked } = await client.projects.verify();
      if (checked.annotations < acknowledged || checked.annotations > acknowledged + perhaps)
        findings.push(
          finding(
            "lostAnswer",
            `${checked.annotations} answers on file, ${acknowledged} acknowledged, ${perhaps} open`,
          ),
        );
      return findings;
    },
  };
}

/** One project that is killed again and again while it is labelled; it is never made anew. */
export function killAnswers() {
  const ledger = createLedger();
  let path = "";
  return defineScenario<Task>({
    acknowledges: "acknowledged",
    async prepare(folder) {
      await makeOpenProject(folder);
      path = copyInto(join(folder, "project"), join(folder, "projects", "Base.tacit"));
    },
    layOut: (_folder, random) => ({ path, seed: pick(random, 2 ** 31) }),
    async act({ path: project, seed }, say) {
      await giveAnswers(await openProjectAt(project), { seed, answers: ANSWERS }, say);
    },
    inspect: ({ path: project }, said) =>
      inspectProject(project, (opened) => ledger.settle(opened, said)),
  });
}

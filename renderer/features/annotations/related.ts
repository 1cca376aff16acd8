import { labelsOf } from "../../../shared/features/annotations/replace-label.ts";
import type { Example } from "../../../shared/features/examples/contract.ts";
import type { TaskType } from "../../../shared/features/projects/task-type.ts";
import { openRuleMaking, type RuleSource } from "../rules/index.ts";
import { openSimilar } from "../similar/index.ts";
import { findValue } from "./queue/decisions.ts";
import { desk } from "./queue/desk.ts";
import { sayHint } from "./view.ts";

/** The example that a person answered last before the one on the desk. */
function findAnsweredBefore(): Example | null {
  const { items, index } = desk.store.getState();
  return items.slice(0, index).findLast(({ answeredBy }) => answeredBy === "person") ?? null;
}

/** Shows what is like the example on the desk if a person answered it, else what is like the one answered last. */
export function lookForSimilar(): void {
  const { current } = desk;
  const source = current?.answeredBy === "person" ? current : findAnsweredBefore();
  if (source) openSimilar(source.exampleId);
  else sayHint("answerFirst");
}

function sourceOf(example: Example | null, taskType: TaskType): RuleSource | null {
  if (!example) return null;
  const value = findValue(example, taskType);
  const { exampleId, input } = example;
  return { exampleId, text: input, labelIds: value ? labelsOf(value) : [] };
}

/** Starts a rule about what was decided last: on the desk, or on the example before it. */
export function makeRule(taskType: TaskType): void {
  const { current } = desk;
  const before = findAnsweredBefore();
  const isDecided =
    current !== null && (current.answeredBy === "person" || hasDraft(current, taskType));
  openRuleMaking({
    current: sourceOf(current, taskType),
    answered: sourceOf(before, taskType),
    first: before && !isDecided ? "answered" : "current",
  });
}

const hasDraft = (example: Example, taskType: TaskType): boolean =>
  example.answer === null && findValue(example, taskType) !== null;

/** After examples elsewhere got an answer, what is in memory may be outdated. */
export function refreshDesk(): void {
  const { assignment } = desk.store.getState();
  if (assignment) void desk.open(assignment);
}

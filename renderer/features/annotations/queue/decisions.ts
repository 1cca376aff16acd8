import type { AnswerValue } from "../../../../shared/features/annotations/answer-value.ts";
import { chatProblem } from "../../../../shared/features/annotations/chat/chat-problem.ts";
import { validateAnswer } from "../../../../shared/features/annotations/validate-answer.ts";
import type { Definition, Label } from "../../../../shared/features/definitions/contract.ts";
import type { Example } from "../../../../shared/features/examples/contract.ts";
import type { TaskType } from "../../../../shared/features/projects/task-type.ts";
import { queryClient } from "../../../client/query-client.ts";
import { useReadOnly } from "../../../client/read-only.ts";
import { orpc } from "../../../client/rpc.ts";
import { desk } from "./desk.ts";
import { drafts, useDraft } from "../drafts/drafts.ts";
import type { Decision } from "./queue.ts";
import { isSameAnswer } from "./same-answer.ts";
import { acceptOffer } from "./suggested.ts";
import { startingAnswer } from "./starting-answer.ts";
import { sayHint } from "../view.ts";

/** The answer of one kind of task. */
export type AnswerOf<Kind extends AnswerValue["kind"]> = Extract<AnswerValue, { kind: Kind }>;

/** While its disk is away a decision is tried, and waits. */
function isRefused(): boolean {
  const { reason } = useReadOnly.getState();
  if (reason === null || reason === "diskFailed") return false;
  sayHint("readOnly");
  return true;
}

/** What was written on meanwhile stays a draft. */
function dropSaved(exampleId: string, decision: Decision): void {
  if (decision.kind !== "answer") return;
  const draft = drafts.find(exampleId);
  if (draft?.kind !== decision.value.kind || isSameAnswer(draft, decision.value))
    drafts.drop(exampleId);
}

/** Saves a decision on the example on the desk; a failure stays on screen with the choice. */
export async function decide(decision: Decision): Promise<void> {
  if (isRefused()) return;
  const exampleId = desk.current?.exampleId;
  const saved = await desk.decide(decision, performance.now());
  if (saved && exampleId) dropSaved(exampleId, decision);
}

/** Once the backend answers again: what was being saved when it went away is saved for certain. */
export async function resumeDecision(): Promise<void> {
  const exampleId = desk.current?.exampleId;
  const { chosen } = desk.store.getState();
  const saved = await desk.resume(performance.now());
  if (saved && exampleId && chosen) dropSaved(exampleId, chosen);
}

function pick<Kind extends TaskType>(
  kind: Kind,
  draft: AnswerValue | null,
  answer: AnswerValue | null,
): AnswerOf<Kind> | null {
  const value = draft?.kind === kind ? draft : answer;
  return value?.kind === kind ? (value as AnswerOf<Kind>) : null;
}

/** What is on the desk now: the draft, else the answer in force, else null. */
export const findValue = <Kind extends TaskType>(example: Example, kind: Kind) =>
  pick(kind, drafts.find(example.exampleId), example.answer);

/** The same, followed as it changes. */
export const useValue = <Kind extends TaskType>(example: Example, kind: Kind) =>
  pick(kind, useDraft(example.exampleId), example.answer);

/** True while the example has a draft that saving would make its answer. */
export function useIsDraft(example: Example, kind: TaskType): boolean {
  const draft = useDraft(example.exampleId);
  return draft?.kind === kind && !isSameAnswer(draft, example.answer);
}

const isEmpty = (value: AnswerValue): boolean =>
  (value.kind === "write" && value.response === "") ||
  (value.kind === "extract" && value.spans.length === 0);

/** These are written, and letters must not be lost while something is being saved. */
const WRITTEN = new Set<AnswerValue["kind"]>(["write", "chat"]);

/**
 * Puts a value on the desk without saving it; the answer in force needs no draft. An act that comes while the
 * answer is being saved, or before its example is on the screen, is not meant for what is there.
 */
export function applyDraft(exampleId: string, value: AnswerValue): void {
  const example = desk.current;
  if (example?.exampleId !== exampleId || isRefused()) return;
  if (!WRITTEN.has(value.kind) && !desk.isReady) return;
  sayHint(null);
  const isNothing = example.answer === null && isEmpty(value);
  if (isNothing || isSameAnswer(example.answer, value)) drafts.drop(exampleId);
  else drafts.keep(exampleId, value);
}

/** Takes the draft of the example on the desk away: what is saved is shown again. */
export function dropDraft(exampleId: string): void {
  if (desk.isReady) drafts.drop(exampleId);
}

const definition = (): Definition | undefined =>
  queryClient.getQueryData(orpc.definitions.get.queryKey());

const contextOf = (example: Example, taskType: TaskType, labels: readonly Label[]) => ({
  taskType,
  labelIds: new Set(labels.map(({ labelId }) => labelId)),
  input: example.input,
  payload: example.payload,
});

/** Keeps what is on the desk and goes on; when it does not fit yet, says what is missing. */
export async function accept(taskType: TaskType): Promise<void> {
  const example = desk.current;
  if (!example) return;
  const value: AnswerValue | null =
    findValue(example, taskType) ?? startingAnswer(example, taskType);
  const { answer, answeredBy } = example;
  const unchanged = isSameAnswer(answer, value);
  if (value === null && taskType === "classify" && acceptOffer()) return;
  // No label at all is an answer of its own, and has its own key.
  const isUnclear = value?.kind === "tag" && value.labelIds.length === 0 && !unchanged;
  if (value === null || isUnclear) return sayHint(`first.${taskType}`);
  const unready = value.kind === "chat" ? chatProblem(value.turns) : null;
  if (unready) return sayHint(`chat.${unready.what}`);
  const labels = definition()?.labels ?? [];
  const problem = validateAnswer(value, contextOf(example, taskType, labels));
  if (problem !== null) return sayHint(`problem.${problem}`);
  // What is asked once more counts as looked at only when it is said again.
  const isAgain = desk.store.getState().queue === "again";
  if (unchanged && answeredBy === "person" && !isAgain) desk.forward();
  else await decide({ kind: "answer", value });
}

/** Saves what is on the desk, as Enter does. */
export async function saveNow(): Promise<void> {
  const taskType = definition()?.taskType;
  if (taskType) await accept(taskType);
}

/** The label decides where one is enough; where several may be given, it is added or taken away. */
export async function chooseLabel(labelId: string, taskType: TaskType): Promise<void> {
  if (taskType === "classify") await decide({ kind: "answer", value: { kind: taskType, labelId } });
  else if (taskType === "tag") toggleTag(labelId);
  else sayHint(`first.${taskType}`);
}

/** Adds a label to those chosen, or takes it away; without any, the example is as it was found. */
export function toggleTag(labelId: string): void {
  const example = desk.current;
  if (!example) return;
  const chosen = findValue(example, "tag")?.labelIds ?? [];
  const labelIds = chosen.includes(labelId)
    ? chosen.filter((other) => other !== labelId)
    : [...chosen, labelId];
  if (labelIds.length === 0 && example.answer?.kind !== "tag") dropDraft(example.exampleId);
  else applyDraft(example.exampleId, { kind: "tag", labelIds });
}

/** Takes the label chosen last away. */
export function takeLastTag(): void {
  const chosen = desk.current && findValue(desk.current, "tag")?.labelIds;
  const last = chosen?.at(-1);
  if (last) toggleTag(last);
}

/** “None of these” decides at once; where labels are chosen, it takes them away first. */
export function answerNone(): void {
  const example = desk.current;
  if (!example) return;
  const none: AnswerValue = { kind: "tag", labelIds: [] };
  const chosen = findValue(example, "tag")?.labelIds ?? [];
  if (chosen.length === 0) return void decide({ kind: "answer", value: none });
  applyDraft(example.exampleId, none);
  sayHint("noneAgain");
}

/** Says which response is better, or that none is; the reasons given stay. */
export function judge(outcome: AnswerOf<"rank">["outcome"], preferred: number | null = null): void {
  const example = desk.current;
  if (!example) return;
  const reasons = findValue(example, "rank")?.reasons ?? [];
  applyDraft(example.exampleId, { kind: "rank", outcome, preferred, reasons });
}

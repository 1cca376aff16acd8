import type { Definition } from "../../../shared/features/definitions/contract.ts";
import { useReadOnly } from "../../client/read-only.ts";
import { dropDraft, findDraft } from "./drafts.ts";
import { desk } from "./desk.ts";
import type { Decision } from "./queue.ts";
import { sayHint } from "./view.ts";

/** Saves a decision on the example on the desk; a failure stays on screen with the choice. */
export async function decide(decision: Decision): Promise<void> {
  const { reason } = useReadOnly.getState();
  // While its disk is away a decision is tried, and waits.
  if (reason !== null && reason !== "diskFailed") return sayHint("readOnly");
  const exampleId = desk.current?.exampleId;
  const saved = await desk.decide(decision, performance.now());
  if (saved && exampleId && decision.kind === "answer") dropDraft(exampleId);
}

/** Once the backend answers again: what was being saved when it went away is saved for certain. */
export async function resumeDecision(): Promise<void> {
  const exampleId = desk.current?.exampleId;
  const isAnswer = desk.store.getState().chosen?.kind === "answer";
  const saved = await desk.resume(performance.now());
  if (saved && exampleId && isAnswer) dropDraft(exampleId);
}

export const chooseLabel = (labelId: string): Promise<void> =>
  decide({ kind: "answer", value: { kind: "classify", labelId } });

/** The response as it stands in the editor. */
export function responseOf(example: NonNullable<typeof desk.current>): string {
  const written = example.answer?.kind === "write" ? example.answer.response : "";
  return findDraft(example.exampleId) ?? written;
}

/** Keeps what is there: the present label, or the response as it stands in the editor. */
export async function accept(taskType: Definition["taskType"]): Promise<void> {
  const example = desk.current;
  if (!example) return;
  const { answer, answeredBy } = example;
  if (taskType === "write") {
    const response = responseOf(example);
    const unchanged = answer?.kind === "write" && answer.response === response;
    if (response.trim() === "") sayHint("writeFirst");
    else if (unchanged && answeredBy === "person") desk.forward();
    else await decide({ kind: "answer", value: { kind: "write", response } });
  } else if (!answer) sayHint("chooseFirst");
  else if (answeredBy === "person") desk.forward();
  else await decide({ kind: "answer", value: answer });
}

import type { AnswerValue, ExamplePayload } from "../annotations/answer-value.ts";

type Texts = { content: string }[];
const contents = (turns: Texts) => turns.map(({ content }) => content);

/** The texts of an example that a model would read in training: its input and its answer. */
export function taughtTexts(
  example: { input: string; payload: ExamplePayload | null; answer: AnswerValue | null },
  labelNames: ReadonlyMap<string, string>,
): string[] {
  const { input, payload, answer } = example;
  const name = (labelId: string) => labelNames.get(labelId) ?? "";
  // A conversation's answer repeats the turns of its input.
  if (answer?.kind === "chat") return contents(answer.turns);
  if (payload?.kind === "chat") return contents(payload.turns);
  if (payload?.kind === "rank")
    return [...(payload.turns ? contents(payload.turns) : [input]), ...payload.responses];
  switch (answer?.kind) {
    case "classify":
      return [input, name(answer.labelId)];
    case "tag":
      return [input, answer.labelIds.map(name).join(", ")];
    case "extract":
      return [input, answer.spans.map(({ labelId }) => name(labelId)).join(", ")];
    case "write":
      return [input, answer.response];
    default:
      return [input];
  }
}

import { answerText, tagText } from "#shared/features/versions/chat-messages.ts";
import type { DatasetVersion } from "#shared/features/versions/contract.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";

/** What a right answer would be, as one text; labels in the version's order, whoever gave them in which. */
export function expectedAnswer(
  version: DatasetVersion,
  { answer, payload }: FrozenExample,
): string {
  if (answer.kind === "tag") {
    const given = new Set(answer.labels);
    return tagText(version.labels.map(({ name }) => name).filter((name) => given.has(name)));
  }
  if (answer.kind === "rank")
    return payload?.kind === "rank" ? (payload.responses[answer.preferred ?? -1] ?? "") : "";
  return answerText(answer) ?? "";
}

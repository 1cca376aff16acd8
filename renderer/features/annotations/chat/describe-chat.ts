import type { AnswerValue } from "../../../../shared/features/annotations/answer-value.ts";
import { chatChanges } from "../../../../shared/features/annotations/chat/chat-changes.ts";
import { t } from "../../../client/text.ts";
import { quoted } from "../spans/quoted.ts";

type Conversation = Extract<AnswerValue, { kind: "chat" }>;

/** A conversation in one sentence: how long it is, and how it ends. */
export const describeChat = ({ turns }: Conversation): string =>
  t("annotations.chat.summary", {
    turns: turns.length,
    reply: quoted(turns.at(-1)?.content ?? ""),
  });

/** What became of one conversation in another, a line for each kind of change. */
export function describeChatChanges(before: Conversation, after: Conversation): string[] {
  const changes = chatChanges(before.turns, after.turns);
  const kinds = ["reworded", "added", "removed", "reweighed"] as const;
  const lines = kinds.flatMap((kind) => {
    const turns = changes[kind].length;
    return turns > 0 ? t(`annotations.chat.change.${kind}`, { turns }) : [];
  });
  return lines.length > 0 ? lines : [t("annotations.chat.change.none")];
}

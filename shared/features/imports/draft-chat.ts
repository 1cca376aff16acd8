import type { ChatTurn } from "../annotations/answer-value.ts";
import { endsWithReply, renderTurns } from "../annotations/conversation.ts";
import type { RowBody, RowReader } from "./draft-row.ts";
import { readTurns } from "./turns-cell.ts";

/** What the contract lets a conversation hold. */
const MAX_TURNS = 2000;

/** Reads conversations: a column of messages, or a question and an answer in plain columns. */
export const readChat: RowReader = ({ texts, at }) => {
  const [messages] = at("messages");
  const [response] = at("response");
  return function readBody(cells): RowBody {
    const cell = messages === undefined ? "" : (cells[messages] ?? "");
    const plain = texts(cells);
    const held = readTurns(cell.trim() === "" ? plain : cell);
    if (held === null && cell.trim() !== "")
      return { reason: "notAConversation", detail: cell.slice(0, 60) };
    const turns: ChatTurn[] = held ? [...held] : [{ role: "user", content: plain }];
    const reply = response === undefined ? "" : (cells[response] ?? "");
    if (reply.trim() !== "" && !endsWithReply(turns))
      turns.push({ role: "assistant", content: reply });
    if (turns.length > MAX_TURNS)
      return { reason: "tooLong", detail: `${turns.length} > ${MAX_TURNS}` };
    const isAnswered = endsWithReply(turns);
    // The example is what was asked: copies, conflicts and leaks show whatever was answered.
    const asked = isAnswered ? turns.slice(0, -1) : turns;
    return {
      input: renderTurns(asked),
      payload: { kind: "chat", turns: asked },
      answer: isAnswered ? { kind: "turns", turns } : null,
    };
  };
};

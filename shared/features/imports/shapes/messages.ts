import { cellText, isList, isObject, type Json, objectsIn } from "./values.ts";

const ROLE_OF: Readonly<Record<string, string>> = {
  human: "user",
  user: "user",
  gpt: "assistant",
  assistant: "assistant",
  model: "assistant",
  bot: "assistant",
  system: "system",
  developer: "system",
  function_call: "assistant",
  observation: "tool",
  function: "tool",
  tool: "tool",
};

/** One turn of a conversation, whoever wrote the file. */
export interface Message {
  role: string;
  content: string;
  weight?: 0 | 1;
}

export const isMessage = (value: unknown): value is Json =>
  isObject(value) &&
  (typeof value["role"] === "string" || (typeof value["from"] === "string" && "value" in value));

export const isMessageList = (value: unknown): value is Json[] =>
  isList(value) && value.length > 0 && value.every(isMessage);

/** Turns with the roles and names that OpenAI uses; a role that nobody knows stays as it is. */
export function readMessages(value: unknown): Message[] {
  return objectsIn(value).map((message) => {
    const role = cellText(message["role"] ?? message["from"]);
    const weight = message["weight"];
    return {
      role: Object.hasOwn(ROLE_OF, role) ? (ROLE_OF[role] ?? role) : role,
      content: readContent(message),
      ...(weight === 0 || weight === 1 ? { weight } : {}),
    };
  });
}

/** Text parts put together; a call of a tool stands as JSON in the place of the text it replaces. */
function readContent(message: Json): string {
  const content = message["content"] ?? message["value"];
  if (isList(content))
    return objectsIn(content)
      .map((part) =>
        part["type"] === "text" ? cellText(part["text"]) : `[${cellText(part["type"])}]`,
      )
      .join("\n");
  const text = cellText(content);
  return text === "" ? cellText(message["tool_calls"] ?? message["function_call"]) : text;
}

/** The text of the last turn, as preference data writes an answer: one turn, a list of turns, or plain text. */
export function readReply(value: unknown, text: string): string {
  const turns = isMessage(value) ? readMessages([value]) : readMessages(value);
  return turns.at(-1)?.content ?? text;
}

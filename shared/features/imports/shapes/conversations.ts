import { isMessageList, readMessages, readReply } from "./messages.ts";
import type { Shape, ShapeRow } from "./shape.ts";
import { isObject, restEntries } from "./values.ts";

/** Chat examples as OpenAI and its followers take them for fine-tuning. */
export const openaiChat: Shape = {
  name: "openaiChat",
  recognise: (sample) => sample.every((row) => isMessageList(row.json("messages"))),
  flatten(row) {
    if (!isMessageList(row.json("messages")))
      return { reason: "notOfThisShape", detail: "messages" };
    const messages = JSON.stringify(readMessages(row.json("messages")));
    return { entries: [["messages", messages], ...restEntries(row, ["messages"])] };
  },
};

/** ShareGPT: turns "from" somebody with a "value", the system prompt often beside them. */
export const shareGpt: Shape = {
  name: "shareGpt",
  recognise: (sample) => sample.every((row) => isMessageList(row.json("conversations"))),
  flatten(row) {
    const turns = row.json("conversations");
    if (!isMessageList(turns)) return { reason: "notOfThisShape", detail: "conversations" };
    const system = row.text("system");
    const messages = readMessages(turns);
    if (system) messages.unshift({ role: "system", content: system });
    return {
      entries: [
        ["messages", JSON.stringify(messages)],
        ...preferred(row),
        ...restEntries(row, ["conversations", "system", "chosen", "rejected"]),
      ],
    };
  },
};

/** The pair that LLaMA-Factory puts beside a conversation that ends with a question. */
const preferred = (row: ShapeRow): [string, string][] =>
  (["chosen", "rejected"] as const).flatMap((key): [string, string][] => {
    const text = readReply(row.json(key), row.text(key));
    return text === "" ? [] : [[key, text]];
  });

/** OpenAI's preference data: one question, the better and the worse answer. */
export const openaiPreference: Shape = {
  name: "openaiPreference",
  recognise: (sample) =>
    sample.every((row) => {
      const input = row.json("input");
      return (
        isObject(input) &&
        isMessageList(input["messages"]) &&
        row.keys.includes("preferred_output") &&
        row.keys.includes("non_preferred_output")
      );
    }),
  flatten(row) {
    const input = row.json("input");
    if (!isObject(input) || !isMessageList(input["messages"]))
      return { reason: "notOfThisShape", detail: "input.messages" };
    const reply = (key: string) => readReply(row.json(key), row.text(key));
    const { messages, ...others } = input;
    const more = Object.keys(others).length > 0 ? [["input settings", JSON.stringify(others)]] : [];
    return {
      entries: [
        ["messages", JSON.stringify(readMessages(messages))],
        ["chosen", reply("preferred_output")],
        ["rejected", reply("non_preferred_output")],
        ...(more as [string, string][]),
        ...restEntries(row, ["input", "preferred_output", "non_preferred_output"]),
      ],
    };
  },
};

/** Alpaca: what to do, the text to do it with, and the result. */
export const alpaca: Shape = {
  name: "alpaca",
  recognise: (sample) =>
    sample.every(({ keys }) => keys.includes("instruction") && keys.includes("output")),
  flatten: (row) => ({
    entries: [
      ["instruction", row.text("instruction")],
      ["input", row.text("input")],
      ["response", row.text("output")],
      ...restEntries(row, ["instruction", "input", "output"]),
    ],
  }),
};

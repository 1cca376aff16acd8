/** Why a service refuses a training file, in the words and shape of its `error` object. */
export interface FileError {
  code: string;
  message: string;
  param: string;
}

interface Message {
  role: string;
  content: string;
}

export const MINIMUM_LINES = 10;
const TOP_KEYS = new Set(["messages", "tools", "parallel_tool_calls"]);
const MESSAGE_KEYS = new Set(["role", "content", "name", "weight", "tool_calls", "tool_call_id"]);
const ROLES = new Set(["system", "developer", "user", "assistant", "tool"]);

/** Checks a file as the service does while it is `validating_files`; the examples when it is good. */
export function checkTrainingFile(
  content: Buffer,
  param: "training_file" | "validation_file",
): { error: FileError } | { examples: Message[][] } {
  const refuse = (code: string, message: string) => ({ error: { code, message, param } });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return refuse("invalid_file_format", "The file is not UTF-8.");
  }
  if (text.startsWith("\ufeff"))
    return refuse("invalid_file_format", "The file starts with a BOM.");
  if (text.includes("\r")) return refuse("invalid_file_format", "Lines must end with LF.");
  if (/[\u2028\u2029]/.test(text)) {
    return refuse("invalid_file_format", "The file holds raw Unicode line separators.");
  }
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const examples: Message[][] = [];
  for (const [index, line] of lines.entries()) {
    const problem = lineProblem(line);
    if (typeof problem === "string") {
      return refuse("invalid_training_file", `Line ${index + 1}: ${problem}`);
    }
    examples.push(problem);
  }
  if (param === "training_file" && lines.length < MINIMUM_LINES) {
    return refuse(
      "invalid_n_examples",
      `Training file has ${lines.length} example(s), but must have at least ${MINIMUM_LINES} examples`,
    );
  }
  return { examples };
}

/** The messages of a good line, or what is wrong with it. */
function lineProblem(line: string): Message[] | string {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    return "is not JSON";
  }
  if (typeof row !== "object" || row === null || Array.isArray(row)) return "is not an object";
  if ("input" in row) return pairProblem(row);
  const extra = Object.keys(row).find((key) => !TOP_KEYS.has(key));
  if (extra !== undefined) return `has the unknown key "${extra}"`;
  const messages = (row as { messages?: unknown }).messages;
  if (!Array.isArray(messages) || messages.length === 0) return "has no messages";
  for (const message of messages as Record<string, unknown>[]) {
    const unknownKey = Object.keys(message).find((key) => !MESSAGE_KEYS.has(key));
    if (unknownKey !== undefined) return `a message has the unknown key "${unknownKey}"`;
    if (!ROLES.has(String(message["role"])))
      return `has the unknown role "${String(message["role"])}"`;
    if (typeof message["content"] !== "string") return "a message has no content";
  }
  if ((messages as Message[]).at(-1)?.role !== "assistant")
    return "does not end with the assistant";
  return messages as Message[];
}

const PAIR_KEYS = ["input", "non_preferred_output", "preferred_output"];

/** The better half of a preference line as messages, or what is wrong with the line. */
function pairProblem(row: object): Message[] | string {
  if (Object.keys(row).toSorted().join() !== PAIR_KEYS.join()) return "has unknown or missing keys";
  const { input, ...outputs } = row as Record<string, { messages?: Message[] } | Message[]>;
  const messages = (input as { messages?: Message[] }).messages ?? [];
  if (messages.length === 0 || messages.at(-1)?.role === "assistant")
    return "the input does not end with a question";
  for (const output of Object.values(outputs) as Message[][]) {
    const [only, ...more] = output;
    if (only?.role !== "assistant" || more.length > 0) return "an output is not one reply";
    if (Object.keys(only).some((key) => key !== "role" && key !== "content"))
      return "a reply has unknown keys";
  }
  return [...messages, ...(outputs["preferred_output"] as Message[])];
}

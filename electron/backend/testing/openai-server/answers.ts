import type { JobLife, StoredFile } from "./jobs.ts";
import { checkTrainingFile } from "./training-file-rules.ts";

interface Message {
  role: string;
  content: string;
}

const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));

/** Share of words that two texts have in common (Jaccard). */
function likeness(a: Set<string>, b: Set<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, a.size + b.size - common);
}

/** What a tuned model says: the answer of the most alike example it was trained on. */
export function tunedAnswer(life: JobLife, files: Map<string, StoredFile>, messages: Message[]) {
  const file = files.get(life.job.training_file);
  const checked = file && checkTrainingFile(file.content, "training_file");
  const examples = checked && "examples" in checked ? checked.examples : [];
  const asked = words(messages.at(-1)?.content ?? "");
  let best = { answer: "", score: -1 };
  for (const example of examples) {
    const user = example.find((message) => message.role === "user")?.content ?? "";
    const score = likeness(asked, words(user));
    if (score > best.score) best = { answer: example.at(-1)?.content ?? "", score };
  }
  return best.answer;
}

/** What an untrained model says: always the first label of the list, or that it does not know. */
export function baseAnswer(messages: Message[]): string {
  const system = messages.find((message) => message.role === "system")?.content ?? "";
  const labels = /(?:nothing else: |Labels: )(.+)$/.exec(system)?.[1]?.split(", ");
  return labels?.[0] ?? "I am not sure; please ask someone who knows.";
}

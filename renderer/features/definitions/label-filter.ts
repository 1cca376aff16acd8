import type { Label } from "../../../shared/features/definitions/contract.ts";

const plain = (text: string) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[_-]/g, " ").toLowerCase();

/** True when every typed word occurs in the label's name or description, without regard to case or accents. */
export function matchesFilter(label: Pick<Label, "name" | "description">, filter: string): boolean {
  const text = plain(`${label.name} ${label.description}`);
  return plain(filter)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The names in a pasted list: one a line, without bullets, quotes and repetitions. */
export function namesIn(text: string): string[] {
  const names = text
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*[-*•]\s+/, "")
        .trim()
        .replace(/^"(.*)"$/, "$1")
        .trim(),
    )
    .filter((name) => name !== "");
  return [...new Set(names)];
}

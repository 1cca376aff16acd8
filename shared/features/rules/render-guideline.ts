/** A rule as it is written down for those who read the guideline elsewhere. */
export interface WrittenRule {
  body: string;
  /** Names of the labels it is about, in their order. */
  labels: readonly string[];
  changedAtMs: number;
}

/** The day in one spelling for everybody, because the text is part of what is hashed. */
const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/** Characters that Markdown would take for more than themselves. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replaceAll(/[\\*_`[\]<>]/g, String.raw`\$&`);

function line({ body, labels, changedAtMs }: WrittenRule): string {
  const about = labels.length > 0 ? ` **${labels.map(plain).join(", ")}**:` : "";
  return `- ${dayOf(changedAtMs)}:${about} ${plain(body)}`;
}

/**
 * The written guideline with the rules below it. Without rules it is the guideline to the letter, so that
 * projects without any keep the hashes of what they froze.
 */
export function renderGuideline(guideline: string, rules: readonly WrittenRule[]): string {
  if (rules.length === 0) return guideline;
  const section = `## Rulings\n\n${rules.map(line).join("\n")}\n`;
  return guideline.trim() === "" ? section : `${guideline.trimEnd()}\n\n${section}`;
}

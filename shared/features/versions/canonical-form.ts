import type { DatasetVersion } from "./contract.ts";
import type { FrozenExample } from "./frozen-example.ts";

/** Names the way content is written down for hashing; a change of the way needs a new name. */
const FORM = "tacit-dataset-1";

/** JSON with the keys of every object in order, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(",")}}`;
}

/** The first line of what a version's hash covers: everything that is not a row. */
export const canonicalHeader = (
  version: Pick<DatasetVersion, "taskType" | "labels" | "systemPrompt" | "guideline">,
): string =>
  `${canonicalJson({
    form: FORM,
    taskType: version.taskType,
    labels: version.labels.map(({ name, description }) => ({ name, description })),
    systemPrompt: version.systemPrompt,
    guideline: version.guideline,
  })}\n`;

/**
 * One further line per row, in the version's order. Ids are left out: they are drawn by chance, and the
 * same examples brought in on another computer are the same content.
 */
export const canonicalRow = ({ exampleId: _drawn, ...content }: FrozenExample): string =>
  `${canonicalJson(content)}\n`;

import type { DatasetVersion } from "../versions/contract.ts";
import { LABELLED_TASK_TYPES } from "../projects/task-type.ts";
import { Split } from "../versions/split.ts";
import type { AnswerCounts } from "./count-answers.ts";
import type { HandoffFormat } from "./formats.ts";
import { columnsOf } from "./handoff-rows.ts";
import { type LeftOut, leftOutLines } from "./left-out.ts";
import { licenceUrl } from "./licence-file.ts";
import { LOADING } from "./loading.ts";
import { OFFSETS } from "./manifest.ts";

export interface DataCardFacts {
  name: string;
  description: string;
  licence: string;
  attribution: string;
  version: DatasetVersion;
  format: HandoffFormat;
  /** Rows per split and label; empty where answers are no labels. */
  labelCounts: ReadonlyMap<string, Record<Split, number>>;
  answerCounts: AnswerCounts;
  hasOriginals: boolean;
  leftOut: readonly LeftOut[];
  /** The data files that were written. */
  files: readonly { name: string; split: Split; rows: number }[];
  appVersion: string;
}

const TASKS: Record<DatasetVersion["taskType"], string> = {
  classify: "Classification: one label for each input.",
  tag: "Tagging: any number of labels for each input.",
  write: "Writing: a response to each input.",
  chat: "Conversation: several turns.",
  extract: "Extraction: labelled spans; offsets count Unicode code points, from 0, end exclusive.",
  rank: "Ranking: which of several responses is preferred.",
};

const NOT_STATED = "not stated";
const stated = (text: string): string => text.trim() || NOT_STATED;

/** A text as one table cell: no pipes, no line breaks, no HTML. */
const cell = (text: string): string =>
  stated(text)
    .replace(/\s+/g, " ")
    .replace(/[\\|]/g, String.raw`\$&`)
    .replaceAll("<", "&lt;");

/** A text word for word, in a fence longer than any it holds. */
function verbatim(text: string): string {
  if (text.trim() === "") return NOT_STATED;
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text.trimEnd()}\n${fence}`;
}

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

function splitSection({ version, files }: DataCardFacts): string {
  const { plan } = version;
  const { train, validation, test } = plan.ratios;
  return `${table(
    ["split", "rows", "file"],
    Split.options.map((split) => {
      const file = files.find((each) => each.split === split);
      return [split, file?.rows ?? 0, file?.name ?? "none: no rows"];
    }),
  )}

Rows of one group, and rows with the same input, were kept in one split when rows were shared out. Seed ${plan.seed}; shares ${train} / ${validation} / ${test} (train / validation / test). ${
    plan.keepGivenSplits
      ? "Splits that came with the source file were kept as they are, even where a text occurs in two of them."
      : "Splits that came with the source file were not used."
  }`;
}

function labelSection({ version, labelCounts }: DataCardFacts): string {
  if (!LABELLED_TASK_TYPES.includes(version.taskType)) return "This task has no labels.";
  return table(
    ["label", "description", ...Split.options],
    version.labels.map((label) => [
      cell(label.name),
      cell(label.description),
      ...Split.options.map((split) => labelCounts.get(label.name)?.[split] ?? 0),
    ]),
  );
}

function loadingSection({ format, files, version, hasOriginals }: DataCardFacts): string {
  const loading = LOADING[format];
  const columns =
    loading.row ??
    `Columns: ${columnsOf({ taskType: version.taskType, hasOriginals }).join(", ")}. What is absent is an empty text.`;
  const scripts = files.map((f) => `\`\`\`python\n${loading.python(f.name, f.split)}\n\`\`\``);
  const offsets =
    version.taskType === "extract" && format !== "conll" ? [`Offsets: ${OFFSETS}.`] : [];
  return [loading.about, columns, ...offsets, ...scripts].join("\n\n");
}

const lines = (items: readonly string[]) => items.map((item) => `- ${item}`).join("\n");

function answerSections({ answerCounts, leftOut }: DataCardFacts): [title: string, body: string][] {
  const counts = [...answerCounts].map(([name, count]) => `${name}: ${count}`);
  const missing = leftOutLines(leftOut);
  return [
    ...(counts.length > 0 ? [["Answers", lines(counts)] as [string, string]] : []),
    ...(missing
      ? [["Left out", `${lines(missing)}\n\nmanifest.json names each.`] as [string, string]]
      : []),
  ];
}

/**
 * The README of a hand-off: what is known from the project's own facts, and "not stated" for the rest.
 * Its questions follow Datasheets for Datasets (Gebru et al., CACM 2021). Same facts, same bytes.
 */
export function dataCard(facts: DataCardFacts): string {
  const { version } = facts;
  const url = licenceUrl(facts.licence);
  const sections: [title: string, body: string][] = [
    ["Description", stated(facts.description)],
    ["Task", TASKS[version.taskType]],
    ["Load the files", loadingSection(facts)],
    ["Splits", splitSection(facts)],
    ["Labels", labelSection(facts)],
    ...answerSections(facts),
    ["System prompt", verbatim(version.systemPrompt)],
    [
      "Guideline",
      version.guideline.trim() === "" ? NOT_STATED : "The rules for answering are in guideline.md.",
    ],
    [
      "Licence and attribution",
      `Licence: ${stated(facts.licence)}${url === null ? "" : ` (${url})`}\n\nAttribution: ${stated(facts.attribution)}`,
    ],
    ["Why the dataset was made", NOT_STATED],
    ["Who gave the answers, and how they were chosen and paid", NOT_STATED],
    ["People, sensitive content and consent", NOT_STATED],
    ["Uses to avoid", NOT_STATED],
    ["Maintenance and contact", NOT_STATED],
    [
      "Origin",
      [
        `- Version ${version.number}, frozen ${new Date(version.createdAtMs).toISOString()}`,
        `- Content hash (sha256 of the frozen content): ${version.contentHash}`,
        `- Made with Tacit ${facts.appVersion}`,
        "- manifest.json lists every file with its size and sha256",
      ].join("\n"),
    ],
  ];
  const title = `# ${facts.name.replace(/\s+/g, " ")}, version ${version.number}`;
  return `${[title, ...sections.map(([head, body]) => `## ${head}\n\n${body}`)].join("\n\n")}\n`;
}

import type { HandoffFormat } from "./contract.ts";

interface Loading {
  /** What the files are, in one sentence. */
  about: string;
  /** Three lines of Python that load `file` into `name`, with nothing to install. */
  python(file: string, name: string): string;
}

const jsonLines = (file: string, name: string) => `import json
with open("${file}", encoding="utf-8") as lines:
    ${name} = [json.loads(line) for line in lines]`;

const csv = (encoding: string) => (file: string, name: string) =>
  `import csv
with open("${file}", encoding="${encoding}", newline="") as rows:
    ${name} = list(csv.DictReader(rows))`;

/** How each format is written and read back. */
export const LOADING: Record<HandoffFormat, Loading> = {
  "openai-chat": {
    about:
      'JSON Lines for chat fine-tuning: one object with only "messages" per line, UTF-8 without a byte order mark.',
    python: jsonLines,
  },
  jsonl: {
    about:
      "JSON Lines: one object per line with the same keys and types on every line, UTF-8 without a byte order mark.",
    python: jsonLines,
  },
  csv: {
    about:
      "CSV after RFC 4180 with a header: UTF-8 without a byte order mark, lines end with a line feed, cells may hold line breaks.",
    python: csv("utf-8"),
  },
  "csv-excel": {
    about:
      "CSV for spreadsheets: UTF-8 with a byte order mark, lines end with CR LF. Cells that a spreadsheet could run as a formula begin with an added apostrophe; take the plain CSV or JSON Lines for training.",
    python: csv("utf-8-sig"),
  },
};

export const fileEnding = (format: HandoffFormat): string =>
  format === "csv" || format === "csv-excel" ? "csv" : "jsonl";

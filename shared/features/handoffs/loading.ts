import type { HandoffFormat } from "./formats.ts";

interface Loading {
  /** What a row holds; left out where the columns say it. */
  row?: string;
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
    row: "Each line holds the messages that ask, the system message among them, and the expected answer. A weight of 0 leaves an assistant message out of training; messages without a weight are trained on.",
    python: jsonLines,
  },
  preference: {
    about:
      "JSON Lines for preference training (DPO) at services that follow OpenAI: UTF-8 without a byte order mark.",
    row: "Each line holds input.messages, preferred_output and non_preferred_output. An example with more than two responses gives one line for each response that was not preferred.",
    python: jsonLines,
  },
  "trl-preference": {
    about:
      "JSON Lines for the preference trainers of TRL (DPO, reward): UTF-8 without a byte order mark.",
    row: "Each line holds prompt, chosen and rejected as lists of messages. An example with more than two responses gives one line for each response that was not preferred.",
    python: jsonLines,
  },
  doccano: {
    about:
      'JSON Lines as doccano imports them (format JSONL, text column "text", label column "label"): UTF-8 without a byte order mark.',
    row: "Each line holds text and label: a list of [start, end, name] for marked passages, a list of names for labels of a whole text. tacit_id and split become metadata.",
    python: jsonLines,
  },
  prodigy: {
    about:
      "JSON Lines as Prodigy takes them (prodigy db-in name file.jsonl). For spaCy, load_spacy.py turns them into .spacy files: spans go to doc.spans, and to doc.ents where they do not overlap.",
    row: "Each line holds text, spans (start, end, label), meta and answer.",
    python: jsonLines,
  },
  "label-studio": {
    about:
      "A JSON list of Label Studio tasks. Create a project with the interface of label-config.xml, then import the files.",
    row: "Each task holds data and one annotation. Every marked passage quotes its text, so that its place can be checked.",
    python: (file, name) => `import json
with open("${file}", encoding="utf-8") as tasks:
    ${name} = json.load(tasks)`,
  },
  conll: {
    about:
      "CoNLL lines in BIO2: token, two empty columns, tag; -DOCSTART- before each example, in the order of the version. Tokens are words and single signs, and end where a passage begins or ends.",
    row: "Blanks in label names became underscores.",
    python: (file, name) => `with open("${file}", encoding="utf-8") as lines:
    ${name} = [[line.split(" ") for line in block.split("\\n")]
        for block in lines.read().strip("\\n").split("\\n\\n")]`,
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

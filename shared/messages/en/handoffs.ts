export const handoffsMessages = {
  "handoffs.lead":
    "Give your work to an ML team as files that they can load without asking a question.",
  "handoffs.noVersion.title": "There is no frozen version yet",
  "handoffs.noVersion.text":
    "Only frozen versions are handed over, so that everyone speaks of the same examples.",
  "handoffs.noVersion.action": "Freeze one in Train",
  "handoffs.form.title": "What to hand over",
  "handoffs.form.version": "Version",
  "handoffs.form.versionOption":
    "Version {number} ({rows, plural, one {# example} other {# examples}})",
  "handoffs.form.always":
    "Training, watching progress and testing (train, validation, test) have a file each. A data card, the guideline, the licence and a manifest with checksums come along.",
  "handoffs.form.write": "Write the files",
  "handoffs.form.chooseFolder": "Choose a folder…",
  "handoffs.format.legend": "In which form",
  "handoffs.format.openai-chat.name": "Conversations for fine-tuning",
  "handoffs.format.openai-chat.text":
    "OpenAI chat JSONL; most fine-tuning services and trainers load it.",
  "handoffs.format.jsonl.name": "One record a line",
  "handoffs.format.jsonl.text": "Plain JSONL with ids, groups and splits; for code of any kind.",
  "handoffs.format.csv.name": "Table for code",
  "handoffs.format.csv.text": "CSV exactly as the texts are; for pandas, R and databases.",
  "handoffs.format.csv-excel.name": "Table for Excel",
  "handoffs.format.csv-excel.text":
    "CSV that Excel opens safely: cells that would run as a formula get an apostrophe in front.",
  "handoffs.format.preference.name": "Pairs for preference training",
  "handoffs.format.preference.text":
    "OpenAI preference JSONL: a question with a better and a worse answer. Ties are left out and listed.",
  "handoffs.format.trl-preference.name": "Pairs for TRL",
  "handoffs.format.trl-preference.text":
    "Prompt, chosen and rejected, as the preference trainers of TRL load them. Ties are left out and listed.",
  "handoffs.format.doccano.name": "doccano",
  "handoffs.format.doccano.text": "JSONL that doccano imports, with your marks or labels.",
  "handoffs.format.prodigy.name": "Prodigy and spaCy",
  "handoffs.format.prodigy.text":
    "JSONL for Prodigy, and a short program that makes spaCy’s training files of it.",
  "handoffs.format.label-studio.name": "Label Studio",
  "handoffs.format.label-studio.text":
    "A list of tasks with your answers, and the labelling interface they belong to.",
  "handoffs.format.conll.name": "CoNLL",
  "handoffs.format.conll.text":
    "One word a line with its mark (BIO2). Passages that overlap cannot be written this way.",
  "handoffs.leftOut":
    "{count, plural, one {One example} other {# examples}} could not be written this way. The manifest names each and says why.",
  "handoffs.done.title": "The files are written",
  "handoffs.done.text": "They are in {folder}",
  "handoffs.files.title": "Files",
  "handoffs.files.name": "File",
  "handoffs.files.rows": "Examples",
  "handoffs.files.size": "Size",
  "handoffs.files.sha256": "Checksum (SHA-256)",
  "handoffs.files.save": "Save a copy",
  "handoffs.files.saveOne": "Save a copy of {name}",
} as const satisfies Record<string, string>;

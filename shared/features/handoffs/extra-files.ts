import type { DatasetVersion } from "../versions/contract.ts";
import type { HandoffFormat } from "./formats.ts";
import { labelStudioConfig } from "./span-rows.ts";

const LOAD_SPACY = `"""Turns the JSON Lines files beside this script into .spacy files: python load_spacy.py en"""
import json
import pathlib
import sys

import spacy
from spacy.tokens import DocBin

nlp = spacy.blank(sys.argv[1] if len(sys.argv) > 1 else "xx")
for path in sorted(pathlib.Path(__file__).parent.glob("*.jsonl")):
    docs = DocBin(store_user_data=True)
    for line in path.read_text(encoding="utf-8").split("\\n"):
        if not line:
            continue
        row = json.loads(line)
        doc = nlp.make_doc(row["text"])
        spans = []
        for each in row["spans"]:
            span = doc.char_span(each["start"], each["end"], label=each["label"])
            if span is None:
                print(path.name, row["meta"]["id"], "is cut inside a token:", each)
            else:
                spans.append(span)
        doc.spans["sc"] = spans
        if len(spacy.util.filter_spans(spans)) == len(spans):
            doc.ents = spans
        docs.add(doc)
    docs.to_disk(path.with_suffix(".spacy"))
    print(path.with_suffix(".spacy").name, len(docs))
`;

/** What a format needs beside its data to be loaded. */
export function extraFiles(
  format: HandoffFormat,
  version: Pick<DatasetVersion, "taskType" | "labels">,
): [name: string, content: string][] {
  if (format === "prodigy") return [["load_spacy.py", LOAD_SPACY]];
  if (format === "label-studio") return [["label-config.xml", labelStudioConfig(version)]];
  return [];
}

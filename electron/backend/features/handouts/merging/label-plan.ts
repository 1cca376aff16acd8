import { createHash } from "node:crypto";
import { AppError } from "#shared/errors/app-error.ts";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { labelsOf, replaceLabel } from "#shared/features/annotations/replace-label.ts";
import type { ReturnRows } from "#shared/features/handouts/bundle.ts";
import type { LabelChoice, UnknownLabel } from "#shared/features/handouts/contract.ts";
import { canonicalJson } from "#shared/features/versions/canonical-form.ts";
import type { Db } from "../../../db/open.ts";
import { mergedLabelQueries } from "./queries.ts";

const written = (name: string): string => name.normalize("NFC").trim().toLowerCase();

/** The labels that a return names and this project does not have, with how many answers name them. */
export function listUnknownLabels(db: Db, rows: ReturnRows): UnknownLabel[] {
  const here = mergedLabelQueries(db).listInUse();
  const known = new Set(here.map(({ labelId }) => labelId));
  const answers = new Map<string, number>();
  for (const { value } of rows.answers)
    for (const labelId of value ? labelsOf(value) : [])
      if (!known.has(labelId)) answers.set(labelId, (answers.get(labelId) ?? 0) + 1);
  return rows.labels
    .filter(({ labelId }) => answers.has(labelId))
    .map(({ labelId, name }) => ({
      labelId,
      name,
      answers: answers.get(labelId) ?? 0,
      sameNameId: here.find((label) => written(label.name) === written(name))?.labelId ?? null,
    }));
}

/**
 * What answers become once labels that are not here were added or got a stand-in, as somebody decided. No
 * bundle adds a label by itself.
 */
export function planLabels(db: Db, rows: ReturnRows, choices: readonly LabelChoice[]) {
  const queries = mergedLabelQueries(db);
  const here = queries.listInUse();
  const known = new Set(here.map(({ labelId }) => labelId));
  const standIns = new Map<string, string>();
  for (const { labelId, become } of choices) {
    if (known.has(labelId) || become.kind === "leave") continue;
    if (become.kind === "use") {
      if (!known.has(become.labelId)) throw new AppError("notFound", { thing: "label" });
      standIns.set(labelId, become.labelId);
      continue;
    }
    const label = rows.labels.find((each) => each.labelId === labelId);
    if (!label) throw new AppError("notFound", { thing: "label" });
    if (here.some(({ name }) => written(name) === written(label.name)))
      throw new AppError("labelNameTaken", { name: label.name });
    queries.add(label);
    known.add(labelId);
  }

  return {
    labelIds: known as ReadonlySet<string>,
    /** The answer in this project's labels; null when it names one that is not here. */
    translate(value: AnswerValue): AnswerValue | null {
      let translated: AnswerValue | null = value;
      for (const labelId of labelsOf(value)) {
        if (known.has(labelId)) continue;
        const standIn = standIns.get(labelId);
        if (standIn === undefined) return null;
        translated = translated && replaceLabel(translated, labelId, standIn);
      }
      return translated;
    },
  };
}

/** An answer that was translated is another one than was signed, and gets an id that says so. */
export function idOfTranslated(annotationId: string, value: AnswerValue): string {
  const digest = createHash("sha256").update(`${annotationId} ${canonicalJson(value)}`);
  const hex = digest.digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join("-");
}

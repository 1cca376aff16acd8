import type { TaskType } from "../projects/task-type.ts";
import type { ColumnRole } from "./column-role.ts";
import { findSplit } from "./split-name.ts";

/** A column by its name and the first values found in it. */
export interface SampledColumn {
  name: string;
  values: readonly string[];
}

/** Names people give to such columns, the surest first. */
const NAMES = {
  input:
    "messages,conversations,instruction,prompt,question,input,text,query,message,sentence,utterance,content,body,comment,review,email,tweet,request,ticket,document,description,title",
  response:
    "response,answer,completion,output,reply,assistant,ideal answer,reference,chosen,target",
  label: "label,category,class,intent,sentiment,topic,tag,target,classification,label text",
  labels: "labels,tags,categories,topics,label,category,tag",
  group: "group,group id,conversation id,thread id,document id,doc id,customer id,patient id",
  split: "split,set,subset,partition",
  id: "id,uuid,guid,example id,row id,key,index,idx",
} as const;

/** Columns that say who or what made a row, not what the row is. */
const ABOUT_THE_MAKING =
  /\b(worker|annotator|rater|labeller|system|model|author|source|url|date)\b/;
const FEW_VALUES = 20;
const LABEL_CHARACTERS = 60;

const words = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A first proposal of what each column means, from its name and its content; one role a column. */
export function guessMapping(
  columns: readonly SampledColumn[],
  taskType: TaskType,
): Map<string, ColumnRole> {
  const roles = new Map<string, ColumnRole>();
  const free = () => columns.filter(({ name }) => !roles.has(name));
  const assign = (role: ColumnRole, column: SampledColumn | undefined) => {
    if (column) roles.set(column.name, role);
  };
  const named = (role: keyof typeof NAMES, fits: (column: SampledColumn) => boolean) =>
    NAMES[role]
      .split(",")
      .flatMap((wanted) => free().filter(({ name }) => words(name) === wanted))
      .find(fits);

  assign("split", named("split", namesSplits));
  assign("id", named("id", isDistinct));
  assign(
    "group",
    named("group", () => true),
  );
  if (taskType === "tag") {
    assign("labels", named("labels", hasText));
    // Exports put one label under "label" and several under "labels".
    if (roles.get("labels") === "labels")
      assign(
        "labels",
        free().find(({ name }) => name === "label"),
      );
  }
  if (taskType === "classify") assign("label", named("label", isLabelLike) ?? flagColumn(free()));
  if (taskType === "write") {
    assign("input", named("input", hasText));
    assign("response", named("response", hasText));
    // Alpaca's columns: what to do, and the text to do it with.
    if (roles.get("instruction") === "input")
      assign(
        "input",
        free().find(({ name }) => name === "input"),
      );
  }
  const hasInput = () => [...roles.values()].includes("input");
  if (!hasInput()) assign("input", named("input", hasText) ?? longest(free()));
  if (taskType === "classify" && ![...roles.values()].includes("label"))
    assign("label", fewestValues(free()));
  for (const { name } of free()) roles.set(name, "field");
  return roles;
}

const filled = (column: SampledColumn) => column.values.filter((value) => value.trim() !== "");
const hasText = (column: SampledColumn) => filled(column).length > 0;
const namesSplits = (column: SampledColumn) =>
  hasText(column) && filled(column).every((value) => findSplit(value) !== undefined);
const isDistinct = (column: SampledColumn) =>
  hasText(column) && new Set(filled(column)).size === filled(column).length;
const isShort = (column: SampledColumn) =>
  hasText(column) && filled(column).every((value) => value.length <= LABEL_CHARACTERS);

function isLabelLike(column: SampledColumn): boolean {
  const distinct = new Set(filled(column)).size;
  return isShort(column) && (distinct <= FEW_VALUES || distinct <= filled(column).length / 2);
}

/** A yes/no column such as "is_factual" or "has refund". */
const flagColumn = (columns: readonly SampledColumn[]) =>
  columns.find((column) => /^(is|has|was) /.test(words(column.name)) && isLabelLike(column));

function longest(columns: readonly SampledColumn[]): SampledColumn | undefined {
  const textual = columns.filter(
    (column) => hasText(column) && !filled(column).every((value) => !Number.isNaN(Number(value))),
  );
  return maxBy(textual.length > 0 ? textual : columns.filter(hasText), meanLength);
}

function meanLength(column: SampledColumn): number {
  const values = filled(column);
  return values.reduce((sum, value) => sum + value.length, 0) / values.length;
}

/** The column that looks most like a label when no name says so: short values that come again and again. */
function fewestValues(columns: readonly SampledColumn[]): SampledColumn | undefined {
  const candidates = columns.filter((column) => {
    const distinct = new Set(filled(column)).size;
    const repeats = distinct >= 2 && distinct < filled(column).length;
    return repeats && isLabelLike(column) && !ABOUT_THE_MAKING.test(words(column.name));
  });
  return maxBy(candidates, (column) => -new Set(filled(column)).size);
}

function maxBy<T>(items: readonly T[], score: (item: T) => number): T | undefined {
  let best: T | undefined;
  let bestScore = -Infinity;
  for (const item of items) {
    const itsScore = score(item);
    if (itsScore > bestScore) [best, bestScore] = [item, itsScore];
  }
  return best;
}

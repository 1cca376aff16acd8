import { endsWithReply } from "../annotations/conversation.ts";
import type { TaskType } from "../projects/task-type.ts";
import { type ColumnRole, missingFor } from "./column-role.ts";
import { isSpanCell } from "./span-cell.ts";
import { findSplit } from "./split-name.ts";
import { readTurns } from "./turns-cell.ts";
import { wordsOf as words } from "./words-of.ts";

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
  messages: "messages,conversations,conversation,turns,chat,dialogue,dialog,prompt,input",
  spans: "spans,entities,annotations,labels,label,ner,named entities,tags",
  chosen: "chosen,preferred output,accepted,better",
  rejected: "rejected,non preferred output,worse",
  preference: "preference,preferred,winner,choice,chosen,better,vote,label,verdict,judgement",
  group: "group,group id,conversation id,thread id,document id,doc id,customer id,patient id",
  split: "split,set,subset,partition",
  id: "id,uuid,guid,example id,row id,key,index,idx",
} as const;

/** Columns that say who or what made a row, not what the row is. */
const ABOUT_THE_MAKING =
  /\b(worker|annotator|rater|labeller|system|model|author|source|url|date)\b/;
const FEW_VALUES = 20;
const LABEL_CHARACTERS = 60;

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
  if (taskType === "extract")
    assign("spans", named("spans", holdsSpans) ?? columns.find(isCalledSpans));
  if (taskType === "chat") guessChat(columns, named, assign);
  if (taskType === "rank") guessRank(free, named, assign);
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
  if (missingFor([...roles.values()], taskType) === "input")
    assign("input", named("input", hasText) ?? longest(free()));
  if (taskType === "classify" && ![...roles.values()].includes("label"))
    assign("label", fewestValues(free()));
  for (const { name } of free()) roles.set(name, "field");
  return roles;
}

type Named = (
  role: keyof typeof NAMES,
  fits: (column: SampledColumn) => boolean,
) => SampledColumn | undefined;
type Assign = (role: ColumnRole, column: SampledColumn | undefined) => void;

/** A column of conversations, or a question and its answer. */
function guessChat(columns: readonly SampledColumn[], named: Named, assign: Assign): void {
  const messages = named("messages", holdsTurns) ?? columns.find(holdsTurns);
  assign("messages", messages);
  if (messages && filled(messages).some((cell) => endsWithReply(readTurns(cell) ?? []))) return;
  if (!messages) assign("input", named("input", hasText));
  assign("response", named("response", hasText));
}

/** A better and a worse response, or several with a column that says which is preferred. */
function guessRank(free: () => SampledColumn[], named: Named, assign: Assign): void {
  const isPair = NAMES.rejected
    .split(",")
    .some((name) => free().some((c) => words(c.name) === name));
  if (isPair) {
    assign("chosen", named("chosen", hasText));
    assign("rejected", named("rejected", hasText));
  } else {
    assign("preference", named("preference", isLabelLike));
    for (const column of free().filter(isResponse)) assign("response", column);
  }
  const prompt = named("input", hasText);
  assign(prompt && holdsTurns(prompt) ? "messages" : "input", prompt);
}

const RESPONSE_NAME =
  /^(?:(?:model|assistant) )?(?:response|answer|completion|output|reply|candidate|option|summary|text)(?: (?:[a-h]|\d{1,2}))$|^(?:[a-h]|\d{1,2}) (?:response|answer|output)$/;
const isResponse = (column: SampledColumn) =>
  hasText(column) && RESPONSE_NAME.test(words(column.name));

const filled = (column: SampledColumn) => column.values.filter((value) => value.trim() !== "");
const hasText = (column: SampledColumn) => filled(column).length > 0;
/** A few rows written badly do not change what a column is. */
const mostly = (column: SampledColumn, is: (value: string) => boolean) =>
  hasText(column) && filled(column).filter(is).length * 2 >= filled(column).length;
const holdsTurns = (column: SampledColumn) => mostly(column, (value) => readTurns(value) !== null);
/** What exports are brought to is meant as spans, readable or not: a row that is not gets listed. */
const isCalledSpans = (column: SampledColumn) =>
  column.name === "spans" && filled(column).some((value) => /^\[[[{]/.test(value));
const holdsSpans = (column: SampledColumn) => mostly(column, isSpanCell);
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

import type { ChatTurn } from "../annotations/answer-value.ts";
import { renderTurns } from "../annotations/conversation.ts";
import { seededHash } from "../versions/seeded-hash.ts";
import type { DraftAnswer } from "./draft-answer.ts";
import type { RefusedRow, RowBody, RowReader } from "./draft-row.ts";
import { type Preference, readPreference } from "./preference-cell.ts";
import { readTurns } from "./turns-cell.ts";

const MAX_RESPONSE_CHARACTERS = 1_000_000;
/** Any number: it only has to be the same at each import. */
const ORDER_SEED = 7;

interface Response {
  column: string;
  text: string;
  /** What was said before it, where the column holds the whole conversation. */
  before: ChatTurn[];
}

/** Reads prompts with two or more responses: columns of their own, or a chosen and rejected ones. */
export const readRank: RowReader = ({ plan, texts, at }) => {
  const chosen = at("chosen");
  const rejected = at("rejected");
  const plain = at("response");
  const [messages] = at("messages");
  const [preference] = at("preference");
  const from = plan.preferenceCountsFrom ?? 1;
  const read = (cells: readonly string[], columns: readonly number[]) =>
    columns.map((column) => readResponse(plan.columns[column] ?? "", cells[column] ?? ""));

  return function readBody(cells): RowBody {
    const better = read(cells, chosen).filter(isFilled);
    const all = [...better, ...read(cells, rejected), ...read(cells, plain)];
    const filled = all.filter(isFilled);
    const tooLong = filled.find(({ text }) => text.length > MAX_RESPONSE_CHARACTERS);
    if (tooLong) return { reason: "tooLong", detail: `${tooLong.column}: ${tooLong.text.length}` };
    if (filled.length < 2) return { reason: "tooFewResponses", detail: String(filled.length) };
    const conversation = messages === undefined ? "" : (cells[messages] ?? "");
    const cell = conversation.trim() === "" ? texts(cells) : conversation;
    const turns = readTurns(cell);
    if (turns === null && conversation.trim() !== "")
      return { reason: "notAConversation", detail: cell.slice(0, 60) };
    const prompt = turns ?? (cell.trim() === "" ? (all[0]?.before ?? []) : null);
    const input = prompt === null ? cell : renderTurns(prompt);
    // A better response that always came first would give the answer away.
    const offered = better.length > 0 ? shuffled(filled, input) : filled;
    const said = preference === undefined ? null : (cells[preference] ?? "");
    const answer =
      better.length > 0
        ? preferring(offered.indexOf(better[0] as Response))
        : readAnswer(said ?? "", all, offered, from);
    if (answer && "reason" in answer) return answer;
    return {
      input,
      payload: {
        kind: "rank",
        responses: offered.map(({ text }) => text),
        ...(isMoreThanText(prompt) ? { turns: prompt } : {}),
      },
      answer,
    };
  };
};

const isFilled = ({ text }: Response) => text.trim() !== "";

/** One question is its own text; anything longer must keep who said what. */
const isMoreThanText = (turns: ChatTurn[] | null): turns is ChatTurn[] =>
  turns !== null && (turns.length > 1 || turns[0]?.role !== "user");

function readResponse(column: string, cell: string): Response {
  const turns = readTurns(cell);
  return turns === null
    ? { column, text: cell, before: [] }
    : { column, text: turns.at(-1)?.content ?? "", before: turns.slice(0, -1) };
}

/** An order that depends on the texts alone: the same at each import, and telling nothing of the preference. */
const shuffled = (responses: readonly Response[], input: string): Response[] =>
  responses
    .map((response) => ({
      response,
      hash: seededHash(`${input}\u0000${response.text}`, ORDER_SEED),
    }))
    .toSorted((a, b) => a.hash - b.hash)
    .map(({ response }) => response);

const preferring = (preferred: number): DraftAnswer => ({
  kind: "preference",
  outcome: "preferred",
  preferred,
});

function readAnswer(
  cell: string,
  all: readonly Response[],
  offered: readonly Response[],
  countsFrom: 0 | 1,
): DraftAnswer | RefusedRow | null {
  const said: Preference = readPreference(cell, all, countsFrom);
  if (said === null) return null;
  if (said === "tie" || said === "bothBad")
    return { kind: "preference", outcome: said, preferred: null };
  const meant = said === undefined ? undefined : all[said];
  const place = meant === undefined ? -1 : offered.indexOf(meant);
  return place === -1
    ? { reason: "unknownPreference", detail: cell.trim().slice(0, 60) }
    : preferring(place);
}

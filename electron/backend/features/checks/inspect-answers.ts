import type { AnswerValue, ExamplePayload } from "#shared/features/annotations/answer-value.ts";
import { endsWithReply } from "#shared/features/annotations/conversation.ts";
import type { FindingCode } from "#shared/features/checks/contract.ts";
import { createPassageComparison, findUntidySpans } from "#shared/features/checks/inspect-spans.ts";
import type { AnswerFacts } from "#shared/features/checks/rules.ts";

interface Answered {
  key: number;
  input: string;
  payload: ExamplePayload | null;
  answer: AnswerValue;
}

/** Looks at what is particular to the answers of each kind of task. */
export function createAnswerInspection() {
  const keys = {
    nothingMarked: [] as number[],
    spanBlankEdges: [] as number[],
    spanCutsWord: [] as number[],
    oddConversation: [] as number[],
    nothingToLearn: [] as number[],
    sameResponses: [] as number[],
  } satisfies Partial<Record<FindingCode, number[]>>;
  const passages = createPassageComparison();
  const preferred: number[] = [];

  function addSpans(
    key: number,
    input: string,
    spans: Extract<AnswerValue, { kind: "extract" }>["spans"],
  ) {
    if (spans.length === 0) keys.nothingMarked.push(key);
    const { blankEdges, cutWords } = findUntidySpans(input, spans);
    if (blankEdges) keys.spanBlankEdges.push(key);
    if (cutWords) keys.spanCutsWord.push(key);
    passages.add(key, input, spans);
  }

  function addTurns(key: number, turns: Extract<AnswerValue, { kind: "chat" }>["turns"]) {
    const isAsked = turns.some(({ role }) => role === "user");
    const isWhole = turns.every(({ content }) => content.trim() !== "") && endsWithReply(turns);
    if (!isAsked || !isWhole) keys.oddConversation.push(key);
    const teaches = turns.some(({ role, weight }) => role === "assistant" && weight !== 0);
    if (!teaches || turns.some(({ role }) => role === "tool")) keys.nothingToLearn.push(key);
  }

  return {
    add({ key, input, payload, answer }: Answered) {
      if (answer.kind === "tag" && answer.labelIds.length === 0) keys.nothingMarked.push(key);
      if (answer.kind === "extract") addSpans(key, input, answer.spans);
      if (answer.kind === "chat") addTurns(key, answer.turns);
      if (answer.kind !== "rank" || payload?.kind !== "rank") return;
      const texts = new Set(payload.responses.map((response) => response.trim()));
      if (texts.size < payload.responses.length) keys.sameResponses.push(key);
      if (answer.preferred !== null)
        preferred[answer.preferred] = (preferred[answer.preferred] ?? 0) + 1;
    },

    result(): { facts: AnswerFacts; keys: Partial<Record<FindingCode, number[]>> } {
      const disputed = passages.result();
      return {
        facts: {
          nothingMarked: keys.nothingMarked.length,
          spanBlankEdges: keys.spanBlankEdges.length,
          spanCutsWord: keys.spanCutsWord.length,
          inconsistentSpans: disputed.keys.length,
          inconsistentPassages: disputed.passages,
          oddConversations: keys.oddConversation.length,
          nothingToLearn: keys.nothingToLearn.length,
          sameResponses: keys.sameResponses.length,
          preferredByPlace: Array.from(preferred, (count) => count ?? 0),
        },
        keys: { ...keys, inconsistentSpans: disputed.keys },
      };
    },
  };
}

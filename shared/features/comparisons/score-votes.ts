import type { VoteChoice, WriteResult } from "./contract.ts";
import { signTest } from "./sign-test.ts";
import { judgeVotes } from "./verdict.ts";
import { wilson } from "./wilson.ts";

export type Side = "base" | "tuned";
export type Vote = Side | "tie" | "bothBad";

/** What a blind choice means once it is known which side was shown as A. */
export function voteOf(choice: VoteChoice, sideA: Side): Vote {
  if (choice === "tie" || choice === "bothBad") return choice;
  const other: Side = sideA === "base" ? "tuned" : "base";
  return choice === "a" ? sideA : other;
}

/** The result of a blind vote so far; `left` counts duels without a vote. */
export function scoreVotes(votes: Readonly<Record<Vote | "left", number>>): WriteResult {
  const { base, tuned, tie, bothBad, left } = votes;
  const decided = base + tuned;
  const winRate = wilson(tuned, decided);
  const pValue = signTest(base, tuned);
  return {
    kind: "write",
    test: decided + tie + bothBad + left,
    votes: { base, tuned, tie, bothBad, left },
    winRate: decided === 0 ? null : winRate,
    verdict: judgeVotes({ base, tuned, pValue, low: winRate.low, high: winRate.high }),
  };
}

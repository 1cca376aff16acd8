import type { Locator } from "@playwright/test";
import type { VerdictWord } from "../../shared/features/comparisons/contract.ts";
import { Screen } from "./screen.ts";
import { pattern, t } from "./texts.ts";

const VOTE_KEYS = { a: "1", b: "2", tie: "3", bothBad: "4" } as const;

export class ComparePage extends Screen {
  get title() {
    return this.heading("common.step.compare");
  }

  async start(): Promise<this> {
    await this.button("comparisons.start.action").click();
    return this;
  }

  verdict(verdict: VerdictWord): Locator {
    return this.main.getByText(pattern(`comparisons.verdict.${verdict}`, "tuned", "base", "test"));
  }

  /** Right answers in per cent, and the number of test examples, as the verdict says them. */
  async scoresIn(verdict: VerdictWord): Promise<{ tuned: number; base: number; test: number }> {
    const said = await this.verdict(verdict).innerText();
    const found = pattern(`comparisons.verdict.${verdict}`, "tuned", "base", "test").exec(said);
    const [tuned = NaN, base = NaN, test = NaN] = (found ?? [])
      .slice(1)
      .map((shown) => Number(shown.replaceAll(/[,%]/g, "")));
    return { tuned, base, test };
  }

  /** How many pairs of answers wait for a vote. */
  pairsLeft(left: number): Locator {
    return this.main.getByRole("heading", { name: t("comparisons.duel.question", { left }) });
  }

  get anyPairsLeft(): Locator {
    return this.main.getByRole("heading", { name: pattern("comparisons.duel.question", "left") });
  }

  async voteWithKey(choice: keyof typeof VOTE_KEYS): Promise<this> {
    await this.page.keyboard.press(VOTE_KEYS[choice]);
    return this;
  }

  /** Says after a vote which side was which. */
  get revealed(): Locator {
    return this.main.getByText(pattern("comparisons.duel.revealed", "a", "b"));
  }

  async takeVoteBack(): Promise<this> {
    await this.button("comparisons.duel.undo").click();
    return this;
  }

  get winRate(): Locator {
    return this.main.getByRole("heading", { name: t("comparisons.winRate.name") });
  }
}

import { expect, test } from "vitest";
import { renderGuideline, type WrittenRule } from "./render-guideline.ts";

const rule: WrittenRule = {
  body: "A lost\ncard is *not* a stolen one.",
  labels: ["lost_card", "stolen"],
  changedAtMs: Date.UTC(2026, 10, 12, 23, 59),
};

test.each<[name: string, guideline: string, rules: WrittenRule[], text: string]>([
  ["none, to the letter", "# Rules \n\n", [], "# Rules \n\n"],
  [
    "below the guideline",
    "# Rules\n\n",
    [rule],
    "# Rules\n\n## Rulings\n\n- 2026-11-12: **lost\\_card, stolen**: A lost card is \\*not\\* a stolen one.\n",
  ],
  [
    "without a guideline",
    " ",
    [{ ...rule, body: "Short.", labels: [] }],
    "## Rulings\n\n- 2026-11-12: Short.\n",
  ],
])("rules %s", (_name, guideline, rules, text) => {
  expect(renderGuideline(guideline, rules)).toBe(text);
});

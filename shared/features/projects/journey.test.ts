import { expect, test } from "vitest";
import { type JourneyFacts, planJourney } from "./journey.ts";

const fresh: JourneyFacts = {
  taskType: "classify",
  examples: 0,
  labelled: 0,
  unlabelled: 0,
  unreviewed: 0,
  disputed: 0,
  asked: 0,
  labels: 0,
  hasPrompt: false,
  checked: false,
  blockers: 0,
  warnings: 0,
  versions: 0,
  trained: 0,
  training: 0,
  comparisons: 0,
  votesLeft: 0,
  handoffs: 0,
  rarestLabel: null,
};
const brought = { ...fresh, examples: 100, unlabelled: 100, labels: 5 };
const labelled = { ...brought, labelled: 90, unlabelled: 10 };
const checked = { ...labelled, checked: true, hasPrompt: true };
const trained = { ...checked, versions: 1, trained: 1 };
const compared = { ...trained, comparisons: 1 };
const handedOver = { ...compared, handoffs: 1 };

test.each<[string, JourneyFacts, string, string]>([
  ["nothing there", fresh, "bring", "bringFirstFile"],
  ["one label is no choice", { ...brought, labels: 1 }, "define", "addLabels"],
  ["one label can be marked", { ...brought, taskType: "extract", labels: 1 }, "label", "labelMore"],
  ["nothing answered", brought, "label", "labelMore"],
  [
    "a rare label",
    { ...brought, labelled: 20, rarestLabel: { name: "refund", examples: 3 } },
    "label",
    "labelRareLabel",
  ],
  ["asked beside somebody else", { ...labelled, asked: 3 }, "label", "giveSecondOpinion"],
  ["people differ", { ...labelled, unlabelled: 0, disputed: 2 }, "label", "decideDisputes"],
  ["the rest is with colleagues", { ...brought, labelled: 40, unlabelled: 0 }, "check", "runCheck"],
  ["not checked since the last change", labelled, "check", "runCheck"],
  ["something stands in the way", { ...checked, blockers: 2 }, "check", "fixFindings"],
  [
    "a writer without instructions",
    { ...checked, taskType: "write", hasPrompt: false },
    "define",
    "writeSystemPrompt",
  ],
  ["ready", checked, "train", "freezeAndTrain"],
  ["frozen, not trained", { ...checked, versions: 1 }, "train", "trainOnVersion"],
  ["under way", { ...checked, training: 1 }, "train", "watchTraining"],
  ["trained", trained, "compare", "compareModels"],
  [
    "trained, and something changed since",
    { ...trained, checked: false },
    "compare",
    "compareModels",
  ],
  ["duels wait", { ...compared, votesLeft: 7 }, "compare", "voteMore"],
  ["compared", compared, "handOver", "handOver"],
  ["handed over, some left", handedOver, "label", "labelMore"],
  [
    "answers nobody has looked at",
    { ...handedOver, unlabelled: 0, unreviewed: 4 },
    "label",
    "reviewImported",
  ],
  ["all done", { ...handedOver, unlabelled: 0 }, "handOver", "allDone"],
])("%s", (_name, facts, step, advice) => {
  expect(planJourney(facts).coach).toMatchObject({ step, advice });
});

test("each step says what is left, in its own unit", () => {
  const left = (facts: JourneyFacts) =>
    Object.fromEntries(
      planJourney(facts).steps.map((step) => [step.step, [step.state, step.left]]),
    );
  expect(left(fresh)).toMatchObject({
    bring: ["todo", 0],
    define: ["todo", 2],
    label: ["todo", 0],
  });
  expect(left({ ...checked, warnings: 3 })).toMatchObject({
    bring: ["done", 0],
    define: ["done", 0],
    label: ["underway", 10],
    check: ["done", 3],
    train: ["todo", 0],
  });
  expect(left({ ...compared, votesLeft: 7 })).toMatchObject({ compare: ["underway", 7] });
  expect(left(handedOver)).toMatchObject({ handOver: ["done", 0] });
});

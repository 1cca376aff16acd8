import type { Coach, Journey, JourneyStep } from "./contract.ts";
import { LABELLED_TASK_TYPES, type TaskType } from "./task-type.ts";

/** What the journey is judged by; every number is a count. */
export interface JourneyFacts {
  taskType: TaskType;
  examples: number;
  labelled: number;
  unlabelled: number;
  unreviewed: number;
  /** Answered differently by different people. */
  disputed: number;
  /** Asked of this person beside somebody else. */
  asked: number;
  labels: number;
  hasPrompt: boolean;
  checked: boolean;
  blockers: number;
  warnings: number;
  versions: number;
  trained: number;
  training: number;
  comparisons: number;
  votesLeft: number;
  handoffs: number;
  rarestLabel: { name: string; examples: number } | null;
}

/** Below this a label is too rare to be learned or judged. */
export const FEW_PER_LABEL = 10;
/** Share of examples answered at which labelling more stops being the best next step. */
const ENOUGH_LABELLED = 0.8;

/** A choice needs two; a text may be marked, or tagged, with a single one. */
const labelsNeeded = (taskType: TaskType): number =>
  LABELLED_TASK_TYPES.includes(taskType) ? (taskType === "classify" ? 2 : 1) : 0;
const lacksLabels = (f: JourneyFacts) => f.labels < labelsNeeded(f.taskType);

const leftToLabel = (f: JourneyFacts) => f.unlabelled + f.asked + f.disputed;

function steps(f: JourneyFacts): JourneyStep[] {
  const state = (done: boolean, underway: boolean): JourneyStep["state"] =>
    done ? "done" : underway ? "underway" : "todo";
  const defined = f.hasPrompt && !lacksLabels(f);
  return [
    { step: "bring", state: state(f.examples > 0, false), left: 0 },
    {
      step: "define",
      state: state(defined, f.hasPrompt || f.labels > 0),
      left: Number(!f.hasPrompt) + Number(lacksLabels(f)),
    },
    {
      step: "label",
      state: state(f.examples > 0 && leftToLabel(f) === 0, f.labelled > 0),
      left: leftToLabel(f),
    },
    {
      step: "check",
      state: state(f.checked && f.blockers === 0, f.checked),
      left: f.checked ? f.blockers + f.warnings : 0,
    },
    {
      step: "train",
      state: state(f.trained > 0, f.training > 0 || f.versions > 0),
      left: f.training,
    },
    {
      step: "compare",
      state: state(f.comparisons > 0 && f.votesLeft === 0, f.comparisons > 0),
      left: f.votesLeft,
    },
    { step: "handOver", state: state(f.handoffs > 0, false), left: 0 },
  ];
}

function coach(f: JourneyFacts): Coach {
  const say = (step: Coach["step"], advice: Coach["advice"], params: Coach["params"] = {}) => ({
    step,
    advice,
    params,
  });
  if (f.examples === 0) return say("bring", "bringFirstFile");
  if (lacksLabels(f)) return say("define", "addLabels");
  if (f.unlabelled > 0 && f.labelled < f.examples * ENOUGH_LABELLED && f.trained === 0) {
    const rare = f.rarestLabel;
    if (f.labelled > 0 && rare && rare.examples < FEW_PER_LABEL)
      return say("label", "labelRareLabel", {
        label: rare.name,
        needed: FEW_PER_LABEL - rare.examples,
      });
    return say("label", "labelMore", { left: f.unlabelled });
  }
  if (f.asked > 0) return say("label", "giveSecondOpinion", { left: f.asked });
  if (f.disputed > 0) return say("label", "decideDisputes", { left: f.disputed });
  if (!f.checked && f.trained === 0) return say("check", "runCheck");
  if (f.blockers > 0 && f.trained === 0)
    return say("check", "fixFindings", { findings: f.blockers });
  if (!f.hasPrompt && labelsNeeded(f.taskType) === 0) return say("define", "writeSystemPrompt");
  if (f.training > 0) return say("train", "watchTraining");
  if (f.trained === 0) return say("train", f.versions > 0 ? "trainOnVersion" : "freezeAndTrain");
  if (f.comparisons === 0) return say("compare", "compareModels");
  if (f.votesLeft > 0) return say("compare", "voteMore", { left: f.votesLeft });
  if (f.handoffs === 0) return say("handOver", "handOver");
  if (f.unlabelled > 0) return say("label", "labelMore", { left: f.unlabelled });
  if (f.unreviewed > 0) return say("label", "reviewImported", { left: f.unreviewed });
  return say("handOver", "allDone");
}

/** What each step still asks for, and the one thing that would help most now. */
export const planJourney = (facts: JourneyFacts): Journey => ({
  steps: steps(facts),
  coach: coach(facts),
  disputed: facts.disputed,
});

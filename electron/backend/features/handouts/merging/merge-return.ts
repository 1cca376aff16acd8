import { createHash } from "node:crypto";
import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import { validateAnswer } from "#shared/features/annotations/validate-answer.ts";
import type { Manifest, ReturnRows, Statement } from "#shared/features/handouts/bundle.ts";
import type { LabelChoice, LeftReason, MergeCounts } from "#shared/features/handouts/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { canonicalJson } from "#shared/features/versions/canonical-form.ts";
import type { Db } from "../../../db/open.ts";
import type { ExpertService } from "../../experts/service.ts";
import { textHash } from "../text-hash.ts";
import { planLabels } from "./label-plan.ts";
import { mergedBundleQueries, type MergedExample, mergingQueries } from "./queries.ts";
import { createStatements, type Stated } from "./statements.ts";

export interface ReturnBundle {
  manifest: Manifest;
  rows: ReturnRows;
}

interface MergeDeps {
  experts: ExpertService;
  taskType: () => TaskType;
}

interface Merging {
  bundle: ReturnBundle;
  /** Who sent it, and who sits here. */
  sender: number;
  me: number;
  labels: readonly LabelChoice[];
}

interface Taken extends Stated {
  example: MergedExample;
  value: AnswerValue | null;
}

const noCounts = (): MergeCounts => ({
  added: 0,
  agreed: 0,
  disputed: 0,
  known: 0,
  skipped: 0,
  open: 0,
  flagged: 0,
  left: [],
  rules: [],
});

/**
 * Takes over what a colleague says. The newest statement of each person on each example is kept, and what is
 * in force follows from those alone: bundles may come in any order, any number of times. Call it within a
 * recorded step, or in a transaction that is rolled back, to see what it would do.
 */
export function createMerger(db: Db, { experts, taskType }: MergeDeps) {
  const queries = mergingQueries(db);
  const bundles = mergedBundleQueries(db);
  const statements = createStatements(db, experts);

  function take(
    statement: Statement,
    plan: ReturnType<typeof planLabels>,
    merging: Merging & { taskType: TaskType },
  ): Taken | { left: LeftReason } {
    const example = queries.findExample(statement.exampleId);
    if (!example) return { left: "gone" };
    if (example.putAway) return { left: "putAway" };
    if (textHash(example) !== statement.textHash) return { left: "changed" };
    const value = statement.value && plan.translate(statement.value);
    if (statement.value && !value) return { left: "label" };
    if (value && !fits(value, example, { ...plan, taskType: merging.taskType }))
      return { left: "unfit" };
    const { bundle, sender, me } = merging;
    const { sequence } = bundle.manifest;
    const said = { statement, value, example, sender, sequence };
    return { example, value, ...statements.state(said, me) };
  }

  /** Which count a statement belongs to, once it is settled. */
  function settleAs(statement: Statement, taken: Taken, me: number) {
    const isDisputed = statements.settle(taken.example.key, taken, me);
    if (!taken.value) return statement.state === "skipped" ? "skipped" : "open";
    if (taken.became === "old") return "known";
    if (isDisputed) return "disputed";
    return taken.othersAnswered ? "agreed" : "added";
  }

  return function merge(given: Merging): MergeCounts {
    // Asked once: finding it out counts labels.
    const merging = { ...given, taskType: taskType() };
    const { bundle, sender } = merging;
    const { bundleId, sequence } = bundle.manifest;
    const isAgain = bundles.isMerged(bundleId);
    const plan = planLabels(db, bundle.rows, merging.labels);
    const counts = { ...noCounts(), rules: rulesOf(bundle) };
    let news = 0;
    for (const statement of bundle.rows.answers) {
      const taken = take(statement, plan, merging);
      if ("left" in taken) {
        const { exampleId, value } = statement;
        // What was not done yet is no loss.
        if (statement.state !== "open") counts.left.push({ exampleId, value, reason: taken.left });
        continue;
      }
      if (taken.became !== "old") news += 1;
      if (statement.flagged && !taken.example.flagged && !isAgain) {
        queries.flag(taken.example.key);
        counts.flagged += 1;
      }
      counts[settleAs(statement, taken, merging.me)] += 1;
    }
    const sha256 = createHash("sha256").update(canonicalJson(bundle.manifest)).digest("hex");
    if (!isAgain || news > 0) {
      const saved = { bundleId, annotatorKey: sender, sha256, sequence, atMs: Date.now() };
      bundles.save({ ...saved, counts: withoutContent(counts) });
    }
    return counts;
  };
}

const rulesOf = ({ rows }: ReturnBundle): MergeCounts["rules"] =>
  rows.rules.map(({ ruleId, body, exampleId, labelIds }) => ({
    ruleId,
    body,
    exampleId,
    labelIds,
  }));

/** What is kept for the list holds no answers: an example that is deleted for ever must leave none behind. */
const withoutContent = (counts: MergeCounts): MergeCounts => ({
  ...counts,
  left: counts.left.map((each) => ({ ...each, value: null })),
});

const fits = (
  value: AnswerValue,
  { input, payload }: MergedExample,
  task: { taskType: TaskType; labelIds: ReadonlySet<string> },
): boolean =>
  validateAnswer(value, {
    taskType: task.taskType,
    labelIds: task.labelIds,
    input,
    payload,
  }) === null;

import type { Comparison, ComparisonItem } from "#shared/features/comparisons/contract.ts";
import { type AnsweredPair, NO_LABEL } from "#shared/features/comparisons/score-answers.ts";
import type { Side, Vote } from "#shared/features/comparisons/score-votes.ts";
import type { JobState } from "#shared/features/jobs/contract.ts";
import type { ProviderId } from "#shared/features/providers/contract.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Db } from "../../db/open.ts";
import type { FrozenCompletion } from "./completion.ts";

export interface TrainedModel {
  jobKey: number;
  state: JobState;
  versionId: string;
  taskType: TaskType;
  baseModel: string;
  tunedModel: string | null;
}
interface ComparisonRow {
  comparisonId: string;
  jobId: string;
  trainingJobId: string;
  versionId: string;
  versionNumber: number;
  taskType: TaskType;
  providerId: ProviderId;
  baseModel: string;
  tunedModel: string;
  isBaseline: 0 | 1;
  state: JobState;
  unscored: number;
  createdAtMs: number;
  result: string | null;
}
export type ComparisonResult = NonNullable<Comparison["result"]>;
export interface OpenComparison extends Omit<ComparisonRow, "result"> {
  result: Comparison["result"];
}
interface ItemRow {
  itemId: string;
  input: string;
  expected: string;
  base: string | null;
  tuned: string | null;
  vote: Vote | null;
}
export interface DuelRow {
  itemId: string;
  input: string;
  base: string;
  tuned: string;
  sideA: Side;
  vote: Vote | null;
}
type ItemFilter = "all" | "tunedWrong" | "onlyBaseRight" | "onlyTunedRight" | "voted";

/** Which items of a comparison to list. */
export interface ItemPage {
  comparisonId: string;
  show: ItemFilter;
  confusion?: { expected: string; got: string } | undefined;
  offset: number;
  limit: number;
}

const parse = (json: string | null): FrozenCompletion | null =>
  json === null ? null : (JSON.parse(json) as FrozenCompletion);

/** Both answers are in and both can be judged. */
const SCORABLE = `i.base_output is not null and i.tuned_output is not null
  and i.base_output ->> 'problem' is null and i.tuned_output ->> 'problem' is null`;
const BASE_RIGHT = "i.base_output ->> 'label' is i.expected";
const TUNED_RIGHT = "i.tuned_output ->> 'label' is i.expected";
const SHOWN: Record<ItemFilter, string> = {
  all: "true",
  tunedWrong: `${SCORABLE} and not (${TUNED_RIGHT})`,
  onlyBaseRight: `${SCORABLE} and ${BASE_RIGHT} and not (${TUNED_RIGHT})`,
  onlyTunedRight: `${SCORABLE} and ${TUNED_RIGHT} and not (${BASE_RIGHT})`,
  voted: "i.vote is not null",
};

const COMPARISON = `
  select c.public_id as comparisonId, j.public_id as jobId, t.public_id as trainingJobId,
    v.public_id as versionId, v.number as versionNumber, v.task_type as taskType,
    r.provider_id as providerId, c.base_model as baseModel, c.tuned_model as tunedModel,
    c.base_is_untrained_baseline as isBaseline, j.state, c.created_at_ms as createdAtMs, c.result,
    (select count(*) from comparison_item i where i.comparison_id = c.id
      and (i.base_output ->> 'problem' is not null or i.tuned_output ->> 'problem' is not null))
      as unscored
  from comparison c join job j on j.id = c.job_id join job t on t.id = c.training_job_id
    join training_run r on r.job_id = t.id join dataset_version v on v.id = r.version_id`;

const open = (row: ComparisonRow): OpenComparison => ({
  ...row,
  result: row.result === null ? null : (JSON.parse(row.result) as Comparison["result"]),
});

/** The comparison itself. */
function comparisonRowQueries(db: Db) {
  const findTrained = db.prepare<[string], TrainedModel>(
    `select j.id as jobKey, j.state, v.public_id as versionId, v.task_type as taskType,
       r.base_model as baseModel, r.tuned_model as tunedModel
     from training_run r join job j on j.id = r.job_id join dataset_version v on v.id = r.version_id
     where j.public_id = ?`,
  );
  const insert = db.prepare(
    `insert into comparison (public_id, job_id, training_job_id, base_model, tuned_model, created_at_ms)
     values (@comparisonId, @jobKey, @trainingJobKey, @baseModel, @tunedModel, @createdAtMs)`,
  );
  const saveModels = db.prepare(
    `update comparison set base_model = @baseModel, tuned_model = @tunedModel,
       base_is_untrained_baseline = @isBaseline where public_id = @comparisonId`,
  );
  const saveResult = db.prepare("update comparison set result = ? where public_id = ?");
  const list = db.prepare<[], ComparisonRow>(`${COMPARISON} order by c.id desc`);
  const find = db.prepare<[string], ComparisonRow>(`${COMPARISON} where c.public_id = ?`);
  const findLatest = db.prepare<[string], ComparisonRow>(
    `${COMPARISON} where t.public_id = ? order by c.id desc limit 1`,
  );
  const maybe = (row: ComparisonRow | undefined) => row && open(row);
  return {
    findTrained: (trainingJobId: string) => findTrained.get(trainingJobId),
    insert: (comparison: {
      comparisonId: string;
      jobKey: number;
      trainingJobKey: number;
      baseModel: string;
      tunedModel: string;
      createdAtMs: number;
    }) => insert.run(comparison).lastInsertRowid as number,
    saveModels: (models: {
      comparisonId: string;
      baseModel: string;
      tunedModel: string;
      isBaseline: boolean;
    }) => void saveModels.run({ ...models, isBaseline: Number(models.isBaseline) }),
    saveResult: (comparisonId: string, result: ComparisonResult) =>
      void saveResult.run(JSON.stringify(result), comparisonId),
    list: () => list.all().map(open),
    find: (comparisonId: string) => maybe(find.get(comparisonId)),
    findLatestOf: (trainingJobId: string) => maybe(findLatest.get(trainingJobId)),
  };
}

/** Its items: one per test example, in the version's order. */
function itemQueries(db: Db) {
  const ITEMS = "comparison_item i join comparison c on c.id = i.comparison_id";
  const insert = db.prepare(
    `insert into comparison_item (public_id, comparison_id, position, input, expected, side_a)
     values (@itemId, @comparisonKey, @position, @input, @expected, @sideA)`,
  );
  const missing = (side: Side) =>
    db
      .prepare<[string], number>(
        `select i.position from ${ITEMS} where c.public_id = ? and i.${side}_output is null
         order by i.position`,
      )
      .pluck();
  const listMissing = { base: missing("base"), tuned: missing("tuned") };
  const save = (side: Side) =>
    db.prepare(
      `update comparison_item set ${side}_output = @output where position = @position
         and comparison_id = (select id from comparison where public_id = @comparisonId)`,
    );
  const saveOutput = { base: save("base"), tuned: save("tuned") };
  const listPairs = db.prepare<[string], AnsweredPair>(
    `select i.expected, i.base_output ->> 'label' as base, i.tuned_output ->> 'label' as tuned
     from ${ITEMS} where c.public_id = ? and ${SCORABLE} order by i.position`,
  );

  return {
    insertItem: (item: {
      itemId: string;
      comparisonKey: number;
      position: number;
      input: string;
      expected: string;
      sideA: Side;
    }) => void insert.run(item),
    listMissing: (comparisonId: string, side: Side) => listMissing[side].all(comparisonId),
    saveOutput: (comparisonId: string, position: number, side: Side, output: FrozenCompletion) =>
      void saveOutput[side].run({ comparisonId, position, output: JSON.stringify(output) }),
    listPairs: (comparisonId: string) => listPairs.all(comparisonId),
    listItems(input: ItemPage) {
      const { expected, got } = input.confusion ?? {};
      const where = `from ${ITEMS} where c.public_id = @comparisonId and ${SHOWN[input.show]} ${
        input.confusion
          ? `and ${SCORABLE} and i.expected = @expected
             and coalesce(i.tuned_output ->> 'label', '${NO_LABEL}') = @got`
          : ""
      }`;
      const values = {
        comparisonId: input.comparisonId,
        ...(input.confusion ? { expected, got } : {}),
      };
      const total = db.prepare(`select count(*) ${where}`).pluck().get(values) as number;
      const rows = db
        .prepare<[object], ItemRow>(
          `select i.public_id as itemId, i.input, i.expected, i.base_output as base,
             i.tuned_output as tuned, i.vote ${where} order by i.position limit @limit offset @offset`,
        )
        .all({ ...values, limit: input.limit, offset: input.offset });
      return { total, rows };
    },
  };
}

/** Blind duels. Their order is drawn once: whoever stops early has voted on a fair sample of the file. */
function duelQueries(db: Db) {
  const DUEL = `select i.public_id as itemId, i.input, i.base_output ->> 'text' as base,
    i.tuned_output ->> 'text' as tuned, i.side_a as sideA, i.vote
    from comparison_item i join comparison c on c.id = i.comparison_id
    where c.public_id = ? and ${SCORABLE}`;
  // The last characters of a UUIDv7 are random, the first are the time.
  const next = db.prepare<[string], DuelRow>(
    `${DUEL} and i.vote is null order by substr(i.public_id, -12), i.public_id limit 1`,
  );
  const find = db.prepare<[string, string], DuelRow>(`${DUEL} and i.public_id = ?`);
  const latest = db.prepare<[string], DuelRow>(
    `${DUEL} and i.vote is not null order by i.voted_seq desc limit 1`,
  );
  const saveVote = db.prepare(
    `update comparison_item set vote = @vote, voted_seq = (select coalesce(max(o.voted_seq), 0) + 1
       from comparison_item o where o.comparison_id = comparison_item.comparison_id)
     where public_id = @itemId`,
  );
  const clearVote = db.prepare(
    "update comparison_item set vote = null, voted_seq = null where public_id = ?",
  );
  const countVotes = db.prepare<[string], { vote: Vote | "left"; votes: number }>(
    `select coalesce(i.vote, 'left') as vote, count(*) as votes
     from comparison_item i join comparison c on c.id = i.comparison_id
     where c.public_id = ? and ${SCORABLE} group by 1`,
  );
  return {
    nextDuel: (comparisonId: string) => next.get(comparisonId),
    findDuel: (comparisonId: string, itemId: string) => find.get(comparisonId, itemId),
    latestVoted: (comparisonId: string) => latest.get(comparisonId),
    saveVote: (itemId: string, vote: Vote) => void saveVote.run({ itemId, vote }),
    clearVote: (itemId: string) => void clearVote.run(itemId),
    countVotes(comparisonId: string): Record<Vote | "left", number> {
      const counts = { base: 0, tuned: 0, tie: 0, bothBad: 0, left: 0 };
      for (const { vote, votes } of countVotes.all(comparisonId)) counts[vote] = votes;
      return counts;
    },
  };
}

/** An item for the screens; answers of a duel that was not voted on stay hidden. */
export function toItem(row: ItemRow, taskType: TaskType): ComparisonItem {
  const base = parse(row.base);
  const tuned = parse(row.tuned);
  const isScorable = base?.problem === null && tuned?.problem === null;
  const hasLabels = taskType === "classify" || taskType === "tag";
  const isBlind = !hasLabels && isScorable && row.vote === null;
  const right = (side: FrozenCompletion | null) =>
    hasLabels && isScorable ? side?.label === row.expected : null;
  return {
    itemId: row.itemId,
    input: row.input,
    expected: row.expected,
    base: isBlind ? "" : (base?.text ?? ""),
    tuned: isBlind ? "" : (tuned?.text ?? ""),
    vote: row.vote,
    baseRight: right(base),
    tunedRight: right(tuned),
  };
}

export const comparisonQueries = (db: Db) => ({
  ...comparisonRowQueries(db),
  ...itemQueries(db),
  ...duelQueries(db),
});
export type ComparisonQueries = ReturnType<typeof comparisonQueries>;

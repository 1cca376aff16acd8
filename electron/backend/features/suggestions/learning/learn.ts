import { validateAnswer } from "#shared/features/annotations/validate-answer.ts";
import type { TaskType } from "#shared/features/projects/task-type.ts";
import { learnClassify } from "./classify.ts";
import { learnExtract } from "./extract.ts";
import { type Learn, NO_PROPOSAL, type PoolRow, type Propose, type Proposal } from "./proposal.ts";
import { learnRank } from "./rank.ts";
import { learnChat, learnWrite } from "./retrieval.ts";
import { learnTag } from "./tag.ts";

const LEARN: Record<TaskType, Learn> = {
  classify: learnClassify,
  tag: learnTag,
  write: learnWrite,
  chat: learnChat,
  extract: learnExtract,
  rank: learnRank,
};

export const learnerOf = (taskType: TaskType): Learn => LEARN[taskType];

/** What the model says, as long as the task can carry it: texts can never bring labels in that do not exist. */
export function proposeSafely(
  propose: Propose,
  row: PoolRow,
  task: { taskType: TaskType; labelIds: ReadonlySet<string> },
): Proposal {
  const proposal = propose(row);
  if (proposal.value === null) return proposal;
  const problem = validateAnswer(proposal.value, {
    ...task,
    input: row.input,
    payload: row.payload,
  });
  return problem === null ? proposal : { ...NO_PROPOSAL, uncertainty: proposal.uncertainty };
}

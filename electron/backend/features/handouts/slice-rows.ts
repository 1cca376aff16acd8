import type { AnswerValue } from "#shared/features/annotations/answer-value.ts";
import type { Definition } from "#shared/features/definitions/contract.ts";
import type { SliceRows } from "#shared/features/handouts/bundle.ts";
import type { ProjectInfo } from "#shared/features/projects/contract.ts";
import type { Db } from "../../db/open.ts";
import { choosingQueries } from "./queries.ts";
import { statementQueries } from "./slice-queries.ts";

interface About {
  projectInfo: () => ProjectInfo;
  definition: () => Definition;
}

/** What goes into a slice. Answers of examples that both answer stay here, or the second would be worth nothing. */
export function createSliceRows(db: Db, { projectInfo, definition }: About) {
  const choosing = choosingQueries(db);
  const statements = statementQueries(db);
  return function sliceRows(
    { exclusive, overlap }: { exclusive: number[]; overlap: number[] },
    withAnswers: boolean,
  ): SliceRows {
    const { taskType, systemPrompt, guideline, labels } = definition();
    const { description, licence, attribution } = projectInfo();
    const hidden = new Set(overlap);
    const rows = choosing.listRows([...exclusive, ...overlap]);
    return {
      definition: [
        { taskType, description, licence, attribution, systemPrompt, guideline: guideline.body },
      ],
      labels: labels.map(({ labelId, name, description: about, colour, key }) => ({
        labelId,
        name,
        description: about,
        colour,
        key,
      })),
      examples: rows.map(({ example }) => example),
      answers: rows.flatMap(({ key, value, answeredAtMs, example: { exampleId } }) =>
        withAnswers && value !== null && !hidden.has(key)
          ? { exampleId, value: JSON.parse(value) as AnswerValue, atMs: answeredAtMs ?? 0 }
          : [],
      ),
      rules: statements.listRules(null),
    };
  };
}

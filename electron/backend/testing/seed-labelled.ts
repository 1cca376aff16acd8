import type { TaskType } from "#shared/features/projects/task-type.ts";
import type { Split } from "#shared/features/versions/split.ts";
import type { Db } from "../db/open.ts";
import { newId } from "../ids.ts";
import { openSeededProject } from "./open-seeded-project.ts";

/** An answered example in one line: `answer` is a label's name, or the response; none leaves it open. */
export interface LabelledSeed {
  input: string;
  answer?: string;
  split?: Split;
  group?: string;
}

/** A project whose examples are answered, without going through import and labelling. */
export async function openLabelledProject(
  taskType: Extract<TaskType, "classify" | "write">,
  seeds: readonly LabelledSeed[],
) {
  const names = [...new Set(seeds.flatMap(({ answer }) => answer ?? []))].toSorted();
  const labels = taskType === "classify" ? names : [];
  return openSeededProject(taskType, labels, (labelIds) =>
    seeds.map(({ answer, ...seed }) => {
      if (answer === undefined) return seed;
      const labelId = labelIds[labels.indexOf(answer)] ?? "";
      return {
        ...seed,
        answer:
          taskType === "classify"
            ? { kind: "classify" as const, labelId }
            : { kind: "write" as const, response: answer },
      };
    }),
  );
}

/** A training that is over, as the training service would leave it behind; returns its job id. */
export function seedTraining(db: Db, versionId: string, state: "done" | "failed" = "done"): string {
  const jobId = newId();
  const { lastInsertRowid } = db
    .prepare(
      `insert into job (public_id, kind, state, progress, subject_id, created_at_ms)
       values (@jobId, 'training', @state, '{"phase":"training","done":1}', @jobId, 0)`,
    )
    .run({ jobId, state });
  db.prepare(
    `insert into training_run (job_id, version_id, provider_id, base_model, hyperparameters, client_id, tuned_model)
     select ?, id, 'instant', 'base-1', '{}', ?, 'tuned-1' from dataset_version where public_id = ?`,
  ).run(lastInsertRowid, newId(), versionId);
  return jobId;
}

import { AppError } from "#shared/errors/app-error.ts";
import type { Progress } from "#shared/features/jobs/contract.ts";
import { serveWorker, type WorkerSide } from "../../jobs/worker-side.ts";
import { buildBm25Index } from "./bm25.ts";
import { encodeLinearModel, encodeRetrievalModel, encodeTagModel } from "./instant-models.ts";
import type { InstantTask, InstantTrained } from "./instant-task.ts";
import { trainLinear, type TrainingWatch } from "./train-linear.ts";
import { trainTags } from "./train-tags.ts";

/** More often would only slow the training down: nobody sees it. */
const REPORT_EVERY_MS = 50;

async function trainInstant(
  task: InstantTask,
  side: WorkerSide<Progress>,
): Promise<InstantTrained> {
  if (task.kind === "retrieval") {
    const index = buildBm25Index(task.inputs, () => {
      if (side.isStopped()) throw new AppError("cancelled");
    });
    return { file: encodeRetrievalModel({ index, responses: task.responses }), linear: null };
  }
  let reportedMs = performance.now();
  const watch: TrainingWatch = {
    isStopped: () => side.isStopped(),
    async onProgress(done, total) {
      if (done < total && performance.now() - reportedMs < REPORT_EVERY_MS) return;
      reportedMs = performance.now();
      await side.send({ phase: "training", done, total });
    },
  };
  if (task.kind === "tags") {
    const { model, facts } = await trainTags(task, watch);
    return { file: encodeTagModel(model), linear: facts };
  }
  const { model, facts } = await trainLinear(task, watch);
  return { file: encodeLinearModel(model), linear: facts };
}

await serveWorker(trainInstant);

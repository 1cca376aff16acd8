import { createHash } from "node:crypto";
import { AppError } from "#shared/errors/app-error.ts";
import type { Progress } from "#shared/features/jobs/contract.ts";
import type { TrainingEvent } from "#shared/features/training/contract.ts";
import type { FrozenExample } from "#shared/features/versions/frozen-example.ts";
import { type MessageKey, type MessageParams, translate } from "#shared/messages/translate.ts";
import { newId } from "../../ids.ts";
import { runWorker } from "../../jobs/worker-task.ts";
import type { FrozenDataset, TrainingContext, TrainingOutcome } from "../provider.ts";
import { CAPABILITIES } from "./capabilities.ts";
import type { InstantTask, InstantTrained } from "./instant-task.ts";
import { makeInstantTask } from "./make-task.ts";

function makeEvent(
  level: TrainingEvent["level"],
  key: MessageKey,
  params: MessageParams,
): TrainingEvent {
  return { eventId: newId(), atMs: Date.now(), level, message: translate(key, params) };
}

function checkTrainable(dataset: FrozenDataset, rows: FrozenExample[]) {
  if (!CAPABILITIES.taskTypes.includes(dataset.version.taskType)) {
    throw new AppError("taskTypeNotSupported");
  }
  const minimum = CAPABILITIES.minimumTrainRows;
  if (rows.length < minimum) {
    throw new AppError("tooFewTrainRows", { rows: rows.length, minimum });
  }
}

/** Trains off the main thread; the model is named after its content. */
export async function trainInstant(context: TrainingContext): Promise<TrainingOutcome> {
  const { dataset, signal } = context;
  context.report({ phase: "preparing", done: 0 });
  const rows = dataset.rows("train");
  checkTrainable(dataset, rows);
  const task = makeInstantTask(dataset.version, rows, dataset.rows("validation"));
  const used = countRows(task);
  if (used < rows.length) {
    const limit = { rows: rows.length, used };
    context.addEvents([makeEvent("warn", "providers.instant.rowsLimited", limit)]);
  }
  context.report({ phase: "training", done: 0 });
  const startMs = performance.now();
  const trained = await runWorker<InstantTask, Progress, InstantTrained>("train-instant", {
    input: task,
    signal,
    onMessage: (progress) => context.report(progress),
  });
  context.report({ phase: "finishing", done: 0 });
  const seconds = (performance.now() - startMs) / 1000;
  context.addEvents(describe(task, trained, seconds));
  const artefact = Buffer.from(trained.file);
  const hash = createHash("sha256").update(artefact).digest("hex").slice(0, 8);
  return { tunedModel: `instant-${task.kind}-${hash}`, artefact };
}

function countRows(task: InstantTask): number {
  return task.kind === "retrieval" ? task.inputs.length : task.train.texts.length;
}

function describe(task: InstantTask, { linear }: InstantTrained, seconds: number): TrainingEvent[] {
  if (task.kind === "retrieval") {
    const params = { rows: countRows(task), seconds };
    return [makeEvent("info", "providers.instant.indexed", params)];
  }
  const params = { rows: countRows(task), labels: task.labels.length, seconds };
  const events = [
    makeEvent("info", "providers.instant.learned", { ...params, features: linear?.features }),
  ];
  if (linear && linear.trainAccuracy !== null) {
    const share = linear.trainAccuracy;
    events.push(makeEvent("info", "providers.instant.trainAccuracy", { share }));
  }
  if (linear && linear.validationAccuracy !== null) {
    const share = linear.validationAccuracy;
    events.push(makeEvent("info", "providers.instant.validationAccuracy", { share }));
  }
  return events;
}

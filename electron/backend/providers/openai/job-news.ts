import { createHash } from "node:crypto";
import type { Metric, TrainingEvent } from "#shared/features/training/contract.ts";
import type { TrainingContext } from "../provider.ts";
import { readPages } from "./pages.ts";
import { listCheckpoints, listEvents } from "./requests.ts";
import type { Service } from "./service.ts";
import { type Checkpoint, EventMetrics, type RemoteEvent } from "./wire.ts";

export interface StepProgress {
  done: number;
  total?: number;
}

/** Reads what is new about a job: messages, losses and how far it is. */
export function createNewsReader(service: Service, context: TrainingContext, jobId: string) {
  const knownEvents = new Set<string>();
  let progress: StepProgress = { done: 0 };

  async function readEvents() {
    const events = await readPages<RemoteEvent>(
      service,
      context.signal,
      listEvents(jobId),
      (page) => page.some((event) => knownEvents.has(eventId(event))),
    );
    // Newest first on the wire; kept in the order in which they happened.
    const fresh = events.filter((event) => !knownEvents.has(eventId(event))).toReversed();
    const metrics = fresh.map(toStep).filter((step) => step !== null);
    context.addEvents(fresh.filter((event) => toStep(event) === null).map(toEvent));
    context.addMetrics(metrics.map((step) => step.metric));
    for (const { metric, totalSteps } of metrics) {
      if (metric.step < progress.done) continue;
      progress = { done: metric.step, ...(totalSteps === null ? {} : { total: totalSteps }) };
    }
    for (const event of fresh) knownEvents.add(eventId(event));
  }

  async function readCheckpoints() {
    const pages = listCheckpoints(jobId);
    const checkpoints = await readPages<Checkpoint>(service, context.signal, pages, () => false);
    context.addMetrics(checkpoints.map(checkpointMetric).filter((metric) => metric !== null));
  }

  return {
    /** News is a bonus: a service without it, or a hiccup, never ends the watching. */
    async read(): Promise<StepProgress> {
      await readEvents().catch(() => undefined);
      await readCheckpoints().catch(() => undefined);
      return progress;
    },
  };
}

/** Some services give events no id; what they say and when stands in for it. */
const eventId = (event: RemoteEvent): string =>
  event.id ??
  createHash("sha256").update(`${event.created_at} ${event.message}`).digest("hex").slice(0, 32);

function toEvent(event: RemoteEvent): TrainingEvent {
  const level =
    event.level === "error" ? "error" : event.level.startsWith("warn") ? "warn" : "info";
  return {
    eventId: eventId(event),
    atMs: Math.round(event.created_at * 1000),
    level,
    message: event.message,
  };
}

/** A loss as far as it is one: some services write -1 where they have none. */
const loss = (value: number | null | undefined): number | null =>
  typeof value === "number" && value >= 0 ? value : null;

function toStep(event: RemoteEvent): { metric: Metric; totalSteps: number | null } | null {
  if (event.type !== "metrics") return null;
  const data = EventMetrics.safeParse(event.data);
  if (!data.success) return null;
  const { step, train_loss: train, valid_loss: valid, full_valid_loss: full } = data.data;
  const metric = { step, trainLoss: loss(train), validLoss: loss(valid) ?? loss(full) };
  return { metric, totalSteps: data.data.total_steps ?? null };
}

function checkpointMetric(checkpoint: Checkpoint): Metric | null {
  const step = checkpoint.step_number;
  const metrics = checkpoint.metrics;
  if (typeof step !== "number" || !Number.isInteger(step) || step < 0 || !metrics) return null;
  return {
    step,
    trainLoss: loss(metrics.train_loss),
    validLoss: loss(metrics.valid_loss) ?? loss(metrics.full_valid_loss),
  };
}

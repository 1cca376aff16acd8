import type { Behaviour } from "./behaviour.ts";
import { checkTrainingFile } from "./training-file-rules.ts";

export interface StoredFile {
  id: string;
  filename: string;
  purpose: string;
  content: Buffer;
}

export interface ServiceJob {
  id: string;
  object: "fine_tuning.job";
  created_at: number;
  finished_at: number | null;
  model: string;
  fine_tuned_model: string | null;
  organization_id: string;
  status: string;
  error: { code: string; message: string; param: string | null } | null;
  training_file: string;
  validation_file: string | null;
  result_files: string[];
  trained_tokens: number | null;
  hyperparameters: unknown;
  metadata: Record<string, string> | null;
}

export interface ServiceEvent {
  id: string;
  object: "fine_tuning.job.event";
  created_at: number;
  level: string;
  message: string;
  type: "message" | "metrics";
  data?: object;
}

interface Checkpoint {
  id: string;
  object: "fine_tuning.job.checkpoint";
  created_at: number;
  fine_tuning_job_id: string;
  step_number: number;
  fine_tuned_model_checkpoint: string;
  metrics: Record<string, number>;
}

const TERMINAL = new Set(["succeeded", "failed", "cancelled"]);
const nowS = () => Math.floor(Date.now() / 1000);

/** One job's life: each look at it moves it one stage on, so that a test decides the pace. */
export class JobLife {
  readonly job: ServiceJob;
  readonly events: ServiceEvent[] = [];
  readonly checkpoints: Checkpoint[] = [];
  deployment: { name: string; status: string } | null = null;
  readonly #files: Map<string, StoredFile>;
  readonly #behaviour: Behaviour;
  readonly #suffix: string;
  #step = 0;
  #looks = 0;

  constructor(
    job: Pick<
      ServiceJob,
      "id" | "model" | "training_file" | "validation_file" | "metadata" | "hyperparameters"
    >,
    suffix: string,
    files: Map<string, StoredFile>,
    behaviour: Behaviour,
  ) {
    this.#files = files;
    this.#behaviour = behaviour;
    this.#suffix = suffix;
    this.job = {
      ...job,
      object: "fine_tuning.job",
      created_at: nowS(),
      finished_at: null,
      fine_tuned_model: null,
      organization_id: "org-test",
      status: "validating_files",
      error: null,
      result_files: [],
      trained_tokens: null,
    };
    this.#say(`Created fine-tuning job: ${job.id}`);
    this.#say(`Validating training file: ${job.training_file}`);
  }

  /** What a look at the job shows, after it moved on by one stage. */
  look(): ServiceJob {
    this.#looks++;
    const { job } = this;
    if (job.status === "validating_files") this.#validate();
    else if (job.status === "queued" || job.status === this.#behaviour.extraStatus)
      this.#leaveQueue();
    else if (job.status === "running") this.#runStep();
    else if (job.status === "succeeded" && job.fine_tuned_model === null) this.#nameModel();
    return job;
  }

  cancel(): ServiceJob | null {
    if (TERMINAL.has(this.job.status)) return null;
    this.#finish("cancelled");
    this.#say("The job was cancelled");
    return this.job;
  }

  #validate() {
    if (this.#looks <= this.#behaviour.validatingLooks) return;
    for (const param of ["training_file", "validation_file"] as const) {
      const fileId = this.job[param];
      if (fileId === null) continue;
      const file = this.#files.get(fileId);
      const checked = file
        ? checkTrainingFile(file.content, param)
        : { error: { code: "file_not_found", message: `No file ${fileId}`, param } };
      if ("error" in checked) {
        this.job.error = checked.error;
        this.#say(checked.error.message, "error");
        this.#finish("failed");
        return;
      }
    }
    this.job.status = "queued";
    this.#say("Files validated, moving job to queued state");
  }

  #leaveQueue() {
    const { extraStatus, holdsExtraStatus } = this.#behaviour;
    if (this.job.status === extraStatus && holdsExtraStatus) return;
    const isFirst = this.job.status === "queued";
    this.job.status = isFirst && extraStatus !== null ? extraStatus : "running";
    if (this.job.status === "running") this.#say("Fine-tuning job started");
  }

  #runStep() {
    const { steps, endsAs } = this.#behaviour;
    const step = ++this.#step;
    const loss = Math.round(1000 / step) / 1000;
    const validLoss = this.job.validation_file === null ? {} : { valid_loss: loss + 0.1 };
    this.#say(`Step ${step}/${steps}: training loss=${loss}`, "info", {
      step,
      total_steps: steps,
      train_loss: loss,
      ...validLoss,
    });
    if (step < steps) return;
    if (endsAs === "failed") {
      this.job.error = {
        code: "server_error",
        message: "The model could not be trained.",
        param: null,
      };
      this.#say("The job failed", "error");
      this.#finish("failed");
    } else if (endsAs === "cancelled") {
      this.#finish("cancelled");
    } else {
      this.#succeed(step, loss);
    }
  }

  #succeed(step: number, loss: number) {
    this.checkpoints.unshift({
      id: `ftckpt_${this.job.id}`,
      object: "fine_tuning.job.checkpoint",
      created_at: nowS(),
      fine_tuning_job_id: this.job.id,
      step_number: step,
      fine_tuned_model_checkpoint: `${this.#modelName()}:ckpt-step-${step}`,
      metrics: { step, train_loss: loss, full_valid_loss: loss + 0.2 },
    });
    this.job.trained_tokens = 1234;
    this.#looks = 0;
    if (this.#behaviour.namelessLooks === 0) this.#nameModel();
    this.#finish("succeeded");
  }

  /** Loads the trained weights under a name, as services do whose jobs name no model. */
  deploy(name: string) {
    this.deployment = { name: `${this.job.model}-LoRa:${name}-ab12`, status: "validating" };
    return this.deployment;
  }

  lookAtDeployment() {
    const looks = this.#behaviour.deploymentLooks ?? 0;
    if (this.deployment && ++this.#looks > looks) this.deployment.status = "active";
    return this.deployment;
  }

  #nameModel() {
    if (this.#behaviour.deploymentLooks !== null) return;
    if (this.#looks < this.#behaviour.namelessLooks) return;
    this.job.fine_tuned_model = this.#modelName();
    this.#say(`New fine-tuned model created: ${this.job.fine_tuned_model}`);
    this.#say("The job has successfully completed");
  }

  #modelName() {
    return `ft:${this.job.model}:test:${this.#suffix}:${this.job.id.slice(-6)}`;
  }

  #finish(status: "succeeded" | "failed" | "cancelled") {
    this.job.status = status;
    this.job.finished_at = nowS();
  }

  #say(message: string, level = "info", metrics?: object) {
    this.events.unshift({
      id: `ftevent-${this.job.id}-${this.events.length}`,
      object: "fine_tuning.job.event",
      created_at: nowS(),
      level,
      message,
      type: metrics ? "metrics" : "message",
      ...(metrics ? { data: metrics } : {}),
    });
  }
}

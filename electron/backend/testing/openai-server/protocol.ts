import { baseAnswer, tunedAnswer } from "./answers.ts";
import type { Behaviour, RecordedRequest } from "./behaviour.ts";
import { JobLife, type StoredFile } from "./jobs.ts";
import { errorReply } from "./replies.ts";

export interface Reply {
  status: number;
  body: unknown;
}

interface Raw {
  body: Buffer;
  contentType: string;
}

export interface ServiceModel {
  id: string;
  shutdown_date?: string | null;
}

const JOB_KEYS = new Set([
  "model",
  "training_file",
  "validation_file",
  "suffix",
  "seed",
  "metadata",
  "integrations",
  "method",
  "hyperparameters",
]);
const MAX_FILE_BYTES = 512 * 1024 * 1024;
const ok = (body: unknown): Reply => ({ status: 200, body });
const textOf = (body: Record<string, unknown>, key: string) =>
  typeof body[key] === "string" ? body[key] : "";
const notFound = (what: string) => errorReply(404, `No such ${what}`, "not_found");

/** The protocol itself: files, jobs, events, checkpoints, models and chat, kept in memory. */
export class Protocol {
  readonly files = new Map<string, StoredFile>();
  readonly jobs: JobLife[] = [];
  readonly #models: ServiceModel[];
  readonly #behaviour: Behaviour;
  #made = 0;

  constructor(models: ServiceModel[], behaviour: Behaviour) {
    this.#models = models;
    this.#behaviour = behaviour;
  }

  async answer(request: RecordedRequest, raw: Raw): Promise<Reply> {
    const { method, path } = request;
    const body = (request.body ?? {}) as Record<string, unknown>;
    const [, root, second, id, part] = path.split("/").map(decodeURIComponent);
    if (method === "GET" && path === "/models") {
      const data = this.#models.map((each) => ({ ...each, object: "model" }));
      return ok({ object: "list", data });
    }
    if (method === "POST" && path === "/files") return this.#upload(raw);
    if (method === "DELETE" && root === "files" && second !== undefined) {
      return this.files.delete(second) ? ok({ id: second, deleted: true }) : notFound("file");
    }
    if (method === "POST" && path === "/chat/completions") return this.#chat(body);
    if (root === "v0" && second === "models") return this.#deployment(request, id);
    if (root !== "fine_tuning" || second !== "jobs") return notFound("route");
    if (id !== undefined) return this.#jobRequest(request, id, part);
    return method === "POST" ? this.#createJob(body) : this.#listJobs(request.query);
  }

  #newId(prefix: string) {
    return `${prefix}-${String(++this.#made).padStart(8, "0")}`;
  }

  async #upload(raw: Raw): Promise<Reply> {
    if (raw.body.length > MAX_FILE_BYTES) return errorReply(413, "The file is too large", null);
    const form = await new Response(new Uint8Array(raw.body), {
      headers: { "content-type": raw.contentType },
    }).formData();
    const file = form.get("file");
    const purpose = form.get("purpose");
    if (!(file instanceof File)) return errorReply(400, "'file' is required", null, "file");
    if (purpose !== "fine-tune") return errorReply(400, "Unknown purpose", null, "purpose");
    if (!file.name.endsWith(".jsonl")) {
      return errorReply(400, "Only .jsonl files are supported", "invalid_file_format", "file");
    }
    const content = Buffer.from(await file.arrayBuffer());
    const shown = { id: this.#newId("file"), filename: file.name, purpose };
    this.files.set(shown.id, { ...shown, content });
    return ok({ ...shown, object: "file", bytes: content.length, status: "processed" });
  }

  #createJob(body: Record<string, unknown>): Reply {
    const model = textOf(body, "model");
    const trainingFile = textOf(body, "training_file");
    const validationFile = textOf(body, "validation_file") || null;
    const unknownKey = Object.keys(body).find((key) => !JOB_KEYS.has(key));
    if (unknownKey !== undefined) {
      return errorReply(400, `Unknown parameter: '${unknownKey}'`, "unknown_parameter", unknownKey);
    }
    if (!this.#models.some((each) => each.id === model)) {
      return errorReply(404, `The model \`${model}\` does not exist`, "model_not_found", "model");
    }
    for (const fileId of [trainingFile, validationFile]) {
      if (fileId !== null && !this.files.has(fileId)) {
        return errorReply(400, `Invalid file: ${fileId}`, "invalid_file", "training_file");
      }
    }
    const suffix = textOf(body, "suffix");
    if (suffix.length > 64) return errorReply(400, "suffix is too long", null, "suffix");
    const metadata = (body["metadata"] as Record<string, string> | undefined) ?? null;
    const life = new JobLife(
      {
        id: this.#newId("ftjob"),
        model,
        training_file: trainingFile,
        validation_file: validationFile,
        metadata: this.#behaviour.metadata === "kept" ? metadata : null,
        hyperparameters: body["hyperparameters"] ?? {},
      },
      suffix,
      this.files,
      this.#behaviour,
    );
    this.jobs.push(life);
    return ok(life.job);
  }

  #listJobs(query: Record<string, string>): Reply {
    const clientId = query["metadata[client_id]"];
    const all = this.jobs.map((life) => life.job).toReversed();
    const isFiltered = clientId !== undefined && this.#behaviour.filtersByMetadata;
    const found = all.filter((job) => !isFiltered || job.metadata?.["client_id"] === clientId);
    return this.#page(found, query, 20);
  }

  #page<Item extends { id: string }>(items: Item[], query: Record<string, string>, size: number) {
    const limit = Math.min(Number(query["limit"] ?? size), this.#behaviour.maxPage);
    const start = items.findIndex((item) => item.id === query["after"]) + 1;
    const data = items.slice(start, start + limit);
    return ok({ object: "list", data, has_more: start + limit < items.length });
  }

  #jobRequest(request: RecordedRequest, id: string, part: string | undefined): Reply {
    const life = this.jobs.find((each) => each.job.id === id);
    if (!life) return notFound("fine-tuning job");
    if (part === undefined) return ok(life.look());
    if (part === "events") return this.#page(life.events, request.query, 20);
    if (part === "checkpoints") return this.#page(life.checkpoints, request.query, 10);
    if (part !== "cancel" || request.method !== "POST") return notFound("action");
    const job = life.cancel();
    return job ? ok(job) : errorReply(400, "The job has already ended", "invalid_request");
  }

  #deployment(request: RecordedRequest, name: string | undefined): Reply {
    if (request.method === "GET") {
      const life = this.jobs.find((each) => each.deployment?.name === name);
      return life ? ok(life.lookAtDeployment()) : notFound("model");
    }
    const body = request.body as Record<string, unknown>;
    const life = this.jobs.find((each) => {
      const sources = each.checkpoints.map((checkpoint) => `${each.job.id}:${checkpoint.id}`);
      return sources.includes(textOf(body, "source")) && each.job.model === body["base_model"];
    });
    return life ? ok(life.deploy(textOf(body, "name"))) : notFound("checkpoint");
  }

  #chat(body: Record<string, unknown>): Reply {
    const behaviour = this.#behaviour;
    const refused = behaviour.refusedParameters.find((name) => name in body);
    if (refused !== undefined) {
      const message = `Unsupported parameter: '${refused}' is not supported with this model.`;
      return errorReply(400, message, "unsupported_parameter", refused);
    }
    const model = textOf(body, "model");
    const messages = body["messages"] as { role: string; content: string }[];
    const life = this.jobs.find(
      (each) => (each.job.fine_tuned_model ?? each.deployment?.name) === model,
    );
    const isKnown = life !== undefined || this.#models.some((each) => each.id === model);
    const isMissed = life !== undefined && behaviour.freshModelMisses-- > 0;
    if (!isKnown || isMissed) {
      return errorReply(404, `The model \`${model}\` does not exist`, "model_not_found", "model");
    }
    const { finish_reason: reason = "stop", ...given } = behaviour.answer ?? {};
    const content = life ? tunedAnswer(life, this.files, messages) : baseAnswer(messages);
    const message = { role: "assistant", content, refusal: null, ...given };
    return ok({
      id: this.#newId("chatcmpl"),
      object: "chat.completion",
      created: Math.floor(Date.now() / 1000),
      model: behaviour.answersAs ?? model,
      choices: [{ index: 0, message, finish_reason: reason, logprobs: null }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    });
  }
}

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

const MAX_FILE_BYTES = 512 * 1024 * 1024;
const ok = (body: unknown): Reply => ({ status: 200, body });
const notFound = (what: string) => errorReply(404, `No such ${what}`, "not_found");

/** The protocol itself: files, jobs, events, checkpoints, models and chat, kept in memory. */
export function createProtocol(
  models: { id: string; shutdown_date?: string | null }[],
  behaviour: Behaviour,
) {
  const files = new Map<string, StoredFile>();
  const jobs: JobLife[] = [];
  let made = 0;
  const newId = (prefix: string) => `${prefix}-${String(++made).padStart(8, "0")}`;
  const findJob = (id: string | undefined) => jobs.find((life) => life.job.id === id);

  async function upload(raw: Raw): Promise<Reply> {
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
    const stored = { id: newId("file"), filename: file.name, purpose, content };
    files.set(stored.id, stored);
    const { content: _content, ...shown } = stored;
    return ok({ ...shown, object: "file", bytes: content.length, status: "processed" });
  }

  function createJob(body: Record<string, unknown>): Reply {
    const model = String(body["model"] ?? "");
    const trainingFile = String(body["training_file"] ?? "");
    const validationFile = (body["validation_file"] as string | undefined) ?? null;
    if (!models.some((each) => each.id === model)) {
      return errorReply(404, `The model \`${model}\` does not exist`, "model_not_found", "model");
    }
    for (const fileId of [trainingFile, validationFile]) {
      if (fileId !== null && !files.has(fileId)) {
        return errorReply(400, `Invalid file: ${fileId}`, "invalid_file", "training_file");
      }
    }
    const suffix = String(body["suffix"] ?? "");
    if (suffix.length > 64) return errorReply(400, "suffix is too long", null, "suffix");
    const metadata = (body["metadata"] as Record<string, string> | undefined) ?? null;
    const life = new JobLife(
      {
        id: newId("ftjob"),
        model,
        training_file: trainingFile,
        validation_file: validationFile,
        metadata: behaviour.metadata === "kept" ? metadata : null,
        hyperparameters: body["hyperparameters"] ?? {},
      },
      suffix,
      files,
      behaviour,
    );
    jobs.push(life);
    return ok(life.job);
  }

  function listJobs(query: Record<string, string>): Reply {
    const clientId = query["metadata[client_id]"];
    const all = jobs.map((life) => life.job).toReversed();
    const isFiltered = clientId !== undefined && behaviour.filtersByMetadata;
    const found = all.filter((job) => !isFiltered || job.metadata?.["client_id"] === clientId);
    return ok(page(found, query, 20));
  }

  function page<Item extends { id: string }>(
    items: Item[],
    query: Record<string, string>,
    pageSize: number,
  ) {
    const limit = Math.min(Number(query["limit"] ?? pageSize), behaviour.maxPage);
    const start = items.findIndex((item) => item.id === query["after"]) + 1;
    const data = items.slice(start, start + limit);
    return { object: "list", data, has_more: start + limit < items.length };
  }

  function jobRequest(request: RecordedRequest, id: string | undefined, part: string | undefined) {
    const life = findJob(id);
    if (!life) return notFound("fine-tuning job");
    if (part === undefined) return ok(life.look());
    if (part === "events") return ok(page(life.events, request.query, 20));
    if (part === "checkpoints") return ok(page(life.checkpoints, request.query, 10));
    if (part !== "cancel" || request.method !== "POST") return notFound("action");
    const job = life.cancel();
    return job ? ok(job) : errorReply(400, "The job has already ended", "invalid_request");
  }

  function chat(body: Record<string, unknown>): Reply {
    const refused = behaviour.refusedParameters.find((name) => name in body);
    if (refused !== undefined) {
      const message = `Unsupported parameter: '${refused}' is not supported with this model.`;
      return errorReply(400, message, "unsupported_parameter", refused);
    }
    const model = String(body["model"] ?? "");
    const messages = body["messages"] as { role: string; content: string }[];
    const life = jobs.find((each) => each.job.fine_tuned_model === model);
    const isKnown = life !== undefined || models.some((each) => each.id === model);
    const isMissed = life !== undefined && behaviour.freshModelMisses-- > 0;
    if (!isKnown || isMissed) {
      return errorReply(404, `The model \`${model}\` does not exist`, "model_not_found", "model");
    }
    const { finish_reason: reason = "stop", ...given } = behaviour.answer ?? {};
    const content = life ? tunedAnswer(life, files, messages) : baseAnswer(messages);
    const message = { role: "assistant", content, refusal: null, ...given };
    return ok({
      id: newId("chatcmpl"),
      object: "chat.completion",
      created: Math.floor(Date.now() / 1000),
      model: behaviour.answersAs ?? model,
      choices: [{ index: 0, message, finish_reason: reason, logprobs: null }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    });
  }

  async function answer(request: RecordedRequest, raw: Raw): Promise<Reply> {
    const { method, path } = request;
    const body = (request.body ?? {}) as Record<string, unknown>;
    const [, root, second, id, part] = path.split("/").map(decodeURIComponent);
    if (method === "GET" && path === "/models") {
      return ok({ object: "list", data: models.map((each) => ({ ...each, object: "model" })) });
    }
    if (method === "POST" && path === "/files") return upload(raw);
    if (method === "DELETE" && root === "files" && second !== undefined) {
      return files.delete(second) ? ok({ id: second, deleted: true }) : notFound("file");
    }
    if (method === "POST" && path === "/chat/completions") return chat(body);
    if (root !== "fine_tuning" || second !== "jobs") return notFound("route");
    if (id !== undefined) return jobRequest(request, id, part);
    return method === "POST" ? createJob(body) : listJobs(request.query);
  }

  return Object.assign(answer, { files, jobs });
}

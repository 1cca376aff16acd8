import { AppError } from "#shared/errors/app-error.ts";
import { type ChatMessage, questionMessages } from "#shared/features/versions/chat-messages.ts";
import type {
  Answerer,
  Answerers,
  Completion,
  FrozenDataset,
  Provider,
  ServiceConnection,
} from "../provider.ts";
import type { ServiceFailure } from "./failures.ts";
import { answerChat, type AskedMessage, type ChatBody } from "./requests.ts";
import { isSameModel } from "./same-model.ts";
import { asFailure, openService, requireConnection, type Service } from "./service.ts";
import { backoffMs, pause, type Timing } from "./timing.ts";
import type { ChatAnswer } from "./wire.ts";

/** Long enough for a page of text, short enough that a model that never stops costs little. */
const MAX_ANSWER_TOKENS = 2048;
const CONCURRENCY = 4;

/** Parameters that this service takes; learnt from its refusals and then used alike for both models. */
interface Dialect {
  temperature: boolean;
  tokenLimit: "max_completion_tokens" | "max_tokens";
}

interface Run {
  dataset: FrozenDataset;
  baseModel: string;
  tunedModel: string;
  connection: ServiceConnection | null;
}

/** Asks the base and the tuned model alike, with the system prompt that the tuned one was trained on. */
export function makeServiceAnswerers(run: Run, timing: Timing): Answerers {
  const service = openService(requireConnection(run.connection), timing);
  const dialect: Dialect = { temperature: true, tokenLimit: "max_completion_tokens" };
  const answerer = (modelName: string, isFresh: boolean): Answerer => {
    const ask = createAsker(service, modelName, dialect, isFresh);
    return {
      modelName,
      answer: async (example, signal) => {
        const messages = askedMessages(questionMessages(run.dataset.version, example));
        // A service wants to know which call a tool's answer belongs to, and files seldom say.
        if (messages === null) return { text: null, problem: "failed", detail: "tool" };
        return ask(messages, signal).then(
          (answer) => toCompletion(answer, modelName),
          (error: unknown) => refusedQuestion(error, signal),
        );
      },
    };
  };
  return {
    base: answerer(run.baseModel, false),
    tuned: answerer(run.tunedModel, true),
    baseIsUntrainedBaseline: false,
    concurrency: CONCURRENCY,
  };
}

/** Asks a model that was not trained here, with the same words as training would use. */
export function makeServiceProposer(
  connection: ServiceConnection,
  model: string,
  timing: Timing,
): ReturnType<NonNullable<Provider["makeProposer"]>> {
  const ask = createAsker(
    openService(connection, timing),
    model,
    { temperature: true, tokenLimit: "max_completion_tokens" },
    false,
  );
  return async (task, example, signal) => {
    const messages = askedMessages(questionMessages(task, example));
    if (messages === null) return { text: null, problem: "failed", detail: "tool" };
    return ask(messages, signal).then(
      (answer) => toCompletion(answer, model),
      (error: unknown) => refusedQuestion(error, signal),
    );
  };
}

/** Weights are for training; null for a conversation with turns of a tool. */
function askedMessages(messages: ChatMessage[]): AskedMessage[] | null {
  const asked = messages.flatMap(({ role, content }) => (role === "tool" ? [] : { role, content }));
  return asked.length === messages.length ? asked : null;
}

type Ask = (messages: ChatBody["messages"], signal: AbortSignal) => Promise<ChatAnswer>;

function createAsker(service: Service, model: string, dialect: Dialect, isFresh: boolean): Ask {
  let hasAnswered = !isFresh;

  return async (messages, signal) => {
    const tries = hasAnswered ? 1 : service.timing.freshModelTries;
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await askInDialect(service, { model, messages }, dialect, signal);
        hasAnswered = true;
        return answer;
      } catch (error) {
        const isMissing = error instanceof AppError && error.code === "modelNotFound";
        if (!isMissing || !isFresh) throw error;
        if (attempt + 1 >= tries) throw new AppError("modelNotCallable", { model });
        await pause(backoffMs(attempt, service.timing), signal);
      }
    }
  };
}

/** A question that the service refused by itself (its filter, its length) leaves the others answerable. */
function refusedQuestion(error: unknown, signal: AbortSignal): Completion {
  if (error instanceof AppError && error.code === "serviceRefused" && !signal.aborted) {
    return { text: null, problem: "failed", detail: String(error.params["detail"] ?? "") };
  }
  throw error;
}

async function askInDialect(
  service: Service,
  question: Pick<ChatBody, "model" | "messages">,
  dialect: Dialect,
  signal: AbortSignal,
): Promise<ChatAnswer> {
  for (let attempt = 0; ;) {
    const body: ChatBody = {
      ...question,
      ...(dialect.temperature ? { temperature: 0 } : {}),
      [dialect.tokenLimit]: MAX_ANSWER_TOKENS,
    };
    try {
      return await service.ask({
        ...answerChat(body),
        signal,
        timeoutMs: service.timing.answerMs,
      });
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (adapts(dialect, body, failure)) continue;
      if (!failure.isPassing || ++attempt >= service.timing.attempts) throw failure.appError;
      await pause(failure.waitMs ?? backoffMs(attempt, service.timing), signal);
    }
  }
}

/** True when the refusal names a parameter that `body` carried and that can be left out from now on. */
function adapts(dialect: Dialect, body: ChatBody, failure: ServiceFailure): boolean {
  if (failure.status !== 400 && failure.status !== 422) return false;
  if (body.max_completion_tokens !== undefined && /max_completion_tokens/.test(failure.complaint)) {
    dialect.tokenLimit = "max_tokens";
    return true;
  }
  if (body.temperature !== undefined && /temperature/.test(failure.complaint)) {
    dialect.temperature = false;
    return true;
  }
  return false;
}

/** What is no clean answer of the asked model is marked, so that nothing is scored silently. */
function toCompletion(answer: ChatAnswer, requested: string): Completion {
  const choice = answer.choices[0];
  const text = choice?.message.content ?? null;
  if (answer.model && !isSameModel(requested, answer.model)) {
    return { text, problem: "otherModel", detail: answer.model };
  }
  const refusal = choice?.message.refusal;
  if (refusal) return { text: text ?? refusal, problem: "refused", detail: refusal };
  const reason = choice?.finish_reason ?? "";
  if (reason === "content_filter") return { text, problem: "refused", detail: reason };
  if (reason === "length") return { text, problem: "cutShort", detail: reason };
  if (text === null || text.trim() === "") return { text, problem: "failed", detail: reason };
  return { text, problem: null, detail: "" };
}

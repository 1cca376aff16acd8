import { APIConnectionError, APIError, APIUserAbortError } from "openai";
import { AppError } from "#shared/errors/app-error.ts";

/** What the request was about; it decides which sentence fits. */
export interface About {
  model?: string;
  act?: "create" | "upload";
}

/** One request that failed: what to tell the user, and what another try may do. */
export class ServiceFailure extends Error {
  readonly appError: AppError;
  /** The same request may succeed later. */
  readonly isPassing: boolean;
  /** The service's own wish (Retry-After), in milliseconds. */
  readonly waitMs: number | null;
  /** False when the request cannot have reached the service. */
  readonly mayHaveArrived: boolean;
  /** Names of parameters or codes that the service complained about, for falling back. */
  readonly complaint: string;
  readonly status: number | null;

  constructor(appError: AppError, facts: Partial<Omit<ServiceFailure, "appError">> = {}) {
    super(appError.code);
    this.appError = appError;
    this.isPassing = facts.isPassing ?? false;
    this.waitMs = facts.waitMs ?? null;
    this.mayHaveArrived = facts.mayHaveArrived ?? false;
    this.complaint = facts.complaint ?? "";
    this.status = facts.status ?? null;
  }
}

/** Failures of name look-up, connecting and certificates happen before anything is sent. */
const NEVER_SENT =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT|SELF_SIGNED|UNABLE_TO_/;

const MAX_DETAIL_CHARS = 500;
// oxlint-disable-next-line no-control-regex -- terminal escapes must not reach a log or a screen
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g;

/** Turns whatever a request threw into a failure without the SDK's objects, which may hold headers and bodies. */
export function explain(
  thrown: unknown,
  at: { host: string; about: About; scrub: (text: string) => string; nowMs: number },
): ServiceFailure {
  const own = findAppError(thrown);
  if (own) return new ServiceFailure(own);
  if (thrown instanceof APIUserAbortError) return new ServiceFailure(new AppError("cancelled"));
  if (thrown instanceof APIConnectionError) {
    return new ServiceFailure(new AppError("serviceUnreachable", { host: at.host }), {
      isPassing: true,
      mayHaveArrived: !NEVER_SENT.test(causeCodes(thrown)),
    });
  }
  if (thrown instanceof APIError) return explainStatus(thrown, at);
  // A body that is announced as JSON and is not: a proxy or a sign-in page.
  if (thrown instanceof SyntaxError) return notThatService(at.host);
  if (thrown instanceof TypeError) {
    // The connection broke in the middle of the answer.
    return new ServiceFailure(new AppError("serviceUnreachable", { host: at.host }), {
      isPassing: true,
      mayHaveArrived: true,
    });
  }
  throw thrown;
}

/** What answered does not speak this protocol; the request itself may have been swallowed by it. */
export function notThatService(host: string): ServiceFailure {
  return new ServiceFailure(new AppError("notThatService", { host }), { mayHaveArrived: true });
}

function explainStatus(
  error: APIError,
  at: { host: string; about: About; scrub: (text: string) => string; nowMs: number },
): ServiceFailure {
  const status = Number(error.status);
  const code = error.code ?? error.type ?? "";
  const detail = at.scrub(detailOf(error)).replace(CONTROL, " ").slice(0, MAX_DETAIL_CHARS);
  const complaint = `${code} ${error.param ?? ""} ${detail}`;
  const facts = { status, complaint };
  const refuse = (appError: AppError) => new ServiceFailure(appError, facts);

  if (status < 400 || status === 511) return notThatService(at.host);
  if (status === 401) return refuse(new AppError("keyRejected"));
  if (status === 402) return refuse(new AppError("outOfQuota"));
  if (status === 403 && at.about.act === "create") return refuse(new AppError("notEntitled"));
  if (isMissingModel(status, code, detail, at.about)) {
    return refuse(new AppError("modelNotFound", { model: at.about.model ?? "" }));
  }
  if (status === 429) return explainTooMany(error, code, facts, at.nowMs);
  if (status === 408 || (status >= 500 && status !== 501)) {
    return new ServiceFailure(new AppError("serviceDown", { status }), {
      ...facts,
      isPassing: true,
      mayHaveArrived: true,
      waitMs: retryAfterMs(error.headers, at.nowMs),
    });
  }
  // Sign-in pages of networks answer with whatever status they like.
  if (/^\s*<(!doctype|html)/i.test(detail)) return notThatService(at.host);
  const refused = at.about.act === "upload" ? "uploadRefused" : "serviceRefused";
  return refuse(new AppError(refused, { detail }));
}

function explainTooMany(
  error: APIError,
  code: string,
  facts: { status: number; complaint: string },
  nowMs: number,
): ServiceFailure {
  if (/insufficient_quota|billing/.test(`${code} ${String(error.type)}`)) {
    return new ServiceFailure(new AppError("outOfQuota"), facts);
  }
  return new ServiceFailure(new AppError("rateLimited"), {
    ...facts,
    isPassing: true,
    waitMs: retryAfterMs(error.headers, nowMs),
  });
}

function isMissingModel(status: number, code: string, detail: string, about: About): boolean {
  if (about.model === undefined) return false;
  if (status === 404) return about.act !== "create" || /model/i.test(`${code} ${detail}`);
  return status === 400 && /model_not_found|model_not_available|invalid_model/.test(code);
}

/** Pause that the service asks for, in milliseconds; null when it asks for none. */
export function retryAfterMs(headers: Headers | undefined, nowMs: number): number | null {
  const exactMs = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (exactMs >= 0) return exactMs;
  const after = headers?.get("retry-after") ?? "";
  if (/^\d+(\.\d+)?$/.test(after)) return Number(after) * 1000;
  const atMs = Date.parse(after);
  return Number.isFinite(atMs) ? Math.max(0, atMs - nowMs) : null;
}

function detailOf(error: APIError): string {
  const body: unknown = error.error;
  if (typeof body === "string") return body;
  if (typeof body === "object" && body !== null) {
    const said = "message" in body ? body.message : "detail" in body ? body.detail : undefined;
    return typeof said === "string" ? said : JSON.stringify(said ?? body);
  }
  return error.message.replace(/^\d+ /, "");
}

function findAppError(thrown: unknown): AppError | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof AppError) return error;
  }
  return undefined;
}

function causeCodes(thrown: Error): string {
  const codes: string[] = [];
  for (let error: unknown = thrown; error instanceof Error; error = error.cause) {
    codes.push((error as NodeJS.ErrnoException).code ?? "");
  }
  return codes.join(" ");
}

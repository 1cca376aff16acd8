import { ORPCError } from "@orpc/server";
import { AppError, type AppErrorData } from "#shared/errors/app-error.ts";
import { asAppError } from "../db/open.ts";
import type { LogError } from "./error-log.ts";

const isBadInput = (error: unknown): error is ORPCError<"BAD_REQUEST", unknown> =>
  error instanceof ORPCError && error.code === "BAD_REQUEST";

/** The only way a failure leaves the backend: code, parameters, incident id. */
export function toRpcError(thrown: unknown, log: LogError): unknown {
  if (thrown instanceof ORPCError && thrown.code === "APP") return thrown;
  const error = isBadInput(thrown)
    ? new AppError("invalidInput", { detail: issueSummary(thrown.cause ?? thrown) })
    : asAppError(asDamage(thrown), "");
  const known = error instanceof AppError ? error : new AppError("unexpected");
  const needsLog = !(error instanceof AppError) || error.cause !== undefined;
  const incidentId = needsLog ? log(error) : "";
  const data: AppErrorData = { code: known.code, params: known.params, incidentId };
  return new ORPCError("APP", { defined: true, status: 500, message: known.code, data });
}

/** What was stored as JSON was valid then: text that is not any more was changed by the disk. */
export const asDamage = (thrown: unknown): unknown =>
  thrown instanceof SyntaxError
    ? new AppError("fileDamaged", { name: "" }, { cause: thrown })
    : thrown;

function issueSummary(cause: unknown): string {
  const issues = (cause as { issues?: { path?: unknown[]; message?: string }[] })?.issues;
  const first = issues?.[0];
  return first ? `${(first.path ?? []).map(String).join(".")} ${first.message ?? ""}`.trim() : "?";
}

import { ORPCError } from "@orpc/client";
import { AppErrorData } from "../../shared/errors/app-error.ts";
import type { ErrorCode } from "../../shared/errors/codes.ts";
import { type ErrorText, errorText } from "../../shared/messages/translate.ts";

/** The code of a failure that the backend named. */
export const codeOf = (error: unknown): ErrorCode | null =>
  error instanceof ORPCError ? (AppErrorData.safeParse(error.data).data?.code ?? null) : null;

/** The file that a failure is about; empty when it is about none. */
export const fileNameOf = (error: unknown): string => {
  const data = error instanceof ORPCError ? AppErrorData.safeParse(error.data).data : undefined;
  return String(data?.params["name"] ?? "");
};

/** The three sentences for whatever a call threw. */
export function textOf(error: unknown): ErrorText {
  const data = error instanceof ORPCError ? AppErrorData.safeParse(error.data) : undefined;
  return data?.success ? errorText(data.data.code, data.data.params) : errorText("unexpected");
}

/** For failures stored with a job, where only code and parameters are left. */
export function textOfStored(error: {
  code: string;
  params: Record<string, string | number>;
}): ErrorText {
  const known = AppErrorData.safeParse({ ...error, incidentId: "" });
  return known.success ? errorText(known.data.code, known.data.params) : errorText("unexpected");
}

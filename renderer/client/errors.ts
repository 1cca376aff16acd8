import { ORPCError } from "@orpc/client";
import type { ErrorCode } from "../../shared/errors/codes.ts";
import { AppErrorData } from "../../shared/errors/app-error.ts";
import { type ErrorText, errorText } from "../../shared/messages/translate.ts";

const dataOf = (error: unknown): AppErrorData | undefined =>
  error instanceof ORPCError ? AppErrorData.safeParse(error.data).data : undefined;

/** The code of whatever a call threw; "unexpected" when it has none. */
export const codeOf = (error: unknown): ErrorCode => dataOf(error)?.code ?? "unexpected";

/** The file that a failure is about; empty when it is about none. */
export const fileNameOf = (error: unknown): string => String(dataOf(error)?.params["name"] ?? "");

/** The three sentences for whatever a call threw. */
export function textOf(error: unknown): ErrorText {
  const data = dataOf(error);
  return data ? errorText(data.code, data.params) : errorText("unexpected");
}

/** For failures stored with a job, where only code and parameters are left. */
export function textOfStored(error: {
  code: string;
  params: Record<string, string | number>;
}): ErrorText {
  const known = AppErrorData.safeParse({ ...error, incidentId: "" });
  return known.success ? errorText(known.data.code, known.data.params) : errorText("unexpected");
}

import { ORPCError } from "@orpc/client";
import { AppError, AppErrorData } from "#shared/errors/app-error.ts";
import type { Job } from "#shared/features/jobs/contract.ts";
import {
  errorText,
  type MessageKey,
  type MessageParams,
  translate,
} from "#shared/messages/translate.ts";

/** Control characters in names or labels must not steer the terminal. */
// eslint-disable-next-line no-control-regex -- these are exactly the characters to make visible
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const visible = (text: string) =>
  text.replace(CONTROL, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`);

export const say = (key: MessageKey, params?: MessageParams): string =>
  visible(translate(key, params));

/** One result: a line of JSON for machines, or plain sentences for people. */
export function print(json: boolean, result: unknown, lines: string[]): void {
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${lines.join("\n")}\n`);
}

/** Progress is for eyes only: it goes to the terminal's error side and never into a pipe. */
export function showProgress(job: Job): void {
  if (!process.stderr.isTTY) return;
  const { phase, done, total } = job.progress;
  const share = total ? ` ${Math.round((100 * done) / total)} %` : "";
  process.stderr.write(
    `\r\u001b[K${job.state === "running" ? `${say(`jobs.phase.${phase}`)}${share}` : ""}`,
  );
}

/** Prints a failure as three sentences (or as JSON) and returns the exit code. */
export function printFailure(json: boolean, error: unknown): number {
  const { code, params } = failureOf(error);
  const text = errorText(code, params);
  const message = visible(`${text.what} ${text.safe} ${text.next}`);
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, params, message } })}\n`);
  process.stderr.write(`${message}\n`);
  return 1;
}

function failureOf(error: unknown): Pick<AppErrorData, "code" | "params"> {
  if (error instanceof AppError) return { code: error.code, params: error.params };
  const data = error instanceof ORPCError ? AppErrorData.safeParse(error.data) : undefined;
  if (data?.success) return data.data;
  if (process.env["TACIT_DEBUG"]) console.error(error);
  return { code: "unexpected", params: {} };
}

import { ORPCError } from "@orpc/client";
import { AppError, AppErrorData } from "#shared/errors/app-error.ts";
import type { Job } from "#shared/features/jobs/contract.ts";
import {
  errorText,
  type MessageKey,
  type MessageParams,
  translate,
} from "#shared/messages/translate.ts";
import { CommandFailure } from "./command-failure.ts";

/** Control characters, and marks that turn the reading direction: in a label's name they would steer the terminal. */
const STEERING = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const hexOf = (c: string, digits: number) => c.charCodeAt(0).toString(16).padStart(digits, "0");
const visible = (text: string) =>
  text.replace(STEERING, (c) => (c > "\u00ff" ? `\\u${hexOf(c, 4)}` : `\\x${hexOf(c, 2)}`));
const toJsonLine = (value: unknown) =>
  `${JSON.stringify(value).replace(STEERING, (c) => `\\u${hexOf(c, 4)}`)}\n`;

export const say = (key: MessageKey, params?: MessageParams): string =>
  visible(translate(key, params));

/** One result: a line of JSON for machines, or plain sentences for people. */
export function print(json: boolean, result: unknown, lines: string[]): void {
  process.stdout.write(json ? toJsonLine(result) : `${lines.map(visible).join("\n")}\n`);
}

/** A remark beside the result, for people. */
export const remark = (text: string): void =>
  void process.stderr.write(`${process.stderr.isTTY ? "\r\u001b[K" : ""}${visible(text)}\n`);

/** Progress is for eyes only: it goes to the terminal's error side and never into a pipe. */
export function showProgress(job: Job): void {
  if (!process.stderr.isTTY) return;
  const { phase, done, total } = job.progress;
  const share = total ? ` ${Math.round((100 * done) / total)} %` : "";
  process.stderr.write(
    `\r\u001b[K${job.state === "running" ? `${say(`jobs.phase.${phase}`)}${share}` : ""}`,
  );
}

/** A reader that has seen enough (`| head -1`) is no failure; the work is finished all the same. */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
}

/** Prints a failure as three sentences (or as JSON) and returns the exit code. */
export function printFailure(json: boolean, error: unknown): number {
  const { code, params, message } = explain(error);
  if (json) process.stdout.write(toJsonLine({ error: { code, params, message } }));
  remark(message);
  return 1;
}

function explain(error: unknown): { code: string; params: MessageParams; message: string } {
  if (error instanceof CommandFailure) {
    const code = error.key.slice("cli.failure.".length);
    return { code, params: error.params, message: translate(error.key, error.params) };
  }
  const { code, params } = failureOf(error);
  const text = errorText(code, params);
  const next = code === "keyMissing" ? translate("cli.keyMissingNext") : text.next;
  return { code, params, message: `${text.what} ${text.safe} ${next}` };
}

/** Code and parameters of whatever a command threw. */
export function failureOf(error: unknown): Pick<AppErrorData, "code" | "params"> {
  if (error instanceof AppError) return { code: error.code, params: error.params };
  const data = error instanceof ORPCError ? AppErrorData.safeParse(error.data) : undefined;
  if (data?.success) return data.data;
  if (process.env["TACIT_DEBUG"]) console.error(error);
  return { code: "unexpected", params: {} };
}

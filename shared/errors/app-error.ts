import { z } from "zod";
import { ERROR_CODES, type ErrorCode } from "./codes.ts";

export const ErrorParams = z.record(z.string(), z.union([z.string(), z.number()]));
export type ErrorParams = z.infer<typeof ErrorParams>;

/** What crosses the boundary: never a stack, a path or content, only what the catalogue needs. */
export const AppErrorData = z.object({
  code: z.enum(ERROR_CODES),
  params: ErrorParams,
  /** Names the entry in the local log that holds the cause. */
  incidentId: z.string(),
});
export type AppErrorData = z.infer<typeof AppErrorData>;

/** A failure that has a plain message in the catalogue. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = "AppError";
    this.code = code;
    this.params = params;
  }
}

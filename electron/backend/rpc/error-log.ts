import { newId } from "../ids.ts";

export type LogError = (error: unknown) => string;

/** Writes failures with their cause to the local log and returns the incident id that names the entry. */
export function createErrorLog(write: (line: string) => void): LogError {
  return (error) => {
    const incidentId = newId();
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.stack : "";
    write(`${new Date().toISOString()} ${incidentId} ${stack} ${cause ?? ""}\n`);
    return incidentId;
  };
}

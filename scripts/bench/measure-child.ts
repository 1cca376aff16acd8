import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";

/** Runs one of the scripts beside this one and reads the JSON that it prints last. */
export function measureChild<Schema extends z.ZodType>(
  script: string,
  args: string[],
  schema: Schema,
): z.infer<Schema> {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, script), ...args],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (status !== 0) throw new Error(`${script} ended with ${status}`);
  return schema.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
}

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  BUILT,
  ended,
  openCommandLine,
  outsidePath,
  REPOSITORY,
  start,
} from "./testing/command-line.ts";

const { folder } = openCommandLine();
const { version } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8")) as {
  version: string;
};
/** Of the Node that a user has; not a number where there is none. */
const outsideMajor = Number(
  /^v(\d+)/.exec(
    String(spawnSync("node", ["--version"], { env: { PATH: outsidePath() } }).stdout),
  )?.[1],
);

test("npm run tacit finds the Node it brings along", async () => {
  const args = ["run", "-s", "--prefix", REPOSITORY, "tacit", "--", "--version"];
  const env = { PATH: outsidePath() };
  expect(await ended(start("npm", args, { folder, env }))).toMatchObject({
    exitCode: 0,
    stdout: `${version}\n`,
  });
});

describe.runIf(existsSync(BUILT))("the built program", () => {
  test("starts", async () => {
    const { exitCode, stdout } = await ended(
      start(process.execPath, [BUILT, "--version"], { folder }),
    );
    expect([exitCode, stdout]).toEqual([0, `${version}\n`]);
  });

  test("works on a project from any folder", async () => {
    const create = ["create", "built", "--task", "tag", "--json"];
    const made = await ended(start(process.execPath, [BUILT, ...create], { folder }));
    expect(JSON.parse(made.stdout)).toMatchObject({ file: join(folder, "built.tacit") });
  });

  test.runIf(outsideMajor < 22)("says plainly that an older Node is too old", async () => {
    const { exitCode, stdout, stderr } = await ended(
      start("node", [BUILT, "--version"], { folder, env: { PATH: outsidePath() } }),
    );
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(
      /^Tacit needs Node 22 or newer; this is \d+\S+\. Nothing was changed\. [^\n]+\n$/,
    );
  });
});

import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Child, ended, openCommandLine, REPOSITORY } from "./testing/command-line.ts";

const isBuilt = existsSync(join(REPOSITORY, "out/renderer/index.html"));
const cli = openCommandLine();

beforeAll(async () => {
  await cli.json("create", "open", "--task", "classify");
});

async function firstLine(child: Child): Promise<string> {
  let said = "";
  for (child.stdout.setEncoding("utf8"); !said.includes("\n");)
    said += String((await once(child.stdout, "data"))[0]);
  return said;
}

/** Starts serving and resolves with the address it printed. */
async function serve(...args: string[]) {
  const child = cli.start(["serve", ...args, "--json"]);
  const end = once(child, "close") as Promise<[number | null]>;
  const { url } = JSON.parse(await firstLine(child)) as { url: string };
  return { child, url, end };
}

describe.runIf(isBuilt)("serve", () => {
  test.each(["SIGTERM", "SIGINT"] as const)(
    "answers whoever holds the token, keeps the project to itself, and ends well on %s",
    async (signal) => {
      const { child, url, end } = await serve("open.tacit");
      const { origin, hostname } = new URL(url);
      expect(hostname).toBe("127.0.0.1");
      expect((await fetch(origin)).status).toBe(401);
      expect((await fetch(`${origin}/?token=wrong`)).status).toBe(401);
      const welcome = await fetch(url, { redirect: "manual" });
      const cookie = welcome.headers.get("set-cookie")?.split(";")[0] ?? "";
      const page = await fetch(origin, { headers: { cookie } });
      expect(page.status).toBe(200);
      expect(await page.text()).toContain("<title>");

      expect(cli.files()).toContain("open.tacit-wal");
      const { exitCode, stdout, stderr } = await cli.run("stats", "open");
      expect([exitCode, stdout]).toEqual([1, ""]);
      expect(stderr).toBe(
        "open.tacit is open in another Tacit. The file was not touched. Close it there and try again. Another person who is logged in to this computer may have it open.\n",
      );

      child.kill(signal);
      expect((await end)[0]).toBe(0);
      expect(cli.files()).toEqual(["open.tacit"]);
      expect(await cli.json("stats", "open")).toMatchObject({ name: "open" });
    },
  );

  test("says its address in words, and takes the port it is given", async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await once(holder, "listening");
    const port = String((holder.address() as AddressInfo).port);
    const taken = await cli.run("serve", "open", "--port", port);
    expect([taken.exitCode, taken.stdout]).toEqual([1, ""]);
    expect(taken.stderr).toMatch(new RegExp(`^Another program already uses port ${port}\\.`));
    expect(cli.files()).toEqual(["open.tacit"]);
    holder.close();
    await once(holder, "close");

    const child = cli.start(["serve", "--port", port]);
    const end = once(child, "close") as Promise<[number | null]>;
    const line = await firstLine(child);
    expect(line).toContain(`http://127.0.0.1:${port}/?token=`);
    child.kill("SIGTERM");
    expect((await end)[0]).toBe(0);
  });

  test("a file that is no project is refused before anything is served", async () => {
    cli.write("text.tacit", "hello");
    const { exitCode, stdout, stderr } = await cli.run("serve", "text.tacit");
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^text\.tacit is not a Tacit project\./);
  });
});

test.runIf(!isBuilt)("without its screens it says how to build them", async () => {
  const { exitCode, stderr } = await ended(cli.start(["serve", "open"]));
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/have not been built\. Nothing was changed\. Run “npm run build” first\./);
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type OpenAiServer,
  startOpenAiServer,
} from "../../electron/backend/testing/openai-server/server.ts";
import { expect, test as base } from "../fixtures/app.ts";
import { writeParcels } from "../fixtures/parcels.ts";
import { pattern, t } from "../pages/texts.ts";

const KEY = "sk-canary-4f1d9b7e2c6a8053";
const MODEL = "base-small-2026-01-01";

/** A fine-tuning service over real HTTP, with as few stages as a training can have. */
const test = base.extend<{ service: OpenAiServer }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the needed fixtures from the pattern
  service: async ({}, provide) => {
    const service = await startOpenAiServer({
      apiKey: KEY,
      behaviour: { validatingLooks: 0, steps: 2 },
    });
    await provide(service);
    await service.close();
  },
});

/** Every file below `folder`, the projects and Tacit's own, that holds `text`. */
function filesHolding(text: string, folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  return files
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => readFileSync(path).includes(text));
}

test("a model fine-tuned at a service", async ({ tacit, start, rail, service }) => {
  const { page, folder } = tacit;

  await test.step("answered examples", async () => {
    const bring = await start.createProject("Parcels", "classify");
    await bring.chooseFile(writeParcels(folder, { train: 20, validation: 4, test: 40 }));
    await expect(bring.roleOf("split")).toHaveValue("split");
    await bring.import();
    await expect(bring.sum({ imported: 64, rejected: 0, known: 0 })).toBeAttached();
    const train = await rail.train();
    await train.freeze();
  });

  await test.step("a connection, its access and its models", async () => {
    const train = await rail.train();
    await train.choose("openai");
    await train.addConnection({ name: "House service", baseUrl: service.baseUrl, key: KEY });
    await train.checkAccess();
    await expect(train.accessWorks).toBeVisible();
    expect(service.requests.map(({ method }) => method)).not.toContain("POST");
    await expect(train.main.getByText(t("training.model.hint", { count: 2 }))).toBeVisible();
    await train.baseModel.fill(MODEL);
  });

  await test.step("what leaves the computer", async () => {
    const train = await rail.train();
    await train.choose("openai");
    await train.chooseConnection("House service");
    await train.baseModel.fill(MODEL);
    await train.seeWhatLeaves();
    const sheet = train.leavingDialog;
    await expect(sheet).toContainText(`House service (${new URL(service.baseUrl).host})`);
    const shown = sheet.getByRole("region", { name: t("training.leaving.sample") });
    await expect(shown).toContainText('{"messages":[{"role":"system"');
    await expect(shown).toContainText("parcel");
    await expect(sheet.getByRole("row").filter({ hasText: ".jsonl" })).toHaveCount(2);
    expect(service.files.size).toBe(0);
    const lines = (await shown.innerText()).split("\n");

    await train.start();
    const run = train.run("openai");
    await expect(train.isDone(run)).toBeVisible({ timeout: 90_000 });
    const sent = [...service.files.values()].map(({ content }) => content.toString("utf8"));
    for (const line of lines) expect(sent.join("\n")).toContain(line);
    await train.showDetails(run);
    await expect(run.getByText(pattern("training.loss.caption", "loss", "step"))).toBeVisible();
    await expect(run.getByText(service.jobs[0]?.job.id ?? "no job", { exact: true })).toBeVisible();
    await train.compare(run);
  });

  await test.step("base against tuned", async () => {
    const compare = await rail.compare();
    await compare.start();
    await expect(compare.verdict("tunedBetter")).toBeVisible({ timeout: 60_000 });
    expect(await compare.scoresIn("tunedBetter")).toEqual({ tuned: 100, base: 50, test: 40 });
  });

  await test.step("the key is nowhere but in memory", async () => {
    expect(service.requests.map(({ authorization }) => authorization)).toContain(`Bearer ${KEY}`);
    expect(filesHolding("House service", folder)).not.toEqual([]);
    expect(filesHolding(KEY, folder)).toEqual([]);
    expect(await page.content()).not.toContain(KEY);
    const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
    expect(stored).not.toContain(KEY);
    await rail.allProjects();
    expect(filesHolding(KEY, folder)).toEqual([]);
  });
});

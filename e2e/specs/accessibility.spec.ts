import { expect, test } from "../fixtures/app.ts";
import { auditorOf } from "../fixtures/auditor.ts";
import { writeParcels } from "../fixtures/parcels.ts";
import { t } from "../pages/texts.ts";

test("sorting: every screen and dialog", async ({ tacit, start, rail }) => {
  const { page, folder } = tacit;
  const audit = auditorOf(page);

  await start.title.waitFor();
  await audit("start");
  await start.openNewProjectDialog();
  await audit("new project");
  await page.keyboard.press("Escape");

  const bring = await start.createProject("Parcels", "classify");
  await audit("bring, empty");
  await bring.chooseFile(writeParcels(folder, { train: 40, validation: 4, test: 40 }));
  await audit("bring, preview");
  await bring.import();
  await bring.sum({ imported: 84, rejected: 0, known: 0 }).waitFor({ state: "attached" });
  await audit("bring, result");

  const define = await rail.define();
  await audit("define, labels");
  await define.saveGuideline("# Which?\n\n- **Refund** is about money\n- `Delivery` is not");
  await audit("define, guideline");
  await define.saveSystemPrompt("You sort messages about parcels.");
  await audit("define, prompt");

  const label = await rail.label();
  await expect(label.text).toBeVisible();
  await label.press("flag");
  await audit("label");
  await label.press("find");
  await expect(label.finder).toBeVisible();
  await audit("label, finder");
  await page.keyboard.press("Escape");
  await label.showKeys();
  await audit("keys");
  await page.keyboard.press("Escape");

  const check = await rail.check();
  const flagged = check.finding("flagged", { examples: 1 });
  await flagged.waitFor();
  await audit("check");
  await check.showExamplesOf(flagged);
  await audit("check, examples");
  await page.keyboard.press("Escape");

  const train = await rail.train();
  await train.openFreezeDialog();
  await audit("freeze");
  await page.keyboard.press("Escape");
  await train.freeze();
  await train.choose("openai");
  await train.openConnectionDialog();
  await audit("connection");
  await page.keyboard.press("Escape");
  await audit("train, at a service");
  await train.choose("instant");
  await train.seeWhatLeaves();
  await expect(train.leavingDialog.getByText(t("training.leaving.nothing"))).toBeVisible();
  await audit("leaving");
  await train.start();
  const run = train.run("instant");
  await train.isDone(run).waitFor();
  await train.showDetails(run);
  await audit("train, done");

  const compare = await train.compare(run);
  await audit("compare, before");
  await compare.start();
  await compare.verdict("tunedBetter").waitFor();
  await audit("compare");

  const handOver = await rail.handOver();
  await audit("hand over");
  await handOver.write(folder);
  await audit("hand over, written");
  await rail.allProjects();
  await audit("start, with a project");
});

test("writing: the screens that differ", async ({ tacit, start, rail }) => {
  const audit = auditorOf(tacit.page);
  await start.openSample("medical-questions");
  const label = await rail.label();
  await label.openQueue("unreviewed");
  await expect(label.response).not.toHaveValue("");
  await label.response.fill("A better answer.");
  await audit("label");
  await label.saveResponse();

  const train = await rail.train();
  await train.freeze();
  await train.seeWhatLeaves();
  await train.start();
  await train.isDone(train.run("instant")).waitFor();
  const compare = await rail.compare();
  await compare.start();
  await compare.anyPairsLeft.waitFor();
  await compare.voteWithKey("a");
  await compare.winRate.waitFor();
  await audit("compare");
});

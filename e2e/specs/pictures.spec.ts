import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../fixtures/app.ts";
import { DOCS, review, WANTED } from "../fixtures/pictures.ts";
import { SuggestionDesk } from "../pages/suggestion-bar.ts";
import { BackupsPage } from "../pages/backups-page.ts";
import type { Rail } from "../pages/rail.ts";
import type { StartPage } from "../pages/start-page.ts";

/** The bank's sample, trained and compared. */
async function trainedBank(start: StartPage, rail: Rail): Promise<void> {
  await start.openSample("bank-questions");
  const train = await rail.train();
  await train.freeze();
  await train.seeWhatLeaves();
  await train.start();
  const run = train.run("instant");
  await expect(train.isDone(run)).toBeVisible({ timeout: 60_000 });
  const compare = await train.compare(run);
  await compare.start();
  await expect(compare.verdict("tunedBetter")).toBeVisible({ timeout: 60_000 });
}

/** A few answers, so that the desk looks as it does in the middle of the work. */
async function workAtTheDesk(rail: Rail): Promise<void> {
  const label = await rail.label();
  await label.openQueue("unlabelled");
  for (const letters of ["card arrival", "exchange rate", "pending top up", "declined card"]) {
    const before = await label.text.innerText();
    await label.answerByFinding(letters);
    await expect(label.text).not.toHaveText(before);
  }
  // The rail counts a moment later than the desk.
  await expect(rail.step("label")).toContainText("496");
}

test("pictures for the documentation", async ({ tacit, start, rail }) => {
  test.skip(WANTED !== "1", "asked for with TACIT_PICTURES=1");
  const { page } = tacit;
  await page.emulateMedia({ colorScheme: "light" });
  await trainedBank(start, rail);
  await page.screenshot({ path: join(DOCS, "compare.png"), animations: "disabled" });
  await workAtTheDesk(rail);
  const desk = new SuggestionDesk(tacit);
  await expect(async () => {
    if (await desk.hidden.isVisible()) await desk.press("forward");
    await expect(desk.shown).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 150_000 });
  await page.screenshot({ path: join(DOCS, "label.png"), animations: "disabled" });
  const check = await rail.check();
  await check.labelBars.waitFor();
  await page.screenshot({ path: join(DOCS, "check.png"), animations: "disabled" });
  const examples = await rail.examples();
  await examples.search("exchange rate");
  await examples.row("exchange rate").first().dblclick();
  await examples.detail.waitFor();
  await page.screenshot({ path: join(DOCS, "examples.png"), animations: "disabled" });
});

/** A small export with what real ones have: a column nobody named, damage, a formula, copies, a short row. */
function writeMessyFile(folder: string): string {
  const path = join(folder, "ticket export.csv");
  const texts = [
    "Where is my card?",
    "The fee of Â£5 is wrong",
    "=HYPERLINK(1)",
    "Iâ€™m locked out",
  ];
  const rows = Array.from(
    { length: 60 },
    (_, n) => `${n},${texts[n % 4]} ${n % 50},topic ${n % 3},`,
  );
  writeFileSync(path, `${["id,text,topic,", ...rows, "61,cut off"].join("\n")}\n`);
  return path;
}

test("pictures of bringing a file in", async ({ tacit, start, rail }, testInfo) => {
  test.skip(WANTED !== "1" && WANTED !== "review", "asked for with TACIT_PICTURES");
  const { page } = tacit;
  await page.emulateMedia({ colorScheme: "light" });
  const path = writeMessyFile(testInfo.outputPath());
  const bring = await start.createProject("Support tickets", "classify");
  await bring.chooseFile(path);
  if (WANTED === "review") await review(page, testInfo, "bring-read");
  await bring.goToReview();
  if (WANTED === "1") {
    await page.screenshot({ path: join(DOCS, "bring.png"), animations: "disabled" });
    return;
  }
  await review(page, testInfo, "bring-review");
  await bring.importButton.click();
  await bring.resultShown();
  await review(page, testInfo, "bring-result");
  await bring.another();
  await review(page, testInfo, "bring-list");
  const backups = new BackupsPage(tacit);
  await backups.open();
  await backups.backUpNow();
  await review(page, testInfo, "backups");
  await backups.close();
  const examples = await rail.examples();
  await examples.row("Where is my card? 0").first().click();
  await review(page, testInfo, "examples");
  await examples.row("Where is my card? 0").first().dblclick();
  await examples.choose("locked out 3");
  await review(page, testInfo, "examples-detail");
  await examples.openChanges();
  await review(page, testInfo, "changes");
});

test("pictures of every screen", async ({ tacit, start, rail }, testInfo) => {
  test.skip(WANTED !== "review", "asked for with TACIT_PICTURES=review");
  const { page } = tacit;
  await start.title.waitFor();
  await review(page, testInfo, "start");
  await trainedBank(start, rail);
  await review(page, testInfo, "compare-sort");
  await rail.bring();
  await review(page, testInfo, "bring");
  const define = await rail.define();
  await review(page, testInfo, "define-labels");
  await define.open("guideline");
  await review(page, testInfo, "define-guideline");
  await define.open("prompt");
  await review(page, testInfo, "define-prompt");
  await workAtTheDesk(rail);
  await review(page, testInfo, "label-sort");
  const check = await rail.check();
  await check.labelBars.waitFor();
  await review(page, testInfo, "check");
  await rail.train();
  await review(page, testInfo, "train");
  await rail.handOver();
  await review(page, testInfo, "hand-over");

  await rail.allProjects();
  await start.openSample("medical-questions");
  const label = await rail.label();
  await label.openQueue("unreviewed");
  await expect(label.response).not.toHaveValue("");
  await review(page, testInfo, "label-write");
  const train = await rail.train();
  await train.freeze();
  await train.seeWhatLeaves();
  await train.start();
  const compare = await train.compare(train.run("instant"));
  await compare.start();
  await compare.anyPairsLeft.waitFor();
  await review(page, testInfo, "compare-write");
});

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestInfo } from "@playwright/test";
import { expect, test, type TacitApp } from "../fixtures/app.ts";
import { sampleFile } from "../fixtures/built-files.ts";
import { t } from "../pages/texts.ts";

const QUESTIONS = [
  "My card was due on Monday and the postman brought nothing",
  "Somebody pulled the wallet out of my bag on the train",
  "Hello? Is anybody there?",
  "Why does the machine keep my money and show an error",
  "How old must my daughter be for an account of her own",
  "Can I pay in dollars with this card when I am abroad",
];

interface Manifest {
  format: string;
  files: { file: string; split: string | null; rows: number | null; sha256: string }[];
}

/** One picture for each step, beside the test's other results. */
const photographer =
  ({ page }: TacitApp, testInfo: TestInfo) =>
  (name: string) =>
    page.screenshot({ path: testInfo.outputPath(`${name}.png`) });

test("a bank's questions, from two files to a hand-off", async ({
  tacit,
  start,
  rail,
}, testInfo) => {
  const { page, folder } = tacit;
  const photograph = photographer(tacit, testInfo);

  await test.step("bring", async () => {
    await start.title.waitFor();
    await photograph("1-start");
    const bring = await start.createProject("Bank customer questions", "classify");
    await bring.chooseFile(sampleFile("bank-questions/banking77_train.csv"));
    await expect(bring.roleOf("text")).toHaveValue("input");
    await expect(bring.roleOf("category")).toHaveValue("label");
    await bring.putAllRowsIn("train");
    await photograph("2-bring-preview");
    await bring.import();
    await expect(bring.sum({ imported: 10_003, rejected: 0, known: 0 })).toBeAttached();
    await photograph("2-bring-result");

    await bring.another();
    await bring.chooseFile(sampleFile("bank-questions/banking77_test.csv"));
    await bring.putAllRowsIn("test");
    await bring.import();
    await expect(bring.sum({ imported: 3080, rejected: 0, known: 0 })).toBeAttached();

    const questions = join(folder, "questions.csv");
    writeFileSync(questions, `text\n${QUESTIONS.join("\n")}\n`);
    await bring.another();
    await bring.chooseFile(questions);
    await expect(bring.roleOf("text")).toHaveValue("input");
    await bring.import();
    await expect(bring.sum({ imported: 6, rejected: 0, known: 0 })).toBeAttached();
  });

  await test.step("define", async () => {
    const define = await rail.define();
    await expect(define.labels).toHaveCount(77);
    await define.describe("card_arrival", "A card that was sent and has not come yet.");
    await define.saveGuideline("# Which question?\n\nOne label: what has to be solved **first**.");
    await expect(define.guidelinePreview.getByRole("heading")).toHaveText("Which question?");
    await define.saveSystemPrompt("You sort the questions of a bank's customers.");
    await define.open("labels");
    await expect(define.descriptionOf("card_arrival")).toHaveValue(
      "A card that was sent and has not come yet.",
    );
    await photograph("3-define");
  });

  await test.step("label", async () => {
    const label = await rail.label();
    await expect(label.text).toHaveText(QUESTIONS[0] ?? "");
    await photograph("4-label");
    await label.answerWithKey("1");
    await expect(label.text).toHaveText(QUESTIONS[1] ?? "");
    await label.answerByFinding("lost or st");
    await expect(label.text).toHaveText(QUESTIONS[2] ?? "");
    await label.press("skip");
    await expect(label.text).toHaveText(QUESTIONS[3] ?? "");
    await label.press("flag");
    await expect(label.example.getByText(t("annotations.flagged"), { exact: true })).toBeVisible();
    await label.press("back");
    await expect(label.text).toHaveText(QUESTIONS[2] ?? "");
    await expect(label.example.getByText(t("annotations.status.skipped"))).toBeVisible();
    await label.press("back");
    await expect(label.label("lost_or_stolen_card")).toHaveAttribute("aria-pressed", "true");
    await label.press("back");
    await expect(label.label("card_arrival")).toHaveAttribute("aria-pressed", "true");
    for (const question of QUESTIONS.slice(1, 4)) {
      await label.press("forward");
      await expect(label.text).toHaveText(question);
    }

    await label.answerWithKey("2");
    await expect(label.text).toHaveText(QUESTIONS[4] ?? "");
    await label.undo();
    await expect(label.text).toHaveText(QUESTIONS[3] ?? "");
    await expect(label.example.getByText(t("annotations.status.unlabelled"))).toBeVisible();
    await label.redo();
    await expect(label.example.getByText(t("annotations.answeredBy.person"))).toBeVisible();

    await page.reload();
    await expect(label.text).toHaveText(QUESTIONS[4] ?? "");
    await label.undo();
    await expect(label.text).toHaveText(QUESTIONS[3] ?? "");
    await expect(label.example.getByText(t("annotations.status.unlabelled"))).toBeVisible();
    await label.answerByFinding("declined cash");
    await expect(label.text).toHaveText(QUESTIONS[4] ?? "");
  });

  await test.step("check", async () => {
    const check = await rail.check();
    await expect(check.ranAt).toBeVisible();
    await expect(check.labelBars.getByRole("listitem")).toHaveCount(77);
    await expect(check.finding("unlabelled", { examples: 2 })).toBeVisible();
    await photograph("5-check");
    await check.showExamplesOf(check.finding("flagged", { examples: 1 }));
    await photograph("5-check-examples");
    const label = await check.openFirstExample();
    await expect(label.text).toHaveText(QUESTIONS[3] ?? "");
  });

  await test.step("train", async () => {
    const train = await rail.train();
    await train.freeze();
    await expect(train.version(1)).toBeVisible();
    await train.choose("instant");
    await train.seeWhatLeaves();
    await expect(train.leavingDialog.getByText(t("training.leaving.nothing"))).toBeVisible();
    await photograph("6-train-leaving");
    await train.start();
    const run = train.run("instant");
    await expect(train.isDone(run)).toBeVisible({ timeout: 60_000 });
    await photograph("6-train");
    await train.compare(run);
  });

  await test.step("compare", async () => {
    const compare = await rail.compare();
    await compare.start();
    await expect(compare.verdict("tunedBetter")).toBeVisible({ timeout: 60_000 });
    const { tuned, base, test: judged } = await compare.scoresIn("tunedBetter");
    expect(judged).toBeGreaterThanOrEqual(3080);
    expect(tuned).toBeGreaterThanOrEqual(85);
    expect(base).toBeLessThan(10);
    await photograph("7-compare");
  });

  await test.step("hand over", async () => {
    const handOver = await rail.handOver();
    await handOver.choose("openai-chat");
    const written = await handOver.write(folder);
    await photograph("8-hand-over");
    const read = (name: string) => readFileSync(join(written, name));
    const manifest = JSON.parse(read("manifest.json").toString("utf8")) as Manifest;
    expect(manifest.format).toBe("openai-chat");
    expect(manifest.files.map((entry) => entry.file)).toContain("train.jsonl");
    for (const { file, rows, sha256 } of manifest.files) {
      const content = read(file);
      expect(createHash("sha256").update(content).digest("hex"), file).toBe(sha256);
      await expect(handOver.file(file)).toBeVisible();
      if (rows === null) continue;
      const lines = content.toString("utf8").trimEnd().split("\n");
      expect(lines, file).toHaveLength(rows);
      const roles = lines.map((line) => {
        const { messages } = JSON.parse(line) as { messages: { role: string }[] };
        return messages.map((message) => message.role).join(" ");
      });
      expect(new Set(roles), file).toEqual(new Set(["system user assistant"]));
    }
    const dataRows = manifest.files.reduce((sum, entry) => sum + (entry.rows ?? 0), 0);
    expect(dataRows).toBe(10_003 + 3080 + 3);
  });
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByText(t("errors.unexpected.what"))).toHaveCount(0);
});

import type { TestInfo } from "@playwright/test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type TacitApp } from "../fixtures/app.ts";
import { auditorOf } from "../fixtures/auditor.ts";
import { CheckPage } from "../pages/check-page.ts";
import { SuggestionDesk } from "../pages/suggestion-bar.ts";
import { t } from "../pages/texts.ts";

/** The instant model learns from the sample's twelve thousand answers first. */
const LEARNING = { timeout: 60_000 };

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

/** With `TACIT_PICTURES=review`: the screen as it is, in both sizes and themes. */
const photographer =
  ({ page }: TacitApp, testInfo: TestInfo) =>
  async (name: string) => {
    if (process.env["TACIT_PICTURES"] !== "review") return;
    for (const colorScheme of ["light", "dark"] as const)
      for (const size of SIZES) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(size);
        const path = testInfo.outputPath(`${name}-${size.width}-${colorScheme}.png`);
        await page.screenshot({ path, animations: "disabled" });
      }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 800 });
  };

async function openDesk(tacit: TacitApp, rail: { label(): Promise<unknown> }) {
  await rail.label();
  const desk = new SuggestionDesk(tacit);
  await expect(desk.shown.or(desk.hidden)).toBeVisible(LEARNING);
  // As after a look at the text; a focused button keeps Enter for itself.
  await desk.text.click();
  return desk;
}

test("suggestions are accepted, changed and kept out of sight, by keyboard alone", async ({
  tacit,
  start,
  rail,
}, testInfo) => {
  const photograph = photographer(tacit, testInfo);
  const audit = auditorOf(tacit.page);
  await start.openSample("bank-questions");
  const desk = await openDesk(tacit, rail);

  await test.step("accept with Enter, and it is the answer", async () => {
    await desk.answerUntilShown();
    const [proposed] = await desk.bar.locator("[class*=label-]").allInnerTexts();
    await photograph("bar");
    await audit("suggestion");
    await desk.answer("Enter");
    await desk.press("back");
    await expect(desk.label(proposed ?? "")).toHaveAttribute("aria-pressed", "true");
    await expect(desk.bar).toBeHidden();
    await desk.press("forward");
  });

  await test.step("change by pressing another label's key", async () => {
    await desk.answer("3");
    await desk.press("back");
    await expect(desk.label("exchange_rate")).toHaveAttribute("aria-pressed", "true");
    await desk.press("forward");
  });

  await test.step("what stays out of sight cannot be taken", async () => {
    await expect(async () => {
      if (!(await desk.hidden.isVisible())) await desk.answerNext();
      await expect(desk.hidden).toBeVisible({ timeout: 1000 });
    }).toPass(LEARNING);
    await photograph("hidden");
    await audit("hidden");
    const before = await desk.text.innerText();
    await tacit.page.keyboard.press("y");
    await tacit.page.keyboard.press("Enter");
    await expect(desk.main.getByText(t("annotations.hint.first.classify"))).toBeVisible();
    await expect(desk.text).toHaveText(before);
    await desk.answer("1");
  });

  await test.step("nobody suggests any more", async () => {
    await desk.openSettings();
    await photograph("settings");
    await audit("settings");
    await desk.settings.getByRole("radio", { name: t("suggestions.settings.off") }).check();
    await desk.settings.getByRole("button", { name: t("common.save") }).click();
    await expect(desk.bar).toBeHidden();
  });
});

test("examples come in another order, and the best ones for a few minutes", async ({
  tacit,
  start,
  rail,
}, testInfo) => {
  const photograph = photographer(tacit, testInfo);
  const audit = auditorOf(tacit.page);
  await start.openSample("bank-questions");
  const desk = await openDesk(tacit, rail);
  const first = await desk.text.innerText();

  await test.step("mixed up, and kept for the project", async () => {
    await desk.chooseOrder("random");
    await expect(desk.text).not.toHaveText(first);
    const mixed = await desk.text.innerText();
    await rail.check();
    await rail.label();
    await expect(desk.order).toHaveValue("random");
    await expect(desk.text).toHaveText(mixed);
  });

  await test.step("unsure and different ones first", async () => {
    await desk.chooseOrder("unsure");
    await expect(desk.bar).toContainText(
      new RegExp(
        `${t("suggestions.sureness.guess")}|${t("suggestions.hidden")}|${t("suggestions.none")}`,
      ),
    );
    await photograph("order");
    await desk.chooseOrder("diverse");
    await expect(desk.order).toHaveValue("diverse");
  });

  await test.step("a few minutes", async () => {
    await desk.page.getByRole("button", { name: t("suggestions.sitting.open") }).click();
    await photograph("minutes-start");
    await desk.page.keyboard.press("Escape");
    await desk.beginSitting(15);
    await expect(desk.main.getByText(t("suggestions.sitting.left", { minutes: 15 }))).toBeVisible();
    await photograph("minutes");
    await desk.text.click();
    for (const key of ["1", "2", "2"]) await desk.answer(key);
    await desk.finishSitting();
    await expect(desk.summary).toContainText(t("suggestions.sitting.brought", { answers: 3 }));
    await expect(desk.summary).toContainText("+2");
    await photograph("minutes-summary");
    await audit("summary");
    await desk.summary.getByRole("button", { name: t("suggestions.sitting.stop") }).click();
    await expect(desk.order).toHaveValue("diverse");
  });
});

test("Check tells how far suggestions sway", async ({ tacit, start, rail }, testInfo) => {
  const photograph = photographer(tacit, testInfo);
  await start.openSample("bank-questions");
  const desk = await openDesk(tacit, rail);
  await desk.openSettings();
  await desk.saveBlindShare(50);
  await desk.text.click();
  for (let answered = 0; answered < 6; answered++) await desk.answerNext();
  await rail.check();
  const check = new CheckPage(tacit);
  const card = check.main
    .locator("section")
    .filter({ has: check.page.getByRole("heading", { name: t("suggestions.sway.title") }) });
  await expect(card).toContainText("Not enough yet");
  await photograph("sway-few");
  await rail.label();
  await desk.text.click();
  for (let answered = 0; answered < 54; answered++) await desk.answerNext();
  await rail.check();
  await expect(card).toContainText("they sway you by about");
  await auditorOf(tacit.page)("sway");
  await photograph("sway");
});

test("a suggested response is put in, looked through, and only then saved", async ({
  tacit,
  start,
  rail,
}, testInfo) => {
  const photograph = photographer(tacit, testInfo);
  const rows = Array.from({ length: 24 }, (_, number) => [
    `how do I block card number ${number}`,
    `Open the app and press “block card ${number}”.`,
  ]);
  const open = Array.from({ length: 12 }, (_, number) => [
    `how do I block card ${number} please`,
    "",
  ]);
  const file = join(tacit.folder, "questions.csv");
  writeFileSync(
    file,
    [["text", "response"], ...rows, ...open].map((row) => row.join(",")).join("\n"),
  );
  const bring = await start.createProject("Cards", "write");
  await bring.chooseFile(file);
  await bring.import();
  await bring.sum({ imported: 36, rejected: 0, known: 0 }).waitFor({ state: "attached" });
  await rail.label();
  const desk = new SuggestionDesk(tacit);
  await desk.openQueue("unlabelled");
  await expect(desk.shown.or(desk.hidden)).toBeVisible(LEARNING);
  await expect(async () => {
    if (await desk.hidden.isVisible()) {
      // The caret stands in the response, where arrows move it.
      await desk.page.keyboard.press("Escape");
      await desk.page.keyboard.press("ArrowRight");
    }
    await expect(desk.shown).toBeVisible({ timeout: 500 });
  }).toPass();
  await desk.response.click();
  await expect(async () => {
    await desk.page.keyboard.press("Alt+y");
    await expect(desk.response).toHaveValue(/press “block card/, { timeout: 450 });
  }).toPass();
  await expect(desk.bar).toContainText(t("suggestions.putIn"));
  await photograph("put-in");
  const before = await desk.text.innerText();
  await desk.response.press("End");
  await desk.response.pressSequentially(" Then wait.");
  await expect(desk.shown).toBeVisible();
  await desk.saveResponse();
  await expect(desk.text).not.toHaveText(before);
});

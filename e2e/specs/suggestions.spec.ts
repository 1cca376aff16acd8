import { expect, test } from "../fixtures/app.ts";
import { SuggestionBarPage } from "../pages/suggestion-bar.ts";

/** The instant model learns from the sample's ten thousand answers first. */
const LEARNING = { timeout: 60_000 };

test("a bank's questions, answered with suggestions by keyboard alone", async ({
  tacit,
  start,
  rail,
}, testInfo) => {
  const { page } = tacit;
  await start.openSample("bank-questions");
  const label = await rail.label();
  const suggestion = new SuggestionBarPage(tacit);

  await test.step("accept", async () => {
    await expect(suggestion.shown.or(suggestion.hidden)).toBeVisible(LEARNING);
    await page.screenshot({ path: testInfo.outputPath("bar.png") });
    // As after a look at the text; a focused button keeps Enter for itself.
    await label.text.click();
    const before = await label.text.innerText();
    await expect(async () => {
      await page.keyboard.press("Enter");
      await expect(label.text).not.toHaveText(before, { timeout: 500 });
    }).toPass();
    await page.screenshot({ path: testInfo.outputPath("bar2.png") });
  });
});

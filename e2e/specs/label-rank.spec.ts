import { expect, test } from "../fixtures/app.ts";
import { QUESTIONS, writeReplies } from "../fixtures/drafts-of-replies.ts";
import { t } from "../pages/texts.ts";

const [THINNER = "", STITCHES = "", FEVER = ""] = QUESTIONS;

test("the better of two responses, by keyboard alone: pick, tie, both bad, reasons, differences", async ({
  tacit,
  start,
  rail,
}) => {
  const { page } = tacit;
  const bring = await start.createProject("Replies to patients", "rank");
  await bring.chooseFile(writeReplies(tacit.folder));
  await bring.import();
  await bring.resultShown();
  const label = await rail.label();
  await expect(label.text).toHaveText(THINNER);

  await test.step("a verdict comes first", async () => {
    await label.press("save");
    await expect(label.hint("first.rank")).toBeVisible();
    await expect(label.text).toHaveText(THINNER);
  });

  await test.step("number or letter picks, one at a time", async () => {
    await page.keyboard.press("2");
    await expect(label.prefer("B")).toBeChecked();
    await page.keyboard.press("a");
    await expect(label.prefer("A")).toBeChecked();
    await expect(label.prefer("B")).not.toBeChecked();
    await label.press("tie");
    await expect(label.verdict("tie")).toHaveAttribute("aria-pressed", "true");
    await expect(label.prefer("A")).not.toBeChecked();
    await page.keyboard.press("1");
  });

  await test.step("what differs is marked on demand", async () => {
    await expect(label.responseText("A").locator("mark")).toHaveCount(0);
    await label.press("differences");
    await expect(label.responseText("A").locator("mark").first()).toHaveText(/^No\./);
    await expect(label.responseText("B").locator("mark").first()).toHaveText(/^Yes,/);
    await label.press("differences");
    await expect(label.responseText("A").locator("mark")).toHaveCount(0);
  });

  await test.step("reasons, ready and one's own, and a reload in between", async () => {
    await label.press("reasons");
    await page.keyboard.type("safe");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Warns of bleeding");
    await page.keyboard.press("Enter");
    await page.reload();
    await expect(label.text).toHaveText(THINNER);
    await expect(label.draftNote).toBeVisible();
    await expect(label.prefer("A")).toBeChecked();
    const safer = t("annotations.reason.safe");
    await expect(label.reason(safer)).toHaveAttribute("aria-selected", "true");
    await label.press("reasons");
    await page.keyboard.press("Enter");
    await expect(label.text).toHaveText(STITCHES);
    await expect(label.reason("Warns of bleeding")).toHaveAttribute("aria-selected", "false");
    await expect(label.example.getByRole("option").first()).toHaveText("Warns of bleeding");
  });

  await test.step("equally good, both bad, and back by Shift B", async () => {
    await label.press("tie");
    await label.press("save");
    await expect(label.text).toHaveText(FEVER);
    await label.press("bothBad");
    await expect(label.verdict("bad")).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("Shift+b");
    await expect(label.text).toHaveText(STITCHES);
    await expect(label.verdict("tie")).toHaveAttribute("aria-pressed", "true");
    await label.press("forward");
    await expect(label.verdict("bad")).toHaveAttribute("aria-pressed", "true");
    await expect(label.draftNote).toBeVisible();
    await label.press("save");
    await expect(label.main.getByText(t("annotations.done.unlabelled.title"))).toBeVisible();
  });

  await test.step("what is on record", async () => {
    await label.openQueue("all");
    await expect(label.text).toHaveText(THINNER);
    const history = await label.showHistory();
    await expect(
      history.getByText(t("annotations.summary.preferred", { letter: "A" })),
    ).toBeVisible();
    await expect(history.getByText("Warns of bleeding")).toBeVisible();
  });
});

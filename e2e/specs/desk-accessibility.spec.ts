import { expect, test } from "../fixtures/app.ts";
import { auditorOf } from "../fixtures/auditor.ts";
import { UNREAD, writeComplaints } from "../fixtures/complaints.ts";
import { QUESTIONS, writeReplies } from "../fixtures/drafts-of-replies.ts";
import { t } from "../pages/texts.ts";

test("tagging, the keys and the way texts are shown", async ({ tacit, start, rail }) => {
  const { page, folder } = tacit;
  const audit = auditorOf(page);
  const bring = await start.createProject("Messages of patients", "tag");
  await bring.chooseFile(writeComplaints(folder));
  await bring.import();
  await bring.resultShown();
  const label = await rail.label();
  await expect(label.text).toHaveText(UNREAD[0] ?? "");
  await page.keyboard.press("4");
  await audit("tagging");
  await label.press("find");
  await expect(label.finder).toBeVisible();
  await audit("finder for several");
  await page.keyboard.press("Escape");
  await label.openReading();
  await audit("how texts are shown");
  await page.keyboard.press("Escape");
  await label.openKeySettings();
  await label.keyOf("skip").press("Enter");
  await page.keyboard.press("f");
  await expect(label.keySettings.getByText(t("annotations.keys.change.swap"))).toBeVisible();
  await audit("changing keys");
});

test("ranking", async ({ tacit, start, rail }) => {
  const { page, folder } = tacit;
  const audit = auditorOf(page);
  const bring = await start.createProject("Replies to patients", "rank");
  await bring.chooseFile(writeReplies(folder));
  await bring.import();
  await bring.resultShown();
  const label = await rail.label();
  await expect(label.text).toHaveText(QUESTIONS[0] ?? "");
  await page.keyboard.press("1");
  await expect(label.prefer("A")).toBeChecked();
  await label.press("differences");
  await label.press("reasons");
  await page.keyboard.type("safe");
  await audit("ranking");
});

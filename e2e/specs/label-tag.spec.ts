import { expect, test } from "../fixtures/app.ts";
import { UNREAD, writeComplaints } from "../fixtures/complaints.ts";
import { t } from "../pages/texts.ts";

const [SPRAY = "", KNEE = "", THANKS = "", SWING = "", THINNER = ""] = UNREAD;

test("several labels a text, by keyboard alone: keys, finder, groups, none of them", async ({
  tacit,
  start,
  rail,
}) => {
  const { page } = tacit;
  const bring = await start.createProject("Messages of patients", "tag");
  await bring.chooseFile(writeComplaints(tacit.folder));
  await bring.import();
  await bring.resultShown();
  const label = await rail.label();
  await expect(label.text).toHaveText(SPRAY);

  await test.step("keys toggle, a child does not choose its parent, Enter saves", async () => {
    await page.keyboard.press("4");
    await page.keyboard.press("6");
    await page.keyboard.press("2");
    await expect(label.tag("symptom/fever")).toBeChecked();
    await page.keyboard.press("2");
    await expect(label.tag("symptom/fever")).not.toBeChecked();
    await expect(label.tag("request/prescription")).toBeChecked();
    await expect(label.tag("symptom/cough")).toBeChecked();
    await expect(label.saidChoice("request/prescription, symptom/cough")).toBeAttached();
    await expect(label.group("symptom")).toContainText(t("annotations.tag.chosen", { chosen: 1 }));
    await expect(label.draftNote).toBeVisible();
    // Down again and again without an up is what a held key sends: one example is saved, no more.
    for (let held = 0; held < 8; held++) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await expect(label.text).toHaveText(KNEE);
    await expect(label.draftNote).toHaveCount(0);
  });

  await test.step("nothing chosen is not an answer until it is said", async () => {
    await label.press("save");
    await expect(label.hint("first.tag")).toBeVisible();
    await expect(label.text).toHaveText(KNEE);
    await page.keyboard.press("1");
    // A label has the key 0 here, so that “none of these” takes Shift.
    await page.keyboard.press("Shift+0");
    await expect(label.hint("noneAgain")).toBeVisible();
    await expect(label.tag("symptom/pain/back")).not.toBeChecked();
    await page.keyboard.press("Shift+0");
    await expect(label.text).toHaveText(THANKS);
    await label.press("back");
    await expect(label.text).toHaveText(KNEE);
    await expect(label.saidChoice(t("annotations.summary.none"))).toBeAttached();
    await expect(label.example.getByText(t("annotations.answeredBy.person"))).toBeVisible();
    await label.press("forward");
    await expect(label.text).toHaveText(THANKS);
  });

  await test.step("the finder stays open for several", async () => {
    await label.press("find");
    const box = label.finder.getByRole("combobox");
    await box.press("b");
    await page.keyboard.type("ack");
    await page.keyboard.press("Enter");
    await page.keyboard.type("feve");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect(label.saidChoice("symptom/pain/back, symptom/fever")).toBeAttached();
    await label.press("takeLast");
    await expect(label.saidChoice("symptom/pain/back")).toBeAttached();
    await label.press("takeLast");
    await expect(label.draftNote).toHaveCount(0);
    await label.press("skip");
    await expect(label.text).toHaveText(SWING);
  });

  await test.step("arrows walk through the groups and fold them", async () => {
    await page.keyboard.press("ArrowDown");
    await expect(label.group("symptom")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowLeft");
    await expect(label.group("symptom/pain")).toHaveAttribute("aria-expanded", "false");
    await expect(label.tag("symptom/pain/head")).toHaveCount(0);
    await page.keyboard.press("3");
    await expect(label.group("symptom/pain")).toContainText(
      t("annotations.tag.chosen", { chosen: 1 }),
    );
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await expect(label.tag("symptom/pain/back")).toBeChecked();
    await page.keyboard.press("Space");
    await expect(label.tag("symptom/pain/back")).not.toBeChecked();
    await expect(label.tag("symptom/pain/head")).toBeChecked();
  });

  await test.step("a half-finished draft survives a reload, Enter saves it from a focused label", async () => {
    await page.reload();
    await expect(label.text).toHaveText(SWING);
    await expect(label.tag("symptom/pain/head")).toBeChecked();
    await expect(label.draftNote).toBeVisible();
    await page.keyboard.press("7");
    await label.tag("symptom/nausea").press("Enter");
    await expect(label.text).toHaveText(THINNER);
  });

  await test.step("undo, and what is on record", async () => {
    await label.press("undo");
    await expect(label.text).toHaveText(SWING);
    await expect(label.example.getByText(t("annotations.status.unlabelled"))).toBeVisible();
    await label.redo();
    await expect(label.saidChoice("symptom/pain/head, symptom/nausea")).toBeAttached();
    const history = await label.showHistory();
    await expect(history.getByText("symptom/pain/head")).toBeVisible();
    await expect(history.getByText("symptom/nausea")).toBeVisible();
  });
});

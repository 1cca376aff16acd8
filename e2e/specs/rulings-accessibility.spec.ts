import { expect, test } from "../fixtures/app.ts";
import { auditorOf } from "../fixtures/auditor.ts";
import { writeParcels } from "../fixtures/parcels.ts";
import { Rules } from "../pages/rules.ts";
import { SimilarDialog } from "../pages/similar-dialog.ts";
import { t } from "../pages/texts.ts";

const RULE = "A parcel that never came is a refund.";

test("similar examples and rules", async ({ tacit, start, rail }) => {
  const { page, folder } = tacit;
  const audit = auditorOf(page);
  const bring = await start.createProject("Parcels", "classify");
  await bring.chooseFile(writeParcels(folder, { train: 30, validation: 2, test: 30 }));
  await bring.import();
  await bring.resultShown();
  let label = await rail.label();
  await label.openQueue("unreviewed");
  const first = await label.text.innerText();
  await label.answerByFinding("delivery");
  await expect(label.text).not.toHaveText(first);

  const similar = new SimilarDialog(page);
  await label.press("similar");
  await expect(similar.options.first()).toBeVisible();
  await similar.toggle(2);
  await audit("similar examples");
  await page.keyboard.press("Escape");

  const rules = new Rules(page);
  await label.press("rule");
  await rules.making.waitFor();
  await audit("making a rule");
  await rules.make(RULE);
  await rules.beside.getByText(t("rules.example"), { exact: true }).click();
  await audit("rules beside the guideline");

  const define = await rail.define();
  await define.open("rules");
  await audit("define, rules");
  const asking = await rules.change(RULE, `${RULE} Always.`);
  const all = asking.getByRole("button", { name: /^All / });
  await expect(all).toBeVisible();
  await audit("which answers are looked at once more");
  await all.press("Enter");
  label = await rail.label();
  await label.openQueue("again");
  await expect(label.main.getByText(t("rules.notice.keep"))).toBeVisible();
  await audit("once more");
});

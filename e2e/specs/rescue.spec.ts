import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { pagesOf, zeroPage } from "../../electron/backend/testing/damage.ts";
import { currentBytes, releasedBytes } from "../../electron/backend/testing/released/lay-out.ts";
import { expect, test } from "../fixtures/app.ts";
import { t } from "../pages/texts.ts";

const PICTURES = process.env["TACIT_PICTURES"] === "review";
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

/** Axe in light and dark; and, when asked for, a picture in every size and theme. */
async function look(page: Page, name: string): Promise<void> {
  const size = page.viewportSize();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect.soft(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    for (const each of PICTURES ? SIZES : []) {
      await page.setViewportSize(each);
      const path = test.info().outputPath(`${name}-${each.width}-${colorScheme}.png`);
      await page.screenshot({ path, animations: "disabled" });
    }
  }
  if (size) await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: "light" });
}

test("a damaged project says what happened, and a rescue brings out what can be read", async ({
  tacit,
  start,
  rail,
}) => {
  const { page, folder } = tacit;
  const path = join(folder, "Letters.tacit");
  const whole = releasedBytes("v1-classify");
  writeFileSync(path, whole);
  const leaf = pagesOf(path, "annotation").find(({ pagetype }) => pagetype === "leaf");
  writeFileSync(path, zeroPage(whole, leaf?.pageno ?? 0));
  await start.title.waitFor();
  await start.openProjectFile(path);
  const dialog = start.dialog("rescue.failed.damaged.title", { name: "Letters.tacit" });
  await expect(dialog).toContainText(t("rescue.failed.damaged.safe"));
  await look(page, "damaged");
  await dialog.getByRole("button", { name: t("rescue.start") }).click();
  await expect(dialog).toContainText(t("rescue.partly.title"));
  await expect(dialog.getByRole("row", { name: /^Examples/ })).toContainText("93");
  await expect(dialog.getByRole("row", { name: /^Answers/ })).toContainText(/up to/);
  await look(page, "rescued");
  await dialog.getByRole("button", { name: t("rescue.openRescued") }).click();
  await expect(rail.step("label")).toBeVisible();
  const label = await rail.label();
  await label.openQueue("all");
  await expect(label.text).toBeVisible();
  // The damaged file is still there to look into.
  expect(readFileSync(path).equals(zeroPage(whole, leaf?.pageno ?? 0))).toBe(true);
});

test("somebody else's file is refused in plain words, and so is a rescue from it", async ({
  tacit,
  start,
}) => {
  const path = join(tacit.folder, "notes.tacit");
  writeFileSync(path, "no database at all ".repeat(500));
  await start.title.waitFor();
  await start.openProjectFile(path);
  const dialog = start.dialog("rescue.failed.foreign.title", { name: "notes.tacit" });
  await dialog.getByRole("button", { name: t("rescue.start") }).click();
  await expect(dialog.getByRole("alert")).toContainText(t("errors.nothingToRescue.what"));
  await look(tacit.page, "foreign");
  await dialog
    .getByRole("button", { name: t("common.close") })
    .first()
    .click();
  await expect(dialog).toBeHidden();
});

test("a newer Tacit's project can be looked at and handed over; nothing offers to change it", async ({
  tacit,
  start,
  rail,
}) => {
  const { page, folder } = tacit;
  const path = join(folder, "Newer.tacit");
  const bytes = await currentBytes("v1-classify");
  // The version of the schema stands in the header.
  bytes.writeUInt32BE(999, 60);
  writeFileSync(path, bytes);
  await start.title.waitFor();
  await start.openProjectFile(path);
  const banner = page.getByRole("status").filter({
    hasText: t("rescue.readOnly.newerVersion.title"),
  });
  await expect(banner).toBeVisible();
  // The frame with its banner is there before the screen inside it.
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await look(page, "newer-bring");
  await expect(page.getByRole("button", { name: t("imports.drop.choose") })).toBeDisabled();
  const define = await rail.define();
  await expect(
    define.main.getByRole("button", { name: t("definitions.labels.add") }).first(),
  ).toBeDisabled();
  await look(page, "newer-define");
  const label = await rail.label();
  await label.openQueue("all");
  const text = await label.text.innerText();
  await page.keyboard.press("1");
  await expect(page.getByText(t("annotations.hint.readOnly"))).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(label.text).not.toHaveText(text);
  await look(page, "newer-label");
  const check = await rail.check();
  await expect(check.main.getByRole("button", { name: t("checks.again") }).first()).toBeDisabled();
  const handOver = await rail.handOver();
  await expect(handOver.title).toBeVisible();
  await expect(banner).toBeVisible();
});

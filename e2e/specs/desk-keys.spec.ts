import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../fixtures/app.ts";
import { t } from "../pages/texts.ts";

/** Messages that nobody has sorted yet, and two that name the labels. */
function writeUnsorted(folder: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => `Where is parcel ${at}?,`);
  const path = join(folder, "unsorted.csv");
  writeFileSync(path, `text,label\nmoney back,Refund\nno parcel,Delivery\n${lines.join("\n")}\n`);
  return path;
}

test("a key is given away, a clash is swapped, and all of it is remembered", async ({
  tacit,
  start,
  rail,
}) => {
  const { page, folder } = tacit;
  const bring = await start.createProject("Parcels", "classify");
  await bring.chooseFile(writeUnsorted(folder, 8));
  await bring.import();
  await bring.resultShown();
  const label = await rail.label();
  await expect(label.text).toHaveText("Where is parcel 0?");

  await label.openKeySettings();
  await label.keyOf("skip").press("Enter");
  await page.keyboard.press("Control+k");
  await expect(label.keySettings.getByText(t("annotations.keys.change.refused"))).toBeVisible();
  await page.keyboard.press("w");
  await expect(label.keyOf("skip")).toHaveText("W");
  await label.keyOf("back").press("Enter");
  await page.keyboard.press("f");
  const clash = t("annotations.keys.change.clash", {
    other: t("annotations.keys.flag"),
    key: "F",
  });
  await expect(label.keySettings.getByText(clash)).toBeVisible();
  // The focus is on the button that swaps.
  await page.keyboard.press("Enter");
  await expect(label.keyOf("back")).toHaveText("F");
  await expect(label.keyOf("flag")).toHaveText("B");
  await label.keyOf("back").press("Enter");
  await page.keyboard.press("Escape");
  await expect(label.keyOf("back")).toHaveText("F");
  await page.keyboard.press("Escape");
  await expect(label.keySettings).toHaveCount(0);

  await page.reload();
  await expect(label.text).toHaveText("Where is parcel 0?");
  await page.keyboard.press("s");
  await page.keyboard.press("w");
  await expect(label.text).toHaveText("Where is parcel 1?");
  await page.keyboard.press("b");
  await expect(label.example.getByText(t("annotations.flagged"), { exact: true })).toBeVisible();
  await page.keyboard.press("f");
  await expect(label.text).toHaveText("Where is parcel 0?");
  await expect(label.example.getByText(t("annotations.status.skipped"))).toBeVisible();
  const skip = label.main.getByRole("button", { name: t("annotations.skip"), exact: true });
  await expect(skip).toContainText("W");

  await label.showKeys();
  await expect(label.keys.getByText("W", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await label.openKeySettings();
  const reset = t("annotations.keys.change.reset");
  await label.keySettings.getByRole("button", { name: reset }).press("Enter");
  await expect(label.keyOf("skip")).toHaveText("S");
  await page.keyboard.press("Escape");
  await page.keyboard.press("s");
  await expect(label.text).toHaveText("Where is parcel 1?");
});

test("a held key and twenty presses a second decide once an example", async ({
  tacit,
  start,
  rail,
}) => {
  const { page, folder } = tacit;
  const bring = await start.createProject("Parcels", "classify");
  await bring.chooseFile(writeUnsorted(folder, 40));
  await bring.import();
  await bring.resultShown();
  const label = await rail.label();
  await expect(label.text).toHaveText("Where is parcel 0?");

  // Down again and again without an up is what a held key sends.
  for (let held = 0; held < 15; held++) await page.keyboard.down("1");
  await page.keyboard.up("1");
  await expect(label.text).toHaveText("Where is parcel 1?");

  for (let press = 0; press < 20; press++) await page.keyboard.press("2", { delay: 50 });
  const text = await label.text.innerText();
  const reached = Number(/\d+/.exec(text)?.[0]);
  expect(reached).toBeGreaterThan(1);
  expect(reached).toBeLessThanOrEqual(21);
  // Every example on the way has exactly one answer, and nothing behind has any.
  await expect(label.title.locator("..")).toContainText(
    t("annotations.progress.answered", { done: String(reached + 2), total: "42" }),
  );
  await label.press("back");
  await expect(label.text).toHaveText(`Where is parcel ${reached - 1}?`);
  const history = await label.showHistory();
  await expect(history.getByRole("listitem")).toHaveCount(1);
});

test("the size of texts is remembered, and a long text is where it was left", async ({
  tacit,
  start,
  rail,
}) => {
  const { page, folder } = tacit;
  const paragraphs = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} of a long letter.`);
  const path = join(folder, "letters.csv");
  writeFileSync(path, `text,label\n"${paragraphs.join("\n\n")}",\nA short one,\nDone,Refund\n`);
  const bring = await start.createProject("Letters", "classify");
  await bring.chooseFile(path);
  await bring.import();
  await bring.resultShown();
  const label = await rail.label();
  await expect(label.text).toContainText("Paragraph 0");

  const sizeOf = () =>
    label.text.locator("p").evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
  const usual = await sizeOf();
  const reading = await label.openReading();
  await reading.getByRole("button", { name: t("annotations.reading.bigger") }).press("Enter");
  await page.keyboard.press("Enter");
  const lines = reading.getByRole("group", { name: t("annotations.reading.lines") });
  await lines.getByRole("button", { name: t("annotations.reading.most") }).press("Enter");
  await page.keyboard.press("Escape");
  expect(await sizeOf()).toBeCloseTo(usual * 1.2, 1);
  await page.reload();
  await expect(label.text).toContainText("Paragraph 0");
  expect(await sizeOf()).toBeCloseTo(usual * 1.2, 1);

  const scrolled = () => label.text.evaluate((node) => node.scrollTop);
  await page.keyboard.press("Space");
  await page.keyboard.press("PageDown");
  await expect.poll(scrolled).toBeGreaterThan(300);
  const left = await scrolled();
  await page.keyboard.press("PageUp");
  await expect.poll(scrolled).toBeLessThan(left);
  const place = await scrolled();
  await label.press("forward");
  await expect(label.text).toHaveText("A short one");
  await label.press("back");
  await expect(label.text).toContainText("Paragraph 0");
  expect(await scrolled()).toBe(place);
  await rail.check();
  await rail.label();
  await expect(label.text).toContainText("Paragraph 0");
  expect(await scrolled()).toBe(place);
  await page.reload();
  await expect(label.text).toContainText("Paragraph 0");
  expect(await scrolled()).toBe(place);
});

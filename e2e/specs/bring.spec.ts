import { createWriteStream, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "../fixtures/app.ts";
import { auditorOf } from "../fixtures/auditor.ts";
import { writeParcels } from "../fixtures/parcels.ts";
import { pattern, t } from "../pages/texts.ts";

/** Rows of a clinic's inbox, `from` to `to`; every third is urgent. */
const messages = (from: number, to: number, added = "") =>
  Array.from({ length: to - from }, (_, index) => {
    const number = from + index;
    const label = number % 3 === 0 ? "urgent" : "routine";
    return `m${number},"Patient ${number} asks about a rash${added}",${label}`;
  });
const table = (rows: string[]) => `id,text,label\n${rows.join("\n")}\n`;

test("a clean file takes three presses, none of them with the mouse", async ({ tacit, start }) => {
  const { page, folder } = tacit;
  const file = writeParcels(folder, { train: 20, validation: 4, test: 8 });
  const bring = await start.createProject("Parcels", "classify");
  await expect(bring.currentSteps).toHaveText([/Source/]);
  await tacit.chooseFile(file, () => page.keyboard.press("Enter"));
  await bring.previewOf(file).waitFor();
  await expect(bring.currentSteps).toHaveText([/Read as/, /Columns/]);
  await expect(bring.notes).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(bring.reviewed("fresh", 32)).toBeVisible();
  await expect(bring.review.getByText(t("imports.review.clean"))).toBeVisible();
  await expect(bring.againChoice("update")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(bring.sum({ imported: 32, rejected: 0, known: 0 })).toBeAttached();
  await expect(bring.currentSteps).toHaveText([/Result/]);
});

test("going back and forth loses no choice", async ({ tacit, start, rail }) => {
  const file = join(tacit.folder, "inbox.csv");
  writeFileSync(file, table(messages(0, 30)));
  const bring = await start.createProject("Inbox", "classify");
  await bring.chooseFile(file);
  await bring.roleOf("id").selectOption("group");
  await bring.putAllRowsIn("test");
  await bring.goToReview();
  await bring.step("source").click();
  await expect(bring.main.getByText("inbox.csv")).toBeVisible();
  await rail.define();
  await rail.bring();
  await bring.step("columns").click();
  await expect(bring.roleOf("id")).toHaveValue("group");
  await expect(bring.main.getByRole("combobox", { name: t("imports.split") })).toHaveValue("test");
  await bring.step("review").click();
  await expect(bring.reviewed("fresh", 30)).toBeVisible();
  // Another file comes in between; the first one is a press away.
  await bring.paste("text\tlabel\nHello, doctor\troutine\n");
  await bring.preview.getByText("Hello, doctor").waitFor();
  const back = t("imports.replaced.back", { name: "inbox.csv" });
  await tacit.page.getByRole("button", { name: back }).click();
  await expect(bring.reviewed("fresh", 30)).toBeVisible();
});

test("the review names what is odd in every row of a messy file, and the sum adds up", async ({
  tacit,
  start,
}) => {
  const file = join(tacit.folder, "messy.csv");
  const odd = [
    'm90,"Patient 1 asks about a rash",routine',
    "m91,=1+1,Routine",
    "m92,,urgent",
    "m93,too,many,cells",
    "m94",
  ];
  writeFileSync(file, table([...messages(0, 40), ...odd]));
  const bring = await start.createProject("Messy", "classify");
  await bring.chooseFile(file);
  await bring.goToReview();
  await expect(bring.reviewed("fresh", 42)).toBeVisible();
  await expect(bring.reviewed("rejected", 3)).toBeVisible();
  const { review } = bring;
  for (const reason of ["noInput", "tooManyCells", "tooFewCells"] as const)
    await expect(review.getByText(t(`imports.reject.${reason}`)).first()).toBeVisible();
  await review.getByText(t("imports.review.rejects.all", { rows: 3 })).click();
  await expect(review.getByRole("row", { name: /^44 / })).toContainText("m92");
  await expect(review.getByText(t("imports.note.duplicates", { rows: 1 }))).toBeVisible();
  await expect(review.getByText(t("imports.note.formulas", { cells: 1 }))).toBeVisible();
  const alike = t("imports.newLabels.likeNew", { name: "Routine", like: "routine" });
  await expect(review.getByText(alike)).toBeVisible();
  await auditorOf(tacit.page)("review of a messy file");
  await bring.importButton.click();
  await expect(bring.sum({ imported: 42, rejected: 3, known: 0 })).toBeAttached();
  await bring.main.getByRole("button", { name: t("imports.result.showRejects") }).click();
  const dialog = bring.dialog("imports.rejects.title");
  await expect(dialog.getByRole("row", { name: /^45 / })).toContainText("m93");
});

test("damage that was overlooked is named in the review and mended there", async ({
  tacit,
  start,
}) => {
  const file = join(tacit.folder, "damaged.csv");
  const text =
    "text,label\nIt costs \xc3\xa3\xc2\xa31,a\nIt costs \xc3\xa5\xc2\xa31.50,a\nNothing,b\n";
  writeFileSync(file, Buffer.from(text, "latin1"));
  const bring = await start.createProject("Damaged", "classify");
  await bring.chooseFile(file);
  await bring.goToReview();
  const mend = bring.review.getByRole("button", { name: t("imports.readAs.repair") });
  await mend.click();
  await expect(mend).toHaveCount(0);
  await expect(bring.reviewed("fresh", 3)).toBeVisible();
  await bring.step("readAs").click();
  await expect(bring.preview.getByText("It costs £1.50")).toBeVisible();
});

test("an edited file updates what changed, and an import can be taken back and brought back", async ({
  tacit,
  start,
  rail,
}) => {
  const { page, folder } = tacit;
  const first = join(folder, "monday.csv");
  writeFileSync(first, table(messages(0, 30)));
  const bring = await start.createProject("Again", "classify");
  await bring.chooseFile(first);
  await bring.import();
  await bring.sum({ imported: 30, rejected: 0, known: 0 }).waitFor({ state: "attached" });
  await bring.another();

  const second = join(folder, "tuesday.csv");
  writeFileSync(
    second,
    table([...messages(0, 18), ...messages(18, 30, ", now with fever"), ...messages(30, 35)]),
  );
  await bring.chooseFile(second);
  await bring.goToReview();
  await expect(bring.reviewed("fresh", 5)).toBeVisible();
  await expect(bring.reviewed("changed", 12)).toBeVisible();
  await expect(bring.reviewed("known", 18)).toBeVisible();
  await expect(bring.againChoice("update")).toBeChecked();
  await auditorOf(page)("review of an edited file");
  await bring.importButton.click();
  await expect(bring.sum({ imported: 5, updated: 12, rejected: 0, known: 18 })).toBeAttached();
  const define = await rail.define();
  await expect(define.labels).toHaveCount(2);
  await rail.bring();
  await bring.another();

  await bring.chooseFile(second);
  await bring.goToReview();
  await expect(bring.reviewed("known", 35)).toBeVisible();
  await expect(bring.againChoice("skip")).toBeChecked();
  await bring.review.getByRole("button", { name: t("imports.import.leave") }).click();

  await bring.takeBack("monday.csv");
  await expect(bring.importOf("monday.csv")).toContainText(t("imports.takenBack"));
  await auditorOf(page)("imports, one taken back");
  await page
    .getByRole("button", { name: t("common.undo"), exact: true })
    .first()
    .click();
  await expect(bring.importOf("monday.csv")).not.toContainText(t("imports.takenBack"));
});

test("cells copied in a spreadsheet are pasted anywhere on the screen", async ({
  tacit,
  start,
}) => {
  const bring = await start.createProject("Pasted", "classify");
  const cells = 'text\tlabel\r\n"Two\r\nlines, and a comma"\troutine\r\nIs it bad?\turgent\r\n';
  await bring.paste(cells, "<table><tr><td>text</td></tr></table>");
  await expect(bring.preview).toBeVisible();
  await expect(bring.preview.getByText("Two lines, and a comma")).toBeVisible();
  await expect(bring.roleOf("label")).toHaveValue("label");
  await bring.import();
  await expect(bring.sum({ imported: 2, rejected: 0, known: 0 })).toBeAttached();
  await bring.another();
  await bring.paste("\t\t\r\n");
  await expect(tacit.page.getByText(t("imports.paste.nothing"))).toBeVisible();
});

test("an import goes on while another screen is open, and cancelling leaves nothing of it", async ({
  tacit,
  start,
  rail,
}) => {
  const file = join(tacit.folder, "large.csv");
  const out = createWriteStream(file);
  out.write("id,text,label\n");
  for (let from = 0; from < 600_000; from += 20_000)
    if (!out.write(`${messages(from, from + 20_000).join("\n")}\n`)) await once(out, "drain");
  out.end();
  await once(out, "finish");

  const bring = await start.createProject("Large", "classify");
  await bring.chooseFile(file);
  await bring.goToReview();
  await bring.importButton.click();
  await rail.define();
  const importing = t("imports.running.title", { name: "large.csv" });
  await tacit.page.getByRole("button", { name: importing }).click();
  await bring.main.getByRole("button", { name: t("imports.running.cancel") }).click();
  await expect(bring.main.getByText(t("imports.running.cancelled"))).toBeVisible();
  await expect(bring.reviewed("fresh", 600_000)).toBeVisible();
  await bring.step("source").click();
  await expect(bring.importOf("large.csv")).toHaveCount(0);

  await bring.step("columns").click();
  await bring.import();
  await rail.define();
  const ended = tacit.page.getByText(t("imports.ended.done", { name: "large.csv" }));
  await ended.waitFor({ timeout: 90_000 });
  await tacit.page.getByRole("button", { name: t("imports.ended.show") }).click();
  await expect(bring.sum({ imported: 600_000, rejected: 0, known: 0 })).toBeAttached();
  await expect(
    bring.main.getByRole("button", { name: pattern("imports.result.next", "step") }),
  ).toBeVisible();
});

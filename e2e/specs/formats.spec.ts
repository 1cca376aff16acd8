import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { docxFile, wordParagraph } from "../../electron/backend/testing/files/document-files.ts";
import { textCell, xlsxFile } from "../../electron/backend/testing/files/xlsx-file.ts";
import { expect, test, type TacitApp } from "../fixtures/app.ts";
import { t } from "../pages/texts.ts";

/** `TACIT_PICTURES=review` takes pictures for looking a change over. */
const WANTED = process.env["TACIT_PICTURES"];

async function review({ page }: TacitApp, name: string): Promise<void> {
  if (WANTED !== "review") return;
  for (const size of [
    { width: 1280, height: 800 },
    { width: 1920, height: 1080 },
  ]) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const path = test.info().outputPath(`${name}-${size.width}-${colorScheme}.png`);
      await page.screenshot({ path, animations: "disabled" });
    }
  }
}

const sheet = (rows: [string, string][]) =>
  [["message", "topic"], ...rows]
    .map(
      ([text = "", label = ""], at) =>
        `<row r="${at + 1}">${textCell(`A${at + 1}`, text)}${textCell(`B${at + 1}`, label)}</row>`,
    )
    .join("");

test("a workbook says what is hidden in it, and another sheet is one choice away", async ({
  tacit,
  start,
}) => {
  const file = join(tacit.folder, "cases.xlsm");
  const seen: [string, string][] = Array.from({ length: 8 }, (_, n) => [
    `Where is the parcel that I ordered on day ${n}?`,
    n % 2 === 0 ? "delivery" : "refund",
  ]);
  writeFileSync(
    file,
    xlsxFile(
      [
        { name: "2026", rows: sheet(seen) },
        { name: "Old notes", state: "hidden", rows: sheet([["Kept in the drawer", "delivery"]]) },
      ],
      { hasMacros: true },
    ),
  );
  const bring = await start.createProject("Workbook", "classify");
  await bring.chooseFile(file);
  await expect(bring.notes).toContainText("Old notes");
  await expect(bring.notes).toContainText(t("imports.note.macrosIgnored", { count: 1, names: "" }));
  const found = await new AxeBuilder({ page: tacit.page }).include("main").analyze();
  expect(found.violations).toEqual([]);
  await review(tacit, "workbook");
  await bring.readAs("sheet").selectOption("Old notes");
  await expect(bring.previewOf(file).getByText("Kept in the drawer")).toBeVisible();
  await bring.readAs("sheet").selectOption("2026");
  await expect(bring.previewOf(file).getByText("on day 7?")).toBeVisible();
  await bring.import();
  await expect(bring.sum({ imported: 8, rejected: 0, known: 0 })).toBeAttached();
});

test("a folder of documents is read as one, passage by passage", async ({ tacit, start }) => {
  const folder = join(tacit.folder, "handbook");
  mkdirSync(join(folder, "part two"), { recursive: true });
  const document = (topic: string) =>
    docxFile(
      [
        wordParagraph(topic, "berschrift1"),
        wordParagraph(`${topic} are handled within three days. `.repeat(8)),
        wordParagraph(`Whoever asks about ${topic.toLowerCase()} gets an answer.`),
      ].join(""),
    );
  writeFileSync(join(folder, "claims.docx"), document("Claims"));
  writeFileSync(join(folder, "part two", "refunds.docx"), document("Refunds"));
  writeFileSync(join(folder, "cover.png"), "not read");
  const bring = await start.createProject("Folder", "write");
  await bring.chooseFolder(folder);
  await expect(bring.notes).toContainText("cover.png");
  const preview = bring.previewOf(folder);
  await expect(preview.getByText("part two/refunds.docx")).toBeVisible();
  await review(tacit, "folder");
  await bring.readAs("unit").selectOption({ label: t("imports.unit.paragraph") });
  await expect(
    preview.getByText("Whoever asks about claims gets an answer.", { exact: true }),
  ).toBeVisible();
  await bring.import();
  await expect(bring.sum({ imported: 4, rejected: 0, known: 0 })).toBeAttached();
});

test("another program's export is recognised, and can be taken as it stands", async ({
  tacit,
  start,
}) => {
  const file = join(tacit.folder, "project-3.json");
  const task = (text: string, choice: string) => ({
    id: text.length,
    data: { text },
    annotations: [
      {
        completed_by: 1,
        result: [{ from_name: "c", type: "choices", value: { choices: [choice] } }],
      },
    ],
    predictions: [
      { result: [{ from_name: "c", type: "choices", value: { choices: ["machine"] } }] },
    ],
  });
  writeFileSync(
    file,
    JSON.stringify([task("Where is it?", "delivery"), task("Money back!", "refund")]),
  );
  const bring = await start.createProject("Export", "classify");
  await bring.chooseFile(file);
  await expect(bring.notes).toContainText(t("imports.shape.labelStudio"));
  await expect(bring.roleOf("label")).toHaveValue("label");
  await review(tacit, "shape");
  await bring.readAs("shape").selectOption({ label: t("imports.shape.plain") });
  await expect(bring.roleOf("annotations")).toBeVisible();
  await bring.readAs("shape").selectOption({ label: t("imports.shape.labelStudio") });
  await expect(bring.roleOf("label")).toHaveValue("label");
  await bring.import();
  await expect(bring.sum({ imported: 2, rejected: 0, known: 0 })).toBeAttached();
});

test("files dropped together on the page are read as one", async ({ tacit, start }, testInfo) => {
  test.skip(testInfo.project.name !== "web", "only a browser page can make up files");
  const { page } = tacit;
  const bring = await start.createProject("Dropped", "classify");
  const transfer = await page.evaluateHandle(() => {
    const made = new DataTransfer();
    for (const name of ["one", "two"])
      made.items.add(new File([`text,label\nsays ${name},a\n`], `${name}.csv`));
    return made;
  });
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  const preview = bring.previewOf("one.csv + 1");
  await expect(preview.getByText("says one")).toBeVisible();
  await expect(preview.getByText("two.csv")).toBeVisible();
  await bring.import();
  await expect(bring.sum({ imported: 2, rejected: 0, known: 0 })).toBeAttached();
});

test("a file that cannot be read says why and what to do", async ({ tacit, start }) => {
  const file = join(tacit.folder, "locked.xlsx");
  const mark = Buffer.from("d0cf11e0a1b11ae1", "hex");
  writeFileSync(file, Buffer.concat([mark, Buffer.from("EncryptedPackage", "utf16le")]));
  const bring = await start.createProject("Locked", "classify");
  await tacit.chooseFile(file, () =>
    tacit.page.getByRole("button", { name: t("imports.drop.choose") }).click(),
  );
  await expect(bring.main.getByText("locked.xlsx is locked with a password.")).toBeVisible();
  await review(tacit, "locked");
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../fixtures/app.ts";
import { pattern, t } from "../pages/texts.ts";

test("damaged characters, ragged rows and the encoding are shown on the rows and changed there", async ({
  tacit,
  start,
}) => {
  const file = join(tacit.folder, "messy.csv");
  // Windows-1252, as Excel for the Mac saves text that was damaged before.
  const text =
    "v1,v2,\nham,It\x89\xdb\xaas only \xe5\xa31.50,\nham,Ok lar\nspam,WIN \xe5\xa3900,\n";
  writeFileSync(file, Buffer.from(text, "latin1"));
  const bring = await start.createProject("Encodings", "classify");
  await bring.chooseFile(file);
  const { main } = bring;
  const preview = bring.previewOf(file);
  const choice = (name: Parameters<typeof t>[0]) => main.getByRole("combobox", { name: t(name) });

  await expect(choice("imports.readAs.encoding")).toHaveValue("windows-1252");
  await expect(preview.getByText("It‰Ûªs only å£1.50")).toBeVisible();
  await main.getByRole("checkbox", { name: pattern("imports.readAs.repair", "cells") }).check();
  await expect(preview.getByText("It’s only £1.50")).toBeVisible();

  await main
    .getByRole("combobox", { name: /first rows/ })
    .selectOption({ label: t("imports.ragged.fill") });
  await expect(preview.getByText("Ok lar")).toBeVisible();

  await choice("imports.readAs.encoding").selectOption("windows-1251");
  await expect(preview.getByText("WIN еЈ900")).toBeVisible();
  await choice("imports.readAs.encoding").selectOption("windows-1252");
  await expect(preview.getByText("WIN £900")).toBeVisible();
  await bring.import();
  await expect(bring.sum({ imported: 3, rejected: 0, known: 0 })).toBeVisible();
});

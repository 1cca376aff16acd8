import { basename } from "node:path";
import type { Locator } from "@playwright/test";
import type { Again } from "../../shared/features/imports/contract.ts";
import type { Split } from "../../shared/features/versions/split.ts";
import { Screen } from "./screen.ts";
import { pattern, t } from "./texts.ts";

const count = new Intl.NumberFormat("en-US");

export class BringPage extends Screen {
  get title() {
    return this.heading("imports.title");
  }

  /** Gives Tacit a file; resolves when its first rows are shown. */
  async chooseFile(path: string): Promise<this> {
    await this.tacit.chooseFile(path, () => this.button("imports.drop.choose").click());
    await this.previewOf(path).waitFor();
    return this;
  }

  /** What Ctrl V does with cells copied in a spreadsheet. */
  async paste(text: string, html = ""): Promise<this> {
    await this.page.evaluate(
      ([plain, table]) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", plain);
        clipboardData.setData("text/html", table);
        const options = { bubbles: true, cancelable: true, clipboardData };
        document.body.dispatchEvent(new ClipboardEvent("paste", options));
      },
      [text, html] as const,
    );
    return this;
  }

  /** Gives Tacit a folder; resolves when the first rows of its files are shown. */
  async chooseFolder(path: string): Promise<this> {
    await this.tacit.chooseFile(path, () => this.button("imports.drop.chooseFolder").click());
    await this.previewOf(path).waitFor();
    return this;
  }

  /** What the preview says about the file. */
  get notes(): Locator {
    return this.main.getByRole("list", { name: t("imports.notes") });
  }

  /** One of the choices of how the file is read. */
  readAs(
    key: "format" | "encoding" | "delimiter" | "sheet" | "unit" | "shape" | "config",
  ): Locator {
    return this.main.getByRole("combobox", { name: t(`imports.readAs.${key}`), exact: true });
  }

  previewOf(path: string): Locator {
    return this.main.getByRole("region", {
      name: t("imports.preview.table", { name: basename(path) }),
    });
  }

  /** The first rows, whatever the file is called. */
  get preview(): Locator {
    return this.main.getByRole("region", { name: pattern("imports.preview.table", "name") });
  }

  /** The choice of what a column means. */
  roleOf(column: string): Locator {
    return this.main.getByRole("combobox", { name: t("imports.preview.role", { column }) });
  }

  /** What is unusual about the file, a sentence each. */
  get oddities(): Locator {
    return this.notes.locator("> li");
  }

  async putAllRowsIn(split: Split): Promise<this> {
    const choice = this.main.getByRole("combobox", { name: t("imports.split") });
    await choice.selectOption(split);
    return this;
  }

  /** A step of the import, as a way back or forth. */
  step(name: "source" | "readAs" | "columns" | "review"): Locator {
    const steps = this.main.getByRole("list", { name: t("imports.steps") });
    return steps.getByRole("button", { name: new RegExp(`^${t(`imports.step.${name}`)}`) });
  }

  get currentSteps(): Locator {
    const steps = this.main.getByRole("list", { name: t("imports.steps") });
    return steps.locator('[aria-current="step"]');
  }

  /** What importing would do. */
  get review(): Locator {
    return this.main.getByRole("region", { name: t("imports.review") });
  }

  async goToReview(): Promise<this> {
    await this.button("imports.toReview").click();
    await this.review.getByRole("heading", { level: 3 }).first().waitFor();
    return this;
  }

  /** How many rows of one kind the review counts. */
  reviewed(kind: "fresh" | "changed" | "known" | "rejected", rows: number): Locator {
    return this.review
      .getByRole("listitem")
      .filter({ hasText: new RegExp(`^${count.format(rows)}${t(`imports.review.${kind}`)}`) });
  }

  againChoice(again: Again): Locator {
    return this.review.getByRole("radio", { name: new RegExp(`^${t(`imports.again.${again}`)}`) });
  }

  get importButton(): Locator {
    const names = [
      pattern("imports.import.add", "added"),
      pattern("imports.import.update", "updated"),
      pattern("imports.import.both", "added", "updated"),
    ];
    return names
      .map((name) => this.review.getByRole("button", { name }))
      .reduce((either, other) => either.or(other));
  }

  /** From the first rows to the import, by way of the review. */
  async import(): Promise<this> {
    await this.goToReview();
    await this.importButton.click();
    return this;
  }

  /** What became of the rows, as the sum that is read out. */
  sum(rows: { imported: number; updated?: number; rejected: number; known: number }): Locator {
    const { imported, updated = 0, rejected, known } = rows;
    const read = imported + updated + rejected + known;
    const parts = { read, imported, updated, rejected, known };
    const shown = Object.entries(parts).map(([part, rowCount]) => [part, count.format(rowCount)]);
    return this.main.getByText(t("imports.result.sum", Object.fromEntries(shown)));
  }

  async resultShown(): Promise<this> {
    await this.button("imports.result.another").waitFor();
    return this;
  }

  async another(): Promise<this> {
    await this.button("imports.result.another").click();
    return this;
  }

  /** One import of the list. */
  importOf(fileName: string): Locator {
    return this.main.getByRole("row").filter({ hasText: fileName });
  }

  /** Asks to take an import back, and says yes. */
  async takeBack(fileName: string): Promise<this> {
    const named = t("imports.takeBack.named", { name: fileName });
    await this.main.getByRole("button", { name: named }).click();
    const dialog = this.dialog("imports.takeBack.title", { name: fileName });
    await dialog.getByRole("button", { name: t("imports.takeBack.do") }).click();
    return this;
  }
}

import { basename } from "node:path";
import type { Locator } from "@playwright/test";
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
  readAs(key: "format" | "sheet" | "unit" | "shape" | "config"): Locator {
    return this.main.getByRole("combobox", { name: t(`imports.readAs.${key}`), exact: true });
  }

  previewOf(path: string): Locator {
    return this.main.getByRole("region", {
      name: t("imports.preview.table", { name: basename(path) }),
    });
  }

  /** The choice of what a column means. */
  roleOf(column: string): Locator {
    return this.main.getByRole("combobox", { name: t("imports.preview.role", { column }) });
  }

  async putAllRowsIn(split: Split): Promise<this> {
    const choice = this.main.getByRole("combobox", { name: t("imports.split") });
    await choice.selectOption(split);
    return this;
  }

  async import(): Promise<this> {
    const exactly = this.main.getByRole("button", {
      name: pattern("imports.import.exact", "rows"),
    });
    const roughly = this.main.getByRole("button", {
      name: pattern("imports.import.about", "rows"),
    });
    await exactly.or(roughly).click();
    return this;
  }

  /** What became of the rows, as the sum that is read out. */
  sum(rows: { imported: number; rejected: number; known: number }): Locator {
    const { imported, rejected, known } = rows;
    const parts = { read: imported + rejected + known, imported, rejected, known };
    const shown = Object.entries(parts).map(([part, rowCount]) => [part, count.format(rowCount)]);
    return this.main.getByText(t("imports.result.sum", Object.fromEntries(shown)));
  }

  async another(): Promise<this> {
    await this.button("imports.result.another").click();
    return this;
  }
}

import type { Locator } from "@playwright/test";
import type { HandoffFormat } from "../../shared/features/handoffs/formats.ts";
import { Screen } from "./screen.ts";
import { pattern, t } from "./texts.ts";

export class HandOverPage extends Screen {
  get title() {
    return this.heading("common.step.handOver");
  }

  async choose(format: HandoffFormat): Promise<this> {
    await this.main.getByRole("radio", { name: t(`handoffs.format.${format}.name`) }).check();
    return this;
  }

  /** Has the files written, into `folder` where the host asks for one; resolves with where they are. */
  async write(folder: string): Promise<string> {
    const button = this.button("handoffs.form.write").or(this.button("handoffs.form.chooseFolder"));
    await this.tacit.chooseFolder(folder, () => button.click());
    const said = await this.main.getByText(pattern("handoffs.done.text", "folder")).innerText();
    return said.replace(t("handoffs.done.text", { folder: "" }), "");
  }

  /** The row of a written file. */
  file(name: string): Locator {
    const cell = this.page.getByRole("cell", { name, exact: true });
    return this.main.getByRole("row").filter({ has: cell });
  }
}

import type { Locator } from "@playwright/test";
import { LabelPage } from "./label-page.ts";
import { Screen } from "./screen.ts";
import { t } from "./texts.ts";

/** The table of all examples. */
export class ExamplesPage extends Screen {
  get title() {
    return this.heading("common.step.examples");
  }

  get table(): Locator {
    return this.main.getByRole("grid", { name: t("examples.list") });
  }

  /** The examples in view, without the headings. */
  get rows(): Locator {
    return this.table.locator("[data-row]");
  }

  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  /** How many the table lists; in its place stands how many are chosen, when some are. */
  get total(): Locator {
    return this.main.getByRole("status").filter({ hasText: /examples?$/ });
  }

  get detail(): Locator {
    return this.main.getByRole("complementary", { name: t("examples.detail") });
  }

  async search(text: string): Promise<this> {
    await this.main.getByRole("searchbox", { name: t("examples.search") }).fill(text);
    return this;
  }

  /** Sets one condition, named as the form names it. */
  async narrow(condition: string, value: string): Promise<this> {
    await this.button("examples.filter").click();
    const form = this.dialog("examples.filter.title");
    await form.getByLabel(condition, { exact: true }).selectOption(value);
    await this.page.keyboard.press("Escape");
    return this;
  }

  async saveConditions(name: string): Promise<this> {
    await this.button("examples.saved.save").click();
    const form = this.dialog("examples.saved.save");
    await form.getByLabel(t("examples.saved.name")).fill(name);
    await form.getByRole("button", { name: t("examples.saved.save") }).click();
    return this;
  }

  savedConditions(name: string): Locator {
    const saved = this.main.getByRole("list", { name: t("examples.saved") });
    return saved.getByRole("button", { name, exact: true });
  }

  chosen(count: number): Locator {
    return this.main.getByText(t("examples.chosen", { count, shown: String(count) }));
  }

  async choose(text: string): Promise<this> {
    await this.row(text).locator("[data-check]").click();
    return this;
  }

  async labelChosen(name: string): Promise<this> {
    await this.button("examples.bulk.label").click();
    await this.dialog("examples.bulk.label.title").getByRole("button", { name }).click();
    return this;
  }

  act(key: "flag" | "unflag" | "putAway" | "bringBack"): Promise<void> {
    return this.button(`examples.bulk.${key}`).click();
  }

  async openChanges(): Promise<Locator> {
    await this.button("history.title").click();
    return this.dialog("history.title");
  }

  async deleteForEver(count: number): Promise<this> {
    await this.button("examples.bulk.erase").click();
    const dialog = this.dialog("erasure.title");
    await dialog.getByLabel(t("erasure.type", { number: String(count) })).fill(String(count));
    await dialog.getByRole("button", { name: t("erasure.confirm") }).click();
    await dialog.waitFor({ state: "hidden" });
    return this;
  }

  async answerOpened(): Promise<LabelPage> {
    await this.detail.getByRole("button", { name: t("examples.detail.label") }).click();
    const label = new LabelPage(this.tacit);
    await label.title.waitFor();
    return label;
  }
}

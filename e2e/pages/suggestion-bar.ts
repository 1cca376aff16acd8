import { expect, type Locator } from "@playwright/test";
import type { QueueOrder } from "../../shared/features/annotations/queue-order.ts";
import { LabelPage } from "./label-page.ts";
import { t } from "./texts.ts";

/** The desk with suggestions: what is proposed, in which order, and for how long. */
export class SuggestionDesk extends LabelPage {
  get bar(): Locator {
    return this.main.getByRole("region", { name: t("suggestions.bar"), exact: true });
  }

  /** There is one, and it can be seen. */
  get shown(): Locator {
    return this.bar.getByText(t("suggestions.suggested"));
  }

  /** There is one, and it stays out of sight. */
  get hidden(): Locator {
    return this.bar.getByText(t("suggestions.hidden"));
  }

  get settings(): Locator {
    return this.dialog("suggestions.settings.title");
  }

  get summary(): Locator {
    return this.dialog("suggestions.sitting.thanks");
  }

  get order(): Locator {
    return this.main.getByRole("combobox", { name: t("suggestions.order") });
  }

  async chooseOrder(order: Exclude<QueueOrder, "quick">): Promise<this> {
    await this.order.selectOption(t(`suggestions.order.${order}`));
    return this;
  }

  async openSettings(): Promise<this> {
    await this.button("suggestions.settings.open").click();
    await this.settings.waitFor();
    return this;
  }

  /** Saves the settings with this share of suggestions kept out of sight. */
  async saveBlindShare(percent: number): Promise<this> {
    await this.settings
      .getByRole("textbox", { name: t("suggestions.settings.blind") })
      .fill(String(percent));
    await this.settings.getByRole("button", { name: t("common.save") }).click();
    await expect(this.settings).toBeHidden();
    return this;
  }

  async beginSitting(minutes: number): Promise<this> {
    await this.button("suggestions.sitting.open").click();
    await this.page
      .getByRole("button", { name: t("suggestions.sitting.minutes", { minutes }), exact: true })
      .click();
    return this;
  }

  async finishSitting(): Promise<this> {
    await this.button("suggestions.sitting.finish").click();
    return this;
  }

  /** Presses a key until it is taken: a suggestion that has only just come up is not accepted. */
  async answer(key: string): Promise<this> {
    const before = await this.text.innerText();
    await expect(async () => {
      if ((await this.text.innerText()) === before) await this.page.keyboard.press(key);
      await expect(this.text).not.toHaveText(before, { timeout: 450 });
    }).toPass();
    return this;
  }

  /** Nothing is sure enough to be suggested. */
  get none(): Locator {
    return this.bar.getByText(t("suggestions.none"));
  }

  /** Takes what is suggested; where nothing can be seen, answers by a label's key. */
  async answerNext(): Promise<this> {
    await expect(this.shown.or(this.hidden).or(this.none)).toBeVisible();
    return this.answer((await this.shown.isVisible()) ? "y" : "1");
  }

  /** Answers until a suggestion can be seen. */
  async answerUntilShown(): Promise<this> {
    await expect(this.shown.or(this.hidden).or(this.none)).toBeVisible();
    while (!(await this.shown.isVisible())) {
      await this.answer("1");
      await expect(this.shown.or(this.hidden).or(this.none)).toBeVisible();
    }
    return this;
  }
}

import type { Locator, Page } from "@playwright/test";
import { t } from "./texts.ts";

/** Rules, wherever they are made, shown and changed. */
export class Rules {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get making(): Locator {
    return this.#page.getByRole("dialog", { name: t("rules.make.title"), exact: true });
  }

  get changing(): Locator {
    return this.#page.getByRole("dialog", { name: t("rules.change.title"), exact: true });
  }

  get asking(): Locator {
    return this.#page.getByRole("dialog", { name: t("rules.revisit.title"), exact: true });
  }

  /** The rules beside the example on the desk. */
  get beside(): Locator {
    return this.#page.getByRole("region", { name: t("rules.title"), exact: true });
  }

  /** Writes the sentence and saves with Enter; the dialog is open. */
  async make(body: string): Promise<void> {
    await this.making.waitFor();
    await this.#page.keyboard.type(body);
    await this.#page.keyboard.press("Enter");
    await this.making.waitFor({ state: "hidden" });
  }

  /** Changes the sentence and goes on to the question which answers are looked at once more. */
  async change(rule: string, body: string): Promise<Locator> {
    const name = t("rules.change.named", { rule });
    await this.#page.getByRole("button", { name, exact: true }).press("Enter");
    await this.changing.waitFor();
    await this.#page.keyboard.press("ControlOrMeta+a");
    await this.#page.keyboard.type(body);
    await this.#page.keyboard.press("Enter");
    await this.asking.waitFor();
    return this.asking;
  }
}

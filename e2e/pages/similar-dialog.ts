import type { Locator, Page } from "@playwright/test";
import { t } from "./texts.ts";

/** Examples that are like one that was answered, over the desk. */
export class SimilarDialog {
  readonly dialog: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole("dialog", { name: t("similar.title"), exact: true });
  }

  get options(): Locator {
    return this.dialog.getByRole("option");
  }

  get ticked(): Locator {
    return this.dialog.getByRole("option", { selected: true });
  }

  /** The example that others are compared with. */
  get source(): Locator {
    return this.dialog.getByRole("region", { name: t("similar.source") });
  }

  applyTo(examples: number): Locator {
    const name = t("similar.apply", { examples, shown: examples.toLocaleString("en-US") });
    return this.dialog.getByRole("button", { name, exact: true });
  }

  /** Leaves the example at this place out, or takes it in, as a person would: arrows and Space. */
  async toggle(place: number): Promise<this> {
    await this.#page.keyboard.press("Home");
    for (let at = 0; at < place; at += 1) await this.#page.keyboard.press("ArrowDown");
    await this.#page.keyboard.press("Space");
    return this;
  }

  async apply(): Promise<void> {
    await this.#page.keyboard.press("Enter");
    await this.dialog.waitFor({ state: "hidden" });
  }
}

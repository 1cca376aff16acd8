import type { Locator } from "@playwright/test";
import { LabelPage } from "./label-page.ts";
import { t } from "./texts.ts";

/** The desk of a project in which places in a text are labelled. */
export class SpanDesk extends LabelPage {
  /** What is marked, one line a place, as those read it who look it over. */
  get list(): Locator {
    return this.main.getByRole("region", { name: t("annotations.spans.list") });
  }

  get places(): Locator {
    return this.list.getByRole("listitem");
  }

  /** What was told last to those who listen. */
  get said(): Locator {
    return this.example.getByRole("status").filter({ hasText: /./ }).last();
  }

  get labels(): Locator {
    return this.main.getByRole("region", { name: t("annotations.labels"), exact: true });
  }

  /** Presses keys one after the other, as "ArrowRight Shift+ArrowRight 1". */
  async pressAll(sequence: string): Promise<this> {
    for (const key of sequence.split(" ")) await this.page.keyboard.press(key);
    return this;
  }

  get history(): Locator {
    return this.dialog("annotations.history.title");
  }

  async openHistory(): Promise<void> {
    await this.button("annotations.history").click();
    await this.history.waitFor();
  }

  /** The text that the browser shows as selected. */
  selected(): Promise<string> {
    return this.page.evaluate(() => document.getSelection()?.toString() ?? "");
  }

  /** A point on a word of the text, for the mouse. */
  async pointAt(word: string): Promise<{ x: number; y: number }> {
    return this.text.evaluate((region, sought) => {
      const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(sought) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + sought.length);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }
      throw new Error(`"${sought}" is not drawn`);
    }, word);
  }
}

import type { Locator } from "@playwright/test";
import { Screen } from "./screen.ts";
import { pattern, t } from "./texts.ts";

type Part = "labels" | "guideline" | "rules" | "prompt";

export class DefinePage extends Screen {
  get title() {
    return this.heading("definitions.title");
  }

  async open(part: Part): Promise<this> {
    const name = part === "rules" ? t("rules.tab") : t(`definitions.tab.${part}`);
    await this.main.getByRole("tab", { name }).click();
    return this;
  }

  /** One row a label. */
  get labels(): Locator {
    const list = this.main.getByRole("list", { name: t("definitions.labels.list") });
    return list.getByRole("listitem");
  }

  async addLabel(name: string): Promise<this> {
    const box = this.main.getByRole("textbox", { name: t("definitions.labels.new"), exact: true });
    await box.fill(name);
    await box.press("Enter");
    await this.descriptionOf(name).waitFor();
    return this;
  }

  descriptionOf(name: string): Locator {
    const label = t("definitions.label.description", { name });
    return this.main.getByRole("textbox", { name: label, exact: true });
  }

  async describe(name: string, text: string): Promise<this> {
    await this.descriptionOf(name).fill(text);
    await this.descriptionOf(name).press("Enter");
    return this;
  }

  get guideline(): Locator {
    return this.main.getByRole("textbox", { name: t("definitions.guideline.edit") });
  }

  /** The guideline as people will read it. */
  get guidelinePreview(): Locator {
    return this.main.getByRole("region", { name: t("definitions.guideline.preview") });
  }

  async saveGuideline(text: string): Promise<this> {
    await this.open("guideline");
    await this.guideline.fill(text);
    await this.button("definitions.text.save").click();
    await this.main
      .getByText(pattern("definitions.guideline.version", "version", "when"))
      .waitFor();
    return this;
  }

  get systemPrompt(): Locator {
    return this.main.getByRole("textbox", { name: t("definitions.prompt.edit") });
  }

  async saveSystemPrompt(text: string): Promise<this> {
    await this.open("prompt");
    await this.systemPrompt.fill(text);
    await this.button("definitions.text.save").click();
    await this.main.getByText(t("definitions.text.saved"), { exact: true }).waitFor();
    return this;
  }
}

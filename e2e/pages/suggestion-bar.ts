import type { Locator } from "@playwright/test";
import { Screen } from "./screen.ts";
import { t } from "./texts.ts";

/** What is proposed for the example on the desk. */
export class SuggestionBarPage extends Screen {
  get title() {
    return this.heading("common.step.label");
  }

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
}

import type { Locator } from "@playwright/test";
import type { FindingCode } from "../../shared/features/checks/contract.ts";
import { LabelPage } from "./label-page.ts";
import { Screen } from "./screen.ts";
import { pattern, t } from "./texts.ts";

export class CheckPage extends Screen {
  get title() {
    return this.heading("common.step.check");
  }

  /** The line that says when the check ran. */
  get ranAt(): Locator {
    return this.main.getByText(pattern("checks.ranAt", "when"));
  }

  get labelBars(): Locator {
    return this.main.getByRole("region", { name: t("checks.labels.list") });
  }

  /** The examples of the finding that is open. */
  get examples(): Locator {
    const list = this.page.getByRole("dialog").getByRole("list", { name: t("examples.list") });
    return list.getByRole("listitem");
  }

  /** A finding by its code; `params` as far as its title has them. */
  finding(code: FindingCode, params: Record<string, number>): Locator {
    const title = t(`checks.finding.${code}.title`, params);
    const heading = this.page.getByRole("heading", { level: 3, name: title, exact: true });
    return this.main.getByRole("listitem").filter({ has: heading });
  }

  async showExamplesOf(finding: Locator): Promise<this> {
    const name = pattern("checks.showExamples", "examples");
    await finding.getByRole("button", { name }).click();
    await this.examples.first().waitFor();
    return this;
  }

  /** Puts the first of the listed examples on the labelling desk. */
  async openFirstExample(): Promise<LabelPage> {
    await this.examples.first().getByRole("button").click();
    const label = new LabelPage(this.tacit);
    await label.title.waitFor();
    return label;
  }
}

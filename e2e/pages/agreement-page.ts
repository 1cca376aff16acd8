import type { Locator } from "@playwright/test";
import type { MeasureName } from "../../shared/features/agreement/contract.ts";
import { AdjudicatePage } from "./adjudicate-page.ts";
import { Screen } from "./screen.ts";
import { t } from "./texts.ts";

/** How far people agree. */
export class AgreementPage extends Screen {
  get title() {
    return this.heading("agreement.title");
  }

  measure(name: MeasureName): Locator {
    const heading = this.page.getByRole("heading", {
      level: 3,
      name: t(`agreement.measure.${name}`),
    });
    return this.main.locator("section").filter({ has: heading }).last();
  }

  get pairs(): Locator {
    return this.main.getByRole("region", { name: t("agreement.pairs.title") });
  }

  get mixUps(): Locator {
    return this.main.getByRole("region", { name: t("agreement.mixUps.title") });
  }

  async decide(disputed: number): Promise<AdjudicatePage> {
    await this.button("agreement.decide", { disputed, shown: String(disputed) }).click();
    const page = new AdjudicatePage(this.tacit);
    await page.title.waitFor();
    return page;
  }
}

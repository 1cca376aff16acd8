import type { Locator } from "@playwright/test";
import type { TacitApp } from "../fixtures/app.ts";
import type { JourneyStepName } from "../../shared/features/projects/contract.ts";
import { BringPage } from "./bring-page.ts";
import { CheckPage } from "./check-page.ts";
import { ComparePage } from "./compare-page.ts";
import { DefinePage } from "./define-page.ts";
import { ExamplesPage } from "./examples-page.ts";
import { HandOverPage } from "./hand-over-page.ts";
import { LabelPage } from "./label-page.ts";
import type { Screen } from "./screen.ts";
import { StartPage } from "./start-page.ts";
import { t } from "./texts.ts";
import { TogetherPage } from "./together-page.ts";
import { TrainPage } from "./train-page.ts";

/** The journey at the left edge: a way to every screen, and undo beneath. */
export class Rail {
  readonly #tacit: TacitApp;
  readonly #rail: Locator;

  constructor(tacit: TacitApp) {
    this.#tacit = tacit;
    this.#rail = tacit.page.getByRole("navigation", { name: t("common.journey") });
  }

  step(name: JourneyStepName): Locator {
    return this.#rail.getByRole("button", { name: new RegExp(`^${t(`common.step.${name}`)}\\b`) });
  }

  async #go<Page extends Screen>(name: JourneyStepName, page: Page): Promise<Page> {
    await this.step(name).click();
    await page.title.waitFor();
    return page;
  }

  bring = () => this.#go("bring", new BringPage(this.#tacit));
  define = () => this.#go("define", new DefinePage(this.#tacit));
  label = () => this.#go("label", new LabelPage(this.#tacit));
  check = () => this.#go("check", new CheckPage(this.#tacit));
  train = () => this.#go("train", new TrainPage(this.#tacit));
  compare = () => this.#go("compare", new ComparePage(this.#tacit));
  handOver = () => this.#go("handOver", new HandOverPage(this.#tacit));

  async examples(): Promise<ExamplesPage> {
    await this.#rail.getByRole("button", { name: t("common.step.examples"), exact: true }).click();
    const page = new ExamplesPage(this.#tacit);
    await page.title.waitFor();
    return page;
  }

  async together(): Promise<TogetherPage> {
    await this.#rail.getByRole("button", { name: t("handouts.title"), exact: true }).click();
    const page = new TogetherPage(this.#tacit);
    await page.title.waitFor();
    return page;
  }

  async allProjects(): Promise<StartPage> {
    await this.#rail.getByRole("button", { name: t("common.allProjects") }).click();
    const start = new StartPage(this.#tacit);
    await start.title.waitFor();
    return start;
  }
}

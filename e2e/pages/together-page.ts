import { join } from "node:path";
import type { Locator } from "@playwright/test";
import { AdjudicatePage } from "./adjudicate-page.ts";
import { LabelPage } from "./label-page.ts";
import { Screen } from "./screen.ts";
import { pattern, t } from "./texts.ts";

/** Who works on a project, what is handed out, what came back. */
export class TogetherPage extends Screen {
  get title() {
    return this.heading("handouts.title");
  }

  get peopleDialog(): Locator {
    return this.dialog("handouts.people.title");
  }
  get handOutDialog(): Locator {
    return this.dialog("handouts.out.title");
  }
  get returnDialog(): Locator {
    return this.dialog("handouts.return.title");
  }
  get arrivedDialog(): Locator {
    return this.dialog("handouts.arrived.title");
  }

  async sayName(name: string): Promise<this> {
    await this.button("handouts.you.sayName").click();
    await this.peopleDialog.getByRole("textbox", { name: t("handouts.people.name") }).fill(name);
    await this.peopleDialog.getByRole("button", { name: t("handouts.people.add") }).click();
    await this.main.getByText(t("handouts.you.are", { name })).waitFor();
    return this;
  }

  /** The numbers that are read out on the telephone. */
  async numbers(): Promise<string> {
    const said = this.main.getByLabel(new RegExp(`^${t("handouts.you.numbers")}: `));
    return ((await said.getAttribute("aria-label")) ?? "").replace(/^.*: /, "");
  }

  async openHandOut(): Promise<this> {
    await this.button("handouts.handOut").first().click();
    await this.handOutDialog.waitFor();
    return this;
  }

  async fillHandOut(to: string, count: number, overlapPercent: number): Promise<this> {
    const dialog = this.handOutDialog;
    await dialog.getByRole("textbox", { name: t("handouts.out.name") }).fill(to);
    await dialog.getByRole("spinbutton", { name: t("handouts.out.count") }).fill(`${count}`);
    await dialog
      .getByRole("spinbutton", { name: t("handouts.out.overlap") })
      .fill(`${overlapPercent}`);
    return this;
  }

  /** Makes the file; resolves with where it lies. */
  async make(dialog: Locator): Promise<string> {
    await dialog.getByRole("button", { name: t("handouts.out.make") }).click();
    const where = pattern("handouts.saved.where", "file", "folder");
    const said = await dialog.getByText(where).innerText();
    const [, file = "", folder = ""] = new RegExp(`^${where.source}$`).exec(said) ?? [];
    return join(folder, file);
  }

  async closeDialog(dialog: Locator): Promise<this> {
    await dialog
      .getByRole("button", { name: t("common.close") })
      .first()
      .click();
    await dialog.waitFor({ state: "detached" });
    return this;
  }

  async openReturn(owner: string): Promise<this> {
    await this.button("handouts.return", { owner }).click();
    await this.returnDialog.waitFor();
    return this;
  }

  /** Gives Tacit a file that came, from the page or from the start screen. */
  async chooseArrived(path: string, from: "page" | "start" = "page"): Promise<this> {
    await this.button(from === "page" ? "handouts.mergeFile" : "handouts.openWork").click();
    const choose = this.arrivedDialog.getByRole("button", { name: t("handouts.arrived.choose") });
    await this.tacit.chooseFile(path, () => choose.click());
    return this;
  }

  /** The numbers of whoever signed the file. */
  async numbersOfSender(): Promise<string> {
    const said = this.arrivedDialog.getByLabel(new RegExp(`^${t("handouts.you.numbers")}: `));
    return ((await said.getAttribute("aria-label")) ?? "").replace(/^.*: /, "");
  }

  async confirmSender(name: string): Promise<this> {
    await this.arrivedDialog
      .getByRole("checkbox", { name: t("handouts.trust.confirm", { name }) })
      .check();
    return this;
  }

  async introduce(name: string): Promise<this> {
    const dialog = this.arrivedDialog;
    await dialog.getByRole("textbox", { name: t("handouts.people.name") }).fill(name);
    await dialog.getByRole("button", { name: t("handouts.people.add") }).click();
    return this;
  }

  get openSliceButton(): Locator {
    return this.arrivedDialog.getByRole("button", { name: t("handouts.arrived.openSlice") });
  }

  async openSlice(): Promise<LabelPage> {
    await this.openSliceButton.click();
    const label = new LabelPage(this.tacit);
    await label.title.waitFor();
    return label;
  }

  get mergeButton(): Locator {
    return this.arrivedDialog.getByRole("button", { name: t("handouts.merge.do"), exact: true });
  }

  get preview(): Locator {
    return this.arrivedDialog.getByRole("region", { name: t("handouts.preview.title") });
  }

  /** Says what becomes of a label that is not here. */
  async decideLabel(label: string, option: string): Promise<this> {
    await this.arrivedDialog
      .getByRole("combobox", { name: t("handouts.labels.become", { label }) })
      .selectOption({ label: option });
    return this;
  }

  async merge(): Promise<this> {
    await this.mergeButton.click();
    await this.arrivedDialog.waitFor({ state: "detached" });
    return this;
  }

  disputed(disputed: number): Locator {
    return this.main.getByText(t("handouts.disputed", { disputed }));
  }

  async decide(): Promise<AdjudicatePage> {
    await this.button("handouts.disputed.decide").click();
    const deciding = new AdjudicatePage(this.tacit);
    await deciding.title.waitFor();
    return deciding;
  }
}

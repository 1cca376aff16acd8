import type { Locator } from "@playwright/test";
import type { ProviderId } from "../../shared/features/providers/contract.ts";
import { ComparePage } from "./compare-page.ts";
import { Screen } from "./screen.ts";
import { t } from "./texts.ts";

export class TrainPage extends Screen {
  get title() {
    return this.heading("common.step.train");
  }

  get freezeDialog(): Locator {
    return this.dialog("training.freeze.title");
  }

  get leavingDialog(): Locator {
    return this.dialog("training.leaving.title");
  }

  get connectionDialog(): Locator {
    return this.dialog("training.connection.dialogTitle");
  }

  async openFreezeDialog(): Promise<this> {
    const first = this.button("training.versions.freezeFirst");
    await first.or(this.button("training.versions.freeze")).click();
    await this.freezeDialog.waitFor();
    return this;
  }

  async freeze(): Promise<this> {
    await this.openFreezeDialog();
    const confirm = t("training.freeze.confirm");
    await this.freezeDialog.getByRole("button", { name: confirm, exact: true }).click();
    await this.freezeDialog.waitFor({ state: "hidden" });
    return this;
  }

  /** The row of a frozen version. */
  version(number: number): Locator {
    const cell = this.page.getByRole("cell", { name: t("training.versionName", { number }) });
    return this.main.getByRole("row").filter({ has: cell });
  }

  async choose(providerId: ProviderId): Promise<this> {
    await this.main.getByRole("radio", { name: t(`training.provider.${providerId}.name`) }).check();
    return this;
  }

  async openConnectionDialog(): Promise<this> {
    await this.button("training.connection.add").click();
    await this.connectionDialog.waitFor();
    return this;
  }

  async addConnection(connection: { name: string; baseUrl: string; key: string }): Promise<this> {
    await this.openConnectionDialog();
    const dialog = this.connectionDialog;
    await dialog.getByLabel(t("training.connection.name"), { exact: true }).fill(connection.name);
    await dialog.getByLabel(t("training.connection.baseUrl")).fill(connection.baseUrl);
    await dialog.getByLabel(t("training.connection.key"), { exact: true }).fill(connection.key);
    await dialog.getByRole("button", { name: t("common.save") }).click();
    await dialog.waitFor({ state: "hidden" });
    return this;
  }

  async chooseConnection(name: string): Promise<this> {
    const choice = this.main.getByRole("combobox", { name: t("training.connection.label") });
    await choice.selectOption({ label: name });
    return this;
  }

  async checkAccess(): Promise<this> {
    await this.button("training.connection.check").click();
    return this;
  }

  get accessWorks(): Locator {
    return this.main.getByText(t("training.connection.works"));
  }

  get baseModel(): Locator {
    return this.main.getByLabel(t("training.model.label"));
  }

  async seeWhatLeaves(): Promise<this> {
    await this.button("training.new.next").click();
    await this.leavingDialog.waitFor();
    return this;
  }

  /** Agrees to the sheet that is open. */
  async start(): Promise<this> {
    const here = this.leavingDialog.getByRole("button", { name: t("training.leaving.start") });
    const away = this.leavingDialog.getByRole("button", {
      name: t("training.leaving.sendAndStart"),
    });
    await here.or(away).click();
    await this.leavingDialog.waitFor({ state: "hidden" });
    return this;
  }

  /** The latest training by this provider. */
  run(providerId: ProviderId): Locator {
    const named = t(`training.provider.${providerId}.name`);
    return this.main.getByRole("listitem").filter({ hasText: named }).first();
  }

  isDone(run: Locator): Locator {
    return run.getByText(t("jobs.state.done"), { exact: true });
  }

  async showDetails(run: Locator): Promise<this> {
    await run.getByRole("button", { name: t("training.runs.more") }).click();
    return this;
  }

  async compare(run: Locator): Promise<ComparePage> {
    await run.getByRole("button", { name: t("training.runs.compare") }).click();
    const compare = new ComparePage(this.tacit);
    await compare.title.waitFor();
    return compare;
  }
}

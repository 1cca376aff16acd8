import type { Locator, Page } from "@playwright/test";
import type { TacitApp } from "../fixtures/app.ts";
import { pattern, t } from "./texts.ts";

/** The backups of a project: a line in the rail, a dialog, and notices above the screen. */
export class BackupsPage {
  readonly page: Page;

  constructor(tacit: TacitApp) {
    this.page = tacit.page;
  }

  /** Says when the work was last backed up. */
  get line(): Locator {
    return this.page
      .getByRole("navigation", { name: t("common.journey") })
      .getByTitle(t("backups.open"));
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog", { name: pattern("backups.title", "name") });
  }

  /** One row for each backup, the newest first. */
  get rows(): Locator {
    return this.dialog.getByRole("row").filter({ hasNot: this.page.getByRole("columnheader") });
  }

  get confirm(): Locator {
    return this.page.getByRole("dialog", { name: pattern("backups.confirm.title", "when") });
  }

  get placeNotice(): Locator {
    return this.page.getByRole("alert");
  }

  async open(): Promise<void> {
    await this.line.click();
    await this.dialog.waitFor();
  }

  /** Opens the dialog of a project in the list of recent ones. */
  async openOf(name: string): Promise<void> {
    await this.page.getByRole("button", { name: t("backups.openOf", { name }) }).click();
    await this.dialog.waitFor();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.dialog.waitFor({ state: "hidden" });
  }

  async backUpNow(): Promise<void> {
    const before = await this.rows.count();
    await this.dialog.getByRole("button", { name: t("backups.makeNow"), exact: true }).click();
    await this.rows.nth(before).waitFor();
  }

  async askToRestore(row: Locator): Promise<void> {
    await row.getByRole("button", { name: pattern("backups.restoreNamed", "when") }).click();
    await this.confirm.waitFor();
  }

  async doRestore(): Promise<void> {
    await this.confirm.getByRole("button", { name: t("backups.confirm.do"), exact: true }).click();
    await this.page.getByText(pattern("backups.restored", "when")).waitFor();
  }

  async openCopy(row: Locator): Promise<void> {
    await row.getByRole("button", { name: pattern("backups.openCopyNamed", "when") }).click();
    await this.dialog.waitFor({ state: "hidden" });
  }

  async moveToSafePlace(): Promise<void> {
    await this.placeNotice.getByRole("button", { name: t("backups.place.move") }).click();
    await this.placeNotice.waitFor({ state: "hidden" });
  }

  async leaveHere(): Promise<void> {
    await this.placeNotice.getByRole("button", { name: t("backups.place.accept") }).click();
    await this.placeNotice.waitFor({ state: "hidden" });
  }
}

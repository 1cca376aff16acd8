import type { Locator, Page } from "@playwright/test";
import type { TacitApp } from "../fixtures/app.ts";
import type { MessageKey, MessageParams } from "../../shared/messages/translate.ts";
import { t } from "./texts.ts";

/** What every screen has: one main part with one title, and buttons named by the catalogue. */
export abstract class Screen {
  protected readonly tacit: TacitApp;
  readonly page: Page;
  readonly main: Locator;

  constructor(tacit: TacitApp) {
    this.tacit = tacit;
    this.page = tacit.page;
    this.main = tacit.page.getByRole("main");
  }

  /** The screen's title; it is there when the screen is. */
  abstract get title(): Locator;

  protected heading(key: MessageKey): Locator {
    return this.main.getByRole("heading", { level: 1, name: t(key), exact: true });
  }

  protected button(key: MessageKey, params?: MessageParams): Locator {
    return this.main.getByRole("button", { name: t(key, params), exact: true });
  }

  dialog(key: MessageKey, params?: MessageParams): Locator {
    return this.page.getByRole("dialog", { name: t(key, params), exact: true });
  }
}

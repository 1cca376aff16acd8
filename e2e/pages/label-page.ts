import type { Locator } from "@playwright/test";
import type { QueueName } from "../../shared/features/annotations/contract.ts";
import { Screen } from "./screen.ts";
import { t } from "./texts.ts";

const KEYS = {
  skip: "s",
  flag: "f",
  back: "b",
  forward: "ArrowRight",
  find: "/",
  save: "Enter",
  undo: "u",
  takeLast: "Backspace",
  tie: "t",
  bothBad: "x",
  differences: "d",
  reasons: "r",
  // With Shift, because a label may have the letter.
  similar: "Shift+L",
  rule: "Shift+M",
} as const;

/** The desk: one example, answered with the keyboard as a person would. */
export class LabelPage extends Screen {
  get title() {
    return this.heading("common.step.label");
  }

  /** The example on the desk, with what is said about it. */
  get example(): Locator {
    return this.main.getByRole("region", { name: t("annotations.example"), exact: true });
  }

  get text(): Locator {
    return this.main.getByRole("region", { name: t("annotations.text") });
  }

  /** What is to be judged: a text, or the turns of a conversation. */
  get judged(): Locator {
    const turns = this.main.getByRole("region", { name: t("annotations.chat.turns") });
    return this.text.or(turns);
  }

  /** How far a queue has come, in words. */
  done(queue: "unlabelled" | "unreviewed", answered: number): Locator {
    const key = queue === "unreviewed" ? "reviewed" : "answered";
    const [before = ""] = t(`annotations.progress.${key}`, { done: answered, total: "…" }).split(
      "…",
    );
    return this.main.getByText(new RegExp(`^${before}`));
  }

  get guideline(): Locator {
    return this.main.getByRole("region", { name: t("annotations.guidelineText") });
  }

  get finder(): Locator {
    return this.dialog("annotations.find");
  }

  get keys(): Locator {
    return this.dialog("annotations.keys.title");
  }

  async openQueue(queue: QueueName): Promise<this> {
    const queues = this.main.getByRole("group", { name: t("annotations.queue.label") });
    await queues.getByRole("button", { name: t(`annotations.queue.${queue}`) }).click();
    return this;
  }

  async press(key: keyof typeof KEYS): Promise<this> {
    await this.page.keyboard.press(KEYS[key]);
    return this;
  }

  /** Answers with the label that has this key. */
  async answerWithKey(key: string): Promise<this> {
    await this.page.keyboard.press(key);
    return this;
  }

  /** Answers with the first label found for a few letters. */
  async answerByFinding(letters: string): Promise<this> {
    await this.press("find");
    const box = this.finder.getByRole("combobox");
    await box.fill(letters);
    await box.press("Enter");
    return this;
  }

  async undo(): Promise<this> {
    await this.page.keyboard.press("ControlOrMeta+z");
    return this;
  }

  async redo(): Promise<this> {
    await this.page.keyboard.press("ControlOrMeta+Shift+z");
    return this;
  }

  async showKeys(): Promise<this> {
    await this.page.keyboard.press("?");
    await this.keys.waitFor();
    return this;
  }

  /** The button of a label, pressed when it is the answer. */
  label(name: string): Locator {
    const board = this.main.getByRole("region", { name: t("annotations.labels"), exact: true });
    return board.getByRole("button", { name, exact: true });
  }

  /** Where a response is written. */
  get response(): Locator {
    return this.main.getByRole("textbox", { name: t("annotations.write.label") });
  }

  /** The box of a label where several may be ticked. */
  tag(name: string): Locator {
    const board = this.main.getByRole("region", { name: t("annotations.labels"), exact: true });
    return board.getByRole("checkbox", { name, exact: true });
  }

  /** The head of a group of labels, which folds it. */
  group(path: string): Locator {
    const group = this.main.getByRole("group", { name: path, exact: true });
    return group.locator("> button");
  }

  /** What is chosen, as it is told to those who listen. */
  saidChoice(text: string): Locator {
    return this.example.getByRole("status").filter({ hasText: new RegExp(`^${text}$`) });
  }

  hint(key: "first.tag" | "first.rank" | "noneAgain"): Locator {
    return this.main.getByText(t(`annotations.hint.${key}`), { exact: true });
  }

  /** The button that prefers a response. */
  prefer(letter: string): Locator {
    return this.main.getByRole("radio", { name: t("annotations.rank.prefer", { letter }) });
  }

  verdict(outcome: "tie" | "bad"): Locator {
    const name = t(`annotations.rank.${outcome}`, { responses: 2 });
    return this.main.getByRole("button", { name });
  }

  responseText(letter: string): Locator {
    return this.main.getByRole("article", { name: t("annotations.rank.response", { letter }) });
  }

  reason(name: string): Locator {
    return this.main.getByRole("option", { name, exact: true });
  }

  get keySettings(): Locator {
    return this.dialog("annotations.keys.change.title");
  }

  async openKeySettings(): Promise<this> {
    await this.showKeys();
    await this.keys.getByRole("button", { name: t("annotations.keys.change") }).press("Enter");
    await this.keySettings.waitFor();
    return this;
  }

  /** Where the key of an action is given. */
  keyOf(action: "skip" | "flag" | "back"): Locator {
    const name = t("annotations.keys.change.of", { action: t(`annotations.keys.${action}`) });
    return this.keySettings.getByRole("button", { name });
  }

  /** The popover with the size and the spacing of texts. */
  async openReading(): Promise<Locator> {
    await this.button("annotations.reading").press("Enter");
    const menu = this.dialog("annotations.reading");
    await menu.waitFor();
    return menu;
  }

  async showHistory(): Promise<Locator> {
    await this.button("annotations.history").press("Enter");
    const history = this.dialog("annotations.history.title");
    await history.waitFor();
    return history;
  }

  get draftNote(): Locator {
    return this.main.getByText(t("annotations.draft"));
  }

  async saveResponse(): Promise<this> {
    await this.response.press("ControlOrMeta+Enter");
    return this;
  }
}

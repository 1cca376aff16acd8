import type { Locator } from "@playwright/test";
import type { ChatTurn } from "../../shared/features/annotations/answer-value.ts";
import { LabelPage } from "./label-page.ts";
import { t } from "./texts.ts";

/** The desk of a project in which conversations are rewritten. */
export class ChatDesk extends LabelPage {
  get conversation(): Locator {
    return this.main.getByRole("region", { name: t("annotations.chat.turns") });
  }

  get turns(): Locator {
    return this.conversation.getByRole("listitem");
  }

  /** Counted from 1, as people do. */
  turn(at: number, turns: number, role: ChatTurn["role"]): Locator {
    const name = t("annotations.chat.turn", {
      at,
      turns,
      role: t(`annotations.chat.role.${role}`),
    });
    return this.conversation.getByRole("listitem", { name, exact: true });
  }

  /** Where the words of a turn are written. */
  field(at: number): Locator {
    return this.conversation.getByRole("textbox", { name: t("annotations.chat.content", { at }) });
  }

  async pressAll(sequence: string): Promise<this> {
    for (const key of sequence.split(" ")) await this.page.keyboard.press(key);
    return this;
  }

  /** Why the conversation cannot be saved yet, beneath it. */
  problem(what: "endsElsewhere" | "noReply" | "emptyTurn" | "twoSystemTurns"): Locator {
    return this.example.getByRole("status").filter({ hasText: t(`annotations.hint.chat.${what}`) });
  }
}

import type { Locator } from "@playwright/test";
import { Screen } from "./screen.ts";
import { pattern, t } from "./texts.ts";

/** Deciding where people answered differently. */
export class AdjudicatePage extends Screen {
  get title() {
    return this.heading("agreement.decide.title");
  }

  get text(): Locator {
    return this.main.getByRole("region", { name: t("annotations.text") });
  }

  get comment(): Locator {
    return this.main.getByRole("textbox", { name: t("agreement.decide.comment") });
  }

  get decided(): Locator {
    return this.main.getByText(pattern("agreement.decided.title", "who", "when"));
  }

  get asksToChoose(): Locator {
    return this.main.getByText(t("agreement.decide.chooseFirst"));
  }

  get nothingLeft(): Locator {
    return this.main.getByText(t("agreement.decide.none.title"));
  }

  get other(): Locator {
    return this.card(t("agreement.other"));
  }

  left(open: number): Locator {
    return this.main.getByText(t("agreement.decide.left", { open, shown: String(open) }), {
      exact: true,
    });
  }

  place(place: number, all: number): Locator {
    return this.main.getByText(t("agreement.decide.place", { place, all }), { exact: true });
  }

  /** What one person answered, by the name shown. */
  card(name: string): Locator {
    return this.main.getByRole("region", { name, exact: true });
  }

  expert(letter: string): Locator {
    return this.card(t("agreement.expert", { letter }));
  }

  isChosen(card: Locator): Locator {
    return card.getByRole("button", { pressed: true });
  }
}

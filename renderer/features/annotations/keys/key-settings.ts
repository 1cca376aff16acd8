import { create } from "zustand";
import { type ChosenKeys, type DeskAction, giveKey, readChosenKeys } from "./desk-actions.ts";
import { keyCapOf } from "./desk-keys.ts";
import { readKept, writeKept } from "../kept-settings.ts";

const KEPT_AS = "tacit.deskKeys";

/** The keys that this person gave to the desk's actions. */
export const useKeySettings = create<{ chosen: ChosenKeys }>(() => ({
  chosen: readChosenKeys(readKept(KEPT_AS)),
}));

function keep(chosen: ChosenKeys): void {
  useKeySettings.setState({ chosen });
  writeKept(KEPT_AS, JSON.stringify(chosen));
}

/** Gives a key to an action; whatever had it gets the former key of the action. */
export const setActionKey = (action: DeskAction, key: string): void =>
  keep(giveKey(useKeySettings.getState().chosen, action, key));

export const resetActionKeys = (): void => keep({});

/** How the key of an action is shown, followed as it changes. */
export const useKeyCap = (action: DeskAction, labelKeys: Iterable<string> = []): string =>
  useKeySettings((state) => keyCapOf(action, labelKeys, state.chosen));

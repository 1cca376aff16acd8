/** What the overview of all keys needs of the desk, without the desk itself. */
export { type ChosenKeys, DESK_ACTION_NAMES, isFor, keysOf } from "./desk-actions.ts";
export { keyCap, takenKeys } from "./desk-keys.ts";
export { useKeySettings } from "./key-settings.ts";
export { KeySettings } from "./KeySettings.tsx";

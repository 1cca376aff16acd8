/** The key that commands are given with, as it is printed on this computer's keyboard. */
export const MODIFIER_KEY = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";

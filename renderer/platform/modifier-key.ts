const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** The key that commands are given with, as it is printed on this computer's keyboard. */
export const MODIFIER_KEY = isApple ? "⌘" : "Ctrl";
export const ALT_KEY = isApple ? "⌥" : "Alt";

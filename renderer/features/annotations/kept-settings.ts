/** What was kept for this person; null also where nothing may be kept. */
export function readKept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a setting for this person; where that is forbidden or full, it lasts until the program ends. */
export function writeKept(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // In force all the same, for as long as the window is open.
  }
}

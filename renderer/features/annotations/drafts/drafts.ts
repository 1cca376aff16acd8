import { useSyncExternalStore } from "react";
import { DraftBook, type DraftStorage } from "./draft-book.ts";

const WRITE_AFTER_MS = 250;

/** Asking for the storage may itself be forbidden. */
const storage: DraftStorage = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
  removeItem: (key) => localStorage.removeItem(key),
};

export const drafts = new DraftBook(storage, (write) => void setTimeout(write, WRITE_AFTER_MS));

window.addEventListener("pagehide", () => drafts.flush());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") drafts.flush();
});

/** The draft of an example, followed as it changes. */
export const useDraft = (exampleId: string) =>
  useSyncExternalStore(drafts.subscribe, () => drafts.find(exampleId));

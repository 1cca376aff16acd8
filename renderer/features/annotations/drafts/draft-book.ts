import { AnswerValue } from "../../../../shared/features/annotations/answer-value.ts";

/** Where drafts outlive the program; it may be full or forbidden. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const keyOf = (exampleId: string): string => `tacit.answerDraft.${exampleId}`;
/** Where earlier versions kept half-written responses, as plain text. */
const writtenKeyOf = (exampleId: string): string => `tacit.draft.${exampleId}`;

function parse(stored: string): AnswerValue | null {
  try {
    return AnswerValue.parse(JSON.parse(stored));
  } catch {
    return null;
  }
}

/** Answers that are composed in several acts and not saved yet, one an example. */
export class DraftBook {
  readonly #storage: DraftStorage;
  /** Calls back once, a moment later; the storage is slow, and somebody may be typing. */
  readonly #later: (write: () => void) => void;
  /** What is known of an example; null when there is no draft. */
  readonly #known = new Map<string, AnswerValue | null>();
  readonly #unwritten = new Set<string>();
  readonly #listeners = new Set<() => void>();

  constructor(storage: DraftStorage, later: (write: () => void) => void) {
    this.#storage = storage;
    this.#later = later;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The draft of an example, the same object until it changes. */
  find(exampleId: string): AnswerValue | null {
    const known = this.#known.get(exampleId);
    if (known !== undefined) return known;
    const stored = this.#read(exampleId);
    this.#known.set(exampleId, stored);
    return stored;
  }

  keep(exampleId: string, value: AnswerValue): void {
    this.#change(exampleId, value);
  }

  drop(exampleId: string): void {
    if (this.find(exampleId) !== null) this.#change(exampleId, null);
  }

  /** Writes what has not been written yet, as before the window goes away. */
  flush(): void {
    for (const exampleId of this.#unwritten) this.#write(exampleId);
    this.#unwritten.clear();
  }

  #change(exampleId: string, value: AnswerValue | null): void {
    this.#known.set(exampleId, value);
    if (this.#unwritten.size === 0) this.#later(() => this.flush());
    this.#unwritten.add(exampleId);
    for (const listener of this.#listeners) listener();
  }

  #read(exampleId: string): AnswerValue | null {
    try {
      const stored = this.#storage.getItem(keyOf(exampleId));
      if (stored !== null) return parse(stored);
      const response = this.#storage.getItem(writtenKeyOf(exampleId));
      return response === null ? null : { kind: "write", response };
    } catch {
      return null;
    }
  }

  #write(exampleId: string): void {
    const value = this.#known.get(exampleId) ?? null;
    try {
      this.#storage.removeItem(writtenKeyOf(exampleId));
      if (value === null) this.#storage.removeItem(keyOf(exampleId));
      else this.#storage.setItem(keyOf(exampleId), JSON.stringify(value));
    } catch {
      // Full or forbidden: the copy in memory lives until the program ends.
    }
  }
}

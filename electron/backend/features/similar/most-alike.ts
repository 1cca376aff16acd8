/** The best of many, in memory for no more than are wanted. */
export class MostAlike<Item extends { similarity: number; key: number }> {
  #items: Item[] = [];
  #hasMore = false;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(item: Item): void {
    this.#items.push(item);
    if (this.#items.length >= this.#most * 2 + 16) this.#trim();
  }

  #trim(): void {
    this.#items.sort((a, b) => b.similarity - a.similarity || a.key - b.key);
    if (this.#items.length > this.#most) this.#hasMore = true;
    this.#items.length = Math.min(this.#items.length, this.#most);
  }

  /** The most alike first; of equally good ones the earlier example. */
  list(): { items: Item[]; hasMore: boolean } {
    this.#trim();
    return { items: this.#items, hasMore: this.#hasMore };
  }
}

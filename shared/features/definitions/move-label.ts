/** The list with one entry at another place; a place past the end means the end. */
export function moveTo<Item>(items: readonly Item[], item: Item, toPosition: number): Item[] {
  const others = items.filter((other) => other !== item);
  return [...others.slice(0, toPosition), item, ...others.slice(toPosition)];
}

/** What another feature proposes for the example on the desk. */
export interface Offer {
  /** The key for it: takes the suggestion as it is, or puts it in to be looked through. */
  take: () => void;
  /** Enter while nothing is chosen; false when there is nothing to accept. */
  accept: () => boolean;
}

let offer: Offer | null = null;

export function setOffer(next: Offer | null): void {
  offer = next;
}
export const takeOffer = (): void => offer?.take();
export const acceptOffer = (): boolean => offer?.accept() ?? false;

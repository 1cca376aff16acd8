/** Whoever chose what to work on goes on at the text: Enter would only choose the same once more. */
export function focusText(): void {
  const text = document.querySelector<HTMLElement>("[data-desk-text]");
  if (text) text.focus({ preventScroll: true });
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

const TEXT_INPUTS = new Set([
  "text",
  "search",
  "url",
  "email",
  "password",
  "number",
  "tel",
  "date",
]);

/** True while the user writes somewhere: single-key commands must stay silent then. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return TEXT_INPUTS.has(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.isContentEditable
  );
}

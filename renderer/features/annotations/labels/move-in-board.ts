/** Arrows up and down go from label to label, left and right fold the group that has the focus. */
export function moveInBoard(press: KeyboardEvent, board: HTMLElement): boolean {
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return false;
  const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
  const focused = document.activeElement;
  if (step !== undefined) {
    const rows = [...board.querySelectorAll<HTMLElement>("[data-label-row]")];
    const at = rows.findIndex((row) => row === focused);
    const next = at < 0 ? rows.at(step > 0 ? 0 : -1) : rows[at + step];
    next?.focus();
    return rows.length > 0;
  }
  const { group } = focused instanceof HTMLElement ? focused.dataset : {};
  const folds = press.key === "ArrowLeft" && group === "open";
  const unfolds = press.key === "ArrowRight" && group === "folded";
  if (focused instanceof HTMLElement && (folds || unfolds)) {
    focused.click();
    return true;
  }
  return false;
}

import { useCallback, useState } from "react";
import { add, NOTHING, rangeOf, type Selected, toggle } from "./selection.ts";

interface State {
  /** The row that the keyboard is at. */
  active: number;
  /** Where a range began that Shift draws on. */
  anchor: number;
  selected: Selected;
}

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

const START: State = { active: 0, anchor: 0, selected: NOTHING };

/** Where a key leads from a row; null for keys that do not move. */
function rowAfter(key: string, row: number, size: { count: number; page: number }): number | null {
  const to: Record<string, number> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + size.page,
    PageUp: row - size.page,
    Home: 0,
    End: size.count - 1,
  };
  const next = to[key];
  return next === undefined ? null : Math.max(0, Math.min(size.count - 1, next));
}

/** Which row is active and which are chosen, as lists on a desktop do it. */
export function useTableState() {
  const [state, setState] = useState(START);
  const reset = useCallback(() => setState(START), []);
  return {
    state,
    reset,
    choose: (selected: Selected) => setState((old) => ({ ...old, selected })),

    click(
      row: number,
      event: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; toggles: boolean },
    ) {
      setState(({ anchor, selected }) => {
        if (event.shiftKey)
          return { active: row, anchor, selected: add(NOTHING, rangeOf(anchor, row)) };
        const adds = event.toggles || event.ctrlKey || event.metaKey;
        return { active: row, anchor: row, selected: adds ? toggle(selected, row) : NOTHING };
      });
    },

    /** Does what a key means; the row to be seen then, or null when the key means nothing here. */
    press(event: Pressed, size: { count: number; page: number }): number | null {
      if (size.count === 0) return null;
      const { active, anchor, selected } = state;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a") {
        setState({ ...state, selected: [{ from: 0, to: size.count - 1 }] });
        return active;
      }
      if (event.key === " ") {
        setState({ active, anchor: active, selected: toggle(selected, active) });
        return active;
      }
      if (event.key === "Escape" && selected.length > 0) {
        setState({ ...state, selected: NOTHING });
        return active;
      }
      const next = rowAfter(event.key, active, size);
      if (next === null) return null;
      if (event.shiftKey)
        setState({ active: next, anchor, selected: add(NOTHING, rangeOf(anchor, next)) });
      else setState({ active: next, anchor: next, selected });
      return next;
    },
  };
}
export type TableState = ReturnType<typeof useTableState>;

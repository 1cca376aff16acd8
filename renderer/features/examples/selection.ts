/** Places in a list, both ends included. */
export interface Range {
  from: number;
  to: number;
}
/** Ranges in order that do not touch: a million rows are one of them. */
export type Selected = readonly Range[];

export const NOTHING: Selected = [];

export const isSelected = (selected: Selected, row: number): boolean =>
  selected.some(({ from, to }) => from <= row && row <= to);

export const countSelected = (selected: Selected): number =>
  selected.reduce((sum, { from, to }) => sum + to - from + 1, 0);

export const rangeOf = (one: number, other: number): Range => ({
  from: Math.min(one, other),
  to: Math.max(one, other),
});

export function add(selected: Selected, { from, to }: Range): Selected {
  const apart = selected.filter((range) => range.to < from - 1 || range.from > to + 1);
  const met = selected.filter((range) => range.to >= from - 1 && range.from <= to + 1);
  const joined = {
    from: Math.min(from, ...met.map((range) => range.from)),
    to: Math.max(to, ...met.map((range) => range.to)),
  };
  return [...apart, joined].toSorted((a, b) => a.from - b.from);
}

export function remove(selected: Selected, row: number): Selected {
  return selected.flatMap((range) => {
    if (row < range.from || row > range.to) return [range];
    const parts = [
      { from: range.from, to: row - 1 },
      { from: row + 1, to: range.to },
    ];
    return parts.filter(({ from, to }) => from <= to);
  });
}

export const toggle = (selected: Selected, row: number): Selected =>
  isSelected(selected, row) ? remove(selected, row) : add(selected, { from: row, to: row });

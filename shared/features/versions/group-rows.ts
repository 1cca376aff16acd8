/** What ties rows together: rows of one group, and rows with the same normalised input, belong together. */
export interface Groupable {
  group: string | null;
  /** Equal for inputs that count as the same. */
  inputHash: string;
}

/** The names under which a row is tied to others; a group and an input never share a name. */
export function tiesOf(row: Groupable): string[] {
  const input = `input ${row.inputHash}`;
  return row.group === null ? [input] : [`group ${row.group}`, input];
}

/** Positions of the rows, cluster by cluster; each cluster's `key` does not depend on the order of rows. */
export interface Cluster {
  key: string;
  members: number[];
}

/** Clusters of the rows at `positions` that are tied, directly or through others (union–find, halving paths). */
export function clusterRows(rows: readonly Groupable[], positions: Iterable<number>): Cluster[] {
  const parent = new Map<string, string>();
  const rootOf = (tie: string): string => {
    let at = tie;
    for (;;) {
      const up = parent.get(at);
      if (up === undefined) parent.set(at, at);
      if (up === undefined || up === at) return at;
      const above = parent.get(up) ?? up;
      parent.set(at, above);
      at = above;
    }
  };
  const chosen = [...positions];
  for (const position of chosen) {
    const [first = "", second] = tiesOf(rows[position] as Groupable);
    const a = rootOf(first);
    if (second === undefined) continue;
    const b = rootOf(second);
    // The smaller name becomes the root, so that a cluster's key is the smallest of its names.
    if (a < b) parent.set(b, a);
    else parent.set(a, b);
  }
  const clusters = new Map<string, number[]>();
  for (const position of chosen) {
    const key = rootOf(tiesOf(rows[position] as Groupable)[0] as string);
    const members = clusters.get(key);
    if (members) members.push(position);
    else clusters.set(key, [position]);
  }
  return [...clusters].map(([key, members]) => ({ key, members }));
}

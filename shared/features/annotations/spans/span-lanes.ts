import type { TextRange } from "./text-steps.ts";

/**
 * A lane for every range, so that ranges which overlap never share one. The shortest lie nearest to the
 * text (lane 0), what encloses them lies further out. Lanes are in the order of `ranges`.
 */
export function spanLanes(ranges: readonly TextRange[]): number[] {
  const lanes = ranges.map(() => 0);
  const order = ranges.map((_, index) => index).toSorted((a, b) => at(a).start - at(b).start);
  let cluster: number[] = [];
  let clusterEnd = -1;
  for (const index of order) {
    if (at(index).start >= clusterEnd) {
      fill(cluster);
      cluster = [];
    }
    cluster.push(index);
    clusterEnd = Math.max(clusterEnd, at(index).end);
  }
  fill(cluster);
  return lanes;

  function at(index: number): TextRange {
    return ranges[index] ?? { start: 0, end: 0 };
  }
  /** Ranges of one cluster are connected by overlaps; of other clusters they need not know. */
  function fill(members: number[]): void {
    const length = (index: number) => at(index).end - at(index).start;
    const placed: number[] = [];
    for (const index of members.toSorted((a, b) => length(a) - length(b) || a - b)) {
      const { start, end } = at(index);
      const taken = new Set(
        placed
          .filter((other) => at(other).start < end && at(other).end > start)
          .map((other) => lanes[other] ?? 0),
      );
      let lane = 0;
      while (taken.has(lane)) lane++;
      lanes[index] = lane;
      placed.push(index);
    }
  }
}

import type { ExampleFilter } from "./contract.ts";

/** The same for filters that say the same, in whatever order their conditions were set. */
export const filterStamp = (filter: ExampleFilter): string =>
  JSON.stringify(filter, Object.keys(filter).toSorted());

import { type DuplicateCandidate, groupDuplicates } from "#shared/features/examples/duplicates.ts";
import type { DuplicateQueries } from "./queries.ts";

/** Every group of examples with the same input, one after the other; the text decides, not the hash. */
export function* listDuplicateGroups(queries: DuplicateQueries): Generator<DuplicateCandidate[]> {
  let hash: number | null = null;
  let members: DuplicateCandidate[] = [];
  for (const candidate of queries.sameHash()) {
    if (candidate.hash !== hash) {
      yield* groupDuplicates(members);
      hash = candidate.hash;
      members = [];
    }
    members.push(candidate);
  }
  yield* groupDuplicates(members);
}

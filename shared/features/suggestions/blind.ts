import { seededHash } from "../versions/seeded-hash.ts";

const SEED = 15;
const HASHES = 2 ** 53;

/**
 * Whether the suggestion of an example stays out of sight until it is answered: the same for ever in one
 * project, in the share asked for, and told by nothing else about the example.
 */
export const isBlind = (exampleId: string, projectId: string, share: number): boolean =>
  seededHash(`${projectId} ${exampleId}`, SEED) < share * HASHES;

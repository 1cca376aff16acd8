/** What a bundle may cost at most; every limit counts what is really there, not what the file says. */
export interface BundleLimits {
  /** The file as it lies on the disk. */
  fileBytes: number;
  /** One part, unpacked. */
  partBytes: number;
  /** All parts together, unpacked. */
  unpackedBytes: number;
  entries: number;
  /** Unpacked by packed bytes, once a part is bigger than `ratioFromBytes`. */
  ratio: number;
  ratioFromBytes: number;
}

const MEGABYTE = 1_000_000;

/** A part becomes one text, and the longest text that V8 holds has about 500 million characters. */
export const BUNDLE_LIMITS: BundleLimits = {
  fileBytes: 200 * MEGABYTE,
  partBytes: 400 * MEGABYTE,
  unpackedBytes: 500 * MEGABYTE,
  entries: 12,
  // Lines of JSON about short texts shrink to a thirtieth; a bomb to a thousandth.
  ratio: 200,
  ratioFromBytes: 4 * MEGABYTE,
};

/** Marks the end of a chain. */
const NONE = -1;

const bits = new DataView(new ArrayBuffer(8));
/** Spreads a hash that is a float over the places of a table. */
function placeOf(hash: number, mask: number): number {
  bits.setFloat64(0, hash);
  const mixed = Math.imul(bits.getUint32(0) ^ Math.imul(bits.getUint32(4), 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}

/**
 * A multiset of the rows that are in the project, by a 53-bit hash each: about 20 bytes a row, whatever
 * the texts' length. A row that was matched is taken out, so that two copies match two.
 */
export function createKnownRows(hashes: Float64Array, isRemoved: Uint8Array) {
  const places = 2 ** Math.max(4, Math.ceil(Math.log2(hashes.length + 1)));
  const heads = new Int32Array(places).fill(NONE);
  const next = new Int32Array(hashes.length);
  const link = (row: number) => {
    const place = placeOf(hashes[row] ?? 0, places - 1);
    next[row] = heads[place] ?? NONE;
    heads[place] = row;
  };
  // Linked from the back, and those put away first: chains then begin with the first row still there.
  for (const removed of [1, 0])
    for (let row = hashes.length - 1; row >= 0; row -= 1) if (isRemoved[row] === removed) link(row);

  return {
    /** The rows with this hash that nothing was matched with yet: those still there first, in file order. */
    *candidates(hash: number): Generator<number> {
      let row = heads[placeOf(hash, places - 1)] ?? NONE;
      while (row !== NONE) {
        if (hashes[row] === hash) yield row;
        row = next[row] ?? NONE;
      }
    },
    take(row: number) {
      const place = placeOf(hashes[row] ?? 0, places - 1);
      const after = next[row] ?? NONE;
      if (heads[place] === row) {
        heads[place] = after;
        return;
      }
      let before = heads[place] ?? NONE;
      while (before !== NONE && next[before] !== row) before = next[before] ?? NONE;
      if (before !== NONE) next[before] = after;
    },
  };
}
export type KnownRows = ReturnType<typeof createKnownRows>;

const FIRST_PLACES = 1024;
/** Beyond this share of filled places, finding a free one takes ever more steps. */
const FULLEST = 0.6;

const bits = new DataView(new ArrayBuffer(8));
function spread(hash: number): number {
  bits.setFloat64(0, hash);
  return Math.imul(bits.getUint32(0) ^ Math.imul(bits.getUint32(4), 0x9e3779b1), 0x85ebca6b) >>> 0;
}

/** A set of 53-bit hashes in one flat array: 16 to 32 bytes each. */
export function createHashSet() {
  let places = new Float64Array(FIRST_PLACES).fill(Number.NaN);
  let size = 0;

  function placeOf(hash: number): number {
    let place = spread(hash) & (places.length - 1);
    for (;;) {
      const there = places[place];
      if (there === hash || there === undefined || Number.isNaN(there)) return place;
      place = (place + 1) & (places.length - 1);
    }
  }

  function grow() {
    const before = places;
    places = new Float64Array(before.length * 2).fill(Number.NaN);
    for (const hash of before) if (!Number.isNaN(hash)) places[placeOf(hash)] = hash;
  }

  return {
    /** True when the hash was not there yet. */
    add(hash: number): boolean {
      const place = placeOf(hash);
      if (places[place] === hash) return false;
      places[place] = hash;
      size += 1;
      if (size > places.length * FULLEST) grow();
      return true;
    },
  };
}

const FIRST_SLOTS = 1 << 12;
/** Above this share of filled slots the table doubles. */
const MOST_FILLED = 0.5;

/**
 * Which rows were seen before, by a 64-bit hash of their cells: with two million rows the chance of a single
 * wrong answer is below one in a million. A flat table, because a `Set` of a million numbers takes 50 MB.
 */
export function createRowHashes(maxRows: number) {
  let table = new Uint32Array(FIRST_SLOTS * 2);
  let slots = FIRST_SLOTS;
  let filled = 0;
  let isFull = false;
  /** Both halves of the hash so far; an array, because plain variables would be allocated at each change. */
  const state = new Int32Array(2);

  /** The place of a hash, or the free one where it belongs. */
  function find(a: number, b: number): number {
    let slot = a & (slots - 1);
    while (table[slot * 2] !== 0 || table[slot * 2 + 1] !== 0) {
      if (table[slot * 2] === a && table[slot * 2 + 1] === b) return slot;
      slot = (slot + 1) & (slots - 1);
    }
    return slot;
  }

  function put(slot: number, a: number, b: number): void {
    table[slot * 2] = a;
    table[slot * 2 + 1] = b;
  }

  function grow(): void {
    const old = table;
    slots *= 2;
    table = new Uint32Array(slots * 2);
    for (let at = 0; at < old.length; at += 2) {
      const a = old[at] ?? 0;
      const b = old[at + 1] ?? 0;
      if (a !== 0 || b !== 0) put(find(a, b), a, b);
    }
  }

  return {
    begin(): void {
      state[0] = 0x9e3779b9;
      state[1] = 0x85ebca6b;
    },

    /** Takes the next cell in; true when it holds anything beyond ASCII. */
    take(cell: string): boolean {
      const pairs = cell.length & ~1;
      let a = state[0] ?? 0;
      let b = state[1] ?? 0;
      let seen = 0;
      // Two characters a step, and two chains that the processor works on side by side.
      for (let at = 0; at < pairs; at += 2) {
        const word = cell.charCodeAt(at) | (cell.charCodeAt(at + 1) << 16);
        seen |= word;
        a = Math.imul(a ^ word, 0xcc9e2d51);
        b = Math.imul(b ^ word, 0x85ebca6b);
        a = (a << 15) | (a >>> 17);
        b = (b << 13) | (b >>> 19);
      }
      const last = pairs < cell.length ? cell.charCodeAt(pairs) : 0;
      // The length keeps "ab","c" apart from "a","bc".
      state[0] = Math.imul(a ^ last ^ (cell.length << 16), 0x1b873593) ^ (a >>> 13);
      state[1] = Math.imul(b ^ last ^ cell.length, 0xc2b2ae35) ^ (b >>> 16);
      return ((seen | last) & 0xff80ff80) !== 0;
    },

    /** Whether the row taken in was there before; if not, it is now, as long as there is room. */
    isKnown(): boolean {
      const a = mix(state[0] ?? 0);
      // Zero in both halves means a free slot.
      const b = mix((state[1] ?? 0) ^ a) || 1;
      const slot = find(a, b);
      if (table[slot * 2] !== 0 || table[slot * 2 + 1] !== 0) return true;
      if (filled >= maxRows) {
        isFull = true;
        return false;
      }
      put(slot, a, b);
      filled += 1;
      if (filled > slots * MOST_FILLED) grow();
      return false;
    },
    isFull: () => isFull,
  };
}

/** The finish of MurmurHash3: every bit reaches every other. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

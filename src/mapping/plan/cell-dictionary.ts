import { textOf } from '#formats';

/** Number of the entry that stands for an empty cell in every dictionary. */
export const EMPTY_ENTRY = 0;

/** Integers kept of each entry: hash, where its key begins in the arena, where the second cell begins, mark. */
const FACTS = 4;
const START = 1;
const SPLIT = 2;
const MARK = 3;

/**
 * Numbers the distinct cells of one field, so that a text that repeats is decoded and understood once. A key is the bytes
 * of one cell, or of two (text and id) with a mark of which columns they came from. Open addressing over bytes, four at a
 * time; no string is made for a key that was seen before.
 */
export class CellDictionary<Entry> {
  readonly entries: Entry[];
  readonly #make: (first: string, second: string, mark: number) => Entry;
  #table = new Int32Array(1 << 8);
  /** A key ends where the next entry's begins, so one more entry than there are is laid out. */
  #facts = new Int32Array((1 << 7) * FACTS);
  #arena = new Uint8Array(1 << 12);
  #arenaWords = new DataView(this.#arena.buffer);
  #last = EMPTY_ENTRY;
  /** The buffer that was looked at last, as words. */
  #bytes: Uint8Array = new Uint8Array(0);
  #words = new DataView(this.#bytes.buffer);

  /** `make` understands a new key; `empty` becomes entry 0 and is never looked up. */
  constructor(empty: Entry, make: (first: string, second: string, mark: number) => Entry) {
    this.entries = [empty];
    this.#make = make;
  }

  /** The entry of the cell `bytes[s1..e1)`, with a second cell `[s2..e2)` of the same buffer, read in column set `mark`. */
  lookup(bytes: Uint8Array, s1: number, e1: number, s2: number, e2: number, mark: number): number {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    // The same value often stands in row after row (instansi, kind of post): then one comparison is all.
    const last = this.#last;
    if (last !== EMPTY_ENTRY && this.#isKey(last, s1, e1, s2, e2, mark)) return last;
    const words = this.#words;
    const hash = hashCell(words, s2, e2, hashCell(words, s1, e1, mark + 0x9747b28c));
    const table = this.#table;
    const facts = this.#facts;
    const mask = table.length - 1;
    let place = hash & mask;
    for (;;) {
      const id = table[place] as number;
      if (id === 0) break;
      if (facts[id * FACTS] === hash && this.#isKey(id, s1, e1, s2, e2, mark)) {
        this.#last = id;
        return id;
      }
      place = (place + 1) & mask;
    }
    const id = this.#add(s1, e1, s2, e2, mark, hash);
    table[place] = id;
    if (id * 2 > table.length) this.#growTable();
    return id;
  }

  #isKey(id: number, s1: number, e1: number, s2: number, e2: number, mark: number): boolean {
    const facts = this.#facts;
    const at = id * FACTS;
    const start = facts[at + START] as number;
    const split = facts[at + SPLIT] as number;
    if (split - start !== e1 - s1 || (facts[at + FACTS + START] as number) - split !== e2 - s2) return false;
    return (
      facts[at + MARK] === mark &&
      isSame(this.#arenaWords, start, this.#words, s1, e1) &&
      isSame(this.#arenaWords, split, this.#words, s2, e2)
    );
  }

  #add(s1: number, e1: number, s2: number, e2: number, mark: number, hash: number): number {
    const id = this.entries.length;
    const bytes = this.#bytes;
    this.entries.push(this.#make(textOf(bytes, s1, e1), textOf(bytes, s2, e2), mark));
    if ((id + 2) * FACTS > this.#facts.length) {
      this.#facts = enlarge(this.#facts, new Int32Array(this.#facts.length * 2));
    }
    const facts = this.#facts;
    const at = id * FACTS;
    const start = facts[at + START] as number;
    const split = start + e1 - s1;
    const end = split + e2 - s2;
    while (end > this.#arena.length) {
      this.#arena = enlarge(this.#arena, new Uint8Array(this.#arena.length * 2));
      this.#arenaWords = new DataView(this.#arena.buffer);
    }
    const arena = this.#arena;
    for (let i = s1, k = start; i < e1; i++, k++) arena[k] = bytes[i] as number;
    for (let i = s2, k = split; i < e2; i++, k++) arena[k] = bytes[i] as number;
    facts[at] = hash;
    facts[at + SPLIT] = split;
    facts[at + MARK] = mark;
    facts[at + FACTS + START] = end;
    return id;
  }

  #growTable(): void {
    const table = new Int32Array(this.#table.length * 4);
    const mask = table.length - 1;
    for (let id = 1; id < this.entries.length; id++) {
      let place = (this.#facts[id * FACTS] as number) & mask;
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = id;
    }
    this.#table = table;
  }
}

function enlarge<T extends Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Mixes a cell into a hash. */
function hashCell(words: DataView, start: number, end: number, seed: number): number {
  let hash = seed + end - start;
  let i = start;
  for (; i + 4 <= end; i += 4) {
    hash = Math.imul(hash ^ words.getInt32(i, true), 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  let rest = 0;
  for (; i < end; i++) rest = (rest << 8) | words.getUint8(i);
  hash = Math.imul(hash ^ rest, 0x5bd1e995);
  return hash ^ (hash >>> 13);
}

/** Whether the bytes from `at` on are those of a cell. */
function isSame(a: DataView, at: number, b: DataView, start: number, end: number): boolean {
  let i = start;
  let k = at;
  for (; i + 4 <= end; i += 4, k += 4) if (a.getInt32(k, true) !== b.getInt32(i, true)) return false;
  for (; i < end; i++, k++) if (a.getUint8(k) !== b.getUint8(i)) return false;
  return true;
}

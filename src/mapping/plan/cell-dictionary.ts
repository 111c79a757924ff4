/** Number of the entry that stands for an empty cell in every dictionary. */
export const EMPTY_ENTRY = 0;

const decoder = new TextDecoder();

/**
 * Numbers the distinct cells of one field, so that a text that repeats is decoded and understood once. A key is the bytes
 * of one cell, or of two (text and id) with a mark of which columns they came from. Open addressing over bytes; no
 * string is made for a key that was seen before.
 */
export class CellDictionary<Entry> {
  readonly entries: Entry[];
  readonly #make: (first: string, second: string, mark: number) => Entry;
  #table = new Int32Array(1 << 8);
  #hashes = new Int32Array(1 << 7);
  /** Where the key of each entry begins in the arena; a key ends where the next begins. */
  #starts = new Int32Array((1 << 7) + 1);
  #splits = new Int32Array(1 << 7);
  #marks = new Int32Array(1 << 7);
  #arena = new Uint8Array(1 << 12);
  #last = EMPTY_ENTRY;

  /** `make` understands a new key; `empty` becomes entry 0 and is never looked up. */
  constructor(empty: Entry, make: (first: string, second: string, mark: number) => Entry) {
    this.entries = [empty];
    this.#make = make;
  }

  /** The entry of the cell `bytes[s1..e1)`, with a second cell `[s2..e2)` of the same buffer, read in column set `mark`. */
  lookup(bytes: Uint8Array, s1: number, e1: number, s2: number, e2: number, mark: number): number {
    // The same value often stands in row after row (instansi, kind of post): then one comparison is all.
    if (this.#last !== EMPTY_ENTRY && this.#isKey(this.#last, bytes, s1, e1, s2, e2, mark)) return this.#last;
    let hash = mark + 0x9747b28c;
    for (let i = s1; i < e1; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x5bd1e995) + 1;
    hash = Math.imul(hash ^ 0x1ff, 0x5bd1e995);
    for (let i = s2; i < e2; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x5bd1e995) + 1;
    hash ^= hash >>> 15;
    const mask = this.#table.length - 1;
    let place = hash & mask;
    for (;;) {
      const id = this.#table[place] as number;
      if (id === 0) break;
      if (this.#hashes[id] === hash && this.#isKey(id, bytes, s1, e1, s2, e2, mark)) {
        this.#last = id;
        return id;
      }
      place = (place + 1) & mask;
    }
    return this.#add(place, hash, bytes, s1, e1, s2, e2, mark);
  }

  #isKey(id: number, bytes: Uint8Array, s1: number, e1: number, s2: number, e2: number, mark: number): boolean {
    const start = this.#starts[id] as number;
    const split = this.#splits[id] as number;
    if (this.#marks[id] !== mark || split - start !== e1 - s1) return false;
    if ((this.#starts[id + 1] as number) - split !== e2 - s2) return false;
    const arena = this.#arena;
    for (let i = s1, k = start; i < e1; i++, k++) if (arena[k] !== bytes[i]) return false;
    for (let i = s2, k = split; i < e2; i++, k++) if (arena[k] !== bytes[i]) return false;
    return true;
  }

  #add(
    place: number,
    hash: number,
    bytes: Uint8Array,
    s1: number,
    e1: number,
    s2: number,
    e2: number,
    mark: number,
  ): number {
    const id = this.entries.length;
    this.entries.push(this.#make(decoder.decode(bytes.subarray(s1, e1)), decoder.decode(bytes.subarray(s2, e2)), mark));
    if (id + 1 >= this.#hashes.length) this.#growEntries();
    const start = this.#starts[id] as number;
    const end = start + (e1 - s1) + (e2 - s2);
    while (end > this.#arena.length) this.#arena = enlarge(this.#arena, new Uint8Array(this.#arena.length * 2));
    this.#arena.set(bytes.subarray(s1, e1), start);
    this.#arena.set(bytes.subarray(s2, e2), start + e1 - s1);
    this.#hashes[id] = hash;
    this.#splits[id] = start + e1 - s1;
    this.#marks[id] = mark;
    this.#starts[id + 1] = end;
    this.#table[place] = id;
    if (id * 2 > this.#table.length) this.#growTable();
    return id;
  }

  #growEntries(): void {
    const size = this.#hashes.length * 2;
    this.#hashes = enlarge(this.#hashes, new Int32Array(size));
    this.#splits = enlarge(this.#splits, new Int32Array(size));
    this.#marks = enlarge(this.#marks, new Int32Array(size));
    this.#starts = enlarge(this.#starts, new Int32Array(size + 1));
  }

  #growTable(): void {
    const table = new Int32Array(this.#table.length * 4);
    const mask = table.length - 1;
    for (let id = 1; id < this.entries.length; id++) {
      let place = (this.#hashes[id] as number) & mask;
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

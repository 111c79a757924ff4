import type { RecordReader } from './record-store.ts';

/** The shared part of an index; see `KeyIndex`. */
export interface KeyIndexBuffers {
  /** Record + 1 by place; 0 = free. */
  readonly table: SharedArrayBuffer;
  /** Another record with the same key, by record: record + 1, or 0. */
  readonly next: SharedArrayBuffer;
}

/**
 * Which records hold a key: `width` integers of the record from `int` on. Open addressing in shared memory; the keys
 * themselves are read from the records, which are looked at in any case. Built by one thread, then only read.
 */
export class KeyIndex {
  readonly buffers: KeyIndexBuffers;
  readonly #table: Int32Array;
  readonly #next: Int32Array;
  readonly #records: RecordReader;
  readonly #int: number;
  readonly #width: number;

  constructor(buffers: KeyIndexBuffers, records: RecordReader, int: number, width: number) {
    this.buffers = buffers;
    this.#table = new Int32Array(buffers.table);
    this.#next = new Int32Array(buffers.next);
    this.#records = records;
    this.#int = int;
    this.#width = width;
  }

  /** Indexes all records whose key's first integer is a value (an all-zero key and an unusable one are none). */
  static build(records: RecordReader, int: number, width: number): KeyIndex {
    let size = 16;
    while (size < records.count * 1.6) size *= 2;
    const buffers = {
      table: new SharedArrayBuffer(size * 4),
      next: new SharedArrayBuffer(Math.max(4, records.count * 4)),
    };
    const index = new KeyIndex(buffers, records, int, width);
    const key = new Int32Array(width);
    for (let record = 0; record < records.count; record++) {
      records.moveTo(record);
      for (let i = 0; i < width; i++) key[i] = records.ints[records.int + int + i] as number;
      if (isKey(key, 0, width)) index.#add(key, record);
    }
    return index;
  }

  /** The first record that holds the key `keys[at..at + width)`, or -1. The reader then points at it. */
  find(keys: Int32Array, at: number): number {
    if (!isKey(keys, at, this.#width)) return -1;
    return (this.#table[this.#place(keys, at)] as number) - 1;
  }

  /** The next record with the same key, or -1. */
  after(record: number): number {
    return (this.#next[record] as number) - 1;
  }

  /** Records that hold one key, each with the next of its chain. */
  pairsOfOneKey(): (readonly [number, number])[] {
    const pairs: (readonly [number, number])[] = [];
    for (let record = 0; record < this.#next.length; record++) {
      const next = this.#next[record] as number;
      if (next > 0) pairs.push([record, next - 1]);
    }
    return pairs;
  }

  #add(key: Int32Array, record: number): void {
    const place = this.#place(key, 0);
    const first = this.#table[place] as number;
    // A second record goes behind the first, so that the order of arrival is kept for the first one.
    if (first === 0) {
      this.#table[place] = record + 1;
      return;
    }
    this.#next[record] = this.#next[first - 1] as number;
    this.#next[first - 1] = record + 1;
  }

  /** Place of the key, or the free place where it would stand. */
  #place(keys: Int32Array, at: number): number {
    const table = this.#table;
    const records = this.#records;
    const mask = table.length - 1;
    let hash = 0;
    for (let i = 0; i < this.#width; i++) hash = Math.imul(hash ^ (keys[at + i] as number), 0x9e3779b1) + 0x7f4a7c15;
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d);
    let place = (hash ^ (hash >>> 13)) & mask;
    for (;;) {
      const record = (table[place] as number) - 1;
      if (record < 0) return place;
      records.moveTo(record);
      let i = 0;
      while (i < this.#width && records.ints[records.int + this.#int + i] === keys[at + i]) i++;
      if (i === this.#width) return place;
      place = (place + 1) & mask;
    }
  }
}

function isKey(keys: Int32Array, at: number, width: number): boolean {
  if (keys[at] === -1 && width === 2) return false;
  for (let i = 0; i < width; i++) if (keys[at + i] !== 0) return true;
  return false;
}

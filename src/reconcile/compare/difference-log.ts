/** Integers of a segment: lists grow by segments, so that nothing is copied and little stands empty. */
const SEGMENT_SHIFT = 14;
const SEGMENT_MASK = (1 << SEGMENT_SHIFT) - 1;

/** Growable run of integers: differences are kept as numbers until they are written, never as objects. */
export class IntList {
  readonly #segments: Int32Array[] = [];
  #last: Int32Array = new Int32Array(0);
  length = 0;

  /** Adds four integers; a list holds either single ones or groups of four. */
  push4(a: number, b: number, c: number, d: number): void {
    const at = this.length & SEGMENT_MASK;
    if (at === 0) this.#addSegment();
    const segment = this.#last;
    segment[at] = a;
    segment[at + 1] = b;
    segment[at + 2] = c;
    segment[at + 3] = d;
    this.length += 4;
  }

  push(value: number): void {
    const at = this.length & SEGMENT_MASK;
    if (at === 0) this.#addSegment();
    this.#last[at] = value;
    this.length += 1;
  }

  at(index: number): number {
    return (this.#segments[index >>> SEGMENT_SHIFT] as Int32Array)[index & SEGMENT_MASK] as number;
  }

  set(index: number, value: number): void {
    (this.#segments[index >>> SEGMENT_SHIFT] as Int32Array)[index & SEGMENT_MASK] = value;
  }

  toArray(): Int32Array<ArrayBuffer> {
    const array = new Int32Array(this.length);
    this.#segments.forEach((segment, index) => {
      const start = index << SEGMENT_SHIFT;
      array.set(segment.subarray(0, this.length - start), start);
    });
    return array;
  }

  #addSegment(): void {
    this.#last = new Int32Array(1 << SEGMENT_SHIFT);
    this.#segments.push(this.#last);
  }
}

/** Bytes of a segment of texts, and the most that one text may take with its length before it. */
const ARENA_SHIFT = 18;
const ARENA_MASK = (1 << ARENA_SHIFT) - 1;
const MOST_TEXT = 0xffff;

/** Bytes of texts that differ, each behind its length. */
export class TextArena {
  readonly #segments: Uint8Array[] = [];
  #used = 1 << ARENA_SHIFT;

  /** Keeps a copy of `bytes[start..end)`; returns its place. */
  keep(bytes: Uint8Array, start: number, end: number): number {
    const length = Math.min(end - start, MOST_TEXT);
    if (this.#used + 2 + length > 1 << ARENA_SHIFT) {
      this.#segments.push(new Uint8Array(1 << ARENA_SHIFT));
      this.#used = 0;
    }
    const last = this.#segments.length - 1;
    const segment = this.#segments[last] as Uint8Array;
    const at = this.#used;
    segment[at] = length & 0xff;
    segment[at + 1] = length >>> 8;
    for (let i = 0; i < length; i++) segment[at + 2 + i] = bytes[start + i] as number;
    this.#used = at + 2 + length;
    return (last << ARENA_SHIFT) | at;
  }

  get(place: number): Uint8Array {
    const segment = this.#segments[place >>> ARENA_SHIFT] as Uint8Array;
    const at = place & ARENA_MASK;
    const length = (segment[at] as number) | ((segment[at + 1] as number) << 8);
    return segment.subarray(at + 2, at + 2 + length);
  }
}

/**
 * All differences of one file in the order of its rows, four integers each: the pair within the file, slot and verdict, and
 * the Simpeg's value by the kind of its slot (integer, two integers, dictionary entry, place in the arena).
 */
export class DifferenceLog {
  readonly texts = new TextArena();
  readonly #items = new IntList();

  get count(): number {
    return this.#items.length / 4;
  }

  add(pair: number, slot: number, verdict: number, value: number, second = 0): void {
    this.#items.push4(pair, slot * 8 + verdict, value, second);
  }

  pair(index: number): number {
    return this.#items.at(index * 4);
  }

  slot(index: number): number {
    return this.#items.at(index * 4 + 1) >>> 3;
  }

  verdict(index: number): number {
    return this.#items.at(index * 4 + 1) & 7;
  }

  setVerdict(index: number, verdict: number): void {
    this.#items.set(index * 4 + 1, this.slot(index) * 8 + verdict);
  }

  value(index: number): number {
    return this.#items.at(index * 4 + 2);
  }

  second(index: number): number {
    return this.#items.at(index * 4 + 3);
  }
}

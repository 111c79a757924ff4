import { IntList } from '../int-list.ts';

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

/** Differences of a segment. */
const LOG_SHIFT = 13;
const LOG_MASK = (1 << LOG_SHIFT) - 1;

/**
 * All differences of one file in the order of its rows, ten bytes each, for millions wait until they are written: the pair
 * within the file, slot and verdict, and the Simpeg's value by the kind of its slot (integer, dictionary entry, place in the
 * arena; of a number of two integers its place among them).
 */
export class DifferenceLog {
  readonly texts = new TextArena();
  readonly #digits = new IntList();
  readonly #pairs: Int32Array[] = [];
  readonly #verdicts: Uint16Array[] = [];
  readonly #values: Int32Array[] = [];
  count = 0;

  add(pair: number, slot: number, verdict: number, value: number): void {
    const at = this.count & LOG_MASK;
    if (at === 0) this.#addSegment();
    const segment = this.count >>> LOG_SHIFT;
    (this.#pairs[segment] as Int32Array)[at] = pair;
    (this.#verdicts[segment] as Uint16Array)[at] = slot * 8 + verdict;
    (this.#values[segment] as Int32Array)[at] = value;
    this.count += 1;
  }

  addDigits(pair: number, slot: number, verdict: number, high: number, low: number): void {
    this.add(pair, slot, verdict, this.#digits.length);
    this.#digits.push(high);
    this.#digits.push(low);
  }

  pair(index: number): number {
    return (this.#pairs[index >>> LOG_SHIFT] as Int32Array)[index & LOG_MASK] as number;
  }

  slot(index: number): number {
    return this.#slotAndVerdict(index) >>> 3;
  }

  verdict(index: number): number {
    return this.#slotAndVerdict(index) & 7;
  }

  setVerdict(index: number, verdict: number): void {
    (this.#verdicts[index >>> LOG_SHIFT] as Uint16Array)[index & LOG_MASK] = this.slot(index) * 8 + verdict;
  }

  value(index: number): number {
    return (this.#values[index >>> LOG_SHIFT] as Int32Array)[index & LOG_MASK] as number;
  }

  /** The two integers of a difference that `addDigits` added. */
  digits(index: number): readonly [high: number, low: number] {
    const place = this.value(index);
    return [this.#digits.at(place), this.#digits.at(place + 1)];
  }

  #slotAndVerdict(index: number): number {
    return (this.#verdicts[index >>> LOG_SHIFT] as Uint16Array)[index & LOG_MASK] as number;
  }

  #addSegment(): void {
    this.#pairs.push(new Int32Array(1 << LOG_SHIFT));
    this.#verdicts.push(new Uint16Array(1 << LOG_SHIFT));
    this.#values.push(new Int32Array(1 << LOG_SHIFT));
  }
}

import { appendLatin1, appendUtf16 } from '../sheet/append-text.ts';
import type { ByteSink } from '../sheet/byte-sink.ts';
import { BLOCK_ROOM } from '../sheet/sheet-rows.ts';
import type { SharedStrings } from '../xlsx/xlsx-strings.ts';
import type { BiffRecord } from './biff.ts';

const WIDE = 0x01;
const EXTENDED = 0x04;
const RICH = 0x08;

/** Reads the shared strings from their record and its continuations into an arena with room for a block of rows. */
export function readSharedStrings(stream: Buffer, records: readonly BiffRecord[]): SharedStrings {
  const total = records.reduce((sum, { from, to }) => sum + to - from, 0);
  // A byte of Latin-1 is at most two of UTF-8, two of UTF-16 at most three.
  const sink: ByteSink = { bytes: new Uint8Array(2 * total + BLOCK_ROOM), length: 0 };
  const reader = new ContinuedReader(stream, records);
  const offsets: number[] = [0];
  reader.skip(4);
  const promised = reader.hasMore ? reader.uint32() : 0;
  while (offsets.length <= promised && reader.hasMore) {
    readString(reader, sink);
    offsets.push(sink.length);
  }
  return {
    bytes: sink.bytes,
    offsets: Int32Array.from(offsets),
    count: offsets.length - 1,
    complete: true,
    end: sink.length,
  };
}

function readString(reader: ContinuedReader, sink: ByteSink): void {
  const characters = reader.uint16();
  const flags = reader.uint8();
  const runs = flags & RICH ? reader.uint16() : 0;
  const extra = flags & EXTENDED ? reader.uint32() : 0;
  reader.characters(sink, characters, (flags & WIDE) !== 0);
  reader.skip(4 * runs + extra);
}

/** Reads over the borders of a record and its continuations. What lies behind the last one reads as zero. */
class ContinuedReader {
  readonly #stream: Buffer;
  readonly #records: readonly BiffRecord[];
  #record = 0;
  #at: number;

  constructor(stream: Buffer, records: readonly BiffRecord[]) {
    this.#stream = stream;
    this.#records = records;
    this.#at = records[0]?.from ?? 0;
  }

  get hasMore(): boolean {
    return this.#left() > 0;
  }

  uint8(): number {
    return this.#left() > 0 ? (this.#stream[this.#at++] ?? 0) : 0;
  }

  uint16(): number {
    return this.uint8() + 256 * this.uint8();
  }

  uint32(): number {
    return this.uint16() + 65_536 * this.uint16();
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      const step = Math.min(left, this.#left());
      if (step === 0) return;
      this.#at += step;
      left -= step;
    }
  }

  /** A text that goes on in the next record says there anew whether its characters are one byte or two. */
  characters(sink: ByteSink, count: number, isWide: boolean): void {
    let wide = isWide;
    for (let left = count; left > 0; ) {
      const border = (this.#records[this.#record]?.to ?? 0) - this.#at;
      if (border <= 0) {
        if (this.#left() === 0) return;
        wide = (this.uint8() & WIDE) !== 0;
        continue;
      }
      const width = wide ? 2 : 1;
      const step = Math.min(left, Math.floor(border / width));
      if (step === 0)
        this.#at += border; // half a character before the border: damage
      else if (wide) appendUtf16(sink, this.#stream, this.#at, this.#at + 2 * step);
      else appendLatin1(sink, this.#stream, this.#at, this.#at + step);
      this.#at += step * width;
      left -= step;
    }
  }

  /** Bytes left in the record at hand; moves on where it is used up. */
  #left(): number {
    for (; this.#record < this.#records.length; this.#record++) {
      const { from = 0, to = 0 } = this.#records[this.#record] ?? {};
      if (this.#at < from || this.#at > to) this.#at = from;
      if (this.#at < to) return to - this.#at;
      this.#at = this.#records[this.#record + 1]?.from ?? 0;
    }
    return 0;
  }
}

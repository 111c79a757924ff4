import { problem } from '#kernel/problem.ts';
import { MAX_ROW, sizeText } from '../limits.ts';
import { DELIMITED, mendText } from '../stream/mend-text.ts';
import { RowCollector } from '../stream/row-collector.ts';
import type { RowBlock } from '../types.ts';

const ROOM = 512 * 1024;
const NULL = 0xfb;
/** What stands between two cells once the lengths are gone. */
const TAB = 9;

/** Packets of rows as they came, until somebody wants them; the bytes are used again and again. */
export class PacketBatch {
  bytes: Buffer = Buffer.allocUnsafe(ROOM + ROOM / 4);
  /** End of each packet; equal to the end before it where the packet was too long to be kept. */
  ends: Int32Array = new Int32Array(1_024);
  count = 0;
  length = 0;

  get isFull(): boolean {
    return this.length >= ROOM;
  }

  add(source: Uint8Array, from: number, to: number): void {
    const size = to - from > MAX_ROW ? 0 : to - from;
    if (this.length + size > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + size));
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    }
    if (this.count === this.ends.length) {
      const larger = new Int32Array(this.count * 2);
      larger.set(this.ends);
      this.ends = larger;
    }
    this.bytes.set(source.subarray(from, from + size), this.length);
    this.length += size;
    this.ends[this.count++] = this.length;
  }

  clear(): void {
    this.count = 0;
    this.length = 0;
  }
}

/**
 * A row of MySQL's text protocol is a run of texts with their lengths before them, so cells are ranges of the packet as it
 * came. The lengths become tabs, for what lies between cells must be text as well when a block is checked as a whole.
 */
export function blockOf(batch: PacketBatch, rows: RowCollector): RowBlock {
  const { bytes } = batch;
  let at = 0;
  for (let packet = 0; packet < batch.count; packet++) {
    const end = batch.ends[packet] ?? at;
    if (end === at) {
      rows.reject(problem('BARIS_TERLALU_PANJANG', { batas: sizeText(MAX_ROW) }));
      continue;
    }
    const first = rows.begin();
    const { cells } = rows;
    for (let column = 0; column < rows.columns; column++) {
      const mark = bytes[at] ?? NULL;
      let start = at + 1;
      let length = mark;
      if (mark === NULL) {
        length = -1;
      } else if (mark > NULL) {
        const size = mark === 0xfc ? 2 : mark === 0xfd ? 3 : 8;
        length = bytes.readUIntLE(start, Math.min(size, 6));
        start += size;
      }
      for (let i = at; i < start; i++) bytes[i] = TAB;
      cells[first + 2 * column] = length < 0 ? -1 : start;
      cells[first + 2 * column + 1] = length < 0 ? -1 : start + length;
      at = length < 0 ? start : start + length;
    }
    rows.commit();
    at = end;
  }
  return mendText(rows.take(bytes), 0, batch.length, DELIMITED);
}

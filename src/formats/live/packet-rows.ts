import { problem } from '#kernel/problem.ts';
import { MAX_ROW, sizeText } from '../limits.ts';
import { DELIMITED, mendText } from '../stream/mend-text.ts';
import type { RowCollector } from '../stream/row-collector.ts';
import type { RowBlock } from '../types.ts';
import type { PacketBatch } from './packet-batch.ts';

const NULL = 0xfb;
/** What stands between two cells once the lengths are gone. */
const TAB = 9;

/**
 * A row of MySQL's text protocol is a run of texts with their lengths before them, so cells are ranges of the packet as it
 * came. The lengths become tabs, for what lies between cells must be text as well when a block is checked as a whole.
 */
export function blockOf(batch: PacketBatch, rows: RowCollector): RowBlock {
  const { bytes } = batch;
  let at = 0;
  for (let packet = 0; packet < batch.count; packet++) {
    const end = batch.ends[packet] ?? at;
    if (end - at > MAX_ROW) {
      at = end;
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

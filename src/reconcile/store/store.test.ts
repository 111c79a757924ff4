import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRow, getSlot, ROW_INTS, ROW_TEXTS, setText } from '#mapping';
import { KeyIndex } from './key-index.ts';
import { RecordReader, RecordWriter } from './record-store.ts';

const NIP = getSlot('nip');

const rowOf = fc.record({
  ints: fc.array(fc.integer({ min: -1, max: 999_999_999 }), { minLength: ROW_INTS, maxLength: ROW_INTS }),
  texts: fc.array(fc.string({ maxLength: 40 }), { minLength: ROW_TEXTS, maxLength: ROW_TEXTS }),
});

describe('packed records', () => {
  it('come back as they went in', () => {
    fc.assert(
      fc.property(fc.array(rowOf, { minLength: 1, maxLength: 20 }), (rows) => {
        const writer = new RecordWriter();
        rows.forEach(({ ints, texts }, index) => {
          const row = createRow();
          row.ints.set(ints);
          texts.forEach((text, slot) => {
            const encoded = new TextEncoder().encode(text);
            setText(row, slot, encoded, 0, encoded.length);
          });
          writer.append(index + 7, row);
        });
        const reader = new RecordReader(writer.finish());
        rows.forEach(({ ints, texts }, index) => {
          reader.moveTo(index);
          reader.readTexts();
          expect(reader.dataRow).toBe(index + 7);
          expect([...reader.ints.subarray(reader.int, reader.int + ROW_INTS)]).toEqual(ints);
          texts.forEach((text, slot) => {
            const stored = new Uint8Array(reader.bytes.subarray(reader.textStart[slot], reader.textEnd[slot]));
            expect(stored).toEqual(new TextEncoder().encode(text));
          });
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('the index of numbers', () => {
  it('finds all records of a number and none of another', () => {
    const numbers = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 })), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(numbers, (pairs) => {
        const writer = new RecordWriter();
        const row = createRow();
        for (const [high, low] of pairs) {
          row.ints[NIP.int] = high;
          row.ints[NIP.int + 1] = low;
          writer.append(1, row);
        }
        const reader = new RecordReader(writer.finish());
        const index = KeyIndex.build(reader, NIP.int, 2);
        for (let high = 1; high <= 6; high++) {
          for (let low = 0; low <= 6; low++) {
            const found: number[] = [];
            for (let record = index.find(Int32Array.of(high, low), 0); record >= 0; record = index.after(record))
              found.push(record);
            const expected = pairs.flatMap((pair, record) => (pair[0] === high && pair[1] === low ? [record] : []));
            expect(found.toSorted((a, b) => a - b)).toEqual(expected);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves empty and unusable numbers out', () => {
    const writer = new RecordWriter();
    const row = createRow();
    writer.append(1, row);
    row.ints[NIP.int] = -1;
    writer.append(2, row);
    const index = KeyIndex.build(new RecordReader(writer.finish()), NIP.int, 2);
    expect(index.find(Int32Array.of(0, 0), 0)).toBe(-1);
    expect(index.find(Int32Array.of(-1, 0), 0)).toBe(-1);
  });
});

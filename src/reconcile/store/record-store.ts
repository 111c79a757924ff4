import { ROW_INTS, ROW_TEXTS, type Row } from '#mapping';

/**
 * Rows in canonical form, packed into shared memory so that every worker reads them without a copy. A record is
 * [data row in the file, 0] + the row's integers + the length of each text (16 bits each) + the texts, padded to 8 bytes.
 * Positions count in units of 8 bytes, so that 32-bit numbers reach 16 GiB; no record crosses the edge of a segment.
 */
export interface RecordStore {
  readonly segments: readonly SharedArrayBuffer[];
  /** Position of each record, in order of arrival. */
  readonly positions: SharedArrayBuffer;
  readonly count: number;
  /** Binary logarithm of the bytes of a segment. */
  readonly segmentShift: number;
}

const UNIT_SHIFT = 3;
/** Segments of 64 MiB for millions of records, of 1 MiB for the few of one delivery. */
export const SEGMENT_SHIFT = { large: 26, small: 20 } as const;

/** Integers before the row's own: the data row in the file. */
const HEAD_INTS = 1;
const LENGTHS_AT = (HEAD_INTS + ROW_INTS) * 4;
const TEXTS_AT = LENGTHS_AT + ROW_TEXTS * 2;
const MAX_TEXT = 0xffff;

export class RecordWriter {
  readonly #segments: SharedArrayBuffer[] = [];
  #ints: Int32Array = new Int32Array(0);
  #lengths: Uint16Array = new Uint16Array(0);
  #bytes: Uint8Array = new Uint8Array(0);
  readonly #segmentShift: number;
  /** Next free byte of the current segment. */
  #free: number;
  #positions = new Uint32Array(1 << 12);
  #count = 0;

  constructor(segmentShift: number = SEGMENT_SHIFT.large) {
    this.#segmentShift = segmentShift;
    this.#free = 2 ** segmentShift;
  }

  get count(): number {
    return this.#count;
  }

  /** Packs a row; returns its number. */
  append(dataRow: number, row: Row): number {
    let size = TEXTS_AT;
    for (let i = 0; i < ROW_TEXTS; i++) size += textLength(row, i);
    size = (size + 7) & ~7;
    if (this.#free + size > 2 ** this.#segmentShift) this.#addSegment();
    const at = this.#free;
    const int = at >>> 2;
    this.#ints[int] = dataRow;
    this.#ints.set(row.ints, int + HEAD_INTS);
    let text = at + TEXTS_AT;
    for (let i = 0; i < ROW_TEXTS; i++) {
      const length = textLength(row, i);
      this.#lengths[((at + LENGTHS_AT) >>> 1) + i] = length;
      const source = row.textBytes[i] as Uint8Array;
      const start = row.textStart[i] as number;
      for (let k = 0; k < length; k++) this.#bytes[text + k] = source[start + k] as number;
      text += length;
    }
    this.#free = at + size;
    if (this.#count === this.#positions.length) this.#growPositions();
    this.#positions[this.#count] =
      (this.#segments.length - 1) * 2 ** (this.#segmentShift - UNIT_SHIFT) + (at >>> UNIT_SHIFT);
    return this.#count++;
  }

  finish(): RecordStore {
    const positions = new SharedArrayBuffer(Math.max(4, this.#count * 4));
    new Uint32Array(positions).set(this.#positions.subarray(0, this.#count));
    return { segments: this.#segments, positions, count: this.#count, segmentShift: this.#segmentShift };
  }

  #addSegment(): void {
    const segment = new SharedArrayBuffer(2 ** this.#segmentShift);
    this.#segments.push(segment);
    this.#ints = new Int32Array(segment);
    this.#lengths = new Uint16Array(segment);
    this.#bytes = new Uint8Array(segment);
    this.#free = 0;
  }

  #growPositions(): void {
    const larger = new Uint32Array(this.#positions.length * 2);
    larger.set(this.#positions);
    this.#positions = larger;
  }
}

function textLength(row: Row, text: number): number {
  return Math.min(MAX_TEXT, (row.textEnd[text] as number) - (row.textStart[text] as number));
}

/** Reads records back; `moveTo` selects one, the getters then read from it. One reader a thread. */
export class RecordReader {
  readonly count: number;
  readonly #unitsShift: number;
  readonly #positions: Uint32Array;
  readonly #ints: readonly Int32Array[];
  readonly #lengths: readonly Uint16Array[];
  readonly #bytes: readonly Buffer[];
  /** The segment and the place of the selected record. */
  ints: Int32Array = new Int32Array(0);
  bytes: Buffer = Buffer.alloc(0);
  /** Index in `ints` of the row's first integer. */
  int = 0;
  readonly textStart = new Int32Array(ROW_TEXTS);
  readonly textEnd = new Int32Array(ROW_TEXTS);

  constructor(store: RecordStore) {
    this.count = store.count;
    this.#unitsShift = store.segmentShift - UNIT_SHIFT;
    this.#positions = new Uint32Array(store.positions);
    this.#ints = store.segments.map((segment) => new Int32Array(segment));
    this.#lengths = store.segments.map((segment) => new Uint16Array(segment));
    this.#bytes = store.segments.map((segment) => Buffer.from(segment));
  }

  /** Selects a record for integers only; `readTexts` adds its texts. */
  moveTo(record: number): void {
    const position = this.#positions[record] as number;
    const segment = position >>> this.#unitsShift;
    this.ints = this.#ints[segment] as Int32Array;
    this.bytes = this.#bytes[segment] as Buffer;
    this.int = ((position & ((1 << this.#unitsShift) - 1)) << (UNIT_SHIFT - 2)) + HEAD_INTS;
    this.#segment = segment;
  }
  #segment = 0;

  get dataRow(): number {
    return this.ints[this.int - HEAD_INTS] as number;
  }

  /** Fills `textStart` and `textEnd` for the selected record. */
  readTexts(): void {
    const at = (this.int - HEAD_INTS) * 4;
    const lengths = this.#lengths[this.#segment] as Uint16Array;
    let start = at + TEXTS_AT;
    for (let i = 0, k = (at + LENGTHS_AT) >>> 1; i < ROW_TEXTS; i++, k++) {
      this.textStart[i] = start;
      start += lengths[k] as number;
      this.textEnd[i] = start;
    }
  }
}

import { type Problem, problem } from '#kernel/problem.ts';
import type { LegacyDecoder } from '../stream/code-pages.ts';
import type { TextForm } from '../stream/mend-text.ts';
import type { Rest, RowScanner } from '../stream/read-blocks.ts';
import { RowCollector } from '../stream/row-collector.ts';

export interface DbfField {
  readonly name: string;
  /** C text, N and F number, D date, L boolean, M memo; of FoxPro: I integer, B double, Y money, T date and time. */
  readonly type: string;
  /** Place in the record, whose first byte is the deletion mark. */
  readonly offset: number;
  readonly length: number;
  readonly decimals: number;
}

export interface DbfShape {
  /** Records that the header promises. */
  readonly records: number;
  readonly headerBytes: number;
  readonly recordBytes: number;
  readonly fields: readonly DbfField[];
  readonly decode: LegacyDecoder;
}

const LIVE = 0x20;
const DELETED = 0x2a;
const END_OF_FILE = 0x1a;
const TEXT_TYPES = 'CNFDL';

/** Takes records of fixed width apart. */
export class DbfScanner implements RowScanner {
  readonly rows: RowCollector;
  readonly text: TextForm;
  done = false;
  readonly #shape: DbfShape;
  readonly #cut: Problem;
  /** Fields that are not text in the record. */
  readonly #special: readonly [column: number, field: DbfField][];
  /** Columns whose memo was reported once. */
  readonly #memos = new Set<number>();

  constructor(shape: DbfShape, cut: Problem) {
    this.rows = new RowCollector(shape.fields.length);
    this.text = { decode: shape.decode, fixedWidth: true };
    this.#shape = shape;
    this.#cut = cut;
    this.#special = [...shape.fields.entries()].filter(([, { type }]) => !TEXT_TYPES.includes(type));
  }

  scan(bytes: Buffer, from: number, to: number, rest: Rest): number {
    const { recordBytes } = this.#shape;
    let at = from;
    for (; !this.done && at + recordBytes <= to; at += recordBytes) this.#record(bytes, at);
    if (rest === 'more' || this.done) return at;
    // Some writers leave out the last mark; anything else behind the last whole record is part of one.
    const partial = at < to && bytes[at] !== END_OF_FILE;
    if (rest === 'end' && (partial || this.rows.nextRow <= this.#shape.records)) this.rows.reject(this.#cut);
    return to;
  }

  #record(bytes: Buffer, at: number): void {
    const mark = bytes[at];
    const promised = this.rows.nextRow <= this.#shape.records;
    if (mark === END_OF_FILE && promised) this.rows.reject(this.#cut);
    if (mark === END_OF_FILE || (!promised && mark !== LIVE && mark !== DELETED)) this.done = true;
    else if (mark === LIVE) this.#deliver(bytes, at);
    else this.rows.reject(problem(mark === DELETED ? 'BARIS_TERHAPUS' : 'BARIS_RUSAK'));
  }

  #deliver(bytes: Buffer, at: number): void {
    const cursor = this.rows.begin();
    const { cells } = this.rows;
    const { fields } = this.#shape;
    for (let column = 0; column < fields.length; column++) {
      const field = fields[column];
      if (field === undefined) continue;
      const start = at + field.offset;
      let end = start + field.length;
      // Padding is no content: blanks, or zeros of careless writers.
      while (end > start && (bytes[end - 1] === 32 || bytes[end - 1] === 0)) end--;
      if (field.type === 'L' && bytes[start] === 63) end = start;
      cells[cursor + 2 * column] = start;
      cells[cursor + 2 * column + 1] = end;
    }
    for (const [column, field] of this.#special) this.#convert(bytes, at + field.offset, column, field);
    this.rows.commit();
  }

  #convert(bytes: Buffer, start: number, column: number, field: DbfField): void {
    if ('MGPW'.includes(field.type)) this.#memo(bytes.subarray(start, start + field.length), column);
    this.rows.make(column, binaryText(bytes, start, field));
  }

  /** A memo lies in another file, which nobody sends along; empty pointers are blanks or zeros. */
  #memo(pointer: Buffer, column: number): void {
    if (this.#memos.has(column) || pointer.every((byte) => byte === 0 || byte === 32 || byte === 48)) return;
    this.#memos.add(column);
    this.rows.problems.push({ row: this.rows.nextRow, column, value: '', problem: problem('SEL_MEMO') });
  }
}

/** The text of a value that FoxPro stores in binary; '' for memos, pictures and empty dates. */
function binaryText(bytes: Buffer, start: number, { type, length, decimals }: DbfField): string {
  if ((type === 'I' || type === '+') && length === 4) return String(bytes.readInt32LE(start));
  if ((type === 'B' || type === 'O') && length === 8) return numberText(bytes.readDoubleLE(start), decimals);
  if (type === 'Y' && length === 8) return moneyText(bytes.readBigInt64LE(start));
  if ((type === 'T' || type === '@') && length === 8) return dayText(bytes.readInt32LE(start));
  return '';
}

const numberText = (value: number, decimals: number): string =>
  Number.isFinite(value) ? (decimals > 0 ? value.toFixed(Math.min(decimals, 20)) : String(value)) : '';

/** Money is an integer of ten-thousandths. */
function moneyText(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(5, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** yyyy-mm-dd of a Julian day; the time of day is left out. */
function dayText(julian: number): string {
  // 1 January of year 1 to 31 December 9999; day 0 is an empty value.
  if (julian < 1_721_426 || julian > 5_373_484) return '';
  return new Date((julian - 2_440_588) * 86_400_000).toISOString().slice(0, 10);
}

import { type ProblemCode } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { MAX_CELL } from '../limits.ts';
import type { ByteSink } from '../sheet/byte-sink.ts';
import { numberText } from '../sheet/number-text.ts';
import { appendSerial, DATE_TIME } from '../sheet/serial-dates.ts';
import { type JetFile, pointedRow, type Range } from './jet-file.ts';
import { type JetColumn } from './jet-table.ts';
import { jetText } from './jet-text.ts';

const INLINE = 0x80;
const ONE_PIECE = 0x40;
const MEMO_HEAD = 12;

/** Types of columns that hold text, numbers or days; pictures, attachments and bytes have no text. */
export const TYPE = {
  boolean: 0x01,
  byte: 0x02,
  integer: 0x03,
  long: 0x04,
  money: 0x05,
  float: 0x06,
  double: 0x07,
  date: 0x08,
  text: 0x0a,
  memo: 0x0c,
  guid: 0x0f,
  numeric: 0x10,
  bigInteger: 0x13,
} as const;

/** The text of a value that is not NULL. Throws a RangeError where the value is shorter than its type. */
export function valueText(file: JetFile, column: JetColumn, range: Range): Result<string, ProblemCode> {
  const value = file.bytes.subarray(range.from, range.to);
  switch (column.type) {
    case TYPE.byte:
      return ok(String(value.readUInt8(0)));
    case TYPE.integer:
      return ok(String(value.readInt16LE(0)));
    case TYPE.long:
      return ok(String(value.readInt32LE(0)));
    case TYPE.bigInteger:
      return ok(String(value.readBigInt64LE(0)));
    case TYPE.money:
      return ok(decimalText(value.readBigInt64LE(0), 4));
    case TYPE.float:
      return ok(String(Number(value.readFloatLE(0).toPrecision(7))));
    case TYPE.double:
      return ok(numberText(value.readDoubleLE(0)));
    case TYPE.date:
      return ok(dateText(value.readDoubleLE(0)));
    case TYPE.numeric:
      return ok(numericText(value, column.scale));
    case TYPE.guid:
      return ok(guidText(value));
    case TYPE.text:
      return ok(jetText(value));
    case TYPE.memo:
      return memoText(file, value);
    default:
      return ok('');
  }
}

/** An integer of so many decimals, without zeros at the end. */
function decimalText(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}

/** Sign, then four groups of four bytes, the highest group first. */
function numericText(value: Buffer, scale: number): string {
  let number = 0n;
  for (let group = 0; group < 4; group++) number = number * 0x1_0000_0000n + BigInt(value.readUInt32LE(1 + 4 * group));
  return decimalText((value[0] ?? 0) & 0x80 ? -number : number, scale);
}

/** Days from 30 December 1899, which are the serials of spreadsheets from March 1900 on. */
function dateText(serial: number): string {
  if (serial < 61) {
    const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
    return Number.isNaN(day.getTime()) || day.getUTCFullYear() < 100 ? '' : day.toISOString().slice(0, 10);
  }
  const sink: ByteSink = { bytes: new Uint8Array(32), length: 0 };
  return appendSerial(sink, serial, DATE_TIME, false)
    ? Buffer.from(sink.bytes.subarray(0, sink.length)).toString()
    : '';
}

function guidText(value: Buffer): string {
  const hex = [
    value.readUInt32LE(0).toString(16).padStart(8, '0'),
    value.readUInt16LE(4).toString(16).padStart(4, '0'),
    value.readUInt16LE(6).toString(16).padStart(4, '0'),
    value.toString('hex', 8, 16),
  ].join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-').toUpperCase();
}

/** A long text lies in its row, in one row of another page, or in a chain of those. */
function memoText(file: JetFile, value: Buffer): Result<string, ProblemCode> {
  const length = value.readUIntLE(0, 3);
  const kind = value.readUInt8(3);
  if (length > MAX_CELL) return fail('SEL_TERLALU_BESAR');
  if (kind === INLINE) return ok(jetText(value.subarray(MEMO_HEAD, MEMO_HEAD + length)));
  const pieces: Buffer[] = [];
  let pointer = value.readUInt32LE(4);
  for (let left = length; left > 0 && pointer !== 0; ) {
    const { from, to } = pointedRow(file, pointer);
    const skip = kind === ONE_PIECE ? 0 : 4;
    const piece = file.bytes.subarray(from + skip, Math.min(to, from + skip + left));
    if (piece.length === 0) return fail('XLSX_SEL_RUSAK');
    pieces.push(piece);
    left -= piece.length;
    pointer = kind === ONE_PIECE ? 0 : file.bytes.readUInt32LE(from);
  }
  const text = Buffer.concat(pieces);
  return text.length < length ? fail('XLSX_SEL_RUSAK') : ok(jetText(text));
}

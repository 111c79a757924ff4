import { textOf } from '#formats';
import { parseNik } from '#rules/nik.ts';
import { parseNip, parseNipLama, parseRoundedNip } from '#rules/nip.ts';
import { parseNpwp } from '#rules/npwp.ts';
import type { ProblemCode } from '#kernel/problem.ts';
import { type CellRange, isDayOfMonth, isEmptyCell, trimCell } from './cell-bytes.ts';
import type { PlanContext, SlotReader } from './context.ts';
import { type DigitPair, isPlainNip, readDigits } from './number-cells.ts';
import { getSlot, PNS_ID_INTS, type Slot, UNUSABLE, ROW_INTS } from './slots.ts';

/** An old number in the column of the new one still finds its person. The NIP is read first and the old column may overrule it. */
const NIP_LAMA = getSlot('nip_lama');
const OLD_NIP_DIGITS = 9;

/** What a rule says about a number: its digits, nothing, or a fault. */
type NumberReading =
  | { readonly ok: true; readonly value: string | undefined }
  | { readonly ok: false; readonly error: ProblemCode };

interface NumberRule {
  readonly parse: (text: string) => NumberReading;
  /** Numbers that need no question to the rule. */
  readonly isPlain: (digits: DigitPair) => boolean;
}

const RULES: Readonly<Record<string, NumberRule>> = {
  nip: {
    parse: (text) => pick(parseNip(text), (parts) => parts.nip),
    isPlain: ({ count, high, low }) => count === 18 && isPlainNip(high, low),
  },
  nip_lama: { parse: parseNipLama, isPlain: ({ count, low }) => count === 9 && low > 0 },
  nik: {
    parse: (text) => pick(parseNik(text), (parts) => parts.nik),
    isPlain: ({ count, high, low }) => count === 16 && isPlainNik(high, low),
  },
  npwp: {
    parse: parseNpwp, // The leading 0 that makes 15 digits 16 changes no integer.
    isPlain: ({ count, high }) => (count === 15 || count === 16) && high > 0,
  },
};

function pick<T>(
  reading: { readonly ok: true; readonly value: T | undefined } | { readonly ok: false; readonly error: ProblemCode },
  of: (value: T) => string,
): NumberReading {
  if (!reading.ok) return reading;
  return { ok: true, value: reading.value === undefined ? undefined : of(reading.value) };
}

const COMMON_YEAR = 1999;

/** `high` holds the first seven digits, `low` the last nine: the day is split between them. */
function isPlainNik(high: number, low: number): boolean {
  const codedDay = (high % 10) * 10 + Math.trunc(low / 100_000_000);
  const day = codedDay > 40 ? codedDay - 40 : codedDay;
  const month = Math.trunc(low / 1_000_000) % 100;
  // The century is not told, so 29 February is left to the rule.
  return high >= 1_000_000 && isDayOfMonth(COMMON_YEAR, month, day);
}

/** Reader of a number that names something: two integers, EMPTY, or UNUSABLE with its reason reported. */
export function compileDigits(slot: Slot, context: PlanContext): SlotReader | undefined {
  const feeds = context.feeds.of(slot.field.nama);
  const rule = RULES[slot.field.nama];
  if (feeds.length === 0 || !rule) return undefined;
  const columns = feeds.map(({ column }) => column);
  const cell: CellRange = { start: 0, end: 0 };
  const digits: DigitPair = { high: 0, low: 0, count: 0 };
  const { int } = slot;
  const isNip = slot.field.nama === 'nip';
  return (bytes, cells, base, out, row) => {
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as number;
      trimCell(bytes, cells[base + 2 * column] as number, cells[base + 2 * column + 1] as number, cell);
      if (isEmptyCell(bytes, cell.start, cell.end)) continue;
      readDigits(bytes, cell.start, cell.end, digits);
      if (!rule.isPlain(digits)) {
        const text = textOf(bytes, cell.start, cell.end);
        const reading = rule.parse(text);
        if (!reading.ok) {
          if (isNip && digits.count === OLD_NIP_DIGITS) out.ints[row * ROW_INTS + NIP_LAMA.int + 1] = digits.low;
          context.report(column, text, reading.error);
          out.ints[row * ROW_INTS + int] = UNUSABLE;
          if (isNip) keepRounded(text, out.ints, row * ROW_INTS + int);
          return;
        }
        if (reading.value === undefined) continue;
        splitDigits(reading.value, digits);
      }
      out.ints[row * ROW_INTS + int] = digits.high;
      out.ints[row * ROW_INTS + int + 1] = digits.low;
      return;
    }
  };
}

/** What a spreadsheet left of a NIP, in the form that `isUnusable` tells of. */
function keepRounded(text: string, ints: Int32Array, at: number): void {
  const rounded = parseRoundedNip(text);
  if (!rounded) return;
  ints[at] = -Number(rounded.awal.slice(0, 9));
  ints[at + 1] = Number(`${rounded.awal.slice(9)}000`);
}

export function splitDigits(text: string, out: DigitPair): void {
  out.count = text.length;
  out.high = Number(text.slice(0, -9));
  out.low = Number(text.slice(-9));
}

/** Reader of BKN's person id: 32 hexadecimal digits as four integers; anything else is no id and left out. */
export function compilePnsId(context: PlanContext): SlotReader | undefined {
  const feed = context.feeds.of('pns_id_bkn')[0];
  if (!feed) return undefined;
  const cell: CellRange = { start: 0, end: 0 };
  return (bytes, cells, base, out, row) => {
    trimCell(bytes, cells[base + 2 * feed.column] as number, cells[base + 2 * feed.column + 1] as number, cell);
    if (cell.end - cell.start < 32) return;
    const at = row * ROW_INTS;
    let count = 0;
    let word = 0;
    for (let i = cell.start; i < cell.end; i++) {
      const value = hexDigit(bytes[i] as number);
      if (value < 0) {
        if (bytes[i] === 45) continue;
        count = -1;
        break;
      }
      word = (word << 4) | value;
      count += 1;
      if ((count & 7) === 0 && count <= 32) out.ints[at + (count >> 3) - 1] = word;
    }
    if (count !== 32) out.ints.fill(0, at, at + PNS_ID_INTS);
  };
}

function hexDigit(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

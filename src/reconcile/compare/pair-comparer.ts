import { type Entry, EMPTY, isUnusable, isUnusableText, type Row, type Slot } from '#mapping';
import type { EntryTable } from '../store/entry-table.ts';
import type { RecordReader } from '../store/record-store.ts';
import { compareEntries, type EntryContext, isPlainlyEqual } from './compare-entries.ts';
import { textJudge } from './compare-texts.ts';
import type { DifferenceLog } from './difference-log.ts';
import { VerdictCache } from './verdict-cache.ts';
import { BEDA, EQUAL, KOSONG_BKN, KOSONG_SIMPEG, type Verdict } from './verdict.ts';

export interface ComparerInput {
  /** Slots that both sides deliver. */
  readonly slots: readonly Slot[];
  /** Entries of the Simpeg's and BKN's dictionaries by `Slot.dictionary`. The first grow while the file is read. */
  readonly simpegEntries: readonly (readonly Entry[] | undefined)[];
  readonly bknEntries: readonly EntryTable[];
  /** Whether this delivery has months of service beside the years. */
  readonly hasMonths: boolean;
  readonly context: EntryContext;
}

/** Compares one field of a pair: the Simpeg's row with the record that the reader points at. */
type SlotComparer = (row: Row, bkn: RecordReader, pair: number, log: DifferenceLog) => void;

/** Compares a Simpeg row with BKN's record field by field and logs what differs. */
export function createPairComparer(input: ComparerInput): SlotComparer {
  const comparers = input.slots.map((slot) => compileSlot(slot, input));
  return (row, bkn, pair, log) => {
    bkn.readTexts();
    for (let i = 0; i < comparers.length; i++) (comparers[i] as SlotComparer)(row, bkn, pair, log);
  };
}

function compileSlot(slot: Slot, input: ComparerInput): SlotComparer {
  switch (slot.kind) {
    case 'digit':
      return compileDigits(slot);
    case 'tanggal':
      return compileNumber(slot);
    case 'angka':
      return slot.field.normalisasi === 'masa_kerja' && !input.hasMonths ? compileYears(slot) : compileNumber(slot);
    case 'sandi':
      return compileCodes(slot, input);
    case 'teks':
      return compileText(slot);
    default:
      return slot.kind satisfies never;
  }
}

/** Verdict of two unequal integers, or EQUAL where one of them cannot be used. */
function judgeUnequal(simpeg: number, bkn: number): Verdict {
  if (isUnusable(simpeg) || isUnusable(bkn)) return EQUAL;
  if (simpeg === EMPTY) return KOSONG_SIMPEG;
  return bkn === EMPTY ? KOSONG_BKN : BEDA;
}

function compileNumber({ int, index }: Slot): SlotComparer {
  return (row, bkn, pair, log) => {
    const left = row.ints[int] as number;
    const right = bkn.ints[bkn.int + int] as number;
    if (left === right) return;
    const verdict = judgeUnequal(left, right);
    if (verdict !== EQUAL) log.add(pair, index, verdict, left);
  };
}

/** Service delivered in whole years: months on the other side are no difference. */
function compileYears({ int, index }: Slot): SlotComparer {
  return (row, bkn, pair, log) => {
    const left = row.ints[int] as number;
    const right = bkn.ints[bkn.int + int] as number;
    if (left === right || (left > 0 && right > 0 && Math.trunc((left - 1) / 12) === Math.trunc((right - 1) / 12)))
      return;
    const verdict = judgeUnequal(left, right);
    if (verdict !== EQUAL) log.add(pair, index, verdict, left);
  };
}

function compileDigits({ int, index }: Slot): SlotComparer {
  return (row, bkn, pair, log) => {
    const high = row.ints[int] as number;
    const low = row.ints[int + 1] as number;
    const otherHigh = bkn.ints[bkn.int + int] as number;
    const otherLow = bkn.ints[bkn.int + int + 1] as number;
    if (high === otherHigh && low === otherLow) return;
    // Nine digits leave the first integer 0: a number is empty only where both are. A sign is kept.
    const verdict = judgeUnequal(high | low, otherHigh | otherLow);
    if (verdict !== EQUAL) log.addDigits(pair, index, verdict, high, low);
  };
}

function compileText({ text, index, field }: Slot): SlotComparer {
  const judge = textJudge(field);
  return (row, bkn, pair, log) => {
    const bytes = row.textBytes[text] as Uint8Array;
    const start = row.textStart[text] as number;
    const end = row.textEnd[text] as number;
    const otherStart = bkn.textStart[text] as number;
    const otherEnd = bkn.textEnd[text] as number;
    let verdict: Verdict;
    if (start === end) verdict = otherStart === otherEnd ? EQUAL : KOSONG_SIMPEG;
    else if (otherStart === otherEnd) verdict = KOSONG_BKN;
    else verdict = judge(bytes, start, end, bkn.bytes, otherStart, otherEnd);
    if (verdict === EQUAL || isUnusableText(bytes, start, end)) return;
    if (isUnusableText(bkn.bytes, otherStart, otherEnd)) return;
    log.add(pair, index, verdict, log.texts.keep(bytes, start, end));
  };
}

/** Values repeat, so each combination of two entries is judged once; the first equal partner needs one look. */
function compileCodes(slot: Slot, { simpegEntries, bknEntries, context }: ComparerInput): SlotComparer {
  const { int, index, field, dictionary } = slot;
  const left = simpegEntries[dictionary] as readonly Entry[];
  const right = bknEntries[dictionary] as EntryTable;
  const judged = new VerdictCache();
  let equalPartner = new Int32Array(1 << 10);
  return (row, bkn, pair, log) => {
    const simpeg = row.ints[int] as number;
    const other = bkn.ints[bkn.int + int] as number;
    if (simpeg <= 0 || other <= 0) {
      if (simpeg === other) return;
      const verdict = judgeUnequal(simpeg, other);
      if (verdict !== EQUAL) log.add(pair, index, verdict, simpeg);
      return;
    }
    if (equalPartner[simpeg] === other) return;
    let verdict = judged.get(simpeg, other);
    if (verdict === undefined) {
      const entry = left[simpeg] as Entry;
      const isEqual = isPlainlyEqual(field, entry, right, other);
      verdict = isEqual ? EQUAL : compareEntries(field, entry, right.get(other), context);
      if (simpeg >= equalPartner.length) equalPartner = enlarge(equalPartner, simpeg);
      if (verdict === EQUAL && equalPartner[simpeg] === EMPTY) equalPartner[simpeg] = other;
      else judged.set(simpeg, other, verdict);
    }
    if (verdict !== EQUAL) log.add(pair, index, verdict, simpeg);
  };
}

function enlarge(from: Int32Array<ArrayBuffer>, index: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(from.length * 2, index + 1));
  larger.set(from);
  return larger;
}

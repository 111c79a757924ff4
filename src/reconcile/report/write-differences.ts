import { join } from 'node:path';
import type { Field } from '#canonical';
import { textOf } from '#formats';
import { type Entry, formatInts, getSlot, type Slot, SLOTS } from '#mapping';
import type { DifferenceLog } from '../compare/difference-log.ts';
import { BEDA, EQUAL, KELAS, KOSONG_BKN, KOSONG_SIMPEG, MIRIP } from '../compare/verdict.ts';
import type { FileJob, FileWritten } from '../protocol.ts';
import { describeSebab, hasLookalikes } from '../sebab.ts';
import type { EntryTable } from '../store/entry-table.ts';
import type { RecordReader } from '../store/record-store.ts';
import { PartFile } from './part-file.ts';

const NIP = getSlot('nip');

export interface DifferencesInput {
  readonly job: FileJob;
  readonly log: DifferenceLog;
  /** BKN's record of a pair of the log. */
  readonly recordOf: (pair: number) => number;
  /** Pairs that lost their person to another row. */
  readonly dropped: Int32Array;
  /**
   * Columns without a single value: not kept by this Simpeg, one remark in the summary and not a difference a person; and columns
   * whose values were all refused.
   */
  readonly unfilled: readonly Slot[];
  readonly simpegEntries: readonly (readonly Entry[] | undefined)[];
  readonly bknEntries: readonly EntryTable[];
  readonly reader: RecordReader;
}

/** Writes the differences of one file, typing variants apart from certain differences, and counts them. */
export function writeDifferences(input: DifferencesInput): Pick<FileWritten, 'selisihPart' | 'miripPart' | 'counts'> {
  const { job, log, reader } = input;
  const selisih = new PartFile(join(job.folder, `${job.instansi}-${job.file}.selisih.csv`));
  const mirip = new PartFile(join(job.folder, `${job.instansi}-${job.file}.mirip.csv`));
  const dropped = new Set(input.dropped);
  const notKept = new Set(input.unfilled.map(({ index }) => index));
  const counts = new Counts();
  for (let i = 0; i < log.count; i++) {
    const verdict = log.verdict(i);
    if (verdict === EQUAL || notKept.has(log.slot(i)) || dropped.has(log.pair(i))) continue;
    counts.add(log.slot(i), verdict);
    reader.moveTo(input.recordOf(log.pair(i)));
    writeRow(verdict === MIRIP ? mirip : selisih, input, i);
  }
  selisih.close();
  mirip.close();
  return { selisihPart: selisih.path, miripPart: mirip.path, counts: counts.byName() };
}

/** Writes a difference of the pair whose record the reader stands at. */
function writeRow(out: PartFile, input: DifferencesInput, i: number): void {
  const { log, reader, simpegEntries, bknEntries } = input;
  const { row } = out;
  const slot = SLOTS[log.slot(i)] as Slot;
  const verdict = log.verdict(i);
  const isOneSided = verdict === KOSONG_SIMPEG || verdict === KOSONG_BKN;
  const at = (int: number): number => reader.ints[reader.int + int] as number;
  const nip = (): string => formatInts(NIP, at(NIP.int), at(NIP.int + 1), undefined);
  let sebab = '';
  row.text(input.job.instansi);
  out.nip(at(NIP.int), at(NIP.int + 1));
  row.text(slot.field.nama);
  if (slot.kind === 'teks') {
    reader.readTexts();
    const simpeg = log.texts.get(log.value(i));
    const [start, end] = [reader.textStart[slot.text] as number, reader.textEnd[slot.text] as number];
    row.utf8(simpeg, 0, simpeg.length);
    row.utf8(reader.bytes, start, end);
    if (!isOneSided) {
      const own = textOf(simpeg, 0, simpeg.length);
      const lain = verdict === BEDA ? findElsewhere(slot, (other) => bknText(reader, other) === own) : undefined;
      sebab = describeSebab(slot.field, own, textOf(reader.bytes, start, end), nip, lain);
    }
  } else {
    const [value, low] = slot.kind === 'digit' ? log.digits(i) : [log.value(i), 0];
    const simpeg = formatInts(slot, value, low, (entry) => simpegEntries[slot.dictionary]?.[entry]);
    const second = slot.kind === 'digit' ? at(slot.int + 1) : 0;
    const bkn = formatInts(slot, at(slot.int), second, (entry) => bknEntries[slot.dictionary]?.get(entry));
    row.text(simpeg);
    row.text(bkn);
    if (!isOneSided) {
      const lain = verdict === BEDA ? findElsewhere(slot, (other) => at(other.int) === value) : undefined;
      sebab = describeSebab(slot.field, simpeg, bkn, nip, lain);
    }
  }
  row.text(KELAS[verdict] as string);
  row.text(sebab);
  if (input.job.isOneOfSeveral) row.text(input.job.kiriman);
  if (input.job.baris === true) row.number(reader.dataRow);
  out.endRow();
}

const bknText = ({ bytes, textStart, textEnd }: RecordReader, slot: Slot): string =>
  textOf(bytes, textStart[slot.text] as number, textEnd[slot.text] as number);

const LOOKALIKES = Map.groupBy(
  SLOTS.filter(({ field }) => hasLookalikes(field)),
  ({ field }) => field.normalisasi,
);

/** The field of the same kind in which BKN has what the Simpeg has in this one: values stand in the wrong column. */
function findElsewhere(slot: Slot, isThere: (other: Slot) => boolean): Field | undefined {
  return LOOKALIKES.get(slot.field.normalisasi)?.find((other) => other !== slot && isThere(other))?.field;
}

/** How often each verdict was written of each field, in the order in which they were first met. */
class Counts {
  readonly #counts = new Int32Array(SLOTS.length * KELAS.length);
  readonly #met: number[] = [];

  add(slot: number, verdict: number): void {
    const place = slot * KELAS.length + verdict;
    const count = this.#counts[place] as number;
    if (count === 0) this.#met.push(place);
    this.#counts[place] = count + 1;
  }

  /** By "kolom kelas". */
  byName(): Record<string, number> {
    return Object.fromEntries(
      this.#met.map((place) => {
        const slot = SLOTS[Math.trunc(place / KELAS.length)] as Slot;
        return [`${slot.field.nama} ${KELAS[place % KELAS.length]}`, this.#counts[place] as number];
      }),
    );
  }
}

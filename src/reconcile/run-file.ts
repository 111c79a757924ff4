import { join } from 'node:path';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import {
  createUnderstand,
  DICTIONARY_SLOTS,
  EMPTY,
  EMPTY_VALUE,
  type Entry,
  type Evidence,
  findAbsentTables,
  findHiddenSheets,
  findUnreadPeople,
  getSlot,
  type Row,
  type Slot,
  SLOTS,
  type Understand,
  withCrosswalk,
} from '#mapping';
import { createCrosswalkFinder, openReference, type Reference } from '#reference';
import { createBknEvidence } from './bkn-evidence.ts';
import { chooseRecipe } from './choose-recipe.ts';
import { DifferenceLog } from './compare/difference-log.ts';
import type { Source } from '#formats';
import type { EntryContext } from './compare/compare-entries.ts';
import { createEntryContext } from './compare/entry-context.ts';
import { createPairComparer } from './compare/pair-comparer.ts';
import { findDuplicates } from './duplicates.ts';
import { FilePairs } from './file-pairs.ts';
import { IntList } from './int-list.ts';
import { isTeachingRung, learnCodes, type LearningInput } from './learn-codes.ts';
import { createNumberMatcher, type NumberHit } from './number-match.ts';
import type { BknShared, FileDecision, FileJob, FileRead, FileWritten, LearnedCode } from './protocol.ts';
import { EntryTable } from './store/entry-table.ts';
import { type Delivery, openDelivery, withDelivery } from './read-delivery.ts';
import { PartFile } from './report/part-file.ts';
import { stackOf } from './report/stacked-tables.ts';
import { writeDifferences } from './report/write-differences.ts';
import { type CodedSlot, findTurnedCodes, listCodedSlots } from './turned-codes.ts';
import { UnmatchedRows } from './unmatched.ts';

const NIP = getSlot('nip');
const NIK = getSlot('nik');
const JENIS_KELAMIN = getSlot('jenis_kelamin');

/** What one thread needs for every delivery it works on. */
export interface WorkerContext {
  readonly bkn: BknShared;
  readonly reference: Reference;
  /** BKN's dictionaries. */
  readonly bknEntries: readonly EntryTable[];
  readonly entries: EntryContext;
  readonly evidence: Evidence;
}

export function createWorkerContext(bkn: BknShared): WorkerContext {
  const reference = openReference(bkn.acuan);
  const bknEntries = bkn.entries.map((shared) => new EntryTable(shared));
  return {
    bkn,
    reference,
    bknEntries,
    entries: createEntryContext(reference, bknEntries),
    evidence: createBknEvidence(bkn, bknEntries),
  };
}

/** One delivery: read and compared in one pass, then written once the ladder has decided about everybody. */
export class FileRun {
  readonly #job: FileJob;
  readonly #context: WorkerContext;
  readonly #log = new DifferenceLog();
  readonly #unmatched = new UnmatchedRows();
  readonly #pairs = new FilePairs();
  #comparable: readonly Slot[] = [];
  #entries: readonly (readonly Entry[] | undefined)[] = [];
  #hasMonths = true;
  #coded: readonly CodedSlot[] = [];
  /** Fields of which no row has held a value so far. */
  #unfilled: readonly Slot[] = [];
  /** Fields of which all values were refused after they had been compared. */
  #refused: readonly Slot[] = [];

  constructor(job: FileJob, context: WorkerContext) {
    this.#job = job;
    this.#context = context;
  }

  /** Reads the delivery whole, pairs its rows by number and compares the pairs on the way. */
  async read(): Promise<Result<FileRead, Problem>> {
    return withDelivery(this.#job.berkas, (source, tabel) => this.#readSource(source, tabel));
  }

  async #readSource(source: Source, tabel: string | undefined): Promise<Result<FileRead, Problem>> {
    const job = this.#job;
    const { reference, evidence } = this.#context;
    const chosen = await chooseRecipe(source, job, { reference, evidence, ...(tabel === undefined ? {} : { tabel }) });
    if (!chosen.ok) return chosen;
    const { recipe, json, note, doubtful, source: read } = chosen.value;
    this.#coded = listCodedSlots(recipe);
    const quarantine = new PartFile(join(job.folder, `${job.instansi}-${job.file}.karantina.csv`));
    const delivery = await openDelivery({
      source: read,
      recipe,
      nama: job.berkas,
      per: job.per,
      understand: this.#createUnderstand(),
      quarantine,
    });
    const result = await this.#readRows(delivery);
    quarantine.close();
    if (result.dibaca === 0) return fail(problem('BERKAS_TANPA_BARIS', { berkas: job.berkas }));
    return ok({
      ...result,
      file: job.file,
      instansi: job.instansi,
      kiriman: job.kiriman,
      berkas: job.berkas,
      tabel: recipe.tabel,
      pemetaan: json,
      note,
      doubtful,
      absent: findAbsentTables(read, recipe),
      stack: stackOf(read, recipe, result.susunan, result.duplicates),
      unread: tabel === undefined ? await findUnreadPeople(read, recipe, sendAlso(job)) : [],
      hidden: tabel === undefined ? findHiddenSheets(source) : undefined,
      delivered: delivery.plan.delivered.filter((slot) => !this.#unfilled.includes(slot)).map(({ index }) => index),
      turunan: delivery.plan.derived,
      quarantinePart: quarantine.path,
    });
  }

  #createUnderstand(): Understand {
    const understand = createUnderstand(this.#context.reference);
    const find = this.#job.silang && createCrosswalkFinder(this.#job.silang, undefined);
    return find ? withCrosswalk(understand, find) : understand;
  }

  async #readRows(delivery: Delivery) {
    const { plan } = delivery;
    this.#prepare(delivery);
    const matcher = createNumberMatcher(this.#context.bkn);
    const compare = this.#comparer();
    const hit: NumberHit = { record: -1, rung: -1, agreement: -1, refused: -1 };
    const pairNip = new IntList();
    const inactive = new IntList();
    const numbers = new IntList();
    const sexes = plan.dictionaries[JENIS_KELAMIN.dictionary]?.entries ?? [];
    const sexOf = (entry: number): string => sexes[entry]?.code ?? '';
    const onRow = (row: Row, dataRow: number): void => {
      this.#noteFilled(row);
      const high = row.ints[NIP.int] as number;
      const low = row.ints[NIP.int + 1] as number;
      numbers.push(dataRow);
      numbers.push(high);
      numbers.push(low);
      matcher.find(row, hit);
      if (hit.record < 0) {
        this.#unmatched.add(row, dataRow, sexOf, hit.refused);
        return;
      }
      const pair = this.#pairs.add(dataRow, hit.record, hit.rung, hit.agreement);
      pairNip.push(high);
      pairNip.push(low);
      matcher.reader.moveTo(hit.record);
      compare(row, matcher.reader, pair, this.#log);
    };
    const counts = await delivery.read(onRow, (row, code) => {
      if (code !== 'BARIS_TIDAK_AKTIF') return;
      inactive.push(row.ints[NIP.int] as number);
      inactive.push(row.ints[NIP.int + 1] as number);
    });
    this.#entries = this.#keepUsedEntries();
    if (counts.isNikRounded) this.#refused = [NIK];
    const unmatched = this.#unmatched.summary();
    return {
      ...counts,
      pairs: this.#pairs.share(),
      pairNip: pairNip.toShared(),
      unmatched: counts.isNikRounded ? { ...unmatched, nik: unmatched.nik.fill(0) } : unmatched,
      inactive: { nip: inactive.toArray() },
      duplicates: findDuplicates(numbers),
    };
  }

  /** Plain loop: it runs on every row, while there is seldom anything to note. */
  #noteFilled(row: Row): void {
    for (const slot of this.#unfilled) {
      if (isEmptyIn(row, slot)) continue;
      this.#unfilled = this.#unfilled.filter((other) => isEmptyIn(row, other));
      return;
    }
  }

  #prepare({ plan }: Delivery): void {
    const atBkn = new Set(this.#context.bkn.delivered);
    this.#comparable = plan.delivered.filter(({ index }) => atBkn.has(index));
    this.#entries = plan.dictionaries.map((dictionary) => dictionary?.entries);
    this.#hasMonths = plan.hasMonths;
    this.#unfilled = this.#comparable;
  }

  /** Entries that a difference or an unmatched row still needs; the others are let go, for a run may hold many deliveries. */
  #keepUsedEntries(): (readonly Entry[] | undefined)[] {
    const isUsed = this.#entries.map((entries) => new Uint8Array(entries?.length ?? 0));
    const keep = (slot: Slot, entry: number): void => {
      if (entry > 0) (isUsed[slot.dictionary] as Uint8Array)[entry] = 1;
    };
    for (let i = 0; i < this.#log.count; i++) {
      const slot = SLOTS[this.#log.slot(i)] as Slot;
      if (slot.kind === 'sandi') keep(slot, this.#log.value(i));
    }
    this.#unmatched.forEachInts((ints, at) => {
      for (const slot of DICTIONARY_SLOTS) keep(slot, ints[at + slot.int] as number);
    });
    return this.#entries.map((entries, dictionary) =>
      entries?.map((entry, index) => (isUsed[dictionary]?.[index] === 1 ? entry : EMPTY_VALUE)),
    );
  }

  #comparer() {
    const { bknEntries, entries } = this.#context;
    return createPairComparer({
      slots: this.#comparable,
      simpegEntries: this.#entries,
      bknEntries,
      hasMonths: this.#hasMonths,
      context: entries,
    });
  }

  /** Compares the pairs of the lower rungs, learns the local codes, and writes every difference that stands. */
  write(decision: FileDecision): FileWritten {
    this.#compareAdded(decision);
    const learned = this.#learn(decision);
    const turned = findTurnedCodes({ ...this.#teaching(decision), coded: this.#coded, pairs: this.#pairs.count });
    return { file: this.#job.file, learned, turned, ...this.#writeDifferences(decision) };
  }

  #compareAdded({ added }: FileDecision): void {
    const { reader } = createNumberMatcher(this.#context.bkn);
    const compare = this.#comparer();
    for (let i = 0; i < added.length; i += 3) {
      const [position, record, rung] = [added[i] as number, added[i + 1] as number, added[i + 2] as number];
      const row = this.#unmatched.restore(position);
      const pair = this.#pairs.addLate(record, rung);
      reader.moveTo(record);
      compare(row, reader, pair, this.#log);
    }
  }

  #learn(decision: FileDecision): LearnedCode[] {
    return learnCodes({ ...this.#teaching(decision), context: this.#context.entries });
  }

  /** What the pairs found by a number tell of the codes. */
  #teaching({ dropped }: FileDecision): Omit<LearningInput, 'context'> {
    const { bkn, bknEntries } = this.#context;
    const { reader } = createNumberMatcher(bkn);
    const gone = new Set(dropped);
    return {
      log: this.#log,
      bknEntryOf: (pair, slot) => {
        reader.moveTo(this.#pairs.recordOf(pair));
        return reader.ints[reader.int + (SLOTS[slot] as Slot).int] as number;
      },
      isTeacher: (pair) => isTeachingRung(this.#pairs.rungOf(pair)) && !gone.has(pair),
      simpegEntries: this.#entries,
      bknEntries,
    };
  }

  #writeDifferences({ dropped }: FileDecision) {
    return writeDifferences({
      job: this.#job,
      log: this.#log,
      recordOf: (pair) => this.#pairs.recordOf(pair),
      dropped,
      unfilled: [...this.#unfilled, ...this.#refused],
      simpegEntries: this.#entries,
      bknEntries: this.#context.bknEntries,
      reader: createNumberMatcher(this.#context.bkn).reader,
    });
  }
}

/** How the people of another table come into the run. */
const sendAlso =
  ({ instansi, berkas }: FileJob) =>
  (tabel: string): string =>
    `kirim pula sebagai kiriman tersendiri: --simpeg "${instansi}=${berkas}#${tabel}"`;

function isEmptyIn(row: Row, slot: Slot): boolean {
  if (slot.kind === 'teks') return row.textStart[slot.text] === row.textEnd[slot.text];
  return row.ints[slot.int] === EMPTY && (slot.kind !== 'digit' || row.ints[slot.int + 1] === EMPTY);
}

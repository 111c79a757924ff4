import { closeSource, holdSource, openSource, textOf, type Source } from '#formats';
import type { Problem } from '#kernel/problem.ts';
import { remember } from '#kernel/remember.ts';
import { ok, type Result } from '#kernel/result.ts';
import {
  type ColumnMapping,
  createUnderstand,
  type Entry,
  type Evidence,
  formatInts,
  joinsKey,
  layJoins,
  openDelivered,
  proposeRecipe,
  type Recipe,
  type Slot,
  SLOTS,
  type Understand,
} from '#mapping';
import type { Reference } from '#reference';
import { createBknEvidence } from './bkn-evidence.ts';
import { DifferenceLog } from './compare/difference-log.ts';
import { createEntryContext } from './compare/entry-context.ts';
import { createPairComparer } from './compare/pair-comparer.ts';
import { KOSONG_BKN, KOSONG_SIMPEG, MIRIP, TO_LEARN } from './compare/verdict.ts';
import { loadBkn } from './load-bkn.ts';
import { createTextReader } from './read-canonical.ts';
import { openDelivery } from './read-delivery.ts';
import { EntryTable } from './store/entry-table.ts';
import { RecordReader } from './store/record-store.ts';

/** What a preview found of one field of one person; `tanpa-bkn`: BKN's file does not carry the field, or the person. */
export type PreviewVerdict = 'sama' | 'berbeda' | 'kosong' | 'tak-terbaca' | 'dipelajari' | 'tanpa-bkn';

/** One field of one person as the recipe reads it, beside BKN. */
export interface PreviewCell {
  /** Row of the sample, from 1. */
  readonly baris: number;
  readonly simpeg: string;
  readonly bkn: string;
  readonly hasil: PreviewVerdict;
}

/** A few people of a delivery beside BKN's rows of the same people, ready to be read by one recipe after the other. */
export interface Preview {
  readonly source: Source;
  /** The sample as a recipe reads it: the current rows of the histories that it joins lie beside the people. */
  joined(recipe: Recipe): Promise<Source>;
  /** BKN's people of the sample, for learning what codes mean. */
  readonly evidence: Evidence;
  /** Every row of the sample by field that is asked for; judged as the reconciliation judges. */
  read(recipe: Recipe, fields: ReadonlySet<string>): Promise<ReadonlyMap<string, readonly PreviewCell[]>>;
  /** What BKN has of a field, row by row of the sample; '' where it has nothing of it, or does not know the person. */
  bknValues(field: string): readonly string[];
}

export interface PreviewInput {
  /** Files of the sample: the Simpeg's rows, and BKN's. */
  readonly simpeg: string;
  readonly bkn: string;
  /** Row of BKN's file beside each row of the Simpeg's, from 1; 0 for nobody. */
  readonly pairs: readonly number[];
  readonly reference: Reference;
  readonly acuan: string | undefined;
}

/** Opens a sample. Its rows are few: they are held in memory, and BKN's in canonical form. */
export async function openPreview(input: PreviewInput): Promise<Result<Preview, Problem>> {
  // people and their histories under their own names: nothing of a sample is to be stacked
  const opened = await openSource(input.simpeg);
  if (!opened.ok) return opened;
  const source = await holdSource(opened.value);
  await closeSource(opened.value);
  const joined = createJoined(source);
  const bkn = input.pairs.some((row) => row > 0) ? await loadBknSample(input) : ok(undefined);
  if (!bkn.ok) return bkn;
  const reading = { ...input, bkn: bkn.value, understand: createUnderstand(input.reference) };
  return ok({
    source,
    joined,
    evidence: bkn.value?.evidence ?? (() => undefined),
    read: async (recipe, fields) => {
      const wide = await joined(recipe);
      return readSample(wide, { ...onlyFor(recipe, fields), gabung: [] }, fields, reading);
    },
    bknValues: (field) => input.pairs.map((row) => bknValue(bkn.value, field, row)),
  });
}

/** Joins that stay laid out: a person works on one, and tries another. */
const MOST_JOINED = 3;

/** Lays the histories beside the people once for all recipes that join alike, not once a reading. */
function createJoined(source: Source): Preview['joined'] {
  const laid = new Map<string, Promise<Source>>();
  return (recipe) => {
    if (recipe.gabung.length === 0) return Promise.resolve(source);
    const key = joinsKey(recipe);
    const joined = laid.get(key) ?? layJoins(source, recipe);
    joined.catch(() => laid.delete(key));
    laid.delete(key);
    laid.set(key, joined);
    for (const oldest of [...laid.keys()].slice(0, -MOST_JOINED)) laid.delete(oldest);
    return joined;
  };
}

function bknValue(bkn: BknSample | undefined, field: string, row: number): string {
  const slot = SLOTS.find((each) => each.field.nama === field);
  const record = bkn?.recordOf.get(row);
  if (!bkn || !slot || record === undefined || !bkn.delivered.has(slot.index)) return '';
  bkn.reader.moveTo(record);
  return bknText(bkn, slot);
}

type BknSample = Awaited<ReturnType<typeof holdBkn>>;

async function loadBknSample(input: PreviewInput): Promise<Result<BknSample, Problem>> {
  const source = await openDelivered(input.bkn, undefined);
  if (!source.ok) return source;
  try {
    const recipe = await proposeRecipe(source.value, { reference: input.reference });
    return recipe.ok ? ok(await holdBkn(source.value, { ...recipe.value, saring: [] }, input)) : recipe;
  } finally {
    await closeSource(source.value);
  }
}

async function holdBkn(source: Source, recipe: Recipe, { reference, acuan }: PreviewInput) {
  const understand = createUnderstand(reference);
  const delivery = await openDelivery({ source, recipe, nama: '', understand, quarantine: NOWHERE });
  const { shared } = await loadBkn(delivery, acuan, 'small');
  const entries = shared.entries.map((each) => new EntryTable(each));
  const reader = new RecordReader(shared.store);
  const recordOf = new Map<number, number>();
  for (let record = 0; record < shared.store.count; record++) {
    reader.moveTo(record);
    recordOf.set(reader.dataRow, record);
  }
  return {
    entries,
    reader,
    recordOf,
    delivered: new Set(shared.delivered),
    context: createEntryContext(reference, entries),
    evidence: remember(createBknEvidence(shared, entries)),
  };
}

const NOWHERE = { write: () => undefined };

interface Reading extends Omit<PreviewInput, 'bkn'> {
  readonly bkn: BknSample | undefined;
  readonly understand: Understand;
}

async function readSample(
  source: Source,
  recipe: Recipe,
  fields: ReadonlySet<string>,
  { pairs, bkn, understand }: Reading,
): Promise<ReadonlyMap<string, readonly PreviewCell[]>> {
  const unread = new Map<number, Set<string>>();
  const delivery = await openDelivery({
    source,
    recipe,
    nama: '',
    understand,
    // the reader reports before the row itself is handed over
    quarantine: { write: ([, baris = '', kolom = '']) => noteUnread(unread, Number(baris), kolom) },
  });
  const { plan } = delivery;
  const slots = plan.delivered.filter((slot) => isAsked(slot, fields));
  const textOfSlot = createTextReader(plan);
  const comparable = slots.filter(({ index }) => bkn?.delivered.has(index) === true);
  const compare =
    bkn &&
    createPairComparer({
      slots: comparable,
      simpegEntries: plan.dictionaries.map((dictionary) => dictionary?.entries),
      bknEntries: bkn.entries,
      hasMonths: plan.hasMonths,
      context: bkn.context,
    });
  const found = new Map(slots.map(({ field }): [string, PreviewCell[]] => [field.nama, []]));
  // one for all rows: it takes room for thousands at a time
  const log = new DifferenceLog();
  await delivery.read((read, dataRow) => {
    const record = bkn?.recordOf.get(pairs[dataRow - 1] ?? 0);
    const verdicts = new Map<number, number>();
    if (bkn && compare && record !== undefined) {
      const before = log.count;
      bkn.reader.moveTo(record);
      compare(read, bkn.reader, 0, log);
      for (let i = before; i < log.count; i++) verdicts.set(log.slot(i), log.verdict(i));
    }
    for (const slot of slots) {
      const hasBkn = bkn !== undefined && record !== undefined && bkn.delivered.has(slot.index);
      const simpeg = textOfSlot(read, slot);
      const isUnread = simpeg === '' && wasUnread(unread.get(dataRow), recipe, slot);
      found.get(slot.field.nama)?.push({
        baris: dataRow,
        simpeg,
        bkn: hasBkn ? bknText(bkn, slot) : '',
        hasil: isUnread ? 'tak-terbaca' : hasBkn ? wordOf(verdicts.get(slot.index)) : 'tanpa-bkn',
      });
    }
  });
  return found;
}

/** By these a row is known for a person at all. */
const IDENTITY: ReadonlySet<string> = new Set(['pns_id', 'nip', 'nip_lama', 'nik', 'nama', 'tanggal_lahir']);

/**
 * The recipe without the lines that say nothing about the fields that are asked for. Of groups of columns all count, for the highest that is
 * filled is taken.
 */
function onlyFor(recipe: Recipe, fields: ReadonlySet<string>): Recipe {
  const slots = SLOTS.filter((slot) => isAsked(slot, fields));
  const isNeeded = ({ kanonik }: ColumnMapping): boolean =>
    kanonik !== null &&
    (IDENTITY.has(kanonik) || slots.some((slot) => feeds(slot, kanonik) || kanonik === totalOf(slot)));
  const needed = recipe.kolom.filter(isNeeded);
  const hasGroups = needed.some(({ pembaca }) => pembaca.jenis === 'bentang');
  const kolom = recipe.kolom.filter(
    (column) => column.kanonik !== null && (isNeeded(column) || (hasGroups && column.pembaca.jenis === 'bentang')),
  );
  return { ...recipe, kolom };
}

const totalOf = ({ field }: Slot): string => field.nama.replace(/_tahun$/, '_total_bulan');

function noteUnread(unread: Map<number, Set<string>>, baris: number, kolom: string): void {
  unread.set(baris, (unread.get(baris) ?? new Set()).add(kolom));
}

/** Whether a column that feeds the slot held something in this row that could not be read. */
function wasUnread(columns: ReadonlySet<string> | undefined, { kolom }: Recipe, slot: Slot): boolean {
  if (!columns) return false;
  return kolom.some(
    ({ sumber, kanonik }) =>
      kanonik !== null && feeds(slot, kanonik) && [...columns].some((name) => isMadeOf(name, sumber)),
  );
}

/** Whether a column is the source's own or was made out of it. */
const isMadeOf = (name: string, sumber: string): boolean =>
  name === sumber || name.startsWith(`${sumber} (`) || name.split('+').includes(sumber);

/** Months of service lie in the slot of their years. */
const feeds = ({ field, idField }: Slot, kanonik: string): boolean =>
  field.nama === kanonik || idField === kanonik || field.nama === kanonik.replace(/_bulan$/, '_tahun');

const isAsked = (slot: Slot, fields: ReadonlySet<string>): boolean => [...fields].some((field) => feeds(slot, field));

/** Name of the field in whose slot a field lies; undefined where nothing reads it. */
export function slotFieldOf(kanonik: string): string | undefined {
  return SLOTS.find((slot) => feeds(slot, kanonik))?.field.nama;
}

function wordOf(verdict: number | undefined): PreviewVerdict {
  if (verdict === undefined || verdict === MIRIP) return 'sama';
  if (verdict === KOSONG_SIMPEG || verdict === KOSONG_BKN) return 'kosong';
  return verdict === TO_LEARN ? 'dipelajari' : 'berbeda';
}

/** BKN's value of the record that the reader stands at. */
function bknText({ reader, entries }: BknSample, slot: Slot): string {
  if (slot.kind === 'teks') {
    reader.readTexts();
    return textOf(reader.bytes, reader.textStart[slot.text] as number, reader.textEnd[slot.text] as number);
  }
  const first = reader.ints[reader.int + slot.int] as number;
  const second = slot.kind === 'digit' ? (reader.ints[reader.int + slot.int + 1] as number) : 0;
  return formatInts(slot, first, second, (entry): Entry | undefined => entries[slot.dictionary]?.get(entry));
}

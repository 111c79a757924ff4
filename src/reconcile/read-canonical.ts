import { textOf } from '#formats';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Problem } from '#kernel/problem.ts';
import { ok, type Result } from '#kernel/result.ts';
import {
  createUnderstand,
  EMPTY_VALUE,
  formatInts,
  getSlot,
  isUnusableText,
  type Plan,
  PNS_ID_INTS,
  proposeRecipe,
  type Recipe,
  type Row,
  type Slot,
  SLOTS,
  type Understand,
} from '#mapping';
import { openReference, type Reference } from '#reference';
import { instansiCodeOf } from './instansi-code.ts';
import { openDelivery, type RowCounts, type RowSink, withDelivery } from './read-delivery.ts';

const INSTANSI = getSlot('instansi');

/** One accepted row in canonical texts; the same object for every row. */
export interface CanonicalRow {
  /** 1-based data row in the file. */
  readonly baris: number;
  /** BKN's person id, 32 hexadecimal digits; '' for none. */
  readonly pnsId: string;
  /** Four-digit code of the owning instansi; '' where the row tells none of Jawa Tengah. */
  readonly instansi: string;
  /** Values by position in SLOTS, in the form of selisih.csv: ISO dates, codes of short lists, labels of long ones; '' for none. */
  readonly texts: readonly string[];
}

/** What the cells of a delivery were taken for. */
export interface CanonicalReader {
  readonly berkas: string;
  readonly acuan: string | undefined;
  readonly per?: LocalDate | undefined;
  /** Gets the rows and values that are not used, as karantina.csv has them. */
  readonly quarantine: RowSink;
  /** Meanings that were learned from people on both sides, by "kolom kode". */
  readonly learned?: ReadonlyMap<string, string>;
}

export interface CanonicalFile extends RowCounts {
  readonly recipe: Recipe;
  /** Positions in SLOTS of the fields that the file carries. */
  readonly delivered: readonly number[];
}

/** Reads a Simpeg's delivery once more by the recipe that reconciling used, and gives its accepted rows as texts. */
export async function readCanonically(
  { berkas, acuan, per, learned, quarantine }: CanonicalReader,
  recipe: Recipe,
  onRow: (row: CanonicalRow) => void,
): Promise<Result<CanonicalFile, Problem>> {
  const reference = openReference(acuan);
  return withDelivery(berkas, (source) =>
    readRows({ source, recipe, berkas, per, quarantine, understand: createUnderstand(reference) }, learned, onRow),
  );
}

/** Reads BKN's export as texts; nobody in it is left out. */
export async function readBknCanonically(
  { berkas, acuan, quarantine }: CanonicalReader,
  onRow: (row: CanonicalRow) => void,
): Promise<Result<CanonicalFile, Problem>> {
  const reference: Reference = openReference(acuan);
  return withDelivery(berkas, async (source, tabel) => {
    const recipe = await proposeRecipe(source, { reference, ...(tabel === undefined ? {} : { tabel }) });
    if (!recipe.ok) return recipe;
    const all = { ...recipe.value, saring: [] };
    return readRows(
      { source, recipe: all, berkas, quarantine, understand: createUnderstand(reference) },
      undefined,
      onRow,
    );
  });
}

interface ReadInput extends Pick<CanonicalReader, 'berkas' | 'per' | 'quarantine'> {
  readonly source: Parameters<typeof openDelivery>[0]['source'];
  readonly recipe: Recipe;
  readonly understand: Understand;
}

async function readRows(
  { source, recipe, berkas, per, quarantine, understand }: ReadInput,
  learned: ReadonlyMap<string, string> | undefined,
  onRow: (row: CanonicalRow) => void,
): Promise<Result<CanonicalFile, Problem>> {
  const delivery = await openDelivery({ source, recipe, nama: berkas, per, understand, quarantine });
  const textOfSlot = createTextReader(delivery.plan, learned);
  const texts = SLOTS.map(() => '');
  const out = { baris: 0, pnsId: '', instansi: '', texts };
  const { delivered, dictionaries } = delivery.plan;
  const offices: string[] = [];
  const officeOf = (entry: number): string =>
    (offices[entry] ??= instansiCodeOf(dictionaries[INSTANSI.dictionary]?.entries[entry] ?? EMPTY_VALUE));
  const counts = await delivery.read((row, dataRow) => {
    out.baris = dataRow;
    out.pnsId = pnsIdOf(row);
    out.instansi = officeOf(Math.max(0, row.ints[INSTANSI.int] as number));
    for (const slot of delivered) texts[slot.index] = textOfSlot(row, slot);
    onRow(out);
  });
  return ok({ ...counts, recipe, delivered: delivered.map(({ index }) => index) });
}

/** Texts of a dictionary's entries are made once. */
export function createTextReader(plan: Plan, learned: ReadonlyMap<string, string> = new Map()) {
  const known = plan.dictionaries.map((): string[] => []);
  const meaningOf = (slot: Slot, entry: number): string => {
    const text = formatInts(slot, entry, 0, (one) => plan.dictionaries[slot.dictionary]?.entries[one]);
    return learned.get(`${slot.field.nama} ${text}`) ?? text;
  };
  return (row: Row, slot: Slot): string => {
    if (slot.kind === 'teks') {
      const [bytes, start, end] = [row.textBytes[slot.text], row.textStart[slot.text], row.textEnd[slot.text]];
      if (bytes === undefined || start === undefined || end === undefined || start === end) return '';
      return isUnusableText(bytes, start, end) ? '' : textOf(bytes, start, end).trim();
    }
    const value = row.ints[slot.int] as number;
    if (slot.kind !== 'sandi') return formatInts(slot, value, row.ints[slot.int + 1] as number, undefined);
    if (value <= 0) return '';
    const texts = known[slot.dictionary];
    return texts === undefined ? meaningOf(slot, value) : (texts[value] ??= meaningOf(slot, value));
  };
}

function pnsIdOf({ ints }: Row): string {
  let id = '';
  for (let i = 0; i < PNS_ID_INTS; i++) {
    const word = (ints[i] as number) >>> 0;
    if (word === 0 && i === 0 && ints[1] === 0) return '';
    id += word.toString(16).padStart(8, '0');
  }
  return id;
}

import { COMPARED_FIELDS, type Field, type FieldName, getField } from '#canonical';

/**
 * The layout of a row in bulk: which canonical fields it holds and in what form. It is derived from the catalogue, so that
 * a field added there is read and compared without another line of code.
 *
 * - `digit`: up to 18 digits as two integers (the leading ones, the last nine)
 * - `tanggal`: yyyymmdd · `angka`: a non-negative integer plus one (masa kerja: total months)
 * - `sandi`: an entry number of the field's dictionary (codes, places, posts, titles: texts that repeat)
 * - `teks`: a range of bytes (names, numbers of decrees: texts that hardly repeat)
 */
export type SlotKind = 'digit' | 'tanggal' | 'angka' | 'sandi' | 'teks';

export interface Slot {
  readonly field: Field;
  readonly kind: SlotKind;
  /** Position among all slots. */
  readonly index: number;
  /** First integer of the row that belongs to the slot; -1 for texts. */
  readonly int: number;
  /** Position among the texts; -1 for others. */
  readonly text: number;
  /** Position among the dictionaries; -1 for others. */
  readonly dictionary: number;
  /** The id half of a pair, read together with the text half. */
  readonly idField: FieldName | undefined;
}

/** An integer of a row that holds no value; entry 0 of every dictionary is the empty one. */
export const EMPTY = 0;
/** The value stood there but cannot be used: it is quarantined and never compared. */
export const UNUSABLE = -1;
/**
 * Whether the first integer of a slot stands for a value that cannot be used. Of a NIP that a spreadsheet rounded the digits that
 * are left stay in the slot, the first integer negative: evidence for the lower rungs, never a number to find or compare by.
 */
export const isUnusable = (first: number): boolean => first < EMPTY;

/** First integers of every row: BKN's person id as four words. */
export const PNS_ID_INTS = 4;

function slotKind(field: Field): SlotKind {
  switch (field.normalisasi) {
    case 'tanggal':
      return 'tanggal';
    case 'tahun':
    case 'bilangan':
    case 'uang':
    case 'masa_kerja':
      return 'angka';
    case 'digit':
      return field.tipe === 'nip' || field.tipe === 'nik' ? 'digit' : 'teks';
    case 'npwp':
      return 'digit';
    case 'nama':
    case 'nomor':
    case 'email':
    case 'telepon':
      return 'teks';
    case 'kode_ref':
    case 'golongan':
    case 'tempat':
    case 'gelar':
    case 'teks':
    case 'id_bkn':
    case 'boolean':
    case 'asli':
      return 'sandi';
    default:
      return field.normalisasi satisfies never;
  }
}

const INTS: Readonly<Record<SlotKind, number>> = { digit: 2, tanggal: 1, angka: 1, sandi: 1, teks: 0 };

/** Months of service are read and compared together with their years: one slot, reported on the years. */
const isMonthsHalf = (field: Field): boolean => field.normalisasi === 'masa_kerja' && field.nama.endsWith('_bulan');

function layOut(fields: readonly Field[]): Slot[] {
  let int = PNS_ID_INTS;
  let text = 0;
  let dictionary = 0;
  return fields.map((field, index) => {
    const kind = slotKind(field);
    const slot: Slot = {
      field,
      kind,
      index,
      int: kind === 'teks' ? -1 : int,
      text: kind === 'teks' ? text++ : -1,
      dictionary: kind === 'sandi' ? dictionary++ : -1,
      idField: field.pasangan === undefined ? undefined : (field.pasangan as FieldName),
    };
    int += INTS[kind];
    return slot;
  });
}

/** All slots in catalogue order. */
export const SLOTS: readonly Slot[] = layOut(COMPARED_FIELDS.filter((field) => !isMonthsHalf(field)));

/** Integers of a row (person id first). */
export const ROW_INTS = SLOTS.reduce((sum, slot) => sum + INTS[slot.kind], PNS_ID_INTS);
export const ROW_TEXTS = SLOTS.filter((slot) => slot.kind === 'teks').length;
export const DICTIONARY_SLOTS: readonly Slot[] = SLOTS.filter((slot) => slot.kind === 'sandi');

const SLOT_BY_FIELD: ReadonlyMap<string, Slot> = new Map(SLOTS.map((slot) => [slot.field.nama, slot]));

export function getSlot(nama: FieldName): Slot {
  const slot = SLOT_BY_FIELD.get(nama);
  if (!slot) throw new Error(`Field ${getField(nama).nama} has no slot`);
  return slot;
}

import { formatIsoDate, type LocalDate } from '#kernel/local-date.ts';
import { formatMasaKerja, makeMasaKerja } from '#rules/masa-kerja.ts';
import type { Entry } from './entry.ts';
import { formatDigits } from './number-cells.ts';
import { EMPTY, isUnusable, type Slot } from './slots.ts';
import { isClosedField } from './understand.ts';

const DIGITS: Readonly<Record<string, number>> = { nip: 18, nip_lama: 9, nik: 16, npwp: 16 };

/**
 * A value as it stands in selisih.csv: ISO dates, BKN's codes for the short national lists, labels for the long ones, the
 * delivered text for the rest; '' for none.
 */
export function formatInts(
  slot: Slot,
  first: number,
  second: number,
  entryOf: ((entry: number) => Entry | undefined) | undefined,
): string {
  if (isUnusable(first)) return '';
  switch (slot.kind) {
    case 'digit':
      return first === EMPTY && second === EMPTY ? '' : formatDigits(first, second, DIGITS[slot.field.nama] ?? 18);
    case 'tanggal':
      return first === EMPTY ? '' : formatIsoDate(first as LocalDate);
    case 'angka':
      if (first === EMPTY) return '';
      return slot.field.normalisasi === 'masa_kerja' ? formatMasaKerja(makeMasaKerja(0, first - 1)) : String(first - 1);
    case 'sandi':
      return first === EMPTY ? '' : formatEntry(slot, entryOf?.(first));
    case 'teks':
      return '';
    default:
      return slot.kind satisfies never;
  }
}

function formatEntry(slot: Slot, entry: Entry | undefined): string {
  if (!entry) return '';
  return isClosedField(slot.field) && entry.code !== '' ? entry.code : entry.text;
}

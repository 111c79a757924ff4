import { createHash } from 'node:crypto';
import { compareText, foldIdentifier } from '#kernel/text.ts';

/** What of a column its fingerprint is made of. */
interface NamedColumn {
  readonly nama: string;
  readonly jenis: string;
}

const DIGITS = 16;

const digest = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, DIGITS);

/**
 * Fingerprint of a table: its column names, folded, with the families of their declared types, sorted. The order of the columns, the
 * spelling of headings and the names of file, sheet and table play no part. A CSV declares no types, and what its values look like changes
 * from delivery to delivery: that is compared with tolerance (`compare-profiles.ts`), not hashed.
 */
export function fingerprintTable(columns: readonly NamedColumn[]): string {
  return digest(columns.map(({ nama, jenis }) => `${foldIdentifier(baseName(nama))}:${jenis}`).toSorted(compareText));
}

/** Fingerprint of all tables that a recipe reads; only those beside the people's are known by their names. */
export function fingerprintStructure(
  tables: readonly { readonly nama: string; readonly peran: string; readonly kolom: readonly NamedColumn[] }[],
): string {
  return digest(
    tables
      .map(({ nama, peran, kolom }) => `${peran === 'pegawai' ? '' : foldIdentifier(nama)}=${fingerprintTable(kolom)}`)
      .toSorted(compareText),
  );
}

/** A repeated or empty heading is numbered by its place, which a fingerprint must not know. */
export function baseName(nama: string): string {
  return /^Kolom \d+$/.test(nama) ? '' : nama.replace(/ \(\d+\)$/, '');
}

/** The family of a declared type; lengths and spellings of one family change without meaning. */
export function typeFamily(type: string): string {
  if (type === '') return '';
  if (/^(?:date|time|year|d\b|t\b|@)/i.test(type)) return 'tanggal';
  if (/int|dec|num|float|double|real|serial|money|^[nfiby]\b|^bit/i.test(type)) return 'angka';
  return /blob|bytea|binary|image|ole|^[gp]\b/i.test(type) ? 'biner' : 'teks';
}

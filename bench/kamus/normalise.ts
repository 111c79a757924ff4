import type { Field } from '../../src/canonical/index.ts';
import { foldText } from '../../src/kernel/text.ts';
import { createUnderstand, type Entry } from '../../src/mapping/index.ts';
import { openReference } from '../../src/reference/index.ts';
import { parseDigit } from '../../src/rules/digit.ts';
import { foldEmail } from '../../src/rules/email.ts';
import { parseMasaKerja } from '../../src/rules/masa-kerja.ts';
import { foldNama } from '../../src/rules/nama.ts';
import { foldNomor } from '../../src/rules/nomor.ts';
import { parseNpwp } from '../../src/rules/npwp.ts';
import { parseTahun, parseTanggal, type UrutanTanggal } from '../../src/rules/tanggal.ts';
import { parseTelepon } from '../../src/rules/telepon.ts';
import type { Reading } from '../../src/rules/reading.ts';

/** A normalised value: what is compared, and what is shown. `code` only where the field is coded. */
export interface Value {
  readonly text: string;
  readonly folded: string;
  readonly code: string;
}

const understand = createUnderstand(openReference());

/** A plain field's value by the rule that the catalogue names for it. */
export function normaliseText(field: Field, delivered: string, urutan: UrutanTanggal): Value {
  const text = delivered.trim();
  return { text, folded: fold(field, text, urutan), code: '' };
}

/** A coded field's value: label and id together, by the project's own reading of codes. */
export function normaliseCode(field: Field, label: string, id: string, isKnown: Entry['isBareCode'] | 'bare'): Value {
  const { text, folded, code } = understand(field, { delivered: label || id, label, id, isKnown });
  return { text, folded, code };
}

export const isCoded = (field: Field): boolean => field.tipe === 'kode' || field.tipe === 'gelar';

function fold(field: Field, text: string, urutan: UrutanTanggal): string {
  switch (field.normalisasi) {
    case 'nama':
      return foldNama(text);
    case 'digit':
      return textOf(parseDigit(text), text);
    case 'tanggal':
      return textOf(parseTanggal(text, urutan, { epochIsEmpty: field.nama !== 'tanggal_lahir' }), text);
    case 'tahun':
      return textOf(parseTahun(text, urutan), text);
    case 'masa_kerja':
      return foldMasaKerja(field, text);
    case 'telepon':
      return textOf(parseTelepon(text), text, (numbers) => numbers[0] ?? '');
    case 'npwp':
      return textOf(parseNpwp(text), text);
    case 'email':
      return foldEmail(text) ?? '';
    case 'nomor':
      return foldNomor(text);
    default:
      return foldText(text);
  }
}

/** Years and months stand in columns of their own, or together in one text of which each field takes its half. */
function foldMasaKerja(field: Field, text: string): string {
  if (/^\d{1,3}$/.test(text)) return String(Number(text));
  return textOf(parseMasaKerja(text), text, ({ tahun, bulan }) =>
    String(field.nama.endsWith('_bulan') ? bulan : tahun),
  );
}

/** What a rule read, as text; a cell that no rule understands stands for itself. */
function textOf<T>(reading: Reading<T>, text: string, show: (value: T) => string = String): string {
  if (!reading.ok) return text;
  return reading.value === undefined ? '' : show(reading.value);
}

import type { Field } from '#canonical';
import { formatIsoDate, makeDate } from '#kernel/local-date.ts';
import type { Reference } from '#reference';
import { parseBilangan } from '#rules/angka.ts';
import { foldBknId, isBknId } from '#rules/bkn-id.ts';
import { parseDigit } from '#rules/digit.ts';
import { parseEmail } from '#rules/email.ts';
import { joinGelar, splitGelar } from '#rules/gelar.ts';
import { formatMasaKerja, makeMasaKerja, masaKerjaMonths, parseMasaKerja } from '#rules/masa-kerja.ts';
import { parseNik } from '#rules/nik.ts';
import { parseNip, parseNipLama, parseRoundedNip } from '#rules/nip.ts';
import { parseNpwp } from '#rules/npwp.ts';
import type { Reading } from '#rules/reading.ts';
import { parseTelepon } from '#rules/telepon.ts';
import { parseTahun, parseTanggal } from '#rules/tanggal.ts';
import type { Columns, FilledFeed, Reader } from './columns.ts';
import { formOf, ORACLE_FIELDS } from './fields.ts';
import { coded, readCode, type Report, titlesOf } from './read-codes.ts';
import type { DataRow } from './table.ts';
import { KOSONG, type Person, RUSAK, teks, type Value, written } from './value.ts';

/** Fields that a file carries at all: others are not compared. */
export function listDelivered(columns: Columns): readonly Field[] {
  const hasTitlesInName = columns.of('nama')[0]?.reader.jenis === 'nama_bergelar';
  return ORACLE_FIELDS.filter((field) => {
    const form = formOf(field);
    const ids = form === 'kode' ? columns.of(field.pasangan).length : 0;
    return columns.of(field.nama).length + ids > 0 || (form === 'gelar' && hasTitlesInName);
  });
}

/** Brings one row to canonical form; whatever stands there and cannot be used is reported. */
export function readPerson(
  delivered: readonly Field[],
  columns: Columns,
  row: DataRow,
  reference: Reference,
  report: Report,
): Person {
  const values = new Map<string, Value>();
  for (const field of delivered) values.set(field.nama, readField(field, columns, row, reference, report));
  // An old number in the column of the new one still finds its person, and fills a column for old numbers that is empty.
  const inNipColumn = values.get('nip')?.is === 'rusak' ? oldNumber(columns.filled(row, 'nip')) : '';
  const own = values.get('nip_lama') ?? KOSONG;
  const nipLama = own.is === 'kosong' && inNipColumn !== '' ? teks(inNipColumn) : own;
  if (values.has('nip_lama')) values.set('nip_lama', nipLama);
  return {
    baris: row.baris,
    pnsId: readPnsId(columns.filled(row, 'pns_id_bkn')),
    values,
    nipLama: written(nipLama),
    ...readTold(columns, written(values.get('nip')), columns.filled(row, 'nip')[0]?.cell ?? ''),
  };
}

/** What the NIP says of fields that the recipe takes from it; `nip` is the sound number, `cell` what was delivered. */
function readTold(columns: Columns, nip: string, cell: string): Pick<Person, 'told' | 'isRounded'> {
  const sound = parseNip(nip);
  const rounded = nip === '' ? parseRoundedNip(cell) : undefined;
  const parts = rounded ?? (sound.ok ? sound.value : undefined);
  const told = new Map<string, string>();
  for (const { kanonik } of parts ? (columns.recipe.turunan ?? []) : []) {
    if (columns.of(kanonik).length > 0) continue;
    if (kanonik === 'jenis_kelamin') told.set(kanonik, parts?.jenisKelamin ?? '');
    else if (kanonik === 'tanggal_lahir' && parts) told.set(kanonik, formatIsoDate(parts.tanggalLahir));
    else if (parts && 'tmtCpns' in parts && parts.tmtCpns) told.set(kanonik, formatIsoDate(parts.tmtCpns));
  }
  return { told, isRounded: rounded !== undefined };
}

function readField(field: Field, columns: Columns, row: DataRow, reference: Reference, report: Report): Value {
  const form = formOf(field);
  const filled = columns.filled(row, field.nama);
  switch (form) {
    case 'digit':
      return readFirst(filled, (cell) => NUMBERS[field.nama]?.(cell) ?? { ok: true, value: undefined }, report);
    case 'tanggal':
      return readFirst(filled, (cell, reader) => readDate(cell, reader, field.nama), report);
    case 'tahun':
      return readFirst(filled, readYear, report);
    case 'masa_kerja':
      return readService(field, columns, row, report);
    case 'nama':
      return filled[0] ? teks(nameOf(filled[0]).nama) : KOSONG;
    case 'gelar':
      return readTitles(field, columns, row, reference, report);
    case 'teks':
      return readFirst(filled, (cell) => readText(field, cell), report);
    case 'kode':
      return readCode(field, columns, row, reference, report);
    default:
      return form satisfies never;
  }
}

/** Texts are kept as delivered; a telephone number or an e-mail must be one. */
function readText({ normalisasi }: Field, cell: string): Reading<string> {
  if (normalisasi === 'telepon') return change(parseTelepon(cell), () => cell);
  return normalisasi === 'email' ? change(parseEmail(cell), () => cell) : { ok: true, value: cell };
}

/** The first column that says something counts, be it a fault. */
function readFirst(
  filled: readonly FilledFeed[],
  read: (cell: string, reader: Reader) => Reading<string>,
  report: Report,
): Value {
  for (const { cell, reader, sumber } of filled) {
    const reading = read(cell, reader);
    if (!reading.ok) {
      report(sumber, cell, reading.error);
      return RUSAK;
    }
    if (reading.value !== undefined) return teks(reading.value);
  }
  return KOSONG;
}

function change<T>(reading: Reading<T>, to: (value: T) => string): Reading<string> {
  if (!reading.ok) return reading;
  return { ok: true, value: reading.value === undefined ? undefined : to(reading.value) };
}

const NUMBERS: Readonly<Record<string, (cell: string) => Reading<string>>> = {
  nip: (cell) => change(parseNip(cell), ({ nip }) => nip),
  nip_lama: parseNipLama,
  nik: (cell) => change(parseNik(cell), ({ nik }) => nik),
  npwp: parseNpwp,
};

function oldNumber(filled: readonly FilledFeed[]): string {
  const digits = parseDigit(filled[0]?.cell ?? '');
  return digits.ok && digits.value?.length === 9 ? digits.value : '';
}

function readPnsId(filled: readonly FilledFeed[]): string {
  const cell = filled[0]?.cell ?? '';
  return isBknId(cell) && !/^[0-]+$/.test(cell) ? foldBknId(cell) : '';
}

const orderOf = (reader: Reader) => (reader.jenis === 'tanggal' ? reader.urutan : 'dmy');

function readDate(cell: string, reader: Reader, nama: string): Reading<string> {
  const order = orderOf(reader);
  // 1 January 1970 means "none" everywhere but in birth dates.
  const options = { epochIsEmpty: nama !== 'tanggal_lahir' };
  if (order !== 'ydm') return change(parseTanggal(cell, order, options), formatIsoDate);
  const swapped = /^(\d{4})([-/. ])(\d{2})\2(\d{2})/.exec(cell);
  const date = swapped && makeDate(Number(swapped[1]), Number(swapped[4]), Number(swapped[3]));
  // Days above 12 could not be swapped and stayed as they were.
  return change(parseTanggal(date ? formatIsoDate(date) : cell, 'ymd', options), formatIsoDate);
}

function readYear(cell: string, reader: Reader): Reading<string> {
  const order = orderOf(reader);
  return change(parseTahun(cell, order === 'ydm' ? 'ymd' : order), String);
}

/** Years and months of service together; months alone or years alone count as they are. */
function readService(field: Field, columns: Columns, row: DataRow, report: Report): Value {
  const [years] = columns.filled(row, field.nama);
  if (columns.of(field.nama)[0]?.reader.jenis === 'masa_kerja') {
    if (!years) return KOSONG;
    const read = parseMasaKerja(years.cell);
    if (!read.ok) report(years.sumber, years.cell, read.error);
    if (!read.ok) return RUSAK;
    return read.value === undefined ? KOSONG : service(masaKerjaMonths(read.value));
  }
  const [months] = columns.filled(row, field.nama.replace('_tahun', '_bulan'));
  if (!years && !months) return KOSONG;
  const [tahun, bulan] = [years, months].map((feed) => (feed ? readCount(feed, report) : 0));
  return tahun === undefined || bulan === undefined ? RUSAK : service(tahun * 12 + bulan);
}

function readCount({ cell, sumber }: FilledFeed, report: Report): number | undefined {
  const read = parseBilangan(cell);
  if (read.ok && read.value !== undefined && /^\d{1,3}$/.test(read.value)) return Number(read.value);
  report(sumber, cell, 'MASA_KERJA_TIDAK_TERBACA');
  return undefined;
}

const service = (bulan: number): Value => ({
  is: 'masa_kerja',
  tulis: formatMasaKerja(makeMasaKerja(0, bulan)),
  bulan,
});

/** A name may carry titles in any source; only a comma or a dot tells. */
function nameOf({ cell, reader }: FilledFeed): ReturnType<typeof splitGelar> {
  const plain = { depan: '', nama: cell, belakang: '' };
  if (reader.jenis !== 'nama_bergelar' && !/[.,]/.test(cell)) return plain;
  const split = splitGelar(cell);
  return split.depan === '' && split.belakang === '' ? plain : split;
}

/** Titles of their own column together with those that stood in the name. */
function readTitles(field: Field, columns: Columns, row: DataRow, reference: Reference, report: Report): Value {
  const own = readCode(field, columns, row, reference, report);
  const [name] = columns.filled(row, 'nama');
  if (own.is === 'rusak' || !name) return own;
  const { depan, belakang } = nameOf(name);
  const inName = field.nama === 'gelar_depan' ? depan : belakang;
  const text = own.is === 'kode' ? own.meaning.text : '';
  const joined = joinGelar(text, inName);
  const titles = joined === text ? undefined : titlesOf(joined);
  return titles ? coded(field, titles) : own;
}

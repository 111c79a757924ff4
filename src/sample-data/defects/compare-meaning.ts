import { COMPARED_FIELDS, type PegawaiField } from '#canonical';
import { damerauLevenshtein } from '#kernel/similarity.ts';
import { compareNama, foldNama } from '#rules/nama.ts';
import { foldGelar } from '#rules/gelar.ts';
import { parseNik } from '#rules/nik.ts';
import { parseNip } from '#rules/nip.ts';
import type { Facts } from '../person.ts';

export type Verdict = 'beda' | 'mirip' | 'kosong_simpeg' | 'kosong_bkn';

/** A difference that the contract asks for, in plain values. */
export interface TrueDifference {
  readonly field: PegawaiField;
  readonly simpeg: string;
  readonly bkn: string;
  readonly kelas: Verdict;
}

/** Compared by BKN's code, and written as that code. */
const CODED: ReadonlySet<string> = new Set([
  'agama',
  'status_perkawinan',
  'jenis_pegawai',
  'kedudukan_hukum',
  'golongan',
  'golongan_cpns',
  'jenis_jabatan',
  'eselon',
  'pendidikan_tingkat',
]);
/** Compared by BKN's id where both sides know it, written as BKN's name. */
const NAMED: ReadonlySet<string> = new Set([
  'jabatan',
  'unit_kerja',
  'unit_organisasi_induk',
  'pendidikan_nama',
  'tempat_lahir',
  'instansi',
  'instansi_kerja',
]);

const FIELDS = COMPARED_FIELDS.map(({ nama }) => nama as PegawaiField);

/** The meaning of a value as the reconciliation must see it; null: it cannot be read and is quarantined. */
export function readable(field: PegawaiField, value: string | undefined): string | undefined | null {
  if (value === undefined) return undefined;
  if (field === 'nip') return parseNip(value).ok ? value : null;
  if (field === 'nik') return parseNik(value).ok ? value : null;
  return value;
}

/** Every difference between two records over the fields that both files carry. */
export function differencesOf(simpeg: Facts, bkn: Facts, carried: ReadonlySet<string>): TrueDifference[] {
  const found: TrueDifference[] = [];
  for (const field of FIELDS) {
    if (!carried.has(field) || field === 'masa_kerja_bulan') continue;
    const difference = compareField(field, simpeg, bkn);
    if (difference) found.push(difference);
  }
  return found;
}

function compareField(field: PegawaiField, simpeg: Facts, bkn: Facts): TrueDifference | undefined {
  if (field === 'masa_kerja_tahun') return compareService(simpeg, bkn);
  const a = readable(field, shown(field, simpeg));
  const b = readable(field, shown(field, bkn));
  if (a === null || b === null) return undefined;
  const left = a ?? '';
  const right = b ?? '';
  if (left === right || sameIds(field, simpeg, bkn)) return undefined;
  const kelas = verdictOf(field, left, right);
  return kelas && { field, simpeg: left, bkn: right, kelas };
}

function verdictOf(field: PegawaiField, a: string, b: string): Verdict | undefined {
  if (field === 'gelar_depan' || field === 'gelar_belakang') return compareTitles(a, b);
  if (a === '') return 'kosong_simpeg';
  if (b === '') return 'kosong_bkn';
  if (field !== 'nama') return 'beda';
  if (foldNama(a) === foldNama(b)) return undefined;
  return compareNama(a, b).kelas === 'mirip' ? 'mirip' : 'beda';
}

/** Sets of titles; one letter in one title is a typing variant. */
function compareTitles(a: string, b: string): Verdict | undefined {
  const left = foldGelar(a);
  const right = foldGelar(b);
  if (left.join() === right.join()) return undefined;
  if (left.length === 0) return 'kosong_simpeg';
  if (right.length === 0) return 'kosong_bkn';
  const onlyLeft = left.filter((title) => !right.includes(title));
  const onlyRight = right.filter((title) => !left.includes(title));
  const near =
    onlyLeft.length === 1 && onlyRight.length === 1 && damerauLevenshtein(onlyLeft[0] ?? '', onlyRight[0] ?? '') <= 1;
  return near ? 'mirip' : 'beda';
}

const months = (facts: Facts): number => 12 * Number(facts.masa_kerja_tahun) + Number(facts.masa_kerja_bulan ?? 0);

/** Years and months together, reported on the years. */
function compareService(simpeg: Facts, bkn: Facts): TrueDifference | undefined {
  const field = 'masa_kerja_tahun';
  const a = simpeg.masa_kerja_tahun;
  const b = bkn.masa_kerja_tahun;
  if (a === undefined && b === undefined) return undefined;
  if (a === undefined) return { field, simpeg: '', bkn: b ?? '', kelas: 'kosong_simpeg' };
  if (b === undefined) return { field, simpeg: a, bkn: '', kelas: 'kosong_bkn' };
  return months(simpeg) === months(bkn) ? undefined : { field, simpeg: a, bkn: b, kelas: 'beda' };
}

const idOf = (field: PegawaiField, facts: Facts): string | undefined => facts[`${field}_id` as PegawaiField];

/** The value as the ledger writes it. */
export function shown(field: PegawaiField, facts: Facts): string | undefined {
  return CODED.has(field) ? (idOf(field, facts) ?? facts[field]) : facts[field];
}

function sameIds(field: PegawaiField, simpeg: Facts, bkn: Facts): boolean {
  if (!NAMED.has(field)) return false;
  const id = idOf(field, simpeg);
  return id !== undefined && id === idOf(field, bkn);
}

import { expect, it } from 'vitest';
import { beginReader, innerOf, partsOf } from './readers.ts';
import type { ColumnRow } from './rows.ts';

const rowOf = (nilai: string, kanonik: string | null = null): ColumnRow =>
  ({ look: { nama: 'B', teratas: [{ nilai, jumlah: 3 }] }, kanonik }) as unknown as ColumnRow;
const COLUMNS = ['A', 'B', 'C', 'D'];

it.each([
  ['potong', rowOf('S1 - Hukum - UNDIP'), { pemisah: ' - ', dari: 3, ambil: 1 }],
  ['potong', rowOf('III/a;2010'), { pemisah: ';', dari: 2 }],
  ['potong', rowOf('tanpa'), { dari: 2 }],
  ['sambung', rowOf(''), { kolom: ['B', 'C'] }],
  ['tanggal_terpisah', rowOf(''), { hari: 'B', bulan: 'C', tahun: 'D' }],
  ['teks_tanggal', rowOf('', 'tanggal_lahir'), { ambil: 'tanggal' }],
  ['teks_tanggal', rowOf('', 'tempat_lahir'), { ambil: 'teks' }],
] as const)('begins to read by %s with what the column suggests', (kind, row, expected) => {
  expect(beginReader(kind, row, COLUMNS)).toMatchObject({ jenis: kind, ...expected });
});

it('tells what a reader is made of', () => {
  expect(partsOf({ jenis: 'sambung', kolom: ['A', 'B'] })).toEqual(['A', 'B']);
  expect(innerOf({ jenis: 'potong', lalu: { jenis: 'tanggal', urutan: 'mdy' } })).toBe('tanggal mdy');
});

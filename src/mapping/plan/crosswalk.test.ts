import { describe, expect, it } from 'vitest';
import { getField } from '#canonical';
import { type CrosswalkEntry, createCrosswalkFinder, openReference } from '#reference';
import type { LocalDate } from '#kernel/local-date.ts';
import { sourceValueOf, withCrosswalk } from './crosswalk.ts';
import { type Cell, createUnderstand } from './understand.ts';

const ID = '8AE483A570E6758B01710BA2C7527D80';
const cell = (changes: Partial<Cell>): Cell => ({ delivered: '', label: '', id: '', isKnown: true, ...changes });
const entry = (kolom: string, kode: string, label: string, id: string): CrosswalkEntry => ({
  kolom,
  kode,
  label,
  id,
  status: 'diterima',
  mulai: undefined,
  sampai: undefined,
  acuan: { nama: 'GURU AHLI MUDA', induk: '', jenis: '', status: '', senama: 0 },
  dukungan: 5,
  bertentangan: 0,
  oleh: 'Admin',
  pada: 20260101 as LocalDate,
});
const find = createCrosswalkFinder(
  [
    entry('jabatan', '', 'Guru Kelas', ID),
    entry('jabatan', '17', '', ID),
    entry('agama', '9', '', '3'),
    entry('agama', '8', '', '77'),
    entry('golongan', '5', '', '33'),
  ],
  undefined,
);
const plain = createUnderstand(openReference());
const understand = find ? withCrosswalk(plain, find) : plain;

describe('the code and the words of a cell', () => {
  it.each<[string, Partial<Cell>, string, string]>([
    ['words', { delivered: 'Guru', label: 'Guru' }, '', 'Guru'],
    ['a code and its words', { delivered: '17', label: 'Guru' }, '17', 'Guru'],
    ['a code that nobody explained', { delivered: '17', label: '17', isKnown: 'bare' }, '17', ''],
    ['a code that its table lacks', { delivered: '17', label: '17', isKnown: false }, '17', ''],
    ['a text without words', { delivered: '3.1', label: '3.1' }, '3.1', ''],
    ['a code that the recipe explains', { delivered: '17', label: 'Guru', isTold: true }, '17', ''],
    ['an id beside words', { delivered: 'Guru', label: 'Guru', id: '17' }, '17', 'Guru'],
  ])('%s', (_name, changes, kode, label) => {
    expect(sourceValueOf(cell(changes))).toEqual({ kode, label });
  });
});

describe('an accepted crosswalk', () => {
  it('gives words the id, and leaves them as they are for people', () => {
    const read = understand(getField('jabatan'), cell({ delivered: 'GURU KELAS', label: 'GURU KELAS' }));
    expect(read).toMatchObject({ text: 'GURU KELAS', code: ID, folded: 'GURU AHLI MUDA', isBareCode: false });
  });

  it('explains a bare code, of open and of closed lists', () => {
    const bare = (kode: string): Cell => cell({ delivered: kode, label: kode, isKnown: 'bare' });
    expect(understand(getField('jabatan'), bare('17'))).toMatchObject({ text: 'GURU AHLI MUDA', code: ID });
    expect(understand(getField('agama'), bare('9'))).toMatchObject({ code: '3', isBareCode: false });
    expect(understand(getField('golongan'), bare('5'))).toMatchObject({ code: '33', isBareCode: false });
  });

  it.each<[string, Cell]>([
    ["a cell with BKN's own id", cell({ delivered: 'Guru Kelas', label: 'Guru Kelas', id: 'F'.repeat(32) })],
    ['a value without an entry', cell({ delivered: 'Bidan', label: 'Bidan' })],
    ['an entry whose id the closed list does not know', cell({ delivered: '8', label: '8', isKnown: 'bare' })],
  ])('changes nothing of %s', (_name, given) => {
    const field = getField(given.delivered === '8' ? 'agama' : 'jabatan');
    expect(understand(field, given)).toEqual(plain(field, given));
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '#kernel/text.ts';
import type { Found, ReferenceRow } from './row.ts';
import { joinRows, listRows } from './rows.ts';
import { ReferenceTable } from './table.ts';

const POSTS: readonly ReferenceRow[] = [
  { id: 'A5EB03E20000000000000000000000AA', nama: 'Guru Ahli Pertama', jenis: 'PT', induk: 'G1', status: 'N' },
  { id: 'a5eb03e20000000000000000000000bb', nama: 'GURU AHLI  PERTAMA', jenis: 'PT', induk: 'G1', status: 'O' },
  { id: 'c5eb03e2-0000-0000-0000-0000000000cc', nama: 'Guru Ahli Pertama', jenis: 'PT', induk: 'G2', status: 'N' },
  { id: 'D1', nama: 'Bidan Terampil', kode: '07', jenis: 'TR', status: 'N' },
  { id: 'D2', nama: 'Penyuluh Pertanian Ahli Muda', kode: '08', jenis: 'MU', status: 'N' },
];
const CODES: readonly ReferenceRow[] = [
  { id: '01', nama: 'Aktif' },
  { id: '101', nama: 'PPPK Paruh Waktu Aktif' },
  { id: '00', nama: '' },
  { id: '0', nama: '.' },
];

const tableOf = (rows: readonly ReferenceRow[], distinctKinds: readonly string[] = []): ReferenceTable =>
  new ReferenceTable(listRows('uji', rows, foldText), { fold: foldText, distinctKinds });
const idsOf = (found: Found): readonly string[] => {
  if (found.kind === 'none') return [];
  return found.kind === 'one' ? [found.row.id] : found.rows.map((row) => row.id);
};

describe('a code table', () => {
  const posts = tableOf(POSTS);
  const codes = tableOf(CODES);

  it.each([
    ['as published', 'A5EB03E20000000000000000000000AA', 0],
    ['in lower case', 'a5eb03e20000000000000000000000aa', 0],
    ['with dashes', 'a5eb03e2-0000-0000-0000-0000000000aa', 0],
    ['without the dashes it is published with', 'C5EB03E200000000000000000000 00CC'.replace(' ', ''), 2],
    ['with blanks around', ' D1 ', 3],
  ])('finds an id %s', (_how, id, index) => {
    expect(posts.findById(id)).toEqual(POSTS[index]);
  });

  it.each([
    ['1', ['01']],
    ['01', ['01']],
    ['101', ['101']],
    ['0', ['0']],
    ['00', ['00']],
    ['2', []],
    ['', []],
    ['Aktif', []],
  ])('reads the code %j as %j', (kode, ids) => {
    expect(idsOf(codes.findByCode(kode))).toEqual(ids);
  });

  it('finds a row by its short code', () => {
    expect(idsOf(posts.findByCode('07'))).toEqual(['D1']);
  });

  it.each([
    ['one row', 'bidan terampil', undefined, ['D1']],
    ['nothing under no name', '', undefined, []],
    ['nothing under punctuation', '.', undefined, []],
    ['what is ambiguous as ambiguous', 'Guru Ahli Pertama', undefined, [POSTS[0]?.id, POSTS[2]?.id]],
    ['one row within a parent', 'Guru Ahli Pertama', { induk: 'G2' }, [POSTS[2]?.id]],
    ['rows of one meaning as the one in use', 'Guru Ahli Pertama', { induk: 'G1' }, [POSTS[0]?.id]],
    ['nothing of another kind', 'Guru Ahli Pertama', { jenis: ['MU', 'MA'] }, []],
  ])('finds %s by name', (_what, nama, context, ids) => {
    expect(idsOf(posts.findByName(nama, context))).toEqual(ids);
  });

  it('shows rows of one meaning by the one in use, whichever is published first', () => {
    const [inUse, outOfUse] = POSTS;
    if (!inUse || !outOfUse) throw new Error('two rows expected');
    expect(idsOf(tableOf([outOfUse, inUse]).findByName('Guru Ahli Pertama'))).toEqual([inUse.id]);
  });

  it.each([
    ['equal ids', ' D1 ', 'D1', true],
    [
      'equal ids that the table does not know',
      'A5EB03E2-0000-0000-0000-0000000000DD',
      'a5eb03e20000000000000000000000dd',
      true,
    ],
    ['rows of one name, kind and parent', POSTS[0]?.id, POSTS[1]?.id, true],
    ['rows of one name under two parents', POSTS[0]?.id, POSTS[2]?.id, false],
    ['rows of two names', 'D1', 'D2', false],
    ['an id that the table does not know', 'D1', 'D9', false],
  ])('judges whether %s mean the same', (_what, a, b, expected) => {
    expect(posts.sameMeaning(a ?? '', b ?? '')).toBe(expected);
    expect(posts.sameMeaning(b ?? '', a ?? '')).toBe(expected);
  });

  it('never takes two nameless rows for the same thing', () => {
    expect(codes.sameMeaning('00', '0')).toBe(false);
  });

  it('keeps two rows of one name apart where their kind says so', () => {
    const places = [
      { id: 'P1', nama: 'SEMARANG', induk: 'P', jenis: 'KB' },
      { id: 'P2', nama: 'SEMARANG', induk: 'P', jenis: 'KB' },
    ];
    const table = tableOf(places, ['KB']);
    expect(table.sameMeaning('P1', 'P2')).toBe(false);
    expect(table.findByName('Semarang').kind).toBe('many');
  });

  it.each([
    ['a typing variant', 'Penyulh Pertanian Ahli Muda', ['D2']],
    ['the equal name', 'Bidan Terampil', ['D1']],
    ['nothing that is merely similar', 'Penyuluh Kehutanan Ahli Madya', []],
    ['nothing for an empty text', ' - ', []],
  ])('finds by nearness %s', (_what, nama, ids) => {
    expect(idsOf(posts.findNearest(nama))).toEqual(ids);
  });

  it('looks for typing variants only within the context', () => {
    expect(posts.findNearest('Bidan Trampil', { jenis: ['PT'] }).kind).toBe('none');
    expect(posts.findNearest('Bidan Trampil', { jenis: ['TR'] }).kind).toBe('one');
  });

  it('finds every row by its id, its name and its row number, whatever the rows', () => {
    const row = fc.record({ id: fc.uuid(), nama: fc.string({ minLength: 1 }) });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ id }) => id }), (rows) => {
        const table = tableOf(rows);
        expect([...table.rows()]).toEqual(rows);
        for (const one of rows) {
          expect(table.findById(one.id.toUpperCase())).toEqual(one);
          expect(table.findByName(one.nama).kind === 'none').toBe(foldText(one.nama) === '');
        }
      }),
    );
  });
});

describe('several tables read as one', () => {
  const other: readonly ReferenceRow[] = [
    { id: 'D1', nama: 'Bidan Terampil' },
    { id: 'E1', nama: 'Guru Ahli Pertama', jenis: 'PT', induk: 'G1' },
  ];
  const rows = joinRows([listRows('fungsional', POSTS, foldText), listRows('pelaksana', other, foldText)]);
  const joined = new ReferenceTable(rows, { fold: foldText, distinctKinds: [] });

  it('counts one id in two of them once', () => {
    expect(joined.size).toBe(7);
    expect(idsOf(joined.findByName('Bidan Terampil'))).toEqual(['D1']);
  });

  it('keeps rows of one name in two of them apart', () => {
    expect(joined.sameMeaning('E1', POSTS[0]?.id ?? '')).toBe(false);
    expect(joined.findByName('Guru Ahli Pertama', { induk: 'G1' }).kind).toBe('many');
  });

  it('finds nothing where there is no table', () => {
    const none = new ReferenceTable(joinRows([]), { fold: foldText, distinctKinds: [] });
    expect(none.findById('D1')).toBeUndefined();
    expect(none.findNearest('Bidan Terampil').kind).toBe('none');
  });
});

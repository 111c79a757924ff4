import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Transaction } from '#platform';
import { codedOf } from './coded.ts';
import { listPeopleFacets } from './people-facets.ts';
import { countDifferences } from './pages.ts';
import {
  createPeopleIndexes,
  differencesOf,
  findLines,
  lineAt,
  linesOf,
  type PeopleIndex,
  searchPeople,
} from './people-index.ts';

const PEOPLE = [
  ['ABDUL RAHMAN', '197801012005011001', '510120001', 'berpasangan'],
  ['Siti Aminah', '198203152009022002', '', 'hanya-bkn'],
  ['SITI RAHMAH, S.Pd.', '199005052015032003', '', 'berpasangan'],
] as const;

const index: PeopleIndex = {
  instansi: 6410,
  nomor: 1,
  nama: linesOf(PEOPLE.map(([nama]) => nama.toUpperCase()).join('\n')),
  nip: linesOf(PEOPLE.map(([, nip, lama]) => `${nip} ${lama}`).join('\n')),
  orang: linesOf('11\n12\n13'),
  keadaan: PEOPLE.map(([, , , keadaan]) => keadaan),
  golongan: codedOf(['33', '', '33']),
  unit: codedOf(['DINAS A', 'DINAS B', 'DINAS A']),
  sebab: [
    { sebab: 'tukar', bidang: 'tanggal_lahir', kelas: 'beda', selisih: 2 },
    { sebab: 'kosong', bidang: 'nik', kelas: 'kosong_simpeg', selisih: 0 },
    { sebab: 'gelar', bidang: 'nama', kelas: 'mirip', selisih: 1 },
  ],
  selisih: differencesOf(linesOf('11\n12\n13'), '13 0\n11 0\n11 2'),
};

describe('searching people', () => {
  it.each([
    ['part of a name', 'rahma', undefined, [0, 2]],
    ['words in any order, each anywhere', 'min siti', undefined, [1]],
    ['words of which one is nobody’s', 'siti rahman', undefined, []],
    ['a NIP with blanks', '19780101 200501 1 001', undefined, [0]],
    ['part of a NIP', '2015', undefined, [2]],
    ['an old NIP', '5101', undefined, [0]],
    ['two digits, which are no number', '19', undefined, []],
    ['signs that mean something elsewhere', '%_', undefined, []],
    ['a state', undefined, 'berpasangan', [0, 2]],
    ['who is in Simpeg', undefined, 'simpeg', [0, 2]],
    ['who is at BKN', undefined, 'bkn', [0, 1, 2]],
    ['pairs without a difference', undefined, 'selaras', []],
    ['pairs with one', 'siti', 'berselisih', [2]],
    ['a state and a name', 'siti', 'hanya-bkn', [1]],
    ['nothing', undefined, undefined, [0, 1, 2]],
  ])('by %s', (_, cari, keadaan, found) => {
    expect(searchPeople(index, { cari, keadaan })).toEqual(found);
  });

  it.each([
    ['a golongan', { golongan: '33' }, [0, 2]],
    ['none known', { golongan: 'kosong' }, [1]],
    ['a unit and a name', { unit: 'DINAS A', cari: 'siti' }, [2]],
    ['a unit that nobody is in', { unit: 'DINAS C' }, []],
    ['a golongan and a state', { golongan: '33', keadaan: 'hanya-bkn' }, []],
  ])('by %s', (_, filter, found) => {
    expect(searchPeople(index, filter)).toEqual(found);
  });

  it('counts golongan and unit, each whatever the filter says of itself', () => {
    const facets = listPeopleFacets([{ index, lines: [0, 1, 2] }], { golongan: '33' }, (_, value) => `gol. ${value}`);
    expect(facets.golongan).toEqual({
      semua: 2,
      pilihan: [
        { nilai: '33', label: 'gol. 33', jumlah: 2 },
        { nilai: 'kosong', label: 'Kosong', jumlah: 1 },
      ],
    });
    expect(facets.unit).toEqual({ semua: 1, pilihan: [{ nilai: 'DINAS A', label: 'DINAS A', jumlah: 2 }] });
  });

  it('finds the lines that hold all words, each once and in order', () => {
    const line = fc.string({ unit: fc.constantFrom('A', 'B', ' '), maxLength: 6 });
    const word = fc.string({ unit: fc.constantFrom('A', 'B'), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.array(word, { minLength: 1, maxLength: 2 }), (texts, words) => {
        const lines = linesOf(texts.join('\n'));
        const expected = texts.flatMap((text, at) => (words.every((each) => text.includes(each)) ? [at] : []));
        expect([...findLines(lines, words)]).toEqual(expected);
        if (texts.join('') !== '') expect(texts.map((_, at) => lineAt(lines, at))).toEqual(texts);
      }),
    );
  });

  it.each([
    ['everything', {}, { tukar: 2, gelar: 1 }, 2],
    ['a field', { bidang: 'nama' }, { tukar: 2, gelar: 1 }, 1],
    ['a class', { kelas: 'beda' }, { tukar: 2, gelar: 1 }, 2],
    ['a cause that nobody has', { sebab: 'kosong' }, { tukar: 2, gelar: 1 }, 0],
  ])('counts their differences by cause, and who has one under %s', (_, filter, sebab, orang) => {
    const counted = countDifferences([{ index, lines: [0, 1, 2] }], filter);
    expect(Object.fromEntries(counted.sebab.map((each) => [each.sebab, each.selisih]))).toEqual(sebab);
    expect(counted.orang).toBe(orang);
  });

  it('keeps an index while its publication holds, and no more people than allowed', async () => {
    const read: unknown[] = [];
    const transaction: Transaction = {
      query: async <Row extends object>(sql: string, values?: readonly unknown[]) => {
        if (!sql.includes('findings.pegawai')) return [];
        read.push(values?.[0]);
        const row = {
          nama: 'A\nB',
          nip: '1 \n2 ',
          orang: '1\n2',
          keadaan: 'berpasangan\nhanya-bkn',
          golongan: '\n',
          unit: '\n',
        };
        return [row] as unknown as Row[];
      },
    };
    const indexes = createPeopleIndexes(5);
    const ask = async (instansi: number, nomor: number) => (await indexes.of(transaction, { instansi, nomor })).nomor;
    expect([await ask(1, 1), await ask(1, 1), await ask(1, 2), await ask(1, 2)]).toEqual([1, 1, 2, 2]);
    expect(read).toEqual([1, 1]);
    // a reader of the moment before
    expect([await ask(1, 1), await ask(1, 2)]).toEqual([1, 2]);
    expect(read).toEqual([1, 1, 1]);
    await ask(2, 1);
    await ask(3, 1);
    await ask(2, 1);
    expect(read).toEqual([1, 1, 1, 2, 3]);
    await ask(1, 2);
    expect(read).toEqual([1, 1, 1, 2, 3, 1]);
  });
});

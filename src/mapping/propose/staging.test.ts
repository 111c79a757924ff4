import { describe, expect, it } from 'vitest';
import { csvOf, propose } from '../testing/temp-file.ts';
import { iso, makeUp, valueOf } from '../testing/synthetic-values.ts';

const PEOPLE = Array.from({ length: 60 }, (_, index) => makeUp(index));

/** Filters of a table with one column more; `extra` rows repeat the first people. */
async function filtersOf(heading: string, markOf: (row: number, isExtra: boolean) => string, extra = 6) {
  const people = [...PEOPLE, ...PEOPLE.slice(0, extra)];
  const rows = people.map((person, row) => [
    person.nip,
    valueOf('nama', person),
    iso(person.lahir),
    valueOf('agama', person),
    markOf(row, row >= PEOPLE.length),
  ]);
  const recipe = await propose('a.csv', csvOf(['NIP', 'NAMA', 'TANGGAL LAHIR', 'AGAMA', heading], rows));
  return recipe.saring.map(({ sumber, nilai, alasan }) => `${sumber} ${nilai.join(', ')} ${alasan}`);
}

describe('proposals in the table of the facts', () => {
  it.each<readonly [heading: string, markOf: (row: number, isExtra: boolean) => string, filters: readonly string[]]>([
    ['status_validasi', (_, isExtra) => (isExtra ? '0' : '1'), ['status_validasi 0 usulan']],
    ['is_usulan', (_, isExtra) => (isExtra ? '1' : '0'), ['is_usulan 1 usulan']],
    [
      'status_verifikasi',
      (row, isExtra) => (isExtra ? (row % 2 === 0 ? 'Menunggu' : 'Ditolak') : 'Disetujui'),
      ['status_verifikasi Ditolak, Menunggu usulan'],
    ],
    ['status_validasi', (row, isExtra) => (!isExtra && row % 9 === 0 ? '0' : '1'), []],
    ['hobi', (_, isExtra) => (isExtra ? 'x' : 'y'), []],
  ])('%s', async (heading, markOf, filters) => {
    expect(await filtersOf(heading, markOf)).toEqual(filters);
  });
});

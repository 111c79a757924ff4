import { describe, expect, it } from 'vitest';
import { formatCsvRow } from '#formats';
import { makePerson, runReconcile, toExport } from './testing/deliveries.ts';

const KUDUS = '6410';

/** GELAR DEPAN, the name (NAMA stands for the person's own), GELAR BELAKANG, and the titles that BKN has. */
const CASES: readonly (readonly [string, string, string, string, string])[] = [
  ['', 'NAMA, M.Si', 'S.Pd.', '', 'S.Pd., M.Si'],
  ['', 'NAMA, S.Pd., M.Si', 'M.Si', '', 'S.Pd., M.Si'],
  ['', 'NAMA, S.Pd.', 'S.Pd.', '', 'S.Pd.'],
  ['Dr.', 'Drs. NAMA', '', 'Dr. Drs.', ''],
  ['', 'NAMA, M.Si', '', '', 'M.Si'],
  ['', 'NAMA, M.Si', 'S.Pd.', '', 'S.Pd.'],
];

describe('titles in the name beside a filled column of titles', () => {
  it('count together with it, each title once', async () => {
    const people = Array.from({ length: 30 }, (_, n) =>
      makePerson(n, KUDUS, { gelar_depan: CASES[n]?.[3] ?? 'Drs.', gelar_belakang: CASES[n]?.[4] ?? 'S.Pd.' }),
    );
    const rows = people.map(({ nip = '', nama = '', ...person }, n) => {
      const [front, name, back] = CASES[n] ?? [person.gelar_depan ?? '', 'NAMA', person.gelar_belakang ?? ''];
      return [nip, front, name.replace('NAMA', nama), back, person.tmt_cpns ?? ''];
    });
    const headings = ['NIP', 'GELAR DEPAN', 'NAMA', 'GELAR BELAKANG', 'TMT CPNS'];
    const simpeg = [headings, ...rows].map((row) => formatCsvRow(row)).join('');
    const outcome = await runReconcile(toExport(people), { [KUDUS]: simpeg });
    const found = outcome.rows('selisih.csv').map(({ kolom, nilai_simpeg: value, sebab }) => [kolom, value, sebab]);
    expect(found).toEqual([['gelar_belakang', 'S.Pd., M.Si.', 'gelar kurang di BKN: M.Si.']]);
  });
});

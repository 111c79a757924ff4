import { describe, expect, it } from 'vitest';
import { formatCsvRow } from '#formats';
import { makePerson, runReconcile, toExport } from './testing/deliveries.ts';

const KUDUS = '6410';

describe('a delivery without birth date, TMT CPNS and sex', () => {
  const people = Array.from({ length: 30 }, (_, n) => makePerson(n, KUDUS));

  async function run(nipOf: (nip: string, n: number) => string) {
    const rows = people.map(({ nip = '', nama = '' }, n) => [nipOf(nip, n), nama, 'III/c']);
    const simpeg = [['NIP', 'NAMA', 'GOLONGAN'], ...rows].map((row) => formatCsvRow(row)).join('');
    return runReconcile(toExport(people), { [KUDUS]: simpeg });
  }

  it('finds people whose number has a slip in its serial by what the number says of them', async () => {
    const outcome = await run((nip, n) => (n === 7 ? nip.replace(/...$/, '555') : nip));
    expect(outcome.rows('pasangan.csv').filter(({ cara }) => cara === 'kunci')).toHaveLength(1);
    expect(outcome.rows('hanya-simpeg.csv')).toEqual([]);
  });

  it('never compares what it took from the number', async () => {
    const outcome = await run((nip, n) => (n === 7 ? nip.replace(/...$/, '555') : nip));
    expect(outcome.rows('selisih.csv').map(({ kolom }) => kolom)).toEqual(['nip']);
    expect(outcome.summary.kolom_tidak_dikirim[KUDUS]).toEqual(
      expect.arrayContaining(['tanggal_lahir', 'tmt_cpns', 'jenis_kelamin']),
    );
    expect(JSON.parse(outcome.text(`pemetaan/${KUDUS}.json`))).toMatchObject({
      turunan: ['tanggal_lahir', 'tmt_cpns', 'jenis_kelamin'].map((kanonik) => ({ kanonik, dari: 'nip' })),
    });
  });
});

describe('a delivery whose NIP a spreadsheet rounded', () => {
  const people = Array.from({ length: 30 }, (_, n) => makePerson(n, KUDUS));
  const [first] = people;
  const namesake = { ...makePerson(40, KUDUS), nama: first?.nama ?? '', tanggal_lahir: first?.tanggal_lahir ?? '' };
  const twins = [first, { ...namesake, nip: `${first?.nip?.slice(0, 8)}2015031901`, tmt_cpns: '01-03-2015' }];
  const all = [...twins, ...people.slice(1)].map((person) => ({ ...person, nip_lama: 'null' }));

  const headings = ['nip', 'nama', 'tanggal_lahir', 'golongan', 'tmt_golongan', 'jabatan', 'unit_kerja'] as const;
  const run = (nipOf: (nip: string) => string) => {
    const rows = all.map((person) => headings.map((name) => (name === 'nip' ? nipOf(person.nip ?? '') : person[name])));
    const simpeg = [headings, ...rows].map((row) => formatCsvRow(row.map((cell) => cell ?? ''))).join('');
    return runReconcile(toExport(all), { [KUDUS]: simpeg });
  };

  it.each([
    ['its last three digits 000', (nip: string) => nip.replace(/...$/, '000')],
    ['written as 1.98001012010011E+17', (nip: string) => `${nip[0]}.${nip.slice(1, 15)}E+17`],
  ])('tells namesakes of one birth date apart by the digits that are left: %s', async (_name, nipOf) => {
    const outcome = await run(nipOf);
    expect(
      outcome.rows('pasangan.csv').map(({ baris_simpeg, baris_bkn, cara }) => [baris_simpeg, baris_bkn, cara]),
    ).toEqual(all.map((_, n) => [String(n + 1), String(n + 1), 'kunci']));
    expect(outcome.rows('selisih.csv')).toEqual([]);
  });

  it('never takes them for a number of the person', async () => {
    const outcome = await run((nip) => nip.replace(/...$/, '000'));
    expect(outcome.rows('pasangan.csv').every(({ nip_simpeg }) => nip_simpeg === '')).toBe(true);
    expect(outcome.rows('ganda.csv')).toEqual([]);
    expect(outcome.rows('karantina.csv').filter(({ kolom }) => kolom === 'nip')).toHaveLength(all.length);
  });
});

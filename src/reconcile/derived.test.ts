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

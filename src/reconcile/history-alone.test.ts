import { describe, expect, it } from 'vitest';
import { makePerson, runReconcile, toExport } from './testing/deliveries.ts';

const PEOPLE = Array.from({ length: 30 }, (_, n) => makePerson(n));
/** Three ranks a person, the present one not last in the file; the fourth lies ahead of everything. */
const HISTORY = [
  ['III/a', '2014-04-01', 'I'],
  ['III/c', '2022-04-01', 'III'],
  ['III/b', '2018-04-01', 'II'],
] as const;
const history = (rows: readonly (readonly string[])[], heading = 'nip,nama,gol_ruang,tmt_golongan,no_sk'): string =>
  `${heading}\n${PEOPLE.flatMap(({ nip, nama }) => rows.map((row) => [nip, nama, ...row].join(','))).join('\n')}\n`;

describe('a delivery that is only a history', () => {
  it('is read as its people, each by the last row, and every other row is set aside with its reason', async () => {
    const outcome = await runReconcile(toExport(PEOPLE), { '6410': history(HISTORY) });
    expect(outcome.refusals).toEqual([]);
    expect(outcome.summary.berkas[1]).toMatchObject({ dibaca: 90, diterima: 30, karantina: 60 });
    expect(outcome.summary.pasangan).toMatchObject({ nip: 30 });
    expect(outcome.rows('selisih.csv')).toEqual([]);
    expect(outcome.summary.ganda.dalam_berkas).toBe(0);
    expect(new Set(outcome.rows('karantina.csv').map(({ kode }) => kode))).toEqual(new Set(['BARIS_RIWAYAT']));
    const delivered = outcome.summary.kolom_tidak_dikirim['6410'];
    expect(['golongan', 'tmt_golongan'].filter((field) => delivered?.includes(field))).toEqual([]);
  });

  it('tells a last row that BKN does not have', async () => {
    const late = [...HISTORY, ['III/d', '2026-04-01', 'IV'] as const];
    const outcome = await runReconcile(toExport(PEOPLE), { '6410': history(late) });
    const fields = new Set(outcome.rows('selisih.csv').map(({ kolom, nilai_simpeg: value }) => `${kolom} ${value}`));
    expect(fields).toEqual(new Set(['golongan 34', 'tmt_golongan 2026-04-01']));
  });

  it('is refused with one sentence where nothing tells which row is the last', async () => {
    const rows = HISTORY.map(([golongan, , number]) => [golongan, number]);
    const outcome = await runReconcile(toExport(PEOPLE), {
      '6410': history(rows, 'nip,nama,gol_ruang,pangkat_no_sk'),
      '6411': toExport(PEOPLE),
    });
    expect(outcome.refusals.map(({ sentence }) => sentence).join()).toContain('hanya memuat riwayat');
  });
});

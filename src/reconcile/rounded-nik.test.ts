import { describe, expect, it } from 'vitest';
import { makePerson, runReconcile, toExport } from './testing/deliveries.ts';

const round = (nik = ''): string => nik.replace(/.$/, '0');
const people = Array.from({ length: 24 }, (_, n) => makePerson(n, '6410', { pns_id_bkn: '', nip_lama: '' }));

const run = (nikOf: (nik: string | undefined, n: number) => string) =>
  runReconcile(toExport(people), {
    '6410': toExport(
      people.map((person, n) => ({ ...person, nik: nikOf(person.nik, n), ...(n === 7 ? { nip: '' } : {}) })),
    ),
  });

describe('NIKs of a delivery that all end in 0', () => {
  it('are refused each with its row, and never compared nor a key', async () => {
    const outcome = await run(round);
    expect(outcome.rows('selisih.csv').filter(({ kolom }) => kolom === 'nik')).toEqual([]);
    const refused = outcome.rows('karantina.csv').filter(({ kode }) => kode === 'NIK_DIBULATKAN');
    expect(refused.map(({ baris, nilai }) => [baris, nilai])).toEqual(
      people.map(({ nik }, n) => [String(n + 1), round(nik)]),
    );
    expect(outcome.summary.berkas[1]).toMatchObject({ isian_karantina: 24, kode_karantina: { NIK_DIBULATKAN: 24 } });
    expect(outcome.rows('pasangan.csv')[7]).toMatchObject({ baris_simpeg: '8', cara: 'kunci' });
  });

  it('are compared as they are where one of them ends otherwise', async () => {
    const outcome = await run((nik, n) => (n === 23 ? (nik ?? '') : round(nik)));
    expect(outcome.rows('karantina.csv')).toEqual([]);
    expect(outcome.rows('selisih.csv').filter(({ kolom }) => kolom === 'nik').length).toBeGreaterThan(15);
  });
});

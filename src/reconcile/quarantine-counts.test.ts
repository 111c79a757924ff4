import { expect, it } from 'vitest';
import { makePerson, runReconcile, toExport } from './testing/deliveries.ts';

const people = Array.from({ length: 12 }, (_, n) => makePerson(n));

it('rows and values that are not used are counted for each file, by reason', async () => {
  const simpeg = people.map((person, n) => (n < 2 ? { ...person, email: 'bukan email', nik: '1,9E+15' } : person));
  const outcome = await runReconcile(toExport(people), { '6410': toExport(simpeg) });
  const { summary } = outcome;
  expect(summary.berkas[1]).toMatchObject({
    karantina: 0,
    isian_karantina: 4,
    kode_karantina: { DIGIT_RUSAK: 2, EMAIL_TIDAK_TERBACA: 2 },
  });
  expect(summary.selisih.per_instansi).toMatchObject([{ karantina: 0, isian_karantina: 4 }]);
  expect(outcome.rows('karantina.csv')).toHaveLength(4);
});

it('headings that are repeated between the rows, as where two exports were joined, are no person', async () => {
  const joined = toExport(people.slice(0, 6)) + toExport(people.slice(6));
  const outcome = await runReconcile(toExport(people), { '6410': joined });
  expect(outcome.summary.berkas[1]).toMatchObject({ dibaca: 13, diterima: 12, karantina: 1 });
  expect(outcome.rows('karantina.csv')).toContainEqual(
    expect.objectContaining({ baris: '7', kolom: '', kode: 'BARIS_JUDUL' }),
  );
  expect(outcome.rows('hanya-simpeg.csv')).toEqual([]);
});

it('a delivery that ends before its end is spoken of, for the missing rows are counted nowhere', async () => {
  const rows = people.map(({ nip, nama, tanggal_lahir, golongan }) => ({ nip, nama, tanggal_lahir, golongan }));
  const cut = JSON.stringify(rows).slice(0, -20);
  const outcome = await runReconcile(toExport(people), { '6410': cut });
  expect(outcome.rows('karantina.csv').map(({ kode }) => kode)).toEqual(['BERKAS_TERPOTONG']);
  expect(outcome.summary.peringatan).toEqual([
    {
      instansi: '6410',
      kiriman: '6410',
      kalimat: expect.stringMatching(/^Kiriman 6410 terpotong .* kirim ulang/) as string,
    },
  ]);
});

it('a delivery without a usable row is spoken of', async () => {
  const nobody = people.map((person) => ({ ...person, kedudukan_hukum_id: '77', kedudukan_hukum: 'Pensiun' }));
  const { summary } = await runReconcile(toExport(people), { '6410': toExport(nobody) });
  expect(summary.berkas[1]).toMatchObject({ dibaca: 12, diterima: 0, karantina: 12, isian_karantina: 0 });
  expect(summary.peringatan).toEqual([
    { instansi: '6410', kiriman: '6410', kalimat: expect.stringMatching(/12 baris .*BARIS_TIDAK_AKTIF/) as string },
  ]);
});

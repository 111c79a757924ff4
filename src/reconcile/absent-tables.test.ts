import { describe, expect, it } from 'vitest';
import { makePerson, runReconcile, toExport } from './testing/deliveries.ts';

const PEOPLE = Array.from({ length: 20 }, (_, n) => makePerson(n));
const simpeg = `nip,nama,kd_agama\n${PEOPLE.map(({ nip, nama }) => `${nip},${nama},1`).join('\n')}\n`;
const recipe = (tabel: string, kunci: string): string =>
  JSON.stringify({
    berkas: 'simpeg.csv',
    tabel: '6410',
    kolom: [
      { sumber: 'nip', kanonik: 'nip' },
      { sumber: 'kd_agama', kanonik: 'agama', pembaca: { jenis: 'rujukan', tabel, kunci, nilai: 'nama' } },
      { sumber: 'riwayat.golongan', kanonik: 'golongan' },
    ],
    gabung: [{ tabel: 'riwayat', kunci: 'nip', ke: 'nip' }],
  });

describe('a recipe that reads tables which the delivery lacks', () => {
  it('is carried out as far as it goes, with one sentence for each of them', async () => {
    const { summary } = await runReconcile(toExport(PEOPLE), { '6410': simpeg }, 1, { '6410': recipe('ref', 'id') });
    expect(summary.tabel_tidak_ada?.map(({ instansi, tabel, isian }) => [instansi, tabel, isian])).toEqual([
      ['6410', 'ref', ['agama']],
      ['6410', 'riwayat', ['golongan']],
    ]);
    expect(summary.tabel_tidak_ada?.[0]?.kalimat).toContain('Tabel ref tidak ada di kiriman ini');
  });

  it('names the column where the table is there without it', async () => {
    const { summary } = await runReconcile(toExport(PEOPLE), { '6410': simpeg }, 1, { '6410': recipe('6410', 'id') });
    expect(summary.tabel_tidak_ada?.[0]?.kalimat).toContain('Tabel 6410 tidak memuat kolom id');
  });
});

describe('a recipe that names columns which the delivery lacks', () => {
  it('is carried out without them, with one sentence for each and the heading that is spelt nearly so', async () => {
    const slips = JSON.stringify({
      berkas: 'simpeg.csv',
      tabel: '6410',
      kolom: [
        { sumber: 'nip', kanonik: 'nip' },
        { sumber: 'namma', kanonik: 'nama' },
        { sumber: 'kd_agama', kanonik: 'agama', pembaca: { jenis: 'kode_lokal' } },
      ],
      saring: [{ sumber: 'statu', nilai: ['pensiun'], alasan: 'tidak_aktif' }],
    });
    const { summary } = await runReconcile(toExport(PEOPLE), { '6410': simpeg }, 1, { '6410': slips });
    expect(summary.tabel_tidak_ada?.map(({ kalimat }) => kalimat)).toEqual([
      expect.stringMatching(/kolom namma \(nama\).*Mungkin yang dimaksud nama\./),
      expect.stringContaining('menyaring baris menurut kolom statu'),
    ]);
  });
});

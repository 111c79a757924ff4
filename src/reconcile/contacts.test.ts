import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatCsvRow } from '#formats';
import { makePerson, runReconcile, toExport } from './testing/deliveries.ts';

const KUDUS = '6410';

interface Contact {
  readonly no_hp?: string;
  readonly email?: string;
}

async function compare(cases: readonly { readonly simpeg?: Contact; readonly bkn?: Contact }[]) {
  const people = Array.from({ length: 30 }, (_, n) => makePerson(n, KUDUS, cases[n]?.bkn ?? {}));
  const rows = people.map(({ nip = '', nama = '' }, n) => {
    const { no_hp: phone = '', email = '' } = { ...makePerson(n, KUDUS), ...cases[n]?.simpeg };
    return [nip, nama, phone, email];
  });
  const simpeg = [['NIP', 'NAMA', 'NO HP', 'EMAIL'], ...rows].map((row) => formatCsvRow(row)).join('');
  const outcome = await runReconcile(toExport(people), { [KUDUS]: simpeg });
  return {
    outcome,
    differences: outcome.rows('selisih.csv').map(({ kolom, kelas }) => [kolom, kelas]),
    quarantine: outcome.rows('karantina.csv').map(({ berkas, baris, kode }) => [basename(berkas ?? ''), baris, kode]),
  };
}

describe('telephone numbers and e-mails', () => {
  it('that a spreadsheet damaged, or that are none, are quarantined and no differences', async () => {
    const { differences, quarantine, outcome } = await compare([
      { simpeg: { no_hp: '8,12346E+10' } },
      { simpeg: { no_hp: '8.12346E+10' } },
      { simpeg: { no_hp: 'nama@contoh.id' } },
      { simpeg: { no_hp: 'tanya istri' }, bkn: { no_hp: 'null' } },
      { simpeg: { email: 'bukan email' } },
    ]);
    expect(differences).toEqual([]);
    expect(quarantine).toEqual([
      ['6410.csv', '1', 'DIGIT_RUSAK'],
      ['6410.csv', '2', 'DIGIT_RUSAK'],
      ['6410.csv', '3', 'TELEPON_TIDAK_TERBACA'],
      ['6410.csv', '4', 'TELEPON_TIDAK_TERBACA'],
      ['6410.csv', '5', 'EMAIL_TIDAK_TERBACA'],
    ]);
    expect(outcome.summary.berkas[1]).toMatchObject({ dibaca: 30, diterima: 30, karantina: 0 });
  });

  it("are quarantined on BKN's side as well", async () => {
    const { differences, quarantine } = await compare([
      { bkn: { email: 'bukan email' } },
      { bkn: { no_hp: '8.12346E+10' } },
      { bkn: { no_hp: '8.12346E+10' }, simpeg: { no_hp: '' } },
    ]);
    expect(differences).toEqual([]);
    expect(quarantine).toEqual([
      ['bkn.csv', '1', 'EMAIL_TIDAK_TERBACA'],
      ['bkn.csv', '2', 'DIGIT_RUSAK'],
      ['bkn.csv', '3', 'DIGIT_RUSAK'],
    ]);
  });

  it('that say in words that there is none are empty', async () => {
    const { differences, quarantine } = await compare([
      { simpeg: { no_hp: 'tidak punya' }, bkn: { no_hp: 'tidak ada' } },
      { simpeg: { no_hp: 'Tidak ada', email: 'belum ada' }, bkn: { no_hp: 'null', email: 'null' } },
      { bkn: { no_hp: 'tidak ada' } },
      { simpeg: { email: 'tidak punya' } },
    ]);
    expect(differences).toEqual([
      ['no_hp', 'kosong_bkn'],
      ['email', 'kosong_simpeg'],
    ]);
    expect(quarantine).toEqual([]);
  });
});

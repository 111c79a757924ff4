import { FIELDS } from '#canonical';
import { formatCsvRow } from '#formats';
import { describe, expect, it } from 'vitest';
import { makePerson, type Person, runReconcile, toExport } from './testing/deliveries.ts';

const KUDUS = '6410';
const PEMALANG = '6411';
const people = Array.from({ length: 20 }, (_, n) => makePerson(n));

type Column = keyof Person;
const toSheet = (headings: Readonly<Partial<Record<Column, string>>>, rows: readonly Person[] = people): string => {
  const columns = Object.keys(headings) as Column[];
  const cells = rows.map((person) => columns.map((column) => person[column] ?? ''));
  return [Object.values(headings), ...cells].map((row) => formatCsvRow(row)).join('');
};

/** As a Simpeg lists its people: nothing in it that only BKN gives out. */
const SHEET = toSheet({
  nip: 'NIP',
  nama: 'Nama Pegawai',
  tempat_lahir: 'Tempat Lahir',
  tanggal_lahir: 'Tgl Lahir',
  golongan: 'Gol',
  jabatan: 'Jabatan',
  unit_kerja: 'OPD',
});

const without = (...gone: readonly string[]): Person[] =>
  people.map((person) => Object.fromEntries(Object.entries(person).filter(([nama]) => !gone.includes(nama))));

const PUPNS = Object.fromEntries(
  FIELDS.flatMap(({ nama, kolomPupns }) => (kolomPupns?.[0] === undefined ? [] : [[nama, kolomPupns[0]]])),
);

describe("a file given as BKN's", () => {
  it('is refused where nothing in it comes from BKN', async () => {
    await expect(runReconcile(SHEET, { [KUDUS]: SHEET })).rejects.toThrow('BKN_BUKAN');
  });

  it('is said to be swapped where a delivery is the export', async () => {
    await expect(runReconcile(SHEET, { [KUDUS]: toExport(people) })).rejects.toThrow('BKN_TERTUKAR');
  });

  it.each([
    ['the export whole', toExport(people)],
    ['three of its columns', toSheet({ pns_id_bkn: 'PNS ID', nip: 'NIP BARU', instansi: 'INSTANSI INDUK NAMA' })],
    [
      'an extract of it without ids',
      toSheet({
        nip: 'NIP BARU',
        nama: 'NAMA',
        golongan: 'GOL AKHIR NAMA',
        jabatan: 'JABATAN NAMA',
        unit_kerja: 'UNOR NAMA',
      }),
    ],
    [
      'other headings with the ids of people',
      toSheet({
        pns_id_bkn: 'Kode BKN',
        nip: 'Nomor Induk',
        nama: 'Nama Lengkap',
        tanggal_lahir: 'Tgl Lahir',
        jenis_kelamin: 'L/P',
        golongan: 'Gol',
      }),
    ],
    [
      'other headings with the names of governments',
      toSheet({
        nip: 'Nomor Induk',
        nama: 'Nama Lengkap',
        tanggal_lahir: 'Tgl Lahir',
        jenis_kelamin: 'L/P',
        golongan: 'Gol',
        instansi: 'Instansi',
      }),
    ],
    ['the extract of PUPNS', toSheet(PUPNS, without('pns_id_bkn', 'unit_kerja_id'))],
  ])('is taken: %s', async (_name, bkn) => {
    const { summary } = await runReconcile(bkn, { [KUDUS]: SHEET });
    expect(summary.berkas[0]).toMatchObject({ diterima: 20 });
    expect(summary.peringatan).toBeUndefined();
  });
});

describe('a delivery whose people are not where they should be', () => {
  it('is spoken of where BKN has most of them at another government', async () => {
    const bkn = toExport(
      people.map((person, n) => (n < 3 ? person : { ...makePerson(n, PEMALANG), nip: person.nip ?? '' })),
    );
    const { summary } = await runReconcile(bkn, { [KUDUS]: SHEET });
    expect(summary.peringatan).toEqual([
      { instansi: KUDUS, kiriman: KUDUS, kalimat: expect.stringMatching(/17 dari 20 .*Pemalang \(6411\)/) as string },
    ]);
  });

  it('is spoken of where BKN knows few of them', async () => {
    const strangers = Array.from({ length: 20 }, (_, n) => makePerson(n + 40));
    const { summary } = await runReconcile(toExport([...strangers, ...people.slice(0, 4)]), { [KUDUS]: SHEET });
    expect(summary.peringatan).toEqual([
      { instansi: KUDUS, kiriman: KUDUS, kalimat: expect.stringContaining('4 dari 20') as string },
    ]);
  });
});

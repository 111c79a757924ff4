import { describe, expect, it } from 'vitest';
import { formatCsvRow } from '#formats';
import { makePerson, type Person, runReconcile, toExport } from './testing/deliveries.ts';

const KUDUS = '6410';
const HEADINGS = ['NIP', 'NAMA', 'TTL', 'GOL/TMT', 'SK CPNS', 'TMT CPNS'];

/** A printed list: what belongs together stands in one column. */
const cellsOf = (person: Person): string[] => [
  person.nip ?? '',
  person.nama ?? '',
  `Kudus, ${person.tanggal_lahir ?? ''}`,
  'III/c, 01-04-2022',
  `${person.no_sk_cpns ?? ''} tanggal 5 Desember 2009`,
  person.tmt_cpns ?? '',
];

async function compare(changes: Readonly<Record<number, Readonly<Record<string, string>>>>) {
  const people = Array.from({ length: 30 }, (_, n) => makePerson(n, KUDUS, { tgl_sk_cpns: '05-12-2009' }));
  const rows = people.map((person, n) =>
    cellsOf(person).map((cell, column) => changes[n]?.[HEADINGS[column] ?? ''] ?? cell),
  );
  return runReconcile(toExport(people), { [KUDUS]: [HEADINGS, ...rows].map((row) => formatCsvRow(row)).join('') });
}

describe('education spread over columns', () => {
  it('is read from the highest level in which anything stands, all fields from one level', async () => {
    const headings = ['NIP', 'NAMA', 'TMT CPNS', 'SMA_TAHUN', 'S1_PRODI', 'S1_TAHUN', 'S2_PRODI', 'S2_TAHUN'];
    const people = Array.from({ length: 30 }, (_, n) =>
      makePerson(n, KUDUS, {
        pendidikan_tingkat_id: '40',
        pendidikan_tingkat: 'S-1/Sarjana',
        pendidikan_nama: 'S-1 TEKNIK',
        pendidikan_tahun_lulus: '2004',
      }),
    );
    const rows = people.map(({ nip = '', nama = '', tmt_cpns: tmt = '' }, n) => [
      nip,
      nama,
      tmt,
      '1998',
      'S-1 TEKNIK',
      '2004',
      ...(n === 4 ? ['S-2 HUKUM', ''] : ['', '0']),
    ]);
    const simpeg = [headings, ...rows].map((row) => formatCsvRow(row)).join('');
    const outcome = await runReconcile(toExport(people), { [KUDUS]: simpeg });
    const found = outcome.rows('selisih.csv').map(({ kolom, nilai_simpeg: value, kelas }) => [kolom, value, kelas]);
    expect(found).toEqual([
      ['pendidikan_tingkat', '45', 'beda'],
      ['pendidikan_nama', 'S-2 HUKUM', 'beda'],
      ['pendidikan_tahun_lulus', '', 'kosong_simpeg'],
    ]);
  });
});

describe('several values in one column', () => {
  it('are compared one by one, each in its own form', async () => {
    const outcome = await compare({ 3: { TTL: 'Demak, 04-04-1980' }, 5: { 'GOL/TMT': 'III/b, 01-04-2018' } });
    expect(outcome.rows('karantina.csv')).toEqual([]);
    expect(outcome.rows('selisih.csv').map(({ kolom, nilai_simpeg: value }) => [kolom, value])).toEqual([
      ['tempat_lahir', 'Demak'],
      ['golongan', '32'],
      ['tmt_golongan', '2018-04-01'],
    ]);
  });

  it('are never half read: the cell is quarantined once, and none of its fields differs or is empty', async () => {
    const outcome = await compare({
      3: { TTL: 'Kudus, 12-03-19xx', 'SK CPNS': '813/3/2010' },
      4: { 'GOL/TMT': 'III/c, 31-02-2022' },
    });
    expect(outcome.rows('selisih.csv')).toEqual([]);
    expect(outcome.rows('karantina.csv').map(({ baris, kolom, nilai, kode }) => [baris, kolom, nilai, kode])).toEqual([
      ['4', 'TTL', 'Kudus, 12-03-19xx', 'GABUNGAN_TANPA_TANGGAL'],
      ['4', 'SK CPNS', '813/3/2010', 'GABUNGAN_TANPA_TANGGAL'],
      ['5', 'GOL/TMT', '31-02-2022', 'TANGGAL_TIDAK_ADA'],
    ]);
    expect(outcome.summary.berkas[1]).toMatchObject({ dibaca: 30, diterima: 30, karantina: 0 });
  });
});

describe('golongan and ruang in two columns', () => {
  it.each([
    [(id: string) => [['', 'I', 'II', 'III', 'IV'][Number(id[0])] ?? '', 'abcde'[Number(id[1]) - 1] ?? '']],
    [(id: string) => [id[0] ?? '', id[1] ?? '']],
  ])('are compared as one value', async (apart) => {
    const ids = ['31', '32', '33', '41'];
    const people = Array.from({ length: 30 }, (_, n) => makePerson(n, KUDUS, { golongan_id: ids[n % 4] ?? '' }));
    const rows = people.map(({ nip = '', nama = '', tmt_cpns: tmt = '' }, n) => [
      nip,
      nama,
      tmt,
      ...apart(n === 4 ? '34' : (ids[n % 4] ?? '')),
    ]);
    const simpeg = [['NIP', 'NAMA', 'TMT CPNS', 'GOL', 'RUANG'], ...rows].map((row) => formatCsvRow(row)).join('');
    const outcome = await runReconcile(toExport(people), { [KUDUS]: simpeg });
    expect(
      outcome.rows('selisih.csv').map(({ kolom, nilai_simpeg: own, nilai_bkn: bkn }) => [kolom, own, bkn]),
    ).toEqual([['golongan', '34', '31']]);
  });
});

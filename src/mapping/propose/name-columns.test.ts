import { expect, it } from 'vitest';
import { nameColumns } from './candidates.ts';

const read = (names: readonly string[], rows: 'pegawai' | 'riwayat' = 'pegawai'): readonly string[] =>
  nameColumns(names, { rowsOf: () => rows }).map(({ concepts }) => concepts.join(' '));

it.each<readonly [names: readonly string[], concepts: readonly string[]]>([
  [
    ['GOL', 'TMT', 'JABATAN', 'TMT', 'ESELON'],
    ['gol', 'gol tmt', 'jab', 'jab tmt', 'eselon'],
  ],
  [
    ['Pangkat', 'TMT', 'No. SK', 'Tgl SK', 'Jabatan', 'No SK'],
    ['pangkat', 'pangkat tmt', 'pangkat no sk', 'pangkat tgl sk', 'jab', 'jab no sk'],
  ],
  [
    ['gr', 'sejak'],
    ['gol', 'gol tmt'],
  ],
  [
    ['No. SK CPNS', 'Tgl. Lahir', 'Gol. Ruang', 'N.I.P', 'MASA KERJA GOL.', 'No.SK Jab.', 'Ket.'],
    ['no sk cpns', 'tgl lahir', 'gol', 'nip', 'mk', 'no sk jab', 'ket'],
  ],
  [
    ['pangkatAktif.nomorSk', 'Data Pribadi.Nama Lengkap', 'jabatan.unor.nama'],
    ['pangkat no sk', 'nama lengkap', 'unit nama'],
  ],
  // a number or a date alone is anything, and what stands between ends it
  [
    ['GOL', 'NO', 'TGL'],
    ['gol', 'no', 'tgl'],
  ],
  [
    ['GOL', 'AGAMA', 'TMT'],
    ['gol', 'agama', 'tmt'],
  ],
  [
    ['TMT', 'GOL'],
    ['tmt', 'gol'],
  ],
])('%j of a table of people say %j', (names, concepts) => {
  expect(read(names)).toEqual(concepts);
});

it('takes no noun from beside it in a history, whose rows all have one', () => {
  expect(read(['GOL', 'TMT'], 'riwayat')).toEqual(['gol', 'tmt']);
});

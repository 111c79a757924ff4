import { expect, it } from 'vitest';
import { type GateInput, type GateProfile, judgeGates } from './gates.ts';

const PROFILE: GateProfile = { baris: 1000, kosong: { nik: 0.1, jabatan: 0 }, nipSah: 1, kolom: ['NIP', 'NAMA'] };
const EFFECT = { sekarang: 1000, baru: 0, hilang: 0, berubah: 0, tetap: 1000, sesudah: 1000 };
const KNOWN = { cara: 'resep-cocok', kalimat: 'Struktur dikenal.', ditanyakan: 0 } as const;
const SAME: GateInput = {
  struktur: KNOWN,
  kini: PROFILE,
  lalu: PROFILE,
  akibat: EFFECT,
  kolomBerubah: [],
  labelOf: (bidang) => bidang,
};

const SOURCES = { nip: 'NIP', nama: 'NAMA' };
const RENAMED = { kolom: ['NIP_BARU', 'NAMA'], sumber: { nip: 'NIP_BARU', nama: 'NAMA' } };

const heldBy = (input: GateInput): readonly string[] =>
  judgeGates(input)
    .filter(({ hasil }) => hasil === 'menahan')
    .map(({ gerbang }) => gerbang);
const now = (change: Partial<GateProfile>): GateInput => ({ ...SAME, kini: { ...PROFILE, ...change } });
const effect = (change: Partial<typeof EFFECT>): GateInput => ({ ...SAME, akibat: { ...EFFECT, ...change } });

it.each([
  ['the same again', SAME, []],
  ['a structure that nobody confirmed', { ...SAME, struktur: { ...KNOWN, cara: 'usulan-baru' } }, ['pemetaan']],
  ['a structure that drifted', { ...SAME, struktur: { ...KNOWN, cara: 'resep-bergeser' } }, []],
  ['a known structure with a question', { ...SAME, struktur: { ...KNOWN, ditanyakan: 1 } }, ['pemetaan']],
  ['2% more rows', now({ baris: 1020 }), []],
  ['more than 2% more rows', now({ baris: 1021 }), ['jumlah-baris']],
  ['more than 2% fewer rows', now({ baris: 979 }), ['jumlah-baris']],
  ['a field 5 points emptier', now({ kosong: { nik: 0.15, jabatan: 0.05 } }), []],
  ['a field more than 5 points emptier', now({ kosong: { nik: 0.1, jabatan: 0.06 } }), ['isian-kosong']],
  ['a field that was not there before', now({ kosong: { ...PROFILE.kosong, email: 0.9 } }), []],
  ['1% of the people gone', effect({ hilang: 10 }), []],
  ['more than 1% of the people gone', effect({ hilang: 11 }), ['orang-hilang']],
  [
    'a field of 10% changed',
    { ...effect({ berubah: 100, tetap: 900 }), kolomBerubah: [{ label: 'Unit', orang: 100 }] },
    [],
  ],
  [
    'a field of more than 10% changed',
    { ...effect({ berubah: 101, tetap: 899 }), kolomBerubah: [{ label: 'Unit', orang: 101 }] },
    ['perubahan-serentak'],
  ],
  ['99.5% usable NIP', now({ nipSah: 0.995 }), []],
  ['fewer usable NIP', now({ nipSah: 0.9949 }), ['nip-sah']],
  ['a column more', now({ kolom: ['NIP', 'NAMA', 'NIK'] }), []],
  ['a column fewer', now({ kolom: ['NIP'] }), ['kolom']],
  ['a column under another name', { ...now(RENAMED), lalu: { ...PROFILE, sumber: SOURCES } }, []],
  [
    'a column under another name and one that is gone',
    { ...now({ kolom: ['NIP_BARU'], sumber: RENAMED.sumber }), lalu: { ...PROFILE, sumber: SOURCES } },
    ['kolom'],
  ],
  ['another name where it was not kept which field was read from where', now(RENAMED), ['kolom']],
  ['a first delivery of another size', { ...now({ baris: 5, kolom: [] }), lalu: undefined }, []],
] as const)('%s: held by %o', (_, input, expected) => {
  expect(heldBy(input)).toEqual(expected);
});

it('says of a renamed column that it is renamed, and of what else is gone or new that it is', () => {
  const kalimat = (change: Partial<GateProfile>): string | undefined =>
    judgeGates({ ...now(change), lalu: { ...PROFILE, sumber: SOURCES } }).find(({ gerbang }) => gerbang === 'kolom')
      ?.kalimat;
  expect(kalimat(RENAMED)).toBe('Kolom berganti nama: NIP menjadi NIP_BARU.');
  expect(kalimat({ kolom: ['NIP_BARU', 'NIK'], sumber: { nip: 'NIP_BARU', nik: 'NIK' } })).toBe(
    'Kolom berganti nama: NIP menjadi NIP_BARU; tidak ada lagi: NAMA; baru: NIK.',
  );
});

it('says what was found in one sentence each, also of nothing at all', () => {
  const empty: GateInput = {
    ...now({ baris: 0, kosong: {}, kolom: [] }),
    akibat: { ...EFFECT, sekarang: 0, tetap: 0 },
  };
  for (const input of [SAME, empty, { ...empty, lalu: { ...PROFILE, baris: 0 } }]) {
    const gates = judgeGates(input);
    expect(gates).toHaveLength(7);
    for (const { kalimat } of gates) expect(kalimat).toMatch(/^[A-Z0-9][^\n]*\.$/);
  }
});

it('holds a file whose people stand in a table that is not read, and lets pass where all of them are read', () => {
  const other = { tabel: 'PPPK', baris: 30, orang: 12 };
  expect(heldBy({ ...SAME, takTerbaca: [other] })).toEqual(['tabel']);
  expect(heldBy({ ...SAME, takTerbaca: [{ ...other, orang: 0 }] })).toEqual([]);
  expect(judgeGates(SAME).map(({ gerbang }) => gerbang)).not.toContain('tabel');
});

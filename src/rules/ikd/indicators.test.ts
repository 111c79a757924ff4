import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#kernel/local-date.ts';
import { IKD_DIMENSIONS, IKD_INDICATORS } from './indicators.ts';
import { type IkdPerson, UNKNOWN_PERSON } from './person.ts';
import { type IkdVerdict, isAktif, isPppk } from './population.ts';
import { defaultIkdSettings, type IkdSettings } from './settings.ts';

const date = (yyyymmdd: number): LocalDate => yyyymmdd as LocalDate;
const PER = date(2026_11_24);
const SETTINGS = defaultIkdSettings(PER);

/** A PNS without a fault: born 1 January 1992, appointed January 2018, functional post. */
const PNS: IkdPerson = {
  ...UNKNOWN_PERSON,
  nip: '199201012018011001',
  tanggalLahir: date(1992_01_01),
  jenisKelamin: 'M',
  nik: '3374010101920001',
  nikValid: true,
  gelar: 'S.Kom',
  email: 'nama@contoh.go.id',
  noHp: '081234567890',
  statusCpnsPns: 'P',
  kedudukanHukum: 1,
  jenisPegawai: 15,
  tmtCpns: date(2018_01_01),
  tmtPns: date(2019_01_01),
  golongan: 33,
  jenisJabatan: 2,
  jabatanId: 'A1',
  jabatan: 'Pranata Komputer Ahli Muda',
  tingkatPendidikan: 40,
  pendidikanId: 'B1',
  unor: 'U1',
  instansiInduk: 'I1',
  instansiKerja: 'I1',
  jabatanDikenal: true,
  jenjang: 'MU',
  bup: 58,
  eselon: 'kosong',
  jenisPenugasan: 'D',
  pemangku: 1,
  unorAktif: true,
  tahunSkp: 2025,
  formasiFungsional: true,
  akhirCltn: 'kosong',
};
const PPPK: Partial<IkdPerson> = {
  nip: '199201012024211001',
  statusCpnsPns: 'kosong',
  kedudukanHukum: 71,
  tmtCpns: date(2024_03_01),
  tmtPns: 'kosong',
};
const STRUCTURAL: Partial<IkdPerson> = { jenisJabatan: 1, jenjang: undefined, bup: undefined, eselon: 31 };

const N: IkdVerdict = 'tidak_dikenai';
const U: IkdVerdict = 'tak_dinilai';
const G: IkdVerdict = 'gagal';
const B: IkdVerdict = 'bersih';

type Case = readonly [kode: string, verdict: IkdVerdict, why: string, change: Partial<IkdPerson>];

const CASES: readonly Case[] = [
  ['COM_1', B, 'SKP of the last year', {}],
  ['COM_1', B, 'SKP of two years ago', { tahunSkp: 2024 }],
  ['COM_1', G, 'SKP of three years ago', { tahunSkp: 2023 }],
  ['COM_1', G, 'no SKP', { tahunSkp: 'kosong' }],
  ['COM_1', U, 'SKP not delivered', { tahunSkp: undefined }],

  ['COM_2', B, 'a known post', {}],
  ['COM_2', G, 'an empty post', { jabatanId: 'kosong', jabatanDikenal: undefined }],
  ['COM_2', G, 'a post that the tables lack', { jabatanDikenal: false }],
  ['COM_2', B, 'any post where there are no tables', { jenisJabatan: 4, jabatanDikenal: undefined }],
  ['COM_2', N, 'a structural post', { ...STRUCTURAL, jabatanId: 'kosong' }],
  ['COM_2', U, 'the kind of post not delivered', { jenisJabatan: undefined }],

  ['COM_3', B, 'an education', {}],
  ['COM_3', G, 'no education', { pendidikanId: 'kosong' }],
  ['COM_3', U, 'education not delivered', { pendidikanId: undefined }],

  ['COM_4', B, 'a PNS with TMT PNS', {}],
  ['COM_4', G, 'a PNS without', { tmtPns: 'kosong' }],
  ['COM_4', N, 'a CPNS', { statusCpnsPns: 'C', tmtPns: 'kosong' }],
  ['COM_4', N, 'a PPPK', PPPK],
  ['COM_4', N, 'a PPPK that bears the status of a PNS', { ...PPPK, statusCpnsPns: 'P' }],
  ['COM_4', U, 'an unreadable TMT', { tmtPns: undefined }],

  ['COM_5', B, 'a degree with a title', {}],
  ['COM_5', G, 'a degree without', { gelar: 'kosong' }],
  ['COM_5', G, 'D-I, the least diploma, without', { tingkatPendidikan: 20, gelar: 'kosong' }],
  ['COM_5', G, 'profesi without', { tingkatPendidikan: 42, gelar: 'kosong' }],
  ['COM_5', N, 'SLTA Keguruan without', { tingkatPendidikan: 18, gelar: 'kosong' }],
  ['COM_5', N, 'no level', { tingkatPendidikan: 'kosong', gelar: 'kosong' }],

  ['COM_6', B, 'an address', {}],
  ['COM_6', G, 'none', { email: 'kosong' }],
  ['COM_6', G, 'a word', { email: 'nama.contoh.go.id' }],
  ['COM_6', G, 'a dash', { email: '-' }],
  ['COM_6', U, 'addresses not delivered', { email: undefined }],

  ['COM_7', B, 'a number in national form', {}],
  ['COM_7', B, 'a number with the country', { noHp: '+62 812-3456-7890' }],
  ['COM_7', G, 'a number of a house', { noHp: '024 7471234' }],
  ['COM_7', G, 'none', { noHp: 'kosong' }],
  ['COM_7', G, 'a word', { noHp: 'tidak ada' }],
  ['COM_7', U, 'numbers not delivered', { noHp: undefined }],

  ['TIM_1', B, 'a unit of the tree', {}],
  ['TIM_1', G, 'a unit that is gone', { unorAktif: false }],
  ['TIM_1', U, 'no tree', { unorAktif: undefined }],

  ['TIM_2', B, 'appointed to the functional post', { tmtCpns: date(2024_01_01) }],
  ['TIM_2', B, 'not yet, two years to the day', { jenisJabatan: 4, tmtCpns: date(2024_11_24) }],
  ['TIM_2', G, 'not yet, two years and a day', { jenisJabatan: 4, tmtCpns: date(2024_11_23) }],
  ['TIM_2', G, 'without any post', { jenisJabatan: 'kosong' }],
  ['TIM_2', N, 'recruited for another post', { jenisJabatan: 4, formasiFungsional: false }],
  ['TIM_2', N, 'a PPPK', { ...PPPK, jenisJabatan: 4 }],
  ['TIM_2', U, 'recruiting not known', { formasiFungsional: undefined }],

  ['TIM_3', N, 'a PNS', {}],
  ['TIM_3', B, 'a CPNS of a year to the day', { statusCpnsPns: 'C', tmtCpns: date(2025_11_24) }],
  ['TIM_3', G, 'a CPNS of a year and a day', { statusCpnsPns: 'C', tmtCpns: date(2025_11_23) }],
  ['TIM_3', U, 'a CPNS without TMT', { statusCpnsPns: 'C', tmtCpns: 'kosong' }],

  ['TIM_4', N, 'a functional post', { pemangku: 2 }],
  ['TIM_4', B, 'the only holder', STRUCTURAL],
  ['TIM_4', G, 'one of two holders', { ...STRUCTURAL, pemangku: 2 }],
  [
    'TIM_4',
    G,
    'one of two of whom the assignment is unknown',
    { ...STRUCTURAL, pemangku: 2, jenisPenugasan: undefined },
  ],
  ['TIM_4', N, 'acting', { ...STRUCTURAL, pemangku: 2, jenisPenugasan: 'PLT' }],
  ['TIM_4', U, 'holders not counted', { ...STRUCTURAL, pemangku: undefined }],

  ['TIM_5', B, 'the last day of service', { tanggalLahir: date(1968_11_30) }],
  ['TIM_5', G, 'the first day of retirement', { tanggalLahir: date(1968_10_01) }],
  ['TIM_5', B, 'an age of retirement of 60 by the table', { tanggalLahir: date(1966_11_01), bup: 60 }],
  ['TIM_5', G, 'a pelaksana of 58', { tanggalLahir: date(1968_10_31), jenisJabatan: 4, bup: undefined }],
  ['TIM_5', B, 'an administrator below 58', { ...STRUCTURAL, tanggalLahir: date(1968_11_01) }],
  ['TIM_5', G, 'an administrator of 58', { ...STRUCTURAL, tanggalLahir: date(1968_10_01) }],
  ['TIM_5', B, 'a JPT of 58', { ...STRUCTURAL, eselon: 22, tanggalLahir: date(1968_10_01) }],
  ['TIM_5', G, 'a JPT of 60', { ...STRUCTURAL, eselon: 22, tanggalLahir: date(1966_10_01) }],
  ['TIM_5', B, 'a structural person below 58, eselon unknown', { ...STRUCTURAL, eselon: undefined }],
  [
    'TIM_5',
    U,
    'a structural person of 58, eselon unknown',
    { ...STRUCTURAL, eselon: undefined, tanggalLahir: date(1968_10_01) },
  ],
  [
    'TIM_5',
    G,
    'a structural person of 60, eselon unknown',
    { ...STRUCTURAL, eselon: undefined, tanggalLahir: date(1966_10_01) },
  ],
  ['TIM_5', U, 'a functional person of 58 without a table', { bup: undefined, tanggalLahir: date(1968_10_01) }],
  ['TIM_5', U, 'a functional person of 58 whose age the table gives as 0', { bup: 0, tanggalLahir: date(1968_10_01) }],
  ['TIM_5', G, 'anybody of 70', { bup: undefined, jenisJabatan: 'kosong', tanggalLahir: date(1956_10_01) }],
  ['TIM_5', U, 'no birth date', { tanggalLahir: 'kosong' }],

  ['TIM_6', N, 'active', {}],
  ['TIM_6', B, 'the last day of leave', { kedudukanHukum: 2, akhirCltn: PER }],
  ['TIM_6', G, 'the day after', { kedudukanHukum: 13, akhirCltn: date(2026_11_23) }],
  ['TIM_6', U, 'the end not known', { kedudukanHukum: 2, akhirCltn: undefined }],

  ['ACC_1', B, 'CPNS before PNS', {}],
  ['ACC_1', B, 'both on one day', { tmtPns: date(2018_01_01) }],
  ['ACC_1', G, 'CPNS a day after PNS', { tmtPns: date(2017_12_31) }],
  ['ACC_1', N, 'one of them empty', { tmtPns: 'kosong' }],
  ['ACC_1', N, 'a PPPK', { ...PPPK, tmtPns: date(2020_01_01) }],

  ['ACC_2', B, 'at the own body', {}],
  ['ACC_2', G, 'at another body without being lent', { instansiKerja: 'I2' }],
  ['ACC_2', B, 'lent to another body', { jenisPegawai: 17, instansiKerja: 'I2' }],
  ['ACC_2', G, 'lent but at the own body', { jenisPegawai: 2 }],
  ['ACC_2', U, 'the body not known', { instansiKerja: 'kosong' }],
  ['ACC_2', N, 'no kind', { jenisPegawai: 'kosong', instansiKerja: 'I2' }],
  ['ACC_2', N, 'a PPPK', { ...PPPK, jenisPegawai: 2 }],

  ['ACC_3', N, 'a functional post', { tmtCpns: date(2026_01_01) }],
  ['ACC_3', G, 'two years less a day', { ...STRUCTURAL, tmtCpns: date(2024_11_25) }],
  ['ACC_3', B, 'two years to the day', { ...STRUCTURAL, tmtCpns: date(2024_11_24) }],
  ['ACC_3', U, 'no TMT CPNS', { ...STRUCTURAL, tmtCpns: 'kosong' }],

  ['ACC_4', B, 'an active PPPK', PPPK],
  ['ACC_4', B, 'a part-time PPPK', { ...PPPK, kedudukanHukum: 101 }],
  ['ACC_4', G, 'a PPPK under the standing of a PNS', { ...PPPK, kedudukanHukum: 1 }],
  ['ACC_4', B, 'a PPPK who has left', { ...PPPK, kedudukanHukum: 88 }],
  ['ACC_4', N, 'a PNS', {}],

  ['ACC_5', B, 'a valid NIK', {}],
  ['ACC_5', G, 'none', { nik: 'kosong' }],
  ['ACC_5', G, 'too short', { nik: '337401010192001' }],
  ['ACC_5', G, 'a day that does not exist', { nik: '3374013202920001' }],
  ['ACC_5', G, 'not found valid', { nikValid: false }],
  ['ACC_5', U, 'validity not known', { nikValid: 'kosong' }],
  ['ACC_5', G, 'malformed, validity not known', { nik: '123', nikValid: undefined }],

  ['ACC_6', N, 'a functional post', { tingkatPendidikan: 5 }],
  ['ACC_6', B, 'D-IV in eselon III', { ...STRUCTURAL, tingkatPendidikan: 35 }],
  ['ACC_6', G, 'D-III in eselon III', { ...STRUCTURAL, tingkatPendidikan: 30 }],
  ['ACC_6', B, 'D-III in eselon IV', { ...STRUCTURAL, eselon: 41, tingkatPendidikan: 30 }],
  ['ACC_6', G, 'D-II in eselon IV', { ...STRUCTURAL, eselon: 42, tingkatPendidikan: 25 }],
  ['ACC_6', B, 'spesialis in eselon II', { ...STRUCTURAL, eselon: 22, tingkatPendidikan: 47 }],
  ['ACC_6', N, 'no eselon in a structural post', { ...STRUCTURAL, eselon: 99, tingkatPendidikan: 5 }],
  ['ACC_6', U, 'eselon not known', { ...STRUCTURAL, eselon: undefined }],

  ['ACC_7', B, 'the present year', { ...PPPK, nip: '199201012026211001' }],
  ['ACC_7', B, 'the first year', { ...PPPK, nip: '199201012019211001' }],
  ['ACC_7', G, 'the year before the first', { ...PPPK, nip: '199201012018211001' }],
  ['ACC_7', G, 'the next year', { ...PPPK, nip: '199201012027211001' }],
  ['ACC_7', U, 'no number', { ...PPPK, nip: undefined }],
  ['ACC_7', N, 'a PNS', {}],

  ['ACC_8', B, 'S-1 as ahli muda', {}],
  ['ACC_8', B, 'D-III as ahli muda', { tingkatPendidikan: 30 }],
  ['ACC_8', G, 'D-II as ahli muda', { tingkatPendidikan: 25 }],
  ['ACC_8', G, 'D-III as ahli utama', { jenjang: 'UT', tingkatPendidikan: 30 }],
  ['ACC_8', B, 'SLTA as mahir', { jenjang: 'MH', tingkatPendidikan: 15 }],
  ['ACC_8', G, 'SLTP as mahir', { jenjang: 'MH', tingkatPendidikan: 10 }],
  ['ACC_8', B, 'SD as terampil', { jenjang: 'TR', tingkatPendidikan: 5 }],
  ['ACC_8', U, 'level of the post not known', { jenjang: undefined }],
  ['ACC_8', U, 'no education', { tingkatPendidikan: 'kosong' }],
  ['ACC_8', N, 'a pelaksana', { jenisJabatan: 4 }],

  ['ACC_9', N, 'a functional post', {}],
  ['ACC_9', G, 'a whole word', { jenisJabatan: 4, jabatan: 'Guru Ahli Pertama' }],
  ['ACC_9', G, 'a word in brackets', { jenisJabatan: 4, jabatan: 'BIDAN (TERAMPIL)' }],
  ['ACC_9', B, 'a part of a word', { jenisJabatan: 4, jabatan: 'Pengelola Keterampilan' }],
  ['ACC_9', U, 'no name', { jenisJabatan: 4, jabatan: 'kosong' }],

  ['ACC_10', N, 'a functional post', { golongan: 31 }],
  ['ACC_10', N, 'an administrator', { ...STRUCTURAL, golongan: 34 }],
  ['ACC_10', B, 'eselon II.b in IV/b', { ...STRUCTURAL, eselon: 22, golongan: 42 }],
  ['ACC_10', G, 'eselon II.b in IV/a', { ...STRUCTURAL, eselon: 22, golongan: 41 }],
  ['ACC_10', U, 'eselon not known', { ...STRUCTURAL, eselon: undefined, golongan: 41 }],
  ['ACC_10', U, 'golongan not known', { ...STRUCTURAL, eselon: 21, golongan: 'kosong' }],

  ['CON_1', B, 'the month of appointment', {}],
  ['CON_1', B, 'any day of that month', { tmtCpns: date(2018_01_31) }],
  ['CON_1', G, 'the next month', { tmtCpns: date(2018_02_01) }],
  ['CON_1', U, 'no TMT CPNS', { tmtCpns: 'kosong' }],
  ['CON_1', N, 'a PPPK', PPPK],

  ['CON_2', B, 'the birth date', {}],
  ['CON_2', G, 'a day off', { tanggalLahir: date(1992_01_02) }],
  ['CON_2', G, 'a number that holds no date', { nip: '199213012018011001' }],
  ['CON_2', U, 'no birth date', { tanggalLahir: 'kosong' }],
  ['CON_2', U, 'no number', { nip: undefined }],

  ['CON_3', B, 'the sex', {}],
  ['CON_3', G, 'the other sex', { jenisKelamin: 'F' }],
  ['CON_3', B, 'a woman', { jenisKelamin: 'F', nip: '199201012018012001' }],
  ['CON_3', G, 'a number without sex', { nip: '199201012018013001' }],
  ['CON_3', U, 'no sex', { jenisKelamin: 'kosong' }],

  ['CON_4', B, 'the year of appointment', PPPK],
  ['CON_4', G, 'another year', { ...PPPK, tmtCpns: date(2023_12_31) }],
  ['CON_4', U, 'no TMT', { ...PPPK, tmtCpns: 'kosong' }],
  ['CON_4', N, 'a PNS', {}],
];

function judgeBy(kode: string, person: IkdPerson, settings: IkdSettings = SETTINGS): IkdVerdict | undefined {
  return IKD_INDICATORS.find((indicator) => indicator.kode === kode)?.judge(person, settings);
}

describe('an indicator of the quality index', () => {
  it.each(CASES)('%s gives %s for %s', (kode, verdict, _why, change) => {
    expect(judgeBy(kode, { ...PNS, ...change })).toBe(verdict);
  });

  it('never fails a person of whom nothing is known', () => {
    for (const { judge } of IKD_INDICATORS)
      expect(['tidak_dikenai', 'tak_dinilai']).toContain(judge(UNKNOWN_PERSON, SETTINGS));
  });

  it('never fails the person without a fault', () => {
    for (const { judge } of IKD_INDICATORS) expect(['tidak_dikenai', 'bersih']).toContain(judge(PNS, SETTINGS));
  });

  it('never turns a verdict into clean by taking a field away', () => {
    const fields = Object.keys(PNS).filter((field) => !['jenisPenugasan', 'jabatanDikenal'].includes(field));
    const faulty = fc.constantFrom(...CASES);
    fc.assert(
      fc.property(faulty, fc.constantFrom(...fields), ([kode, , , change], field) => {
        const person = { ...PNS, ...change };
        if (judgeBy(kode, person) !== 'gagal') return;
        expect(judgeBy(kode, { ...person, [field]: undefined })).not.toBe('bersih');
      }),
    );
  });

  it.each<[string, Partial<IkdSettings>, Partial<IkdPerson>, string]>([
    ['one more month for a CPNS', { cpnsBulan: 13 }, { statusCpnsPns: 'C', tmtCpns: date(2025_11_01) }, 'TIM_3'],
    ['a stricter golongan of JPT', { golonganJpt: 41 }, { ...STRUCTURAL, eselon: 22, golongan: 41 }, 'ACC_10'],
    ['an earlier first year of PPPK', { pppkMulaiTahun: 2018 }, { ...PPPK, nip: '199201012018211001' }, 'ACC_7'],
  ])('follows the setting: %s', (_what, change, person, kode) => {
    expect(judgeBy(kode, { ...PNS, ...person })).toBe('gagal');
    expect(judgeBy(kode, { ...PNS, ...person }, { ...SETTINGS, ...change })).toBe('bersih');
  });
});

describe('the population', () => {
  it.each<[number | 'kosong' | undefined, boolean]>([
    [1, true],
    [51, true],
    [52, false],
    [71, true],
    [72, false],
    [73, true],
    [92, true],
    [99, false],
    [101, true],
    ['kosong', false],
    [undefined, true],
  ])('counts standing %s as active: %s', (kedudukanHukum, expected) => {
    expect(isAktif({ ...PNS, kedudukanHukum }, SETTINGS)).toBe(expected);
  });

  it.each<[string, Partial<IkdPerson>, boolean | undefined]>([
    ['the number of a PNS, whatever the standing', { kedudukanHukum: 71 }, false],
    ['the number of a PPPK, whatever the status', PPPK, true],
    ['no number and a standing of PPPK', { nip: undefined, kedudukanHukum: 101 }, true],
    ['no number and a status of PPPK', { nip: undefined, statusCpnsPns: 'PPPK' }, true],
    ['no number and a standing of PNS', { nip: undefined, statusCpnsPns: 'kosong' }, false],
    ['a number with no month', { nip: '199201012018201001', kedudukanHukum: 71 }, true],
    ['nothing', { nip: undefined, statusCpnsPns: undefined, kedudukanHukum: undefined }, undefined],
  ])('tells PPPK by %s', (_by, change, expected) => {
    expect(isPppk({ ...PNS, ...change }, SETTINGS)).toBe(expected);
  });
});

describe('the table of indicators', () => {
  it('holds 27, each with at least three cases', () => {
    expect(IKD_INDICATORS).toHaveLength(27);
    for (const { kode } of IKD_INDICATORS) expect(CASES.filter(([of]) => of === kode).length).toBeGreaterThanOrEqual(3);
  });

  it('weighs about 100 per cent in each dimension, and the dimensions 1', () => {
    for (const { dimensi } of IKD_DIMENSIONS) {
      const own = IKD_INDICATORS.filter((indicator) => indicator.dimensi === dimensi);
      expect(own.reduce((sum, { bobot }) => sum + bobot, 0)).toBeCloseTo(100, 1);
    }
    expect(IKD_DIMENSIONS.reduce((sum, { bobot }) => sum + bobot, 0)).toBeCloseTo(1, 10);
  });
});

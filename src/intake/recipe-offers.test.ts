import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_PROFILE, type Recipe, type Structure } from '#mapping';
import { shareRecipe } from './recipe-offers.ts';

const column = (sumber: string, kanonik: string | null, more: Partial<Recipe['kolom'][number]> = {}) => ({
  sumber,
  kanonik,
  keyakinan: 1,
  tingkat: 'pasti' as const,
  kandidat: [{ kanonik: 'nama', keyakinan: 0.4 }],
  pembaca: { jenis: 'langsung' as const },
  bukti: 'misalnya SITI AMINAH',
  ...more,
});
const codes = (tabel: Record<string, string>) => ({ pembaca: { jenis: 'kode' as const, tabel } });
const SECRET = 'SITI AMINAH';

const RECIPE: Recipe = {
  berkas: 'pegawai-dinas-siti.csv',
  tabel: 'pegawai',
  entitas: 'pegawai',
  baris: 400,
  susun: ['DINAS SITI'],
  kolom: [
    column('NIP', 'nip'),
    column('AGAMA', 'agama', codes({ 1: 'Islam', 2: 'Kristen', [SECRET]: 'Hindu' })),
    column('JAB', 'jabatan'),
    column('r_jab.NAMA', 'jabatan'),
  ],
  rahasia: ['PASSWD'],
  saring: [
    { sumber: 'STATUS', nilai: ['9'], selain: false, alasan: 'tidak_aktif' },
    { sumber: 'NAMA', nilai: [SECRET], selain: false, alasan: 'data_uji' },
  ],
  gabung: [
    { tabel: 'r_jab', kunci: 'NIP', ke: 'NIP', hanya: [{ sumber: 'PEJABAT', nilai: [SECRET] }] },
    { tabel: 'r_gol', kunci: 'NIP', ke: 'NIP', hanya: [] },
  ],
  pilihan: [{ kanonik: 'jabatan', menurut: 'JENIS', bila: { [SECRET]: 'JAB' } }],
};
const STRUCTURE: Structure = {
  sidik: 'a',
  sidik_lengkap: 'b',
  tabel: [
    {
      nama: 'pegawai',
      peran: 'pegawai',
      kolom: [{ nama: 'NIP', jenis: '', profil: { ...NO_PROFILE, isi: { [SECRET]: 0.5 } } }],
    },
  ],
};
const COUNTS = {
  AGAMA: { 1: 380, 2: 4, [SECRET]: 900 },
  STATUS: { 9: 12 },
  NAMA: { [SECRET]: 2 },
  JENIS: { [SECRET]: 1 },
};

describe('what of a recipe others may see', () => {
  const shared = shareRecipe({ struktur: STRUCTURE, pemetaan: RECIPE }, { ...COUNTS, AGAMA: { 1: 380, 2: 4 } });

  it('keeps which column feeds which field, and of codes those that enough people share, with their number', () => {
    expect(shared?.pemetaan.kolom.map(({ sumber, kanonik }) => [sumber, kanonik])).toEqual([
      ['NIP', 'nip'],
      ['AGAMA', 'agama'],
      ['JAB', null],
      ['r_jab.NAMA', null],
    ]);
    expect(shared?.pemetaan.kolom[1]).toMatchObject({
      pembaca: { jenis: 'kode', tabel: { 1: 'Islam' } },
      silang: [{ kode: '1', bkn: 'Islam', dukungan: 380 }],
    });
  });

  it('leaves out whole rules that would lose a value, and the columns that hang on them', () => {
    expect(shared?.pemetaan).toMatchObject({
      saring: [{ sumber: 'STATUS' }],
      pilihan: [],
      gabung: [{ tabel: 'r_gol' }],
    });
  });

  it('tells no name of a file or an office, no evidence, no profile of values', () => {
    const text = JSON.stringify(shared);
    expect(text).not.toMatch(/siti|dinas/i);
    expect(shared?.pemetaan.susun).toBeUndefined();
  });

  it('is nothing where the headings themselves look like data of somebody', () => {
    const kolom = [{ nama: '197811142003122004', jenis: '', profil: NO_PROFILE }];
    const struktur = { ...STRUCTURE, tabel: [{ nama: 'a', peran: 'pegawai' as const, kolom }] };
    expect(shareRecipe({ struktur, pemetaan: RECIPE }, COUNTS)).toBeUndefined();
  });

  it('never holds a value that fewer than five people share, or that looks like a number of somebody', () => {
    const value = fc.oneof(fc.stringMatching(/^[A-Z]{3,8} [A-Z]{3,8}$/), fc.stringMatching(/^\d{9,18}$/));
    fc.assert(
      fc.property(value, fc.nat(40), (text, people) => {
        const isAllowed = people >= 5 && !/\d{9}/.test(text);
        const pemetaan: Recipe = {
          ...RECIPE,
          kolom: [column('AGAMA', 'agama', codes({ [text]: 'Islam' })), column('NIP', 'nip', { bukti: text })],
          saring: [{ sumber: 'AGAMA', nilai: [text], selain: false, alasan: 'data_uji' }],
          pilihan: [{ kanonik: 'jabatan', menurut: 'AGAMA', bila: { [text]: 'JAB' } }],
          gabung: [{ tabel: 'AGAMA', kunci: 'k', ke: 'NIP', hanya: [{ sumber: 'x', nilai: [text] }] }],
        };
        const counts = { AGAMA: { [text]: people }, 'AGAMA.x': { [text]: people } };
        const found = JSON.stringify(shareRecipe({ struktur: STRUCTURE, pemetaan }, counts)).includes(text);
        return found === isAllowed;
      }),
      { numRuns: 60 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { besideField, countWords, describeNow, type Field, looksEqual } from './person-words.ts';

const field = (bidang: string, simpeg: string | null, bkn: string | null, over: Partial<Field> = {}): Field => ({
  bidang,
  label: bidang,
  simpeg,
  bkn,
  simpegKeadaan: simpeg === null ? 'kosong' : 'isi',
  bknKeadaan: bkn === null ? 'kosong' : 'isi',
  kelas: null,
  kalimat: null,
  tersamar: false,
  ...over,
});

describe('the words about a person', () => {
  it('tell the rank of today, not that of the beginning', () => {
    const bidang = [
      field('jenis_jabatan', 'Pelaksana', 'Pelaksana'),
      field('golongan_cpns', 'II/a', 'II/a'),
      field('golongan', 'III/a', 'III/b'),
      field('jabatan', 'Guru Ahli Pertama', null),
      field('unit_kerja_id', '12', '12'),
    ];
    expect(describeNow({ kelompok: [{ nama: 'Semua', bidang }] })).toEqual(['Guru Ahli Pertama', 'III/b']);
  });

  it('take blanks that nobody sees for no other form', () => {
    expect(looksEqual('NUNUK  SARI ', 'NUNUK SARI')).toBe(true);
    expect(looksEqual('S.E', 'S.E.')).toBe(false);
  });

  it('say the name of a field once', () => {
    expect(besideField({ label: 'TMT CPNS', kalimat: 'TMT CPNS kosong di Simpeg' })).toBe('kosong di Simpeg');
    expect(besideField({ label: 'NIP', kalimat: 'NIPPPK berbeda' })).toBe('NIPPPK berbeda');
    expect(besideField({ label: 'Nama', kalimat: 'Satu huruf berbeda pada Nama' })).toBe(
      'Satu huruf berbeda pada Nama',
    );
  });

  it('count as equal only what both sides delivered', () => {
    const fields = [
      field('nik', null, '33', { simpegKeadaan: 'tidak-dikirim' }),
      field('nama', 'A', 'A'),
      field('agama', 'Islam', null, { bknKeadaan: 'tidak-dikirim' }),
    ];
    expect(countWords(fields, { keadaan: 'berpasangan' })).toBe('1 sama, 1 tidak dikirim Simpeg, 1 tidak dikirim BKN');
    expect(countWords(fields, { keadaan: 'hanya-bkn' })).toBe('3 bidang');
  });
});

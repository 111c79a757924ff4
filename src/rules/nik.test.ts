import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#kernel/local-date.ts';
import { nikAgreesWithBirthDate, nikAgreesWithSex, parseNik } from './nik.ts';

function read(text: string) {
  const result = parseNik(text);
  if (!result.ok || result.value === undefined) throw new Error(`no NIK: ${text}`);
  return result.value;
}

describe('parseNik', () => {
  it.each([
    [
      '3374010101920001',
      { jenisKelamin: 'M', tanggalLahir: [19920101], provinsi: '33', kabKota: '3374', kecamatan: '337401' },
    ],
    ['3374014101920001', { jenisKelamin: 'F', tanggalLahir: [19920101] }],
    ['3374012902000001', { jenisKelamin: 'M', tanggalLahir: [20000229] }],
    ['3374010101050001', { tanggalLahir: [20050101, 19050101] }],
    ['3374010101400001', { tanggalLahir: [19400101, 20400101] }],
    ['3374010001920001', { tanggalLahir: [], warnings: ['hari_tidak_diketahui'] }],
    ['3374014000920001', { jenisKelamin: 'F', warnings: ['hari_tidak_diketahui', 'bulan_tidak_diketahui'] }],
    ['3374010101920000', { warnings: ['nomor_urut_nol'] }],
    ["'3374 0101 0192 0001", { nik: '3374010101920001' }],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  it.each([
    ['3374012902010001', 'NIK_TANGGAL'],
    ['3374013202920001', 'NIK_TANGGAL'],
    ['3374017102920001', 'NIK_TANGGAL'],
    ['3374017202920001', 'NIK_TANGGAL'],
    ['3374010113920001', 'NIK_TANGGAL'],
    ['337401010192001', 'NIK_PANJANG'],
    ['33740101019200011', 'NIK_PANJANG'],
    ['3.3740101E+15', 'DIGIT_RUSAK'],
  ])('refuses %s: %s', (text, fault) => {
    expect(parseNik(text)).toEqual({ ok: false, error: fault });
  });

  it('takes a run of zeros as empty', () => {
    expect(parseNik('0000000000000000')).toEqual({ ok: true, value: undefined });
  });
});

describe('agreement with the person', () => {
  it.each([
    ['3374010101920001', 19920101, true],
    ['3374010101920001', 19920102, false],
    ['3374010001920001', 19920131, true],
    ['3374010001920001', 19920231, false],
    ['3374014000920001', 19921231, true],
    ['3374014000920001', 19931231, false],
  ])('%s and birth date %i: %s', (nik, date, expected) => {
    expect(nikAgreesWithBirthDate(read(nik), date as LocalDate)).toBe(expected);
  });

  it('compares sex by the day of birth', () => {
    expect(nikAgreesWithSex(read('3374014101920001'), 'F')).toBe(true);
    expect(nikAgreesWithSex(read('3374014101920001'), 'M')).toBe(false);
  });
});

import { dayOf, type LocalDate, makeDate, monthOf, yearOf } from '#kernel/local-date.ts';
import { fail, ok } from '#kernel/result.ts';
import { type DigitFault, parseDigit } from './digit.ts';
import type { JenisKelamin } from './nip.ts';
import type { Reading } from './reading.ts';

export type NikFault = DigitFault | 'NIK_PANJANG' | 'NIK_TANGGAL';
export type NikWarning = 'hari_tidak_diketahui' | 'bulan_tidak_diketahui' | 'nomor_urut_nol';

/** What a NIK says. Region codes are those of first registration, which need not be the place of birth. */
export interface NikParts {
  /** The 16 digits. */
  readonly nik: string;
  /** Kemendagri's codes: 2, 4 and 6 digits. */
  readonly provinsi: string;
  readonly kabKota: string;
  readonly kecamatan: string;
  readonly jenisKelamin: JenisKelamin;
  /** Possible birth dates, likeliest first: the century is not in the number. Empty where day or month is unknown. */
  readonly tanggalLahir: readonly LocalDate[];
  readonly warnings: readonly NikWarning[];
}

/** Two-digit years from here on can only be of the 1900s: nobody in service is born in 2050. */
const LAST_YEAR_OF_2000S = 49;

/**
 * Reads a NIK (UU 23/2006, PP 37/2007): 2 province, 2 kabupaten or kota, 2 kecamatan, ddmmyy with 40 added to the day for women, 4 sequence. Day or month 00 stands for unknown: a warning, no fault.
 */
export function parseNik(text: string): Reading<NikParts, NikFault> {
  const digits = parseDigit(text);
  if (!digits.ok || digits.value === undefined) return digits.ok ? ok(undefined) : digits;
  const nik = digits.value;
  if (nik.length !== 16) return fail('NIK_PANJANG');

  const codedDay = Number(nik.slice(6, 8));
  const isWoman = codedDay >= 40;
  const day = isWoman ? codedDay - 40 : codedDay;
  const month = Number(nik.slice(8, 10));
  if (day > 31 || month > 12) return fail('NIK_TANGGAL');
  const tanggalLahir = listBirthDates(Number(nik.slice(10, 12)), month, day);
  if (tanggalLahir.length === 0 && day > 0 && month > 0) return fail('NIK_TANGGAL');

  return ok({
    nik,
    provinsi: nik.slice(0, 2),
    kabKota: nik.slice(0, 4),
    kecamatan: nik.slice(0, 6),
    jenisKelamin: isWoman ? 'F' : 'M',
    tanggalLahir,
    warnings: listWarnings(day, month, nik.slice(12)),
  });
}

function listBirthDates(year: number, month: number, day: number): LocalDate[] {
  const centuries = year > LAST_YEAR_OF_2000S ? [1900] : [1900, 2000];
  const dates = centuries.map((century) => makeDate(century + year, month, day)).filter((date) => date !== undefined);
  // Up to 30 the person is likelier born in the 2000s than over 95 years old.
  return year < 30 ? dates.toReversed() : dates;
}

function listWarnings(day: number, month: number, urut: string): NikWarning[] {
  const warnings: NikWarning[] = [];
  if (day === 0) warnings.push('hari_tidak_diketahui');
  if (month === 0) warnings.push('bulan_tidak_diketahui');
  if (urut === '0000') warnings.push('nomor_urut_nol');
  return warnings;
}

/** Whether the number can belong to somebody born on that day: its unknown parts agree with everything. */
export function nikAgreesWithBirthDate(parts: NikParts, tanggalLahir: LocalDate): boolean {
  if (parts.tanggalLahir.length > 0) return parts.tanggalLahir.includes(tanggalLahir);
  const day = Number(parts.nik.slice(6, 8)) % 40;
  const month = Number(parts.nik.slice(8, 10));
  return (
    (day === 0 || day === dayOf(tanggalLahir)) &&
    (month === 0 || month === monthOf(tanggalLahir)) &&
    Number(parts.nik.slice(10, 12)) === yearOf(tanggalLahir) % 100
  );
}

export function nikAgreesWithSex(parts: NikParts, jenisKelamin: JenisKelamin): boolean {
  return parts.jenisKelamin === jenisKelamin;
}

import { type LocalDate, makeDate, monthsBetween } from '#kernel/local-date.ts';
import { fail, ok } from '#kernel/result.ts';
import { type DigitFault, findDigitSlip, parseDigit } from './digit.ts';
import type { Reading } from './reading.ts';

/** BKN's codes of sex: M male, F female. */
export type JenisKelamin = 'M' | 'F';

interface NipCommon {
  /** The 18 digits. */
  readonly nip: string;
  readonly tanggalLahir: LocalDate;
  readonly jenisKelamin: JenisKelamin;
  /** Year of first appointment. */
  readonly tahun: number;
  /** 1 to 999. */
  readonly urut: number;
}

/** What an 18-digit number says about its owner; only a PNS has the month of appointment, only a PPPK a contract number. */
export type NipParts =
  | (NipCommon & { readonly jenis: 'pns'; readonly tmtCpns: LocalDate })
  | (NipCommon & { readonly jenis: 'pppk'; readonly kontrak: number });

export type NipFault =
  | DigitFault
  | 'NIP_PANJANG'
  | 'NIP_TANGGAL_LAHIR'
  | 'NIP_BULAN'
  | 'NIP_KELAMIN'
  | 'NIP_URUT'
  | 'NIP_USIA';

/** Plausible ages in years at first appointment: outside of them a typing error is far likelier. A setting, not a law. */
export const USIA_PENGANGKATAN = { minimum: 15, maximum: 80 } as const;

/**
 * Reads an 18-digit number of a civil servant, with or without apostrophe, blanks, dots or dashes.
 *
 * PNS (Perka BKN 22/2007, changed by 43/2007): birth date yyyymmdd, year and month of appointment as CPNS (the day is always
 * the 1st), sex 1 or 2, sequence from 001. PPPK: birth date, year of appointment, a constant 2, number of the contract 1-9,
 * sex, sequence; 21-29 is no month, so the kinds never clash. There is no check digit. Checked in the order of the
 * digits, then the age. A valid number that disagrees with the person's other data is a finding elsewhere, not a fault here.
 */
export function parseNip(text: string): Reading<NipParts, NipFault> {
  const digits = parseDigit(text);
  if (!digits.ok || digits.value === undefined) return digits.ok ? ok(undefined) : digits;
  const nip = digits.value;
  if (nip.length !== 18) return fail('NIP_PANJANG');

  const part = (from: number, to: number): number => Number(nip.slice(from, to));
  const tanggalLahir = makeDate(part(0, 4), part(4, 6), part(6, 8));
  if (tanggalLahir === undefined) return fail('NIP_TANGGAL_LAHIR');
  const month = part(12, 14);
  const isPppk = month >= 21 && month <= 29;
  if (!isPppk && (month < 1 || month > 12)) return fail('NIP_BULAN');
  const sex = nip[14];
  if (sex !== '1' && sex !== '2') return fail('NIP_KELAMIN');
  const urut = part(15, 18);
  if (urut === 0) return fail('NIP_URUT');

  const tahun = part(8, 12);
  const tmtCpns = isPppk ? undefined : makeDate(tahun, month, 1);
  if (!isPlausibleAge(tanggalLahir, tahun, tmtCpns)) return fail('NIP_USIA');
  const common = { nip, tanggalLahir, jenisKelamin: sex === '1' ? 'M' : 'F', tahun, urut } as const;
  return ok(
    tmtCpns === undefined ? { ...common, jenis: 'pppk', kontrak: month - 20 } : { ...common, jenis: 'pns', tmtCpns },
  );
}

/** A PPPK number holds no month of appointment: there the age reached in that year counts. */
function isPlausibleAge(tanggalLahir: LocalDate, tahun: number, tmtCpns: LocalDate | undefined): boolean {
  const age =
    tmtCpns === undefined
      ? tahun - Math.trunc(tanggalLahir / 10_000)
      : Math.floor(monthsBetween(tanggalLahir, tmtCpns) / 12);
  return tahun >= 1000 && age >= USIA_PENGANGKATAN.minimum && age <= USIA_PENGANGKATAN.maximum;
}

/** What is left of an 18-digit number whose sequence a spreadsheet lost: nobody's number any more, but evidence of a person. */
export interface RoundedNip extends Pick<NipCommon, 'tanggalLahir' | 'jenisKelamin'> {
  /** The 15 digits before the sequence. */
  readonly awal: string;
  /** Only of a PNS. */
  readonly tmtCpns: LocalDate | undefined;
}

const BETWEEN_PARTS = /[\s'`’‘´/-]/g;
/** How spreadsheets and data frames write such a number: 1.99201012018011E+17, 199201012018011E+3, 199201012018011008.0, ...000. */
const ROUNDED_FORMS = [
  /^([0-9])[.,]([0-9]{14,17})E\+17$/i,
  /^([0-9]{15})E\+3$/i,
  /^([0-9]{18})[.,]0{1,2}$/,
  /^([0-9]{15}000)$/,
];
/** So far at most a floating number of 64 bits lies from an 18-digit number. */
const FLOATING_ERROR = 16n;

/**
 * Reads a number of which a spreadsheet kept 15 digits. Undefined for a whole number, where fewer digits are left, and where they are no
 * beginning of a number.
 */
export function parseRoundedNip(text: string): RoundedNip | undefined {
  const plain = text.replace(BETWEEN_PARTS, '');
  const form = ROUNDED_FORMS.find((one) => one.test(plain));
  if (!form) return undefined;
  const [, ...digits] = form.exec(plain) ?? [];
  const written = BigInt(digits.join('').padEnd(18, '0').slice(0, 18));
  const awal = String(written + FLOATING_ERROR).slice(0, 15);
  const nip = parseNip(`${awal}001`);
  if (!nip.ok || nip.value === undefined) return undefined;
  const { tanggalLahir, jenisKelamin } = nip.value;
  return { awal, tanggalLahir, jenisKelamin, tmtCpns: nip.value.jenis === 'pns' ? nip.value.tmtCpns : undefined };
}

/** Reads a number of the time before the conversion of 2009: exactly 9 digits, whose first two or three name the issuer. */
export function parseNipLama(text: string): Reading<string, DigitFault | 'NIP_LAMA_PANJANG'> {
  const digits = parseDigit(text);
  if (!digits.ok || digits.value === undefined || digits.value.length === 9) return digits;
  return fail('NIP_LAMA_PANJANG');
}

/** The printed form of 18 digits, "19920101 201801 1 001"; other text comes back unchanged. */
export function formatNip(nip: string): string {
  if (nip.length !== 18) return nip;
  return `${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip.slice(14, 15)} ${nip.slice(15)}`;
}

const PARTS = [
  { from: 0, to: 8, nama: 'tanggal lahir' },
  { from: 8, to: 14, nama: 'TMT' },
  { from: 14, to: 15, nama: 'jenis kelamin' },
  { from: 15, to: 18, nama: 'nomor urut' },
] as const;

/**
 * How two 18-digit numbers differ, for `sebab`: "satu digit berbeda pada tanggal lahir", "dua digit tertukar pada TMT", or
 * the parts that differ. Undefined for equal numbers and where one of them has not 18 digits.
 */
export function describeNipDifference(a: string, b: string): string | undefined {
  if (a === b || a.length !== 18 || b.length !== 18) return undefined;
  const parts = PARTS.filter(({ from, to }) => a.slice(from, to) !== b.slice(from, to)).map(({ nama }) => nama);
  const slip = findDigitSlip(a, b);
  if (!slip) return `${parts.join(', ')} di NIP berbeda`;
  return `${slip.jenis === 'satu' ? 'satu digit berbeda' : 'dua digit tertukar'} pada ${parts.join(' dan ')}`;
}

import { isEmptyText } from '#kernel/text.ts';
import { isBknId } from '#rules/bkn-id.ts';
import { parseGolongan } from '#rules/golongan.ts';
import { parseNik } from '#rules/nik.ts';
import { parseNip } from '#rules/nip.ts';
import { AT, BARE, DIGIT, DIGIT_FIRST, LETTER, LONG, NINE_DIGITS, SIXTEEN_DIGITS } from './value-signs.ts';

/** Shapes of single values, each a yes or no. They overlap: the share of a column's values decides, never one value. */

const SPOILT_NIP = /^'?(?:\d(?:[.,]\d+)?E\+?0*17|\d{15}000(?:\.0)?)$/i;
const EIGHTEEN = /^\d{18}$/;

/** Digits without the apostrophe, blanks, dots and dashes of spreadsheets. */
export function bareDigits(value: string): string {
  return value.replace(/['\s.\-/]+/g, '');
}

function isNip(value: string): boolean {
  if (value.length < 17 || value.length > 26) return value.endsWith('17') && SPOILT_NIP.test(value);
  const reading = parseNip(value);
  if (reading.ok) return reading.value !== undefined;
  return (
    SPOILT_NIP.test(value) ||
    (EIGHTEEN.test(bareDigits(value)) && /^(19|20)\d\d(0[1-9]|1[0-2])/.test(bareDigits(value)))
  );
}

/** All forms of a date in one: three numbers, a month in words, eight digits. */
const DATE = new RegExp(
  [
    /^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}(?:[ T].*)?$/u,
    /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T].*)?$/u,
    /^\d{1,2}[-/]\d{1,2}[-/]\d{2}$/u,
    /^(?:\p{L}+,? )?\d{1,2}[- ]\p{L}{3,9}[- ]\d{2,4}$/u,
    /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/u,
    /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d$/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
);
/** As in 1-1-90. */
const SHORTEST_DATE = 6;

const SK_NUMBER = /^(?=.*\d).*[/.-]/;

const NUMBER = BARE | DIGIT_FIRST;

/** A value is looked at by a test only where it holds the signs that the test needs. */
export interface ValueTest {
  readonly needs: number;
  readonly test: (value: string) => boolean;
}

const when = (needs: number, test: ValueTest['test']): ValueTest => ({ needs, test });
const matches = (needs: number, form: RegExp): ValueTest => ({ needs, test: (value) => form.test(value) });

export const VALUE_TESTS = {
  nip: when(BARE | DIGIT, isNip),
  nipRusak: when(BARE | DIGIT, (value) => /E/i.test(value) && SPOILT_NIP.test(value)),
  // six digits behind a point are a place on earth
  nipLama: when(
    BARE | NINE_DIGITS,
    (value) => !value.includes('/') && !/\.\d{5,}$/.test(value) && /^[1-9]\d{8}$/.test(bareDigits(value)),
  ),
  nik: when(BARE | SIXTEEN_DIGITS, (value) => bareDigits(value).length === 16 && parseNik(value).ok),
  npwp: matches(NUMBER, /^(?:\d{2}\.\d{3}\.\d{3}\.?\d?[-.]\d{3}\.\d{3}|\d{15,16})$/),
  hex: when(LONG, (value) => !value.includes(' ') && isBknId(value)),
  email: matches(AT, /^[^@\s]+@[^@\s]+\.[a-z]+$/i),
  telepon: matches(BARE | DIGIT, /^(?:\+?62|0|8)[\d\s\-()/,;]{6,30}$/),
  ponsel: matches(DIGIT, /^(?:\+?62[\s-]?8|08|8)[\d\s-]{7,14}/),
  tanggal: when(DIGIT, (value) => value.length >= SHORTEST_DATE && DATE.test(value)),
  serial: matches(NUMBER, /^[1-4]\d{4}(?:\.0+)?$/),
  tahun: matches(NUMBER, /^(?:19[4-9]|20[0-3])\d(?:\.0)?$/),
  angka: matches(NUMBER, /^\d+(?:[.,]\d+)?$/),
  bulat: matches(NUMBER, /^\d{1,9}$/),
  masaKerjaTahun: when(NUMBER, (value) => /^\d{1,2}$/.test(value) && Number(value) <= 50),
  masaKerjaBulan: when(NUMBER, (value) => /^\d{1,2}$/.test(value) && Number(value) <= 11),
  masaKerjaTeks: matches(DIGIT | LETTER, /\d+\s*(?:tahun|thn|th)\b/i),
  uang: when(
    DIGIT,
    (value) => /^(?:rp\.? ?)?\d[\d.,]{5,12}$/i.test(value) && Number(value.replace(/\D/g, '').slice(0, 8)) >= 500_000,
  ),
  golongan: when(0, (value) => {
    const reading = parseGolongan(value);
    return reading.ok && reading.value !== undefined;
  }),
  romawi: matches(LETTER, /\b(?:I{1,3}|IV)\s*[/.\- ]?\s*[a-e]\b/i),
  eselon: matches(0, /^(?:(?:I|II|III|IV|V)[./\- ]?[ab]|non.*|-)$/i),
  kelamin: matches(0, /^(?:l|p|m|f|1|2|laki.*|pria|perempuan|wanita|male|female)$/i),
  agama: matches(
    LETTER,
    /^(?:islam|m[uo]sl[ie]m|kristen|christian|kat|catholic|protestan|hindu|bud|kh?ong|conf|lain|other|kepercayaan)/i,
  ),
  kawin: matches(LETTER, /kawin|nikah|lajang|bujang|janda|duda|cerai|married|single|widow|divorc/i),
  darah: matches(LETTER, /^(?:a|b|ab|o)[+-]?$/i),
  tingkat: matches(
    LETTER,
    /^(?:sd|smp|smu|slt|sm[ak]|stm|spg|md|d\W?(?:i{1,3}|iv|[1-4])(?!\p{L})|dipl|s\W?[123]|sarjana|magist|dokt|strata|bachelor|master|doctor|elementary|primary)/iu,
  ),
  jenisJabatan: matches(LETTER, /struktural|fungsional|pelaksana|\bjf[tu]?\b|\bjpt\b|pimpinan|administrator|non ?job/i),
  kedudukan: matches(LETTER, /aktif|pensiun|cltn|belajar|meninggal|mpp|persiapan|pindah|berhenti|mutasi|hukuman/i),
  statusPns: matches(0, /^(?:c?pns|pppk|p3k|c|p|calon.*|tetap|penuh|pegawai negeri.*|[123])$/i),
  berhuruf: matches(LETTER, /\p{L}/u),
  berangka: matches(DIGIT, /\d/),
  huruf: when(LETTER, (value) => /\p{L}/u.test(value) && !/\d/.test(value)),
  nama: when(0, (value) => /^[\p{L}\p{M} .,'`´‘’()\-/"]+$/u.test(value) && value.length >= 3),
  gelar: when(
    0,
    (value) =>
      value.length <= 60 &&
      /^[\p{L}., '&()/-]+$/u.test(value) &&
      (/\./.test(value) || /^(?:dr|dra|drs|ir|h|hj|s[a-z]{1,3}|m[a-z]{1,3}|a\.?md|amd\w*)\b/i.test(value)),
  ),
  bergelar: matches(LETTER, /,\s*\p{L}|^(?:dr|dra|drs|drg|ir|prof|h|hj)\.?\s/iu),
  nomorSk: when(DIGIT, (value) => SK_NUMBER.test(value) || /^\d{3,}$/.test(value)),
  /** A golongan in roman form or in BKN's two digits: it speaks for itself, a code does not. */
  golonganTertulis: matches(0, /^(?:I{1,3}|IV)\W*[a-e]$|^[1-4][1-5]$/i),
  /** "821.2/17/2019". */
  nomorBergaris: matches(DIGIT, /^[\w.-]*\d[\w.-]*\/\S+$/),
  memuatTahun: matches(DIGIT, /\b(?:19[5-9]|20[0-4])\d\b/),
  gelarDepan: matches(LETTER, /^(?:drs?|dra|drg|ir|prof|hj?|kh)\b/i),
  /** Crypt and its heirs, LDAP's braces, the frameworks' own marks, MySQL, and bare SHA of every width; a salt may follow an MD5. */
  hash: matches(
    0,
    /^(?:\$(?:[156y7PHS]|2[abxy]?|apr1|sha1|md5|scrypt|argon\w*|pbkdf2[\w-]*)\$|\{(?:s?sha\d*|s?md5|bcrypt|crypt|argon2|pbkdf2)\}|(?:md5|sha\d*|bcrypt\w*|scrypt|argon2\w*|pbkdf2\w*)[$:]|\*[\dA-F]{40}$|[\da-f]{32}:[\w./+=-]+$|(?:[\da-f]{40}|[\da-f]{56}|[\da-f]{64}|[\da-f]{96}|[\da-f]{128})$|(?=\d*[a-f])(?=[a-f]*\d)[\da-f]{16}$)/i,
  ),
  pohon: matches(NUMBER, /^\d{2}(?:\.\d{2,3})+$/),
} as const satisfies Readonly<Record<string, ValueTest>>;

export type ValueKind = keyof typeof VALUE_TESTS;

const ZERO = 48;
const ONE = 49;

/** "No value" as any container writes it, zero dates included. Long values are told by their first character. */
export function isNoValue(value: string): boolean {
  if (value.length <= 4) return isEmptyText(value);
  const first = value.charCodeAt(0);
  if (first === ONE) return value.startsWith('1900-01-00');
  return first === ZERO && /^(?:0000[-/]00[-/]00|00[-/]00[-/]0000|0001-01-01)/.test(value);
}

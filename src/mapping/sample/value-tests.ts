import { isEmptyText } from '#kernel/text.ts';
import { isBknId } from '#rules/bkn-id.ts';
import { parseGolongan } from '#rules/golongan.ts';
import { parseNik } from '#rules/nik.ts';
import { parseNip } from '#rules/nip.ts';

/** Shapes of single values, each a yes or no. They overlap: the share of a column's values decides, never one value. */

const SPOILT_NIP = /^'?(?:\d(?:[.,]\d+)?E\+?17|\d{15}000(?:\.0)?)$/i;
const EIGHTEEN = /^\d{18}$/;

/** Digits without the apostrophe, blanks, dots and dashes of spreadsheets. */
export function bareDigits(value: string): string {
  return value.replace(/['\s.\-/]+/g, '');
}

function isNip(value: string): boolean {
  if (value.length < 17 || value.length > 26) return SPOILT_NIP.test(value);
  const reading = parseNip(value);
  if (reading.ok) return reading.value !== undefined;
  return (
    SPOILT_NIP.test(value) ||
    (EIGHTEEN.test(bareDigits(value)) && /^(19|20)\d\d(0[1-9]|1[0-2])/.test(bareDigits(value)))
  );
}

const DATE_FORMS = [
  /^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}(?:[ T].*)?$/,
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T].*)?$/,
  /^\d{1,2}[-/]\d{1,2}[-/]\d{2}$/,
  /^(?:\p{L}+,? )?\d{1,2}[- ]\p{L}{3,9}[- ]\d{2,4}$/u,
  /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/,
  /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d$/,
];

const SK_NUMBER = /^(?=.*\d).*[/.-]/;

export const VALUE_TESTS = {
  nip: isNip,
  nipLama: (value: string) => /^[1-9]\d{8}$/.test(bareDigits(value)),
  nik: (value: string) => bareDigits(value).length === 16 && parseNik(value).ok,
  npwp: (value: string) => /^(?:\d{2}\.\d{3}\.\d{3}\.?\d?[-.]\d{3}\.\d{3}|\d{15,16})$/.test(value),
  hex: (value: string) => value.length >= 32 && isBknId(value),
  email: (value: string) => /^[^@\s]+@[^@\s]+\.[a-z]+$/i.test(value),
  telepon: (value: string) => /^(?:\+?62|0|8)[\d\s\-()/,;]{6,30}$/.test(value),
  ponsel: (value: string) => /^(?:\+?62[\s-]?8|08|8)[\d\s-]{7,14}/.test(value),
  tanggal: (value: string) => DATE_FORMS.some((form) => form.test(value)),
  serial: (value: string) => /^[1-4]\d{4}(?:\.0+)?$/.test(value),
  tahun: (value: string) => /^(?:19[4-9]|20[0-3])\d(?:\.0)?$/.test(value),
  angka: (value: string) => /^\d+(?:[.,]\d+)?$/.test(value),
  bulat: (value: string) => /^\d{1,9}$/.test(value),
  masaKerjaTahun: (value: string) => /^\d{1,2}$/.test(value) && Number(value) <= 50,
  masaKerjaBulan: (value: string) => /^\d{1,2}$/.test(value) && Number(value) <= 11,
  masaKerjaTeks: (value: string) => /\d+\s*(?:tahun|thn|th)\b/i.test(value),
  uang: (value: string) =>
    /^(?:rp\.? ?)?\d[\d.,]{5,12}$/i.test(value) && Number(value.replace(/\D/g, '').slice(0, 8)) >= 500_000,
  golongan: (value: string) => {
    const reading = parseGolongan(value);
    return reading.ok && reading.value !== undefined;
  },
  romawi: (value: string) => /\b(?:I{1,3}|IV)\s*[/.\- ]?\s*[a-e]\b/i.test(value),
  eselon: (value: string) => /^(?:(?:I|II|III|IV|V)[./\- ]?[ab]|non.*|-)$/i.test(value),
  kelamin: (value: string) => /^(?:l|p|m|f|1|2|laki.*|pria|perempuan|wanita|male|female)$/i.test(value),
  agama: (value: string) => /^(?:islam|kristen|kat|protestan|hindu|bud|kh?ong|lain|kepercayaan)/i.test(value),
  kawin: (value: string) => /kawin|nikah|lajang|bujang|janda|duda|cerai/i.test(value),
  darah: (value: string) => /^(?:a|b|ab|o)[+-]?$/i.test(value),
  tingkat: (value: string) =>
    /^(?:sd|smp|smu|slt|sm[ak]|stm|spg|md|d\W?(?:i|[1-4])|dipl|s\W?[123]|sarjana|magist|dokt|strata)/i.test(value),
  jenisJabatan: (value: string) =>
    /struktural|fungsional|pelaksana|\bjf[tu]?\b|\bjpt\b|pimpinan|administrator|non ?job/i.test(value),
  kedudukan: (value: string) =>
    /aktif|pensiun|cltn|belajar|meninggal|mpp|persiapan|pindah|berhenti|mutasi|hukuman/i.test(value),
  statusPns: (value: string) => /^(?:c?pns|pppk|p3k|c|p|calon.*|pegawai negeri.*|[123])$/i.test(value),
  huruf: (value: string) => /\p{L}/u.test(value) && !/\d/.test(value),
  nama: (value: string) => /^[\p{L}\p{M} .,'`´‘’()\-/"]+$/u.test(value) && value.length >= 3,
  gelar: (value: string) =>
    value.length <= 60 &&
    /^[\p{L}., '&()/-]+$/u.test(value) &&
    (/\./.test(value) || /^(?:dr|dra|drs|ir|h|hj|s[a-z]{1,3}|m[a-z]{1,3}|a\.?md|amd\w*)\b/i.test(value)),
  bergelar: (value: string) => /,\s*\p{L}|^(?:dr|dra|drs|drg|ir|prof|h|hj)\.?\s/iu.test(value),
  nomorSk: (value: string) => SK_NUMBER.test(value) || /^\d{3,}$/.test(value),
  hash: (value: string) =>
    /^(?:\$2[aby]\$|\$argon|\*[0-9A-F]{40}$|[0-9a-f]{40}$|[0-9a-f]{64}$|sha1\$|pbkdf2)/i.test(value),
  pohon: (value: string) => /^\d{2}(?:\.\d{2,3})+$/.test(value),
} as const;

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

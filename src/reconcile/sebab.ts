import type { Field } from '#canonical';
import { parseIsoDate } from '#kernel/local-date.ts';
import { isGolongan, describeGolonganDifference } from '#rules/golongan.ts';
import { compareGelar } from '#rules/gelar.ts';
import { describeDigitDifference } from '#rules/digit.ts';
import { describeMasaKerjaDifference, parseMasaKerja } from '#rules/masa-kerja.ts';
import { compareNama } from '#rules/nama.ts';
import { nikAgreesWithBirthDate, nikAgreesWithSex, parseNik } from '#rules/nik.ts';
import { describeNipDifference, type NipParts, parseNip } from '#rules/nip.ts';
import { describeDateDifference } from '#rules/tanggal.ts';
import { compareTeks } from '#rules/teks.ts';

/**
 * The cause of one difference in words, where a pattern is recognised; '' otherwise. Values are those of selisih.csv. Where
 * the NIP decides between two values (birth date, TMT CPNS, sex, and the NIK, which holds birth date and sex), it says which
 * side the NIP agrees with; it is asked for only there. `lain` is the field in which BKN has the Simpeg's value, where it
 * stands in the wrong column.
 */
export function describeSebab(field: Field, simpeg: string, bkn: string, nip: () => string, lain?: Field): string {
  if (simpeg === '' || bkn === '') return '';
  const pattern = describePattern(field, simpeg, bkn);
  const shifted = lain && `sama dengan ${lain.label} di BKN`;
  return [pattern, shifted, nipSide(field, simpeg, bkn, nip)]
    .filter((part) => part !== undefined && part !== '')
    .join('; ');
}

/** Kinds of values of which a person has several that look alike, so that they get into each other's columns. */
export const hasLookalikes = ({ normalisasi }: Field): boolean => normalisasi === 'tanggal' || normalisasi === 'nomor';

function describePattern(field: Field, simpeg: string, bkn: string): string | undefined {
  switch (field.normalisasi) {
    case 'tanggal':
      return datePattern(simpeg, bkn);
    case 'golongan':
      return isGolongan(simpeg) && isGolongan(bkn) ? describeGolonganDifference(simpeg, bkn) : undefined;
    case 'masa_kerja':
      return servicePattern(simpeg, bkn);
    case 'nama':
      return compareNama(simpeg, bkn).sebab;
    case 'gelar':
      return compareGelar(simpeg, bkn).sebab;
    case 'npwp':
    case 'digit':
      return field.nama === 'nip' ? describeNipDifference(simpeg, bkn) : describeDigitDifference(simpeg, bkn);
    case 'tahun':
      return describeDigitDifference(simpeg, bkn);
    case 'kode_ref':
    case 'tempat':
    case 'teks':
      return field.pembanding === 'kode_lalu_teks' ? compareTeks(simpeg, bkn).sebab : undefined;
    default:
      return undefined;
  }
}

function datePattern(simpeg: string, bkn: string): string | undefined {
  const [left, right] = [parseIsoDate(simpeg), parseIsoDate(bkn)];
  return left === undefined || right === undefined ? undefined : describeDateDifference(left, right);
}

function servicePattern(simpeg: string, bkn: string): string | undefined {
  const [left, right] = [parseMasaKerja(simpeg), parseMasaKerja(bkn)];
  return left.ok && right.ok && left.value && right.value
    ? describeMasaKerjaDifference(left.value, right.value)
    : undefined;
}

/** Whether a value, in the form of selisih.csv, agrees with the NIP; undefined where the NIP does not say. */
const AGREES_WITH_NIP: Readonly<Record<string, (parts: NipParts, value: string) => boolean | undefined>> = {
  tanggal_lahir: (parts, value) => parseIsoDate(value) === parts.tanggalLahir,
  tmt_cpns: (parts, value) => (parts.jenis === 'pns' ? parseIsoDate(value) === parts.tmtCpns : undefined),
  jenis_kelamin: (parts, value) => value === parts.jenisKelamin,
  nik: nikAgreesWithNip,
};

/** The NIK of a husband, a wife or a child tells another birth date or sex. */
function nikAgreesWithNip({ tanggalLahir, jenisKelamin }: NipParts, value: string): boolean {
  const nik = parseNik(value);
  if (!nik.ok || !nik.value) return false;
  return nikAgreesWithBirthDate(nik.value, tanggalLahir) && nikAgreesWithSex(nik.value, jenisKelamin);
}

function nipSide(field: Field, simpeg: string, bkn: string, nip: () => string): string | undefined {
  const agrees = AGREES_WITH_NIP[field.nama];
  if (!agrees) return undefined;
  const parts = parseNip(nip());
  if (!parts.ok || !parts.value) return undefined;
  const [left, right] = [agrees(parts.value, simpeg), agrees(parts.value, bkn)];
  if (left === undefined || (left && right)) return undefined;
  if (left) return 'NIP sesuai dengan nilai Simpeg';
  return right ? 'NIP sesuai dengan nilai BKN' : 'NIP tidak sesuai dengan keduanya';
}

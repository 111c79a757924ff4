import { type Field, FIELDS } from '#canonical';
import { formatIsoDate, parseIsoDate } from '#kernel/local-date.ts';
import { describeDigitDifference } from '#rules/digit.ts';
import { compareGelar } from '#rules/gelar.ts';
import { describeGolonganDifference, isGolongan } from '#rules/golongan.ts';
import { describeMasaKerjaDifference, parseMasaKerja } from '#rules/masa-kerja.ts';
import { compareNama } from '#rules/nama.ts';
import { nikAgreesWithBirthDate, nikAgreesWithSex, parseNik } from '#rules/nik.ts';
import { describeNipDifference, parseNip } from '#rules/nip.ts';
import { describeDateDifference } from '#rules/tanggal.ts';
import { compareTeks } from '#rules/teks.ts';
import { type Value, written } from './value.ts';

/** The cause of a difference in words, where one is recognised; what the NIP says of the two values comes behind it. */
export function sebabOf(
  field: Field,
  simpeg: string,
  bkn: string,
  nip: string,
  atBkn: ReadonlyMap<string, Value>,
): string {
  if (simpeg === '' || bkn === '') return '';
  return [patternOf(field, simpeg, bkn) ?? '', strayOf(field, simpeg, atBkn), witnessOf(field, simpeg, bkn, nip)]
    .filter((part) => part !== '')
    .join('; ');
}

/** A date or a number of a decree that BKN has of the same person, but as that of something else. */
function strayOf({ nama, normalisasi }: Field, simpeg: string, atBkn: ReadonlyMap<string, Value>): string {
  if (normalisasi !== 'tanggal' && normalisasi !== 'nomor') return '';
  const alike = FIELDS.filter((other) => other.normalisasi === normalisasi && other.nama !== nama);
  const found = alike.find((other) => {
    const value = atBkn.get(other.nama);
    return value !== undefined && written(value) === simpeg;
  });
  return found ? `sama dengan ${found.label} di BKN` : '';
}

function patternOf({ nama, normalisasi, pembanding }: Field, simpeg: string, bkn: string): string | undefined {
  if (nama === 'nip') return describeNipDifference(simpeg, bkn);
  switch (normalisasi) {
    case 'tanggal': {
      const [a, b] = [parseIsoDate(simpeg), parseIsoDate(bkn)];
      return a && b && describeDateDifference(a, b);
    }
    case 'golongan':
      return isGolongan(simpeg) && isGolongan(bkn) ? describeGolonganDifference(simpeg, bkn) : undefined;
    case 'masa_kerja': {
      const [a, b] = [parseMasaKerja(simpeg), parseMasaKerja(bkn)];
      return a.ok && b.ok && a.value && b.value ? describeMasaKerjaDifference(a.value, b.value) : undefined;
    }
    case 'nama':
      return compareNama(simpeg, bkn).sebab;
    case 'gelar':
      return compareGelar(simpeg, bkn).sebab;
    case 'digit':
    case 'npwp':
    case 'tahun':
      return describeDigitDifference(simpeg, bkn);
    default:
      return pembanding === 'kode_lalu_teks' ? compareTeks(simpeg, bkn).sebab : undefined;
  }
}

/** Birth date, sex and, of a PNS, TMT CPNS stand in the NIP as well, the first two in a NIK too: which side does it agree with? */
function witnessOf({ nama }: Field, simpeg: string, bkn: string, nip: string): string {
  const parts = parseNip(nip);
  if (!parts.ok || !parts.value) return '';
  const { value } = parts;
  if (nama === 'nik') {
    const own = [simpeg, bkn].map((nik) => {
      const read = parseNik(nik);
      const inside = read.ok ? read.value : undefined;
      return (
        inside && nikAgreesWithBirthDate(inside, value.tanggalLahir) && nikAgreesWithSex(inside, value.jenisKelamin)
      );
    });
    if (own[0] && own[1]) return '';
    if (own[0]) return 'NIP sesuai dengan nilai Simpeg';
    return own[1] ? 'NIP sesuai dengan nilai BKN' : 'NIP tidak sesuai dengan keduanya';
  }
  const told: Readonly<Record<string, string>> = {
    tanggal_lahir: formatIsoDate(value.tanggalLahir),
    jenis_kelamin: value.jenisKelamin,
    ...(value.jenis === 'pns' && { tmt_cpns: formatIsoDate(value.tmtCpns) }),
  };
  const witness = told[nama];
  if (witness === undefined) return '';
  if (witness === simpeg) return 'NIP sesuai dengan nilai Simpeg';
  return witness === bkn ? 'NIP sesuai dengan nilai BKN' : 'NIP tidak sesuai dengan keduanya';
}

import { FIELDS, type FieldName } from '#canonical';
import type { Facts } from './person.ts';

/**
 * The 67 headings of BKN's "Data ASN" export with their fields, in the order of the file: the order in which BKN prints them, not
 * that of the catalogue.
 */
const HEADINGS: readonly string[] =
  `PNS ID|NIP BARU|NIP LAMA|NAMA|GELAR DEPAN|GELAR BELAKANG|TEMPAT LAHIR ID|TEMPAT LAHIR NAMA
TANGGAL LAHIR|JENIS KELAMIN|AGAMA ID|AGAMA NAMA|JENIS KAWIN ID|JENIS KAWIN NAMA|NIK|NOMOR HP|EMAIL|EMAIL GOV|ALAMAT|NPWP NOMOR
BPJS|JENIS PEGAWAI ID|JENIS PEGAWAI NAMA|KEDUDUKAN HUKUM ID|KEDUDUKAN HUKUM NAMA|STATUS CPNS PNS|KARTU ASN VIRTUAL|NOMOR SK CPNS
TANGGAL SK CPNS|TMT CPNS|NOMOR SK PNS|TANGGAL SK PNS|TMT PNS|GOL AWAL ID|GOL AWAL NAMA|GOL AKHIR ID|GOL AKHIR NAMA|TMT GOLONGAN
MK TAHUN|MK BULAN|JENIS JABATAN ID|JENIS JABATAN NAMA|JABATAN ID|JABATAN NAMA|TMT JABATAN|TINGKAT PENDIDIKAN ID
TINGKAT PENDIDIKAN NAMA|PENDIDIKAN ID|PENDIDIKAN NAMA|TAHUN LULUS|KPKN ID|KPKN NAMA|LOKASI KERJA ID|LOKASI KERJA NAMA|UNOR ID
UNOR NAMA|INSTANSI INDUK ID|INSTANSI INDUK NAMA|INSTANSI KERJA ID|INSTANSI KERJA NAMA|SATUAN KERJA INDUK ID
SATUAN KERJA INDUK NAMA|SATUAN KERJA KERJA ID|SATUAN KERJA KERJA NAMA|IS VALID NIK|NAMA SEKOLAH|FLAG IKD`.split(
    /\||\n/,
  );

const FIELD_OF_HEADING: ReadonlyMap<string, { nama: FieldName; tipe: string }> = new Map(
  FIELDS.flatMap((field) => (field.judulSiasn === undefined ? [] : [[field.judulSiasn, field] as const])),
);

type Encode = (value: string) => string;

interface ExportColumn {
  readonly heading: string;
  readonly field: keyof Facts;
  readonly encode: Encode;
}

/** Digits that a spreadsheet would damage stand behind an apostrophe. */
const APOSTROPHE = new Set(['nip', 'nip_lama', 'nik', 'no_hp', 'npwp', 'no_bpjs']);
const quoteDigits: Encode = (value) => `'${value}`;
const dayFirst: Encode = (iso) => `${iso.slice(8, 10)}-${iso.slice(5, 7)}-${iso.slice(0, 4)}`;
const asIs: Encode = (value) => value;

const COLUMNS: readonly ExportColumn[] = HEADINGS.map((heading) => {
  const field = FIELD_OF_HEADING.get(heading);
  if (!field) throw new Error(`No field of the catalogue has the heading ${heading}`);
  const encode = APOSTROPHE.has(field.nama) ? quoteDigits : field.tipe === 'tanggal' ? dayFirst : asIs;
  return { heading, field: field.nama as keyof Facts, encode };
});

/** Heading line of the export. */
export const BKN_HEADINGS: readonly string[] = COLUMNS.map(({ heading }) => heading);

/** Field of each column of the export, in file order. */
export const BKN_FIELDS: readonly (keyof Facts)[] = COLUMNS.map(({ field }) => field);

/** One line of the export: digits behind an apostrophe, dates dd-mm-yyyy, the word null for what is missing. */
export function bknRow(facts: Facts): string[] {
  return COLUMNS.map(({ field, encode }) => {
    const value = facts[field];
    return value === undefined || value === '' ? 'null' : encode(value);
  });
}

import { COMPARED_FIELDS, type Field } from '#canonical';

/** Short national lists: a value outside of them is an error, and equal codes alone are equal values (decision 0007). */
const CLOSED_LISTS: ReadonlySet<string> = new Set([
  'jenis_kelamin',
  'agama',
  'jenis_kawin',
  'status_cpns_pns',
  'jenis_pegawai',
  'kedudukan_hukum',
  'jenis_jabatan',
  'eselon',
  'tingkat_pendidikan',
]);

export const isClosed = (field: Field): boolean =>
  field.normalisasi === 'golongan' || CLOSED_LISTS.has(field.tabelReferensi?.[0] ?? '');

/** The fields that a reconciliation compares. Months of service are part of the years. */
export const ORACLE_FIELDS: readonly Field[] = COMPARED_FIELDS.filter(({ nama }) => nama !== 'masa_kerja_bulan');

/** The form in which a field's value lies in a row. */
export type Form = 'digit' | 'tanggal' | 'tahun' | 'masa_kerja' | 'nama' | 'gelar' | 'teks' | 'kode';

export function formOf(field: Field): Form {
  switch (field.normalisasi) {
    case 'tanggal':
    case 'tahun':
    case 'masa_kerja':
    case 'nama':
    case 'gelar':
      return field.normalisasi;
    case 'npwp':
      return 'digit';
    case 'digit':
      // The number of an insurance is compared as digits but shown as it was delivered.
      return field.tipe === 'nip' || field.tipe === 'nik' ? 'digit' : 'teks';
    case 'nomor':
    case 'email':
    case 'telepon':
      return 'teks';
    case 'kode_ref':
    case 'golongan':
    case 'tempat':
    case 'teks':
      return 'kode';
    default:
      throw new Error(`The oracle has no way to read ${field.nama} (${field.normalisasi})`);
  }
}

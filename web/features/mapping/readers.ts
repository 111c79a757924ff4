import type { PreviewAnswer } from '#findings/contract';
import type { ColumnRow } from './rows.ts';

/** How a column is read, as the recipe says it; what belongs to a kind is known to the portal's server. */
export type Reader = PreviewAnswer['pembaca'];

export const ORDERS = [
  ['dmy', 'hari, bulan, tahun'],
  ['mdy', 'bulan, hari, tahun'],
  ['ymd', 'tahun, bulan, hari'],
  ['ydm', 'tahun, hari, bulan'],
] as const;

/** Ways to read that a person may choose, in words. */
export const READER_KINDS = [
  ['langsung', 'apa adanya'],
  ['tanggal', 'tanggal'],
  ['nama_bergelar', 'nama, gelar dipisahkan'],
  ['kode', 'tabel kode'],
  ['kode_lokal', 'kode sendiri, dipelajari dari BKN'],
  ['masa_kerja', 'tahun dan bulan dalam satu sel'],
  ['teks_tanggal', 'teks dan tanggal dalam satu sel'],
  ['potong', 'satu bagian dari sel'],
  ['sambung', 'gabungan beberapa kolom'],
  ['tanggal_terpisah', 'tanggal dari tiga kolom'],
  ['bentang', 'kelompok kolom yang sebenarnya baris'],
] as const;
export type ReaderKind = (typeof READER_KINDS)[number][0];

const SEPARATORS = [' - ', ' / ', ' | ', ';', '|', ',', '/', '-'] as const;

/** What a kind of reader begins with for a column: guessed from its commonest value and its neighbours. Pure. */
export function beginReader(kind: ReaderKind, { look, kanonik }: ColumnRow, columns: readonly string[]): Reader {
  const at = columns.indexOf(look.nama);
  const beside = (by: number): string => columns[at + by] ?? look.nama;
  const value = look.teratas[0]?.nilai ?? '';
  switch (kind) {
    case 'tanggal':
      return { jenis: kind, urutan: 'dmy' };
    case 'kode':
      return { jenis: kind, tabel: {} };
    case 'teks_tanggal':
      return { jenis: kind, ambil: /tanggal|^tmt|^tgl/.test(kanonik ?? '') ? 'tanggal' : 'teks', urutan: 'dmy' };
    case 'potong': {
      const pemisah = SEPARATORS.find((sign) => value.includes(sign)) ?? ' - ';
      const dari = Math.min(20, Math.max(2, value.split(pemisah).length));
      return { jenis: kind, pemisah, dari, ambil: 1, lalu: { jenis: 'langsung' } };
    }
    case 'sambung':
      return { jenis: kind, kolom: [look.nama, beside(1)], pemisah: ' ' };
    case 'tanggal_terpisah':
      return { jenis: kind, hari: look.nama, bulan: beside(1), tahun: beside(2) };
    case 'bentang':
      return { jenis: kind, kelompok: look.nama.split(/[_ .]/)[0] ?? look.nama, urut: 1, ambil: 'isi' };
    default:
      return { jenis: kind };
  }
}

export function textOf(reader: Reader, name: string): string {
  const value = reader[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The columns that a reader joins. */
export function partsOf({ kolom }: Reader): readonly string[] {
  return Array.isArray(kolom) ? kolom.map(String) : [];
}

/** The kind of reader within a reader of pieces, with its order of dates: "tanggal dmy". */
export function innerOf({ lalu }: Reader): string {
  if (typeof lalu !== 'object' || lalu === null) return 'langsung';
  const { jenis, urutan } = lalu as { readonly jenis?: string; readonly urutan?: string };
  return [jenis ?? 'langsung', ...(urutan === undefined ? [] : [urutan])].join(' ');
}

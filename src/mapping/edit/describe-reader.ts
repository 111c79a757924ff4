import type { Reader, Recipe } from '../recipe.ts';

const ORDERS = {
  dmy: 'hari, bulan, tahun',
  mdy: 'bulan, hari, tahun',
  ymd: 'tahun, bulan, hari',
  ydm: 'tahun, hari, bulan',
} as const;

/** How a column is read, in a few words for the person in charge. */
export function describeReader(reader: Reader): string {
  switch (reader.jenis) {
    case 'langsung':
      return 'apa adanya';
    case 'tanggal':
      return `tanggal: ${ORDERS[reader.urutan]}`;
    case 'kode':
      return `tabel kode, ${Object.keys(reader.tabel).length} arti`;
    case 'kode_lokal':
      return 'kode sendiri, artinya dipelajari dari pegawai di BKN';
    case 'nama_bergelar':
      return 'nama, gelar dipisahkan';
    case 'masa_kerja':
      return 'tahun dan bulan dalam satu sel';
    case 'rujukan':
      return `dicari di tabel ${reader.tabel} (${reader.kunci} menjadi ${reader.nilai})`;
    case 'sambung':
      return `gabungan ${reader.kolom.join(' + ')}`;
    case 'tanggal_terpisah':
      return `tanggal dari ${reader.hari}, ${reader.bulan}, ${reader.tahun}`;
    case 'teks_tanggal':
      return reader.ambil === 'teks'
        ? 'bagian teks dari sel teks dan tanggal'
        : `bagian tanggal: ${ORDERS[reader.urutan]}`;
    case 'potong':
      return `bagian ${reader.ambil} dari ${reader.dari}, dipisah "${reader.pemisah}"; ${describeReader(reader.lalu)}`;
    case 'bentang':
      return `kelompok kolom ${reader.kelompok} menjadi baris; yang terakhir terisi berlaku`;
    default:
      return reader satisfies never;
  }
}

/** What a recipe tells from the NIP, one sentence each. */
export function describeDerived({ turunan = [] }: Recipe): readonly string[] {
  return turunan.map(({ kanonik }) => `${kanonik} diambil dari NIP, hanya untuk menemukan orang.`);
}

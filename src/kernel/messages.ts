/**
 * The closed list of problem codes with the sentence that people read: what is wrong, where, and what to do about it.
 * Places in braces are filled by `describeProblem`. Grouped by the room that raises them.
 */
export const MESSAGES = {
  // command line
  PERINTAH_TIDAK_DIKENAL: 'Perintah "{perintah}" tidak dikenal. Jalankan tanpa perintah untuk melihat daftar perintah.',
  OPSI_TIDAK_DIKENAL: 'Opsi "{opsi}" tidak dikenal untuk perintah {perintah}.',
  OPSI_KURANG: 'Opsi --{opsi} wajib diisi untuk perintah {perintah}.',
  OPSI_SALAH: 'Nilai "{nilai}" untuk --{opsi} tidak dapat dipakai: {sebab}.',
  FOLDER_TIDAK_KOSONG: 'Folder {folder} tidak kosong. Pilih folder lain atau tambahkan --timpa.',

  // files as a whole
  BERKAS_TIDAK_ADA: 'Berkas {berkas} tidak ditemukan. Periksa nama dan letaknya.',
  BERKAS_TIDAK_TERBACA: 'Berkas {berkas} tidak dapat dibuka. Periksa hak baca berkas itu.',
  BERKAS_KOSONG: 'Berkas {berkas} kosong (0 byte). Ekspor ulang dari aplikasi asalnya.',

  // values of cells
  DIGIT_RUSAK:
    'Angka panjang ini rusak oleh aplikasi lembar kerja (bentuk 1,99E+17 atau desimal), sehingga digit terakhirnya hilang. Ubah kolomnya menjadi Teks di aplikasi asal, lalu ekspor ulang.',
  DIGIT_KARAKTER: 'Nilai ini memuat huruf atau tanda, padahal seharusnya hanya angka. Perbaiki di aplikasi asal.',
  NIP_PANJANG: 'NIP harus 18 digit. Lengkapi atau perbaiki NIP menurut SK.',
  NIP_TANGGAL_LAHIR: 'Digit 1-8 NIP bukan tanggal lahir yang ada di kalender. Periksa NIP menurut SK.',
  NIP_BULAN: 'Digit 13-14 NIP bukan bulan pengangkatan (01-12) dan bukan tanda PPPK (21-29). Periksa NIP menurut SK.',
  NIP_KELAMIN: 'Digit 15 NIP harus 1 (laki-laki) atau 2 (perempuan). Periksa NIP menurut SK.',
  NIP_URUT:
    'Tiga digit terakhir NIP adalah 000, nomor urut yang tidak pernah dipakai. Bila banyak baris berakhir 000, kolom NIP tersimpan sebagai angka: ubah menjadi Teks dan ekspor ulang.',
  NIP_USIA: 'Menurut NIP, usia saat diangkat di luar 15 sampai 80 tahun. Periksa tanggal lahir dan TMT di dalam NIP.',
  NIP_LAMA_PANJANG: 'NIP lama harus 9 digit. Perbaiki menurut SK konversi NIP.',
  NIK_PANJANG: 'NIK harus 16 digit. Lengkapi menurut KTP atau kartu keluarga.',
  NIK_TANGGAL: 'Digit 7-12 NIK bukan tanggal lahir yang ada di kalender. Periksa NIK menurut KTP.',
  NPWP_PANJANG: 'NPWP harus 15 atau 16 digit. Perbaiki menurut kartu NPWP.',
  TELEPON_TIDAK_TERBACA: 'Nilai ini bukan nomor telepon. Isi dengan nomor seperti 081234567890.',
  GOLONGAN_TIDAK_DIKENAL:
    'Golongan ini tidak dikenal. Isi dengan I/a sampai IV/e, atau I sampai XVII untuk PPPK, atau petakan kodenya.',
  GOLONGAN_BERTENTANGAN:
    'Nama pangkat dan golongan di sel ini tidak cocok satu sama lain. Perbaiki menurut SK pangkat.',
  TANGGAL_TIDAK_TERBACA: 'Tanggal ini tidak dapat dibaca. Tulis sebagai dd-mm-yyyy.',
  TANGGAL_TIDAK_ADA: 'Tanggal ini tidak ada di kalender. Periksa hari dan bulannya menurut dokumen.',
  TAHUN_TIDAK_TERBACA: 'Tahun ini tidak dapat dibaca. Tulis empat digit, misalnya 2015.',
  MASA_KERJA_TIDAK_TERBACA: 'Masa kerja ini tidak dapat dibaca. Tulis seperti "12 tahun 3 bulan".',
  BILANGAN_TIDAK_TERBACA: 'Bilangan ini tidak dapat dibaca. Tulis angka dengan koma desimal, misalnya 1.234,5.',
  UANG_TIDAK_TERBACA: 'Jumlah uang ini bukan rupiah bulat. Tulis seperti 2660700.',
  BOOLEAN_TIDAK_TERBACA: 'Nilai ini bukan ya atau tidak. Tulis ya atau tidak.',
} as const;

export type ProblemCode = keyof typeof MESSAGES;

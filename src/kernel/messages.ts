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
} as const;

export type ProblemCode = keyof typeof MESSAGES;

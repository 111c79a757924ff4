import type { ReferenceRow } from '../row.ts';

// Codes about training and honours, as BKN's reference service publishes them (SIASN, 2025).

/** Kinds of training; `jenis` is the kind of certificate (T, F, P). */
export const JENIS_DIKLAT: readonly ReferenceRow[] = [
  { id: '1', nama: 'Diklat Struktural', jenis: 'T' },
  { id: '2', nama: 'Diklat Fungsional', jenis: 'F' },
  { id: '3', nama: 'Diklat Teknis', jenis: 'T' },
  { id: '4', nama: 'Workshop', jenis: 'P' },
  { id: '5', nama: 'Pelatihan Manajerial', jenis: 'T' },
  { id: '6', nama: 'Pelatihan Sosial Kultural', jenis: 'T' },
  { id: '7', nama: 'Sosialisasi', jenis: 'P' },
  { id: '8', nama: 'Bimbingan Teknis', jenis: 'T' },
  { id: '9', nama: 'Seminar', jenis: 'P' },
  { id: '10', nama: 'Magang', jenis: 'T' },
  { id: '11', nama: 'Kursus', jenis: 'T' },
  { id: '12', nama: 'Penataran', jenis: 'T' },
  { id: '13', nama: 'Pengembangan Kompetensi Dalam Bentuk Pelatihan klasikal lainnya', jenis: 'T' },
  { id: '14', nama: 'Coaching', jenis: 'T' },
  { id: '15', nama: 'Mentoring', jenis: 'T' },
  { id: '16', nama: 'E-Learning', jenis: 'T' },
  { id: '17', nama: 'Pelatihan Jarak Jauh', jenis: 'T' },
  { id: '18', nama: 'Detasering (Secondment)', jenis: 'T' },
  { id: '19', nama: 'Pembelajaran Alam Terbuka (Outbond)', jenis: 'T' },
  { id: '20', nama: 'Patok Banding (Benchmarking)', jenis: 'T' },
  { id: '21', nama: 'Pertukaran Antara Pns Dengan Pegawai Swasta/Badan Usaha Milik Negara/ Badan Usaha Milik Daerah', jenis: 'T' },
  { id: '22', nama: 'Belajar Mandiri (Self Development)', jenis: 'T' },
  { id: '23', nama: 'Komunitas Belajar (Community Of Practices)', jenis: 'T' },
  { id: '24', nama: 'Bimbingan Di Tempat Kerja', jenis: 'T' },
  { id: '25', nama: 'Pengembangan Kompetensi Dalam Bentuk Pelatihan Nonklasikal Lainnya', jenis: 'T' },
];

/** Trainings for structural posts. */
export const LATIHAN_STRUKTURAL: readonly ReferenceRow[] = [
  { id: '1', nama: 'SEPADA' },
  { id: '2', nama: 'SEPALA/ADUM/DIKLAT PIM TK.IV' },
  { id: '3', nama: 'SEPADYA/SPAMA/DIKLAT PIM TK. III' },
  { id: '4', nama: 'SPAMEN/SESPA/SESPANAS/DIKLAT PIM TK. II' },
  { id: '5', nama: 'SEPATI/DIKLAT PIM TK. I' },
  { id: '6', nama: 'SESPIM' },
  { id: '7', nama: 'SESPATI' },
  { id: '8', nama: 'Diklat Struktural Lainnya' },
];

/** Honours. */
export const PENGHARGAAN: readonly ReferenceRow[] = [
  { id: '100', nama: 'BINTANG' },
  { id: '101', nama: 'R.I ADIPURNA' },
  { id: '102', nama: 'R.I ADIPRADANA' },
  { id: '103', nama: 'R.I UTAMA' },
  { id: '104', nama: 'R.I PRATAMA' },
  { id: '105', nama: 'R.I NARARYA' },
  { id: '106', nama: 'MAHAPUTERA ADIPURNA' },
  { id: '107', nama: 'MAHAPUTERA ADIPRADANA' },
  { id: '108', nama: 'MAHAPUTERA UTAMA' },
  { id: '109', nama: 'MAHAPUTERA PRATAMA' },
  { id: '110', nama: 'MAHAPUTERA NARARYA' },
  { id: '111', nama: 'TANDA PENGHARGAAN TRIKORA' },
  { id: '112', nama: 'TP PEMBEBASAN IRIAN BARAT' },
  { id: '201', nama: 'KARYA SATYA 10 TAHUN' },
  { id: '202', nama: 'KARYA SATYA 20 TAHUN' },
  { id: '203', nama: 'KARYA SATYA 30 TAHUN' },
  { id: '204', nama: 'WIRA KARYA' },
  { id: '300', nama: 'TANDA JASA LAINNYA' },
  { id: '301', nama: 'TP SIDHAKARYA ADHYAKSA' },
  { id: '302', nama: 'TP PURNABAKTI ADHYAKSA' },
  { id: '303', nama: 'TP DHARMA ADHYAKSA' },
  { id: '304', nama: 'TP TELADAN TK NASIONAL' },
  { id: '305', nama: 'TP TELADAN TK PROPINSI' },
  { id: '306', nama: 'TP TELADAN TK KABUPATEN/KOTA' },
  { id: '307', nama: 'TP PNS LUAR BIASA PRESTASINYA' },
  { id: '308', nama: 'TP PENEMUAN BERMANFAAT BAGI NEGARA' },
  { id: '309', nama: 'SISWA TELADAN' },
  { id: '310', nama: 'OLIMPIADE' },
  { id: '400', nama: 'TANDA PENGHARGAAN LAINNYA' },
];

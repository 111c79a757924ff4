import type { ReferenceRow } from '../row.ts';

// Codes about posts and promotion, as BKN's reference service publishes them (SIASN, 2025).

/** Eselon of structural posts; `jenis` is the group of UU ASN. 10 and 11 both print I.a. */
export const ESELON: readonly ReferenceRow[] = [
  { id: '00', nama: '' },
  { id: '10', nama: 'I.a', jenis: 'JPT UTAMA' },
  { id: '11', nama: 'I.a', jenis: 'JPT MADYA' },
  { id: '12', nama: 'I.b', jenis: 'JPT MADYA' },
  { id: '21', nama: 'II.a', jenis: 'JPT PRATAMA' },
  { id: '22', nama: 'II.b', jenis: 'JPT PRATAMA' },
  { id: '31', nama: 'III.a', jenis: 'ADMINISTRATOR' },
  { id: '32', nama: 'III.b', jenis: 'ADMINISTRATOR' },
  { id: '41', nama: 'IV.a', jenis: 'PENGAWAS' },
  { id: '42', nama: 'IV.b', jenis: 'PENGAWAS' },
  { id: '51', nama: 'V.a' },
  { id: '52', nama: 'V.b' },
  { id: '99', nama: 'NON' },
];

/** Kinds of post. */
export const JENIS_JABATAN: readonly ReferenceRow[] = [
  { id: '1', nama: 'Jabatan Struktural' },
  { id: '2', nama: 'Jabatan Fungsional Tertentu' },
  { id: '3', nama: 'Jabatan Rangkap (Struktural dan Fungsional)' },
  { id: '4', nama: 'Jabatan Fungsional Umum' },
];

/** Levels of functional posts. */
export const JENJANG_JABATAN_FUNGSIONAL: readonly ReferenceRow[] = [
  { id: 'PM', nama: 'Pemula' },
  { id: 'TR', nama: 'Terampil' },
  { id: 'MH', nama: 'Mahir' },
  { id: 'PY', nama: 'Penyelia' },
  { id: 'PT', nama: 'Ahli Pertama' },
  { id: 'MU', nama: 'Ahli Muda' },
  { id: 'MA', nama: 'Ahli Madya' },
  { id: 'UT', nama: 'Ahli Utama' },
  { id: 'XX', nama: 'Tidak digolongkan' },
];

/** Kinds of assignment to a post. */
export const JENIS_PENUGASAN: readonly ReferenceRow[] = [
  { id: 'TT', nama: 'Tugas Tambahan' },
  { id: 'D', nama: 'Definitif' },
  { id: 'PLT', nama: 'Pelaksana Tugas (PLT)' },
  { id: 'PLH', nama: 'Pelaksana Harian (PLH)' },
  { id: 'PJ', nama: 'Pejabat Non Definitif (PJ)' },
];

/** Kinds of transfer. */
export const JENIS_MUTASI: readonly ReferenceRow[] = [
  { id: 'MJ', nama: 'Mutasi Jabatan' },
  { id: 'MU', nama: 'Mutasi Unor' },
];

/** Kinds of kenaikan pangkat. */
export const JENIS_KP: readonly ReferenceRow[] = [
  { id: '101', nama: 'Reguler' },
  { id: '201', nama: 'Pilihan (Jabatan Struktural)' },
  { id: '202', nama: 'Pilihan (Jabatan Fungsional Tertentu)' },
  { id: '203', nama: 'Pilihan (Penyesuaian Ijazah)' },
  { id: '204', nama: 'Pilihan (Sedang Melaksanakan Tugas Belajar)' },
  { id: '205', nama: 'Pilihan (Setelah Selesai Tugas Belajar)' },
  { id: '206', nama: 'Pilihan (Diperbantukan/Diperkerjakan Instansi Lain)' },
  { id: '207', nama: 'Pilihan (Penemuan Baru)' },
  { id: '208', nama: 'Pilihan (Prestasi Luar Biasa)' },
  { id: '209', nama: 'Pilihan (Pejabat Negara)' },
  { id: '210', nama: 'Pilihan (Selama DPK/DPB)' },
  { id: '211', nama: 'Gol. dari Pengadaan CPNS/PNS' },
];

/** Yearly angka kredit by level (predicate Baik); `jenis` is the level, `kriteria` the points. */
export const KOEFISIEN_ANGKA_KREDIT: readonly ReferenceRow[] = [
  { id: '12', nama: 'Ahli Pertama', jenis: 'PT', ciri: { kriteria: '12.5' } },
  { id: '22', nama: 'Ahli Muda', jenis: 'MU', ciri: { kriteria: '25' } },
  { id: '32', nama: 'Ahli Madya', jenis: 'MA', ciri: { kriteria: '37.5' } },
  { id: '42', nama: 'Ahli Utama', jenis: 'UT', ciri: { kriteria: '50' } },
  { id: '52', nama: 'Pemula', jenis: 'PM', ciri: { kriteria: '3.75' } },
  { id: '62', nama: 'Terampil', jenis: 'TR', ciri: { kriteria: '5' } },
  { id: '72', nama: 'Mahir', jenis: 'MH', ciri: { kriteria: '12.5' } },
  { id: '82', nama: 'Penyelia', jenis: 'PY', ciri: { kriteria: '25' } },
];

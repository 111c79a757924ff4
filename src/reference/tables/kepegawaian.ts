import type { ReferenceRow } from '../row.ts';

// Codes about the employment, as BKN's reference service publishes them (SIASN, 2025).

/** Who owns the pegawai and where the pegawai works (DPK, DPB). */
export const JENIS_PEGAWAI: readonly ReferenceRow[] = [
  { id: '1', nama: 'PNS Pusat yang bekerja pada Departemen/Lembaga' },
  { id: '2', nama: 'PNS Pusat DPB pada Instansi lain' },
  { id: '3', nama: 'PNS Pusat DPK pada Instansi lain' },
  { id: '4', nama: 'PNS Pusat DPB pada Pemerintah Propinsi' },
  { id: '5', nama: 'PNS Pusat DPK pada Pemerintah Propinsi' },
  { id: '6', nama: 'PNS Pusat DPB pada Pemerintah Kabupaten/Kota' },
  { id: '7', nama: 'PNS Pusat DPK pada Pemerintah Kabupaten/Kota' },
  { id: '8', nama: 'PNS Pusat DPB pada BUMN/Badan lain' },
  { id: '9', nama: 'PNS Pusat DPK pada BUMN/Badan lain' },
  { id: '10', nama: 'PNS Daerah Propinsi yang bekerja pada Propinsi' },
  { id: '11', nama: 'PNS Daerah Propinsi DPB pada Instansi lain' },
  { id: '12', nama: 'PNS Daerah Propinsi DPK pada Instansi lain' },
  { id: '13', nama: 'PNS Daerah Propinsi DPB pada BUMN/BUMD' },
  { id: '14', nama: 'PNS Daerah Propinsi DPK pada BUMN/BUMD' },
  { id: '15', nama: 'PNS Daerah Kab./Kota yang bekerja pada Kab./Kota' },
  { id: '16', nama: 'PNS Daerah Kab./Kota DPB pada Instansi lain' },
  { id: '17', nama: 'PNS Daerah Kab./Kota DPK pada Instansi lain' },
  { id: '18', nama: 'PNS Daerah Kab./Kota DPB pada BUMN/BUMD' },
  { id: '19', nama: 'PNS Daerah Kab./Kota DPK pada BUMN/BUMD' },
];

/** Legal standing. */
export const KEDUDUKAN_HUKUM: readonly ReferenceRow[] = [
  { id: '01', nama: 'Aktif' },
  { id: '02', nama: 'CLTN' },
  { id: '03', nama: 'Tugas Belajar' },
  { id: '04', nama: 'Pemberhentian Sementara' },
  { id: '05', nama: 'Penerima Uang Tunggu' },
  { id: '06', nama: 'Prajurit Wajib' },
  { id: '07', nama: 'Pejabat Negara' },
  { id: '08', nama: 'Kepala Desa' },
  { id: '09', nama: 'Sedang dlm Proses Banding BAPEK' },
  { id: '11', nama: 'Pegawai Titipan' },
  { id: '12', nama: 'Pengungsi' },
  { id: '13', nama: 'Perpanjangan CLTN' },
  { id: '14', nama: 'PNS yang dinyatakan hilang' },
  { id: '15', nama: 'PNS kena hukuman disiplin' },
  { id: '16', nama: 'Pemindahan dalam rangka penurunan Jabatan' },
  { id: '20', nama: 'Masa Persiapan Pensiun' },
  { id: '51', nama: 'CPNS yang belum menerima SK CPNS' },
  { id: '52', nama: 'Tidak Aktif' },
  { id: '66', nama: 'Diberhentikan' },
  { id: '67', nama: 'Punah' },
  { id: '68', nama: 'Eks PNS Timor Timur' },
  { id: '69', nama: 'TMS Dari Pengadaan' },
  { id: '70', nama: 'Pembatalan NIP' },
  { id: '77', nama: 'Pemberhentian tanpa hak pensiun' },
  { id: '88', nama: 'Pemberhentian dengan hak pensiun' },
  { id: '89', nama: 'Tidak aktif tetapi diusulkan Pensiun' },
  { id: '90', nama: 'Tidak Ikut PUPNS 2015' },
  { id: '91', nama: 'Tindak Pidana/ Tindak Pidana Jabatan' },
  { id: '92', nama: 'Pemblokiran Data PNS' },
  { id: '98', nama: 'Mencapai BUP' },
  { id: '99', nama: 'Pensiun' },
];

/** Standings of PPPK that the published table lacks; seen in use, names of 17, 72 and 73 unverified. */
export const KEDUDUKAN_HUKUM_TAMBAHAN: readonly ReferenceRow[] = [
  { id: '17', nama: '(tidak diketahui)' },
  { id: '71', nama: 'PPPK Aktif' },
  { id: '72', nama: 'PPPK Tidak Aktif' },
  { id: '73', nama: 'PPPK Aktif (lain)' },
  { id: '101', nama: 'PPPK Paruh Waktu Aktif' },
];

/** CPNS or PNS. */
export const STATUS_CPNS_PNS: readonly ReferenceRow[] = [
  { id: 'C', nama: 'CPNS' },
  { id: 'P', nama: 'PNS' },
];

/** Ways of recruiting. */
export const JENIS_PENGADAAN: readonly ReferenceRow[] = [
  { id: '1', nama: 'UMUM' },
  { id: '2', nama: 'HONORER' },
  { id: '3', nama: 'SEKDES' },
  { id: '4', nama: 'ALIH STATUS' },
  { id: '5', nama: 'KHUSUS DOKTER' },
  { id: '6', nama: 'TENAGA AHLI TERTENTU/KHUSUS' },
  { id: '7', nama: 'KHUSUS SM-3T' },
  { id: '8', nama: 'KHUSUS DISABILITAS' },
  { id: '9', nama: 'KHUSUS PUTRA PUTRI TERBAIK' },
  { id: 'A', nama: 'D1 STAN' },
  { id: 'B', nama: 'DIASPORA' },
  { id: 'C', nama: 'PPPK' },
  { id: 'D', nama: 'GURU GARIS DEPAN' },
  { id: 'G', nama: 'TENAGA GURU' },
  { id: 'I', nama: 'IKATAN DINAS' },
  { id: 'K', nama: 'PTT KEMENKES' },
  { id: 'L', nama: 'THLTB PENYULUH PERTANIAN' },
  { id: 'O', nama: 'UNTUK OLAHRAGAWAN BERPRESTASI DAN PELATIH BERPRESTASI' },
  { id: 'P', nama: 'KHUSUS PUTRA/I PAPUA' },
  { id: 'S', nama: 'STTD KEMENTRIAN PERHUBUNGAN' },
];

/** Kinds of pension. */
export const JENIS_PENSIUN: readonly ReferenceRow[] = [
  { id: '8', nama: 'Pemberhentian Dengan Hormat' },
  { id: '9', nama: 'Pemberhentian Tidak Hormat' },
  { id: '4', nama: 'Non BUP Janda/Duda KPP' },
  { id: '1', nama: 'BUP non KPP' },
  { id: '7', nama: 'Berhenti Atas Permintaan Sendiri' },
  { id: '2', nama: 'BUP KPP' },
  { id: '3', nama: 'Non BUP Janda/Duda non KPP' },
  { id: '5', nama: 'Non BUP Anumerta' },
  { id: '6', nama: 'Non BUP Cacat Karena Dinas' },
  { id: '10', nama: 'Uzur' },
];

/** Grounds of dismissal. */
export const JENIS_PEMBERHENTIAN: readonly ReferenceRow[] = [
  { id: '1', nama: 'Pemberhentian Karena BUP' },
  { id: '2', nama: 'Pemberhentian Karena Meninggal Dunia' },
  { id: '3', nama: 'Pemberhentian Karena Atas Permintaan Sendiri' },
  { id: '4', nama: 'Pemberhentian Karena Cacat' },
  { id: '5', nama: 'Pemberhentian Karena Keuzuran Jasmani' },
  { id: '6', nama: 'Pemberhentian Karena Tewas' },
  { id: '7', nama: 'Pemberhentian Karena Hukuman Disiplin' },
  { id: '11', nama: 'Pemberhentian Krn Pelanggaran Sumpah/Janji Jabatan' },
  { id: '8', nama: 'Pemberhentian Karena menjadi Anggota Parpol' },
  { id: '9', nama: 'Pemberhentian Karena Penyederhanaan Organisasi' },
  { id: '10', nama: 'Pemberhentian Karena Pelanggaran Sumpah/Janji PNS' },
  { id: '12', nama: 'Pemberhentian Karena Melakukan Tindak Pidana' },
  { id: '13', nama: 'Pemberhentian Karena Meninggalkan Tugas' },
  { id: '14', nama: 'Pemberhentian Karena Dinyatakan Hilang' },
  { id: '15', nama: 'Pemberhentian Krn > 6 Bulan stlh CLTN tdk melapor' },
  { id: '16', nama: 'Pemberhentian Karena Kasus Tipikor' },
];

/** Leave outside the state's account and kindred absences. */
export const CLTN: readonly ReferenceRow[] = [
  { id: '1', nama: 'CLTN' },
  { id: '2', nama: 'Prajurit Wajib' },
  { id: '3', nama: 'Pengaktifan kembali dari CLTN' },
  { id: '4', nama: 'Pengaktifan kembali dari Prajurit Wajib' },
  { id: '5', nama: 'Perpanjangan CLTN' },
  { id: '6', nama: 'Tugas Belajar' },
  { id: '7', nama: 'Perpanjangan Tugas Belajar' },
  { id: '8', nama: 'Pengaktifan dari Tugas Belajar' },
  { id: '9', nama: 'Pejabat Negara' },
  { id: '10', nama: 'Kepala Desa' },
  { id: '11', nama: 'Pengaktifan kembali Pejabat Negara' },
  { id: '12', nama: 'Pengaktifan kembali Kepala Desa' },
];

/** Regional offices of BKN; VIII to XIV unverified. */
export const KANREG: readonly ReferenceRow[] = [
  { id: 'I', nama: 'Yogyakarta' },
  { id: 'II', nama: 'Surabaya' },
  { id: 'III', nama: 'Bandung' },
  { id: 'IV', nama: 'Makassar' },
  { id: 'V', nama: 'Jakarta' },
  { id: 'VI', nama: 'Medan' },
  { id: 'VII', nama: 'Palembang' },
  { id: 'VIII', nama: 'Banjarmasin' },
  { id: 'IX', nama: 'Jayapura' },
  { id: 'X', nama: 'Denpasar' },
  { id: 'XI', nama: 'Manado' },
  { id: 'XII', nama: 'Pekanbaru' },
  { id: 'XIII', nama: 'Banda Aceh' },
  { id: 'XIV', nama: 'Manokwari' },
];

import {
  judgeGolonganJpt,
  judgeJenisPegawai,
  judgeKedudukanPppk,
  judgeNamaPelaksana,
  judgeNik,
  judgePendidikanEselon,
  judgePendidikanJenjang,
  judgeStrukturalDini,
  judgeTahunPppk,
  judgeTmtTerbalik,
} from './accuracy.ts';
import {
  judgeEmailKosong,
  judgeGelarKosong,
  judgeJabatanKosong,
  judgeNoHpKosong,
  judgePendidikanKosong,
  judgeSkpKosong,
  judgeTmtPnsKosong,
} from './completeness.ts';
import { judgeNipJenisKelamin, judgeNipTahunPppk, judgeNipTanggalLahir, judgeNipTmtCpns } from './consistency.ts';
import type { IkdPerson } from './person.ts';
import type { IkdVerdict } from './population.ts';
import type { IkdSettings } from './settings.ts';
import {
  judgeBelumFungsional,
  judgeCltnBerakhir,
  judgeLewatBup,
  judgeMasaCpns,
  judgeStrukturalGanda,
  judgeUnorTidakAktif,
} from './timeliness.ts';

export type IkdDimension = 'completeness' | 'timeliness' | 'accuracy' | 'consistency';

/** Weight of each dimension in the index. */
export const IKD_DIMENSIONS: readonly {
  readonly dimensi: IkdDimension;
  readonly label: string;
  readonly bobot: number;
}[] = [
  { dimensi: 'completeness', label: 'Kelengkapan', bobot: 0.28 },
  { dimensi: 'timeliness', label: 'Ketepatan waktu', bobot: 0.31 },
  { dimensi: 'accuracy', label: 'Akurasi', bobot: 0.3 },
  { dimensi: 'consistency', label: 'Konsistensi', bobot: 0.11 },
];

export interface IkdIndicator {
  readonly kode: string;
  readonly dimensi: IkdDimension;
  /** Per cent inside the dimension. They add up to 99.98 to 100.01, so scores divide by the real sum. */
  readonly bobot: number;
  readonly label: string;
  /** Canonical fields without which nothing is decided. */
  readonly kolom: readonly string[];
  /** What must be known beyond BKN's export for a verdict. */
  readonly butuh?: IkdSource;
  readonly judge: (person: IkdPerson, settings: IkdSettings) => IkdVerdict;
}

/** What some indicators need beyond BKN's export, in words for people. */
export const IKD_SOURCES = {
  skp: 'riwayat SKP atau kinerja periodik',
  unor: 'pohon unit organisasi yang aktif (ref-unor)',
  formasi: 'formasi pengadaan pegawai',
  cltn: 'tanggal akhir CLTN dari riwayat CLTN',
  eselon: 'eselon jabatan',
  jenjang: 'tabel acuan jabatan_fungsional',
} as const;

export type IkdSource = keyof typeof IKD_SOURCES;

/** The 27 indicators of BKN's data-quality index in its order, with its weights (in force since 2024). */
export const IKD_INDICATORS: readonly IkdIndicator[] = [
  {
    kode: 'COM_1',
    dimensi: 'completeness',
    bobot: 20,
    label: 'SKP belum diisi',
    kolom: [],
    butuh: 'skp',
    judge: judgeSkpKosong,
  },
  {
    kode: 'COM_2',
    dimensi: 'completeness',
    bobot: 25,
    label: 'Jabatan kosong',
    kolom: ['jenis_jabatan_id', 'jabatan_id'],
    judge: judgeJabatanKosong,
  },
  {
    kode: 'COM_3',
    dimensi: 'completeness',
    bobot: 20,
    label: 'Pendidikan kosong',
    kolom: ['pendidikan_nama_id'],
    judge: judgePendidikanKosong,
  },
  {
    kode: 'COM_4',
    dimensi: 'completeness',
    bobot: 12.5,
    label: 'TMT PNS kosong',
    kolom: ['nip', 'status_cpns_pns', 'tmt_pns'],
    judge: judgeTmtPnsKosong,
  },
  {
    kode: 'COM_5',
    dimensi: 'completeness',
    bobot: 17.5,
    label: 'Gelar kosong',
    kolom: ['pendidikan_tingkat_id', 'gelar_depan', 'gelar_belakang'],
    judge: judgeGelarKosong,
  },
  {
    kode: 'COM_6',
    dimensi: 'completeness',
    bobot: 2.5,
    label: 'Email pribadi kosong atau salah bentuk',
    kolom: ['email'],
    judge: judgeEmailKosong,
  },
  {
    kode: 'COM_7',
    dimensi: 'completeness',
    bobot: 2.5,
    label: 'Nomor HP kosong',
    kolom: ['no_hp'],
    judge: judgeNoHpKosong,
  },
  {
    kode: 'TIM_1',
    dimensi: 'timeliness',
    bobot: 22.73,
    label: 'Unor tidak aktif',
    kolom: [],
    butuh: 'unor',
    judge: judgeUnorTidakAktif,
  },
  {
    kode: 'TIM_2',
    dimensi: 'timeliness',
    bobot: 18.18,
    label: 'Formasi fungsional belum diangkat',
    kolom: [],
    butuh: 'formasi',
    judge: judgeBelumFungsional,
  },
  {
    kode: 'TIM_3',
    dimensi: 'timeliness',
    bobot: 13.64,
    label: 'Masa CPNS lebih dari satu tahun',
    kolom: ['status_cpns_pns', 'tmt_cpns'],
    judge: judgeMasaCpns,
  },
  {
    kode: 'TIM_4',
    dimensi: 'timeliness',
    bobot: 15.91,
    label: 'Jabatan struktural ganda',
    kolom: ['jenis_jabatan_id', 'unit_kerja_id'],
    judge: judgeStrukturalGanda,
  },
  {
    kode: 'TIM_5',
    dimensi: 'timeliness',
    bobot: 15.91,
    label: 'Lewat BUP tetapi masih aktif',
    kolom: ['tanggal_lahir', 'jenis_jabatan_id'],
    judge: judgeLewatBup,
  },
  {
    kode: 'TIM_6',
    dimensi: 'timeliness',
    bobot: 13.64,
    label: 'CLTN sudah berakhir',
    kolom: ['kedudukan_hukum_id'],
    butuh: 'cltn',
    judge: judgeCltnBerakhir,
  },
  {
    kode: 'ACC_1',
    dimensi: 'accuracy',
    bobot: 9.52,
    label: 'TMT CPNS sesudah TMT PNS',
    kolom: ['nip', 'tmt_cpns', 'tmt_pns'],
    judge: judgeTmtTerbalik,
  },
  {
    kode: 'ACC_2',
    dimensi: 'accuracy',
    bobot: 21.43,
    label: 'Jenis pegawai tidak sesuai instansi kerja',
    kolom: ['nip', 'jenis_pegawai_id', 'instansi_id', 'instansi_kerja_id'],
    judge: judgeJenisPegawai,
  },
  {
    kode: 'ACC_3',
    dimensi: 'accuracy',
    bobot: 7.14,
    label: 'Struktural dengan masa kerja kurang dari dua tahun',
    kolom: ['nip', 'jenis_jabatan_id', 'tmt_cpns'],
    judge: judgeStrukturalDini,
  },
  {
    kode: 'ACC_4',
    dimensi: 'accuracy',
    bobot: 9.52,
    label: 'Kedudukan hukum PPPK salah',
    kolom: ['nip', 'kedudukan_hukum_id'],
    judge: judgeKedudukanPppk,
  },
  {
    kode: 'ACC_5',
    dimensi: 'accuracy',
    bobot: 4.76,
    label: 'NIK belum valid',
    kolom: ['nik', 'nik_valid'],
    judge: judgeNik,
  },
  {
    kode: 'ACC_6',
    dimensi: 'accuracy',
    bobot: 11.9,
    label: 'Pendidikan di bawah syarat eselon',
    kolom: ['jenis_jabatan_id', 'pendidikan_tingkat_id'],
    butuh: 'eselon',
    judge: judgePendidikanEselon,
  },
  {
    kode: 'ACC_7',
    dimensi: 'accuracy',
    bobot: 7.14,
    label: 'Tahun pengangkatan PPPK di luar masa',
    kolom: ['nip'],
    judge: judgeTahunPppk,
  },
  {
    kode: 'ACC_8',
    dimensi: 'accuracy',
    bobot: 14.29,
    label: 'Pendidikan di bawah syarat jabatan fungsional',
    kolom: ['jenis_jabatan_id', 'jabatan_id', 'pendidikan_tingkat_id'],
    butuh: 'jenjang',
    judge: judgePendidikanJenjang,
  },
  {
    kode: 'ACC_9',
    dimensi: 'accuracy',
    bobot: 4.76,
    label: 'Pelaksana bernama jabatan fungsional',
    kolom: ['jenis_jabatan_id', 'jabatan'],
    judge: judgeNamaPelaksana,
  },
  {
    kode: 'ACC_10',
    dimensi: 'accuracy',
    bobot: 9.52,
    label: 'Pangkat JPT di bawah syarat',
    kolom: ['jenis_jabatan_id', 'golongan_id'],
    butuh: 'eselon',
    judge: judgeGolonganJpt,
  },
  {
    kode: 'CON_1',
    dimensi: 'consistency',
    bobot: 25,
    label: 'TMT CPNS di NIP tidak sesuai',
    kolom: ['nip', 'tmt_cpns'],
    judge: judgeNipTmtCpns,
  },
  {
    kode: 'CON_2',
    dimensi: 'consistency',
    bobot: 25,
    label: 'Tanggal lahir di NIP tidak sesuai',
    kolom: ['nip', 'tanggal_lahir'],
    judge: judgeNipTanggalLahir,
  },
  {
    kode: 'CON_3',
    dimensi: 'consistency',
    bobot: 25,
    label: 'Jenis kelamin di NIP tidak sesuai',
    kolom: ['nip', 'jenis_kelamin'],
    judge: judgeNipJenisKelamin,
  },
  {
    kode: 'CON_4',
    dimensi: 'consistency',
    bobot: 25,
    label: 'Tahun pengangkatan di NIPPPK tidak sesuai',
    kolom: ['nip', 'tmt_cpns'],
    judge: judgeNipTahunPppk,
  },
];

import { GOLONGAN_PNS, GOLONGAN_PPPK } from '#rules/golongan.ts';
import { REF_DOKUMEN_IDS } from './tables/dokumen.ts';
import { JENIS_HUKUMAN, JENIS_TINGKAT_HUKUMAN } from './tables/hukuman.ts';
import { INSTANSI_JATENG } from './tables/instansi-jateng.ts';
import {
  ESELON,
  JENIS_JABATAN,
  JENIS_KP,
  JENIS_MUTASI,
  JENIS_PENUGASAN,
  JENJANG_JABATAN_FUNGSIONAL,
  KOEFISIEN_ANGKA_KREDIT,
} from './tables/jabatan.ts';
import {
  CLTN,
  JENIS_PEGAWAI,
  JENIS_PEMBERHENTIAN,
  JENIS_PENGADAAN,
  JENIS_PENSIUN,
  KANREG,
  KEDUDUKAN_HUKUM,
  KEDUDUKAN_HUKUM_TAMBAHAN,
  STATUS_CPNS_PNS,
} from './tables/kepegawaian.ts';
import { KUADRAN_NILAI, PERILAKU_KINERJA, PERIODIK } from './tables/kinerja.ts';
import { AGAMA, JENIS_KAWIN, JENIS_KELAMIN } from './tables/orang.ts';
import { TINGKAT_PENDIDIKAN, TINGKAT_PENDIDIKAN_TAMBAHAN } from './tables/pendidikan.ts';
import { JENIS_DIKLAT, LATIHAN_STRUKTURAL, PENGHARGAAN } from './tables/pengembangan.ts';
import type { ReferenceRow } from './row.ts';

/** The short national lists, which need no import, by the names that the field catalogue uses. */
export const BUILT_IN: ReadonlyMap<string, readonly ReferenceRow[]> = new Map<string, readonly ReferenceRow[]>([
  ['agama', AGAMA],
  ['cltn', CLTN],
  ['eselon', ESELON],
  ['golongan_pns', GOLONGAN_PNS.map(({ kode, label, pangkat }) => ({ id: kode, nama: label, ciri: { pangkat } }))],
  // BKN's ids are not known: the label stands for them
  ['golongan_pppk', GOLONGAN_PPPK.map((label) => ({ id: label, nama: label }))],
  ['instansi_jateng', INSTANSI_JATENG.map(({ satuanKerjaId, ...row }) => ({ ...row, ciri: { satuanKerjaId } }))],
  ['jenis_diklat', JENIS_DIKLAT],
  ['jenis_hukuman', JENIS_HUKUMAN],
  ['jenis_jabatan', JENIS_JABATAN],
  ['jenis_kawin', JENIS_KAWIN],
  ['jenis_kelamin', JENIS_KELAMIN],
  ['jenis_kp', JENIS_KP],
  ['jenis_mutasi', JENIS_MUTASI],
  ['jenis_pegawai', JENIS_PEGAWAI],
  ['jenis_pemberhentian', JENIS_PEMBERHENTIAN],
  ['jenis_pengadaan', JENIS_PENGADAAN],
  ['jenis_pensiun', JENIS_PENSIUN],
  ['jenis_penugasan', JENIS_PENUGASAN],
  ['jenis_tingkat_hukuman', JENIS_TINGKAT_HUKUMAN],
  ['jenjang_jabatan_fungsional', JENJANG_JABATAN_FUNGSIONAL],
  ['kanreg', KANREG],
  ['kedudukan_hukum', KEDUDUKAN_HUKUM],
  ['kedudukan_hukum_tambahan', KEDUDUKAN_HUKUM_TAMBAHAN],
  ['koefisien_angka_kredit', KOEFISIEN_ANGKA_KREDIT],
  ['kuadran_nilai', KUADRAN_NILAI],
  ['latihan_struktural', LATIHAN_STRUKTURAL],
  ['penghargaan', PENGHARGAAN],
  ['perilaku_kinerja', PERILAKU_KINERJA],
  ['periodik', PERIODIK],
  ['ref_dokumen_ids', REF_DOKUMEN_IDS],
  ['status_cpns_pns', STATUS_CPNS_PNS],
  ['tingkat_pendidikan', TINGKAT_PENDIDIKAN],
  ['tingkat_pendidikan_tambahan', TINGKAT_PENDIDIKAN_TAMBAHAN],
]);

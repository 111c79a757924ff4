import { createSmallCodes } from './code-sets.ts';
import { running } from './codes.ts';
import type { Column, FamilyLayout } from './column.ts';
import type { OfficeContext } from './context.ts';
import { slashed } from './dates.ts';
import { codeOf, createKit, digits, oneOf, optional, stamp, surrogate } from './kit.ts';
import { GOLONGAN, JENIS_JABATAN, L_P, pairs } from './labels.ts';

const LEVELS = [0, 1, 2, 3, 4] as const;

/**
 * Family D: a view of an Oracle system, one row a person with the newest rank, raise and position joined in. NIP holds the old
 * number, NIPNEW the new one; the unit stands in five code columns, one a level.
 */
export function familyD(cx: OfficeContext): FamilyLayout {
  const kit = createKit({
    date: slashed,
    dateReader: { jenis: 'tanggal', urutan: 'dmy' },
    noDate: '',
    noText: '',
    noCode: '',
  });
  const codes = createSmallCodes(cx, 'TR_');
  const kinds = cx.table({
    name: 'TR_JENIS_JABATAN',
    canonical: 'jenis_jabatan',
    number: running(1 + cx.lot.below(5), 2),
    known: pairs(JENIS_JABATAN),
  });
  const { text, value, date, code, custom, blank, label } = kit;
  const golongan = (name: string, field: 'golongan' | 'golongan_cpns'): Column =>
    custom(name, 'varchar2', field, (facts) => GOLONGAN[codeOf(facts, field) ?? ''] ?? facts[field] ?? '');
  const identity = [
    blank('ID', 'number', surrogate),
    code('TRSTATUSKEPEGAWAIAN_ID', 'number', 'jenis_pegawai', codes.jenisPegawai),
    code('TRKEDUDUKAN_ID', 'number', 'kedudukan_hukum', codes.kedudukan),
    value('STATUS_CPNS', 'char', 'status_cpns_pns'),
    value('NIP', 'varchar2', 'nip_lama'),
    value('NIPNEW', 'varchar2', 'nip'),
    text('GELAR_DEPAN', 'varchar2', 'gelar_depan'),
    text('NAMA', 'varchar2', 'nama'),
    text('GELAR_BLKG', 'varchar2', 'gelar_belakang'),
    label('SEX', 'char', 'jenis_kelamin', L_P),
    code('TRAGAMA_ID', 'number', 'agama', codes.agama),
    optional(text('GOL_DARAH', 'varchar2', 'golongan_darah')),
    code('TRSTATUSPERNIKAHAN_ID', 'number', 'status_perkawinan', codes.kawin),
    text('TPTLAHIR', 'varchar2', 'tempat_lahir'),
    date('TGLLAHIR', 'date', 'tanggal_lahir'),
  ];
  const body = [
    blank('TINGGI_BADAN', 'number', digits(31, 148, 182)),
    blank('RAMBUT', 'varchar2', oneOf(32, ['Lurus', 'Ikal', 'Keriting'])),
    blank('BERAT_BADAN', 'number', digits(33, 43, 95)),
    blank('WARNA_KULIT', 'varchar2', oneOf(34, ['Sawo Matang', 'Kuning Langsat'])),
    blank('HOBI', 'varchar2', oneOf(35, ['Membaca', 'Olahraga', 'Memasak', 'Berkebun', ''])),
  ];
  const address = [
    text('ALAMAT', 'varchar2', 'alamat'),
    value('RT', 'varchar2', 'alamat_rt'),
    // The entry form stores RT in both columns for half of the people.
    custom(
      'RW',
      'varchar2',
      'alamat_rw',
      (facts, row) => (row.seed % 2 === 0 ? facts.alamat_rt : facts.alamat_rw) ?? '',
    ),
    text('KELURAHAN', 'varchar2', 'alamat_kelurahan'),
    text('KECAMATAN', 'varchar2', 'alamat_kecamatan'),
    optional(value('KODEPOS', 'varchar2', 'kode_pos')),
    optional(value('TELP_RMH', 'varchar2', 'no_telepon')),
    value('TELP_HP', 'varchar2', 'no_hp'),
    value('EMAIL', 'varchar2', 'email'),
  ];
  const cards = [
    optional(value('NO_KARPEG', 'varchar2', 'karpeg')),
    optional(value('NO_KARIS', 'varchar2', 'karis_karsu')),
    optional(value('NO_TASPEN', 'varchar2', 'no_taspen')),
    value('NO_KTP', 'varchar2', 'nik'),
    value('NO_NPWP', 'varchar2', 'npwp'),
    optional(value('NO_BPJS', 'varchar2', 'no_bpjs')),
  ];
  const cpns = [
    date('TMT_CPNS', 'date', 'tmt_cpns'),
    value('NO_SK_CPNS', 'varchar2', 'no_sk_cpns'),
    date('TGL_SK_CPNS', 'date', 'tgl_sk_cpns'),
    date('TMT_PNS', 'date', 'tmt_pns'),
    optional(golongan('GOL_AWAL', 'golongan_cpns')),
  ];
  const study = [
    code('TRTINGKATPENDIDIKAN_ID', 'number', 'pendidikan_tingkat', codes.tingkat),
    code('TRJURUSAN_ID', 'number', 'pendidikan_nama', codes.pendidikan),
    text('JURUSAN', 'varchar2', 'pendidikan_nama'),
    value('THN_LULUS', 'number', 'pendidikan_tahun_lulus'),
  ];
  const rank = [
    golongan('TH_PEGAWAI_PANGKAT_GOLONGAN', 'golongan'),
    optional(text('TH_PEGAWAI_PANGKAT_PANGKAT', 'varchar2', 'pangkat_nama')),
    date('TH_PEGAWAI_PANGKAT_TMT_GOL', 'date', 'tmt_golongan'),
    value('TH_PEGAWAI_PANGKAT_NO_SK', 'varchar2', 'no_sk_golongan'),
    date('TH_PEGAWAI_PANGKAT_TGL_SK', 'date', 'tgl_sk_golongan'),
    optional(text('TH_PEGAWAI_PANGKAT_PEJABAT_SK', 'varchar2', 'pejabat_sk_golongan')),
    value('TH_PEGAWAI_PANGKAT_THN', 'number', 'masa_kerja_tahun'),
    value('TH_PEGAWAI_PANGKAT_BLN', 'number', 'masa_kerja_bulan'),
  ];
  const raise = [
    value('TH_PEGAWAI_GAJI_NO_SK', 'varchar2', 'no_sk_kgb'),
    date('TH_PEGAWAI_GAJI_TMT_KGB', 'date', 'tmt_kgb'),
    date('TH_PEGAWAI_GAJI_TGL_SK', 'date', 'tgl_sk_kgb'),
    value('TH_PEGAWAI_GAJI_GAPOK', 'number', 'gaji_pokok'),
  ];
  const job = [
    code('TH_PEGAWAI_JABATAN_JENIS', 'number', 'jenis_jabatan', kinds),
    text('TH_PEGAWAI_JABATAN_JABATAN', 'varchar2', 'jabatan'),
    code('TH_PEGAWAI_JABATAN_ESELON', 'number', 'eselon', codes.eselon),
    date('TH_PEGAWAI_JABATAN_TMT', 'date', 'tmt_jabatan'),
    value('TH_PEGAWAI_JABATAN_NO_SK', 'varchar2', 'no_sk_jabatan'),
    date('TH_PEGAWAI_JABATAN_TGL_SK', 'date', 'tgl_sk_jabatan'),
  ];
  const kdu = LEVELS.map((level) => `KDU${level + 1}`);
  const unit = [
    ...LEVELS.map((level) =>
      custom(kdu[level] ?? '', 'varchar2', 'unit_kerja', (facts) => cx.units.pathOf(facts.unit_kerja_id)[level] ?? '', {
        reader: { jenis: 'sambung', kolom: kdu, pemisah: '.' },
      }),
    ),
    text('NMUNIT', 'varchar2', 'unit_kerja'),
    optional(text('NMSKPD', 'varchar2', 'unit_organisasi_induk')),
  ];
  const audit = [blank('CREATED_BY', 'number', digits(41, 1, 40)), blank('CREATED_DATE', 'date', stamp(42))];
  return {
    people: {
      name: 'V_PEGAWAI',
      entitas: 'pegawai',
      blocks: [identity, body, address, cards, cpns, study, rank, raise, job, unit, audit],
    },
    histories: [],
    references: [],
    keepsFormer: true,
  };
}

import { createSmallCodes, referenceOf } from './code-sets.ts';
import { type CodeTable, running } from './codes.ts';
import type { Column, Encode, FamilyLayout, HistoryLayout, TableLayout } from './column.ts';
import type { OfficeContext } from './context.ts';
import { byHand } from './dates.ts';
import { codeOf, createKit, csvOnly, dumpOnly, type Kit, optional, surrogate } from './kit.ts';
import { withTitles } from './full-name.ts';
import { GOLONGAN, JENIS_JABATAN, KELAMIN, pairs, STATUS } from './labels.ts';
import type { Facts } from '../person.ts';

/**
 * Family C: clones of a starter kit. Every date is free text; the age is stored beside the birth date; '' and '-' are "none".
 * C1 points into master tables, C2 writes units and golongan as text.
 */
export function familyC(cx: OfficeContext): FamilyLayout {
  const texts = cx.office.version === 'C2';
  const kit = createKit({
    date: byHand,
    dateReader: { jenis: 'tanggal', urutan: 'dmy' },
    noDate: ['-', '01-01-1970'],
    noText: '',
    noCode: '0',
  });
  const codes = createSmallCodes(cx, 'tbl_master_');
  const kinds = cx.table({
    name: 'tbl_master_status_jabatan',
    canonical: 'jenis_jabatan',
    number: running(1 + cx.lot.below(3)),
    known: pairs(JENIS_JABATAN),
  });
  const start = 10 + cx.lot.below(500);
  const jobs = cx.table({ name: 'tbl_master_jabatan', canonical: 'jabatan', number: running(start) });
  const units = cx.table({ name: 'tbl_master_unit_kerja', canonical: 'unit_kerja', number: running(start + 7) });
  const offices = cx.table({
    name: 'tbl_master_satuan_kerja',
    canonical: 'unit_organisasi_induk',
    number: running(start % 13),
  });
  const { text, value, date, custom, blank, label, code } = kit;
  const insideName = cx.office.marks.includes('D03');
  const identity = [
    dumpOnly(blank('id_pegawai', 'int(11)', surrogate)),
    value('nip', 'varchar(100)', 'nip'),
    value('nip_lama', 'varchar(100)', 'nip_lama'),
    optional(value('no_kartu_pegawai', 'varchar(100)', 'karpeg')),
    ...(insideName
      ? [withTitles(text('nama_pegawai', 'varchar(150)', 'nama'))]
      : [
          text('nama_pegawai', 'varchar(150)', 'nama'),
          text('gelar_depan', 'varchar(50)', 'gelar_depan'),
          text('gelar_belakang', 'varchar(50)', 'gelar_belakang'),
        ]),
    text('tempat_lahir', 'varchar(150)', 'tempat_lahir'),
    date('tanggal_lahir', 'varchar(50)', 'tanggal_lahir'),
    label('jenis_kelamin', 'varchar(20)', 'jenis_kelamin', KELAMIN),
    text('agama', 'varchar(50)', 'agama'),
    text('status_perkawinan', 'varchar(50)', 'status_perkawinan'),
    blank('usia', 'varchar(10)', ageOf),
    text('kedudukan_pegawai', 'varchar(50)', 'kedudukan_hukum'),
    optional(text('status_pegawai', 'varchar(100)', 'jenis_pegawai')),
    date('tanggal_pengangkatan_cpns', 'varchar(50)', 'tmt_cpns'),
    date('tanggal_pengangkatan_pns', 'varchar(50)', 'tmt_pns'),
    label('status_pegawai_pangkat', 'varchar(50)', 'status_cpns_pns', STATUS),
  ];
  const contact = [
    text('alamat', 'text', 'alamat'),
    value('no_hp', 'varchar(50)', 'no_hp'),
    optional(value('email', 'varchar(100)', 'email')),
    value('no_npwp', 'varchar(75)', 'npwp'),
    value('no_ktp', 'varchar(50)', 'nik'),
    optional(value('kartu_askes_pegawai', 'varchar(100)', 'no_askes_bpjs')),
  ];
  const rank = [
    golongan(kit, codes.golongan, texts, 'golongan'),
    value('nomor_sk_pangkat', 'varchar(50)', 'no_sk_golongan'),
    date('tanggal_sk_pangkat', 'varchar(50)', 'tgl_sk_golongan'),
    date('tanggal_mulai_pangkat', 'varchar(50)', 'tmt_golongan'),
    blank('tanggal_selesai_pangkat', 'varchar(50)', () => '-'),
    custom('masa_kerja_golongan', 'varchar(30)', 'masa_kerja_tahun', serviceText, {
      also: ['masa_kerja_bulan'],
      reader: { jenis: 'masa_kerja' },
    }),
  ];
  const job = [
    code('id_status_jabatan', 'int(11)', 'jenis_jabatan', kinds),
    byId(kit, 'id_jabatan', 'jabatan', jobs),
    csvOnly(text('nama_jabatan', 'varchar(150)', 'jabatan')),
    ...(texts
      ? [
          text('unit_kerja', 'varchar(150)', 'unit_kerja'),
          text('satuan_kerja', 'varchar(150)', 'unit_organisasi_induk'),
        ]
      : [
          byId(kit, 'id_unit_kerja', 'unit_kerja', units),
          csvOnly(text('nama_unit_kerja', 'varchar(150)', 'unit_kerja')),
          byId(kit, 'id_satuan_kerja', 'unit_organisasi_induk', offices),
          csvOnly(text('nama_satuan_kerja', 'varchar(150)', 'unit_organisasi_induk')),
        ]),
    optional(text('lokasi_kerja', 'varchar(100)', 'lokasi_kerja')),
    value('nomor_sk_jabatan', 'varchar(50)', 'no_sk_jabatan'),
    date('tanggal_sk_jabatan', 'varchar(50)', 'tgl_sk_jabatan'),
    date('tanggal_mulai_jabatan', 'varchar(50)', 'tmt_jabatan'),
    blank('tanggal_selesai_jabatan', 'varchar(50)', () => '-'),
    code('id_eselon', 'int(11)', 'eselon', codes.eselon),
    optional(date('tmt_eselon', 'varchar(50)', 'tmt_eselon')),
  ];
  const study = [
    label('pendidikan', 'varchar(30)', 'pendidikan_tingkat', {}),
    text('jurusan', 'varchar(150)', 'pendidikan_nama'),
    value('tahun_lulus', 'varchar(4)', 'pendidikan_tahun_lulus'),
  ];
  const rest = [blank('foto', 'varchar(100)', (_, row) => `${row.key}.jpg`)];
  const people: TableLayout = {
    name: 'tbl_data_pegawai',
    entitas: 'pegawai',
    blocks: [identity, contact, rank, job, study, rest],
  };
  return {
    people,
    histories: histories(kit, codes.golongan, jobs, units, texts),
    references: [...(texts ? [] : [units, offices, codes.golongan]), kinds, jobs, codes.eselon].map((table) =>
      referenceOf(table),
    ),
    keepsFormer: true,
  };
}

const ageOf: Encode = (facts) => {
  const year = Number(facts.tanggal_lahir?.slice(0, 4));
  return Number.isNaN(year) ? '' : String(2023 - year);
};

/** "12 tahun 3 bulan". */
export const serviceText: Encode = (facts: Facts) =>
  facts.masa_kerja_tahun === undefined ? '' : `${facts.masa_kerja_tahun} tahun ${facts.masa_kerja_bulan ?? '0'} bulan`;

/** A pointer into a master table of names. */
function byId(
  kit: Kit,
  name: string,
  field: 'jabatan' | 'unit_kerja' | 'unit_organisasi_induk',
  table: CodeTable,
  canonical?: string,
): Column {
  return kit.code(name, 'int(11)', field, table, canonical);
}

function golongan(kit: Kit, table: CodeTable, texts: boolean, field: 'golongan', canonical?: string): Column {
  if (!texts) return kit.code('id_golongan', 'int(11)', field, table, canonical);
  const encode: Encode = (facts) => GOLONGAN[codeOf(facts, field) ?? ''] ?? facts.golongan ?? '';
  return kit.custom('golongan', 'varchar(20)', field, encode, canonical ? { canonical } : {});
}

function histories(kit: Kit, ranks: CodeTable, jobs: CodeTable, units: CodeTable, texts: boolean): HistoryLayout[] {
  const { value, date, custom, blank, text } = kit;
  const key = (): Column => blank('id_pegawai', 'int(11)', surrogate);
  const table = (name: string, entitas: string, kind: 'pangkat' | 'jabatan', columns: Column[]): HistoryLayout => ({
    name,
    entitas,
    kinds: [kind],
    joined: false,
    blocks: [
      [
        blank(`id_${name.slice(9)}`, 'int(11)', (_, row) => String(row.number)),
        { ...key(), canonical: '@pegawai_key' },
        ...columns,
      ],
    ],
  });
  return [
    table('tbl_data_riwayat_pangkat', 'riwayat_pangkat', 'pangkat', [
      golongan(kit, ranks, texts, 'golongan', 'riwayat_pangkat.golongan'),
      value('nomor_sk', 'varchar(50)', 'no_sk_golongan', 'riwayat_pangkat.no_sk'),
      date('tanggal_sk', 'varchar(50)', 'tgl_sk_golongan', 'riwayat_pangkat.tgl_sk'),
      date('tanggal_mulai', 'varchar(50)', 'tmt_golongan', 'riwayat_pangkat.tmt_golongan'),
      custom('masa_kerja', 'varchar(30)', 'masa_kerja_tahun', serviceText, {
        canonical: 'riwayat_pangkat.masa_kerja_teks',
        reader: { jenis: 'masa_kerja' },
      }),
    ]),
    table('tbl_data_riwayat_jabatan', 'riwayat_jabatan', 'jabatan', [
      text('status', 'varchar(50)', 'jenis_jabatan', 'riwayat_jabatan.jenis_jabatan'),
      byId(kit, 'id_jabatan', 'jabatan', jobs, 'riwayat_jabatan.jabatan'),
      texts
        ? text('unit_kerja', 'varchar(150)', 'unit_kerja', 'riwayat_jabatan.unit_kerja')
        : byId(kit, 'id_unit_kerja', 'unit_kerja', units, 'riwayat_jabatan.unit_kerja'),
      value('nomor_sk', 'varchar(50)', 'no_sk_jabatan', 'riwayat_jabatan.no_sk'),
      date('tanggal_sk', 'varchar(50)', 'tgl_sk_jabatan', 'riwayat_jabatan.tgl_sk'),
      date('tanggal_mulai', 'varchar(50)', 'tmt_jabatan', 'riwayat_jabatan.tmt_jabatan'),
    ]),
  ];
}

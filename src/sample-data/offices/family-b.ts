import { createSmallCodes, referenceOf, type SmallCodes } from './code-sets.ts';
import { type CodeTable, running } from './codes.ts';
import type { Column, Encode, FamilyLayout, HistoryKind, HistoryLayout, ReferenceLayout } from './column.ts';
import type { OfficeContext } from './context.ts';
import { isoDate } from './dates.ts';
import { marriage } from './family-f.ts';
import { createKit, csvOnly, digits, dumpOnly, type Kit, optional, stamp, surrogate } from './kit.ts';
import { KELAMIN, L_P } from './labels.ts';

/**
 * Family B: a thin person under a surrogate key; rank, raise, position and education stand in histories. B1 (PostgreSQL) marks the
 * newest row with a flag and keeps proposals in the schema `validasi`; B2 (MySQL) points at the newest rows.
 */
export function familyB(cx: OfficeContext): FamilyLayout {
  const kit = createKit({
    date: isoDate,
    dateReader: { jenis: 'tanggal', urutan: 'ymd' },
    noDate: null,
    noText: null,
    noCode: null,
  });
  const flagged = cx.office.version === 'B1';
  const codes = createSmallCodes(cx, flagged ? 'ref_' : '');
  const jobs = cx.table({
    name: flagged ? 'jabatan_fungsional' : 'jabatan',
    canonical: 'jabatan',
    number: running(20 + cx.lot.below(700)),
  });
  const unit: Encode = (facts) => cx.units.pathOf(facts.unit_kerja_id).join('') || null;
  const parts: Parts = { kit, codes, jobs, unit };
  return {
    people: { name: 'pegawai', entitas: 'pegawai', blocks: flagged ? flaggedPeople(parts) : pointingPeople(parts) },
    histories: flagged ? flaggedHistories(parts) : pointingHistories(parts),
    references: [...codes.references(), referenceOf(jobs), satker(cx)],
    ...(flagged ? { staging: 'validasi.pegawai' } : {}),
    keepsFormer: true,
  };
}

interface Parts {
  readonly kit: Kit;
  readonly codes: SmallCodes;
  readonly jobs: CodeTable;
  /** Tree code of fixed width without dots. */
  readonly unit: Encode;
}

function satker(cx: OfficeContext): ReferenceLayout {
  return {
    name: 'satker',
    columns: ['satker_id', 'nama'],
    rows: function* rows() {
      for (const { kode, nama } of cx.units.all) yield [kode.replaceAll('.', ''), nama];
    },
  };
}

function flaggedPeople({ kit, codes, unit }: Parts): (readonly Column[])[] {
  const { text, value, date, code, custom, blank, label } = kit;
  return [
    [
      { ...blank('pegawai_id', 'bigint', surrogate), canonical: '@pegawai_key' },
      value('nip_lama', 'character varying(50)', 'nip_lama'),
      value('nip_baru', 'character varying(50)', 'nip'),
      text('nama', 'character varying(100)', 'nama'),
      text('gelar_depan', 'character varying(40)', 'gelar_depan'),
      text('gelar_belakang', 'character varying(60)', 'gelar_belakang'),
      text('tempat_lahir', 'character varying(50)', 'tempat_lahir'),
      date('tanggal_lahir', 'date', 'tanggal_lahir'),
      label('jenis_kelamin', 'character(1)', 'jenis_kelamin', L_P),
      code('status_kawin', 'integer', 'status_perkawinan', codes.kawin),
      code('agama_id', 'integer', 'agama', codes.agama),
      optional(text('golongan_darah', 'character(2)', 'golongan_darah')),
    ],
    [
      custom('satker_id', 'character varying(25)', 'unit_kerja', unit, {
        reader: { jenis: 'rujukan', tabel: 'satker', kunci: 'satker_id', nilai: 'nama' },
      }),
      code('kedudukan_id', 'character varying(2)', 'kedudukan_hukum', codes.kedudukan),
      code('jenis_pegawai_id', 'integer', 'jenis_pegawai', codes.jenisPegawai),
      custom('status_pegawai', 'integer', 'status_cpns_pns', (facts) => (facts.status_cpns_pns === 'C' ? '1' : '2'), {
        reader: { jenis: 'kode', tabel: { 1: 'C', 2: 'P' } },
      }),
      custom(
        'tipe_pegawai_id',
        'character varying(20)',
        'jenis_jabatan',
        (facts) => TREE[facts.jenis_jabatan_id ?? ''] ?? null,
        {
          reader: { jenis: 'kode', tabel: { '11': '1', '12': '2', '13': '4' } },
        },
      ),
      blank('tugas_tambahan', 'integer'),
    ],
    [
      text('alamat', 'character varying(255)', 'alamat'),
      optional(value('rt', 'character(5)', 'alamat_rt')),
      optional(value('rw', 'character(5)', 'alamat_rw')),
      value('telepon', 'character varying(50)', 'no_hp'),
      optional(value('kodepos', 'character varying(20)', 'kode_pos')),
      optional(value('email', 'character varying(50)', 'email')),
    ],
    [
      optional(value('kartu_pegawai', 'character varying(50)', 'karpeg')),
      optional(value('askes', 'character varying(50)', 'no_askes_bpjs')),
      optional(value('taspen', 'character varying(50)', 'no_taspen')),
      value('npwp', 'character varying(50)', 'npwp'),
      value('nik', 'character varying(50)', 'nik'),
      optional(value('no_rekening', 'character varying(50)', 'no_rekening')),
      optional(date('tanggal_pensiun', 'date', 'tmt_pensiun')),
      optional(value('id_pns_siasn', 'character varying(255)', 'pns_id_bkn')),
    ],
    [
      blank('bank_id', 'integer', digits(71, 1, 9)),
      blank('foto', 'character varying(188)', (_, row) => `uploads/${row.key}.jpg`),
      blank('last_create_user', 'character varying(100)', (_, row) => `operator${row.seed % 30}`),
      blank('tanggal_update', 'date', (facts, row) => stamp(72)(facts, row)?.slice(0, 10) ?? null),
    ],
  ];
}

/** Kinds of people as a tree: 11 structural, 12 functional, 13 general. */
const TREE: Readonly<Record<string, string>> = { 1: '11', 2: '12', 4: '13' };

function flaggedHistories(parts: Parts): HistoryLayout[] {
  const { kit, codes, jobs, unit } = parts;
  const { text, value, date, code, custom, blank } = kit;
  const latest = (entitas: string): Column => ({
    ...blank('flag_data_terakhir', 'integer', (_, row) => (row.latest ? '1' : '0')),
    canonical: `${entitas}.is_terakhir`,
  });
  const table = (name: string, entitas: string, kind: HistoryKind, columns: Column[]): HistoryLayout => ({
    name,
    entitas,
    kinds: [kind],
    joined: true,
    blocks: [
      [
        blank(`${name}_id`, 'integer', (_, row) => String(row.number)),
        { ...blank('pegawai_id', 'bigint', surrogate), canonical: '@pegawai_key' },
        ...columns,
      ],
    ],
  });
  return [
    table('pangkat_riwayat', 'riwayat_pangkat', 'pangkat', [
      code('pangkat_id', 'integer', 'golongan', codes.golongan, 'riwayat_pangkat.golongan'),
      value('no_sk', 'character varying(50)', 'no_sk_golongan', 'riwayat_pangkat.no_sk'),
      date('tanggal_sk', 'date', 'tgl_sk_golongan', 'riwayat_pangkat.tgl_sk'),
      date('tmt_pangkat', 'date', 'tmt_golongan', 'riwayat_pangkat.tmt_golongan'),
      value('masa_kerja_tahun', 'integer', 'masa_kerja_tahun', 'riwayat_pangkat.masa_kerja_tahun'),
      value('masa_kerja_bulan', 'integer', 'masa_kerja_bulan', 'riwayat_pangkat.masa_kerja_bulan'),
      text('pejabat_penetap', 'character varying(255)', 'pejabat_sk_golongan', 'riwayat_pangkat.pejabat_sk'),
      latest('riwayat_pangkat'),
    ]),
    table('jabatan_riwayat', 'riwayat_jabatan', 'jabatan', [
      custom(
        'eselon_id',
        'integer',
        'eselon',
        (facts) => (facts.eselon_id === undefined ? null : codes.eselon.codeOf(facts.eselon_id, facts.eselon ?? '')),
        {
          canonical: 'riwayat_jabatan.eselon',
        },
      ),
      code('jabatan_fungsional_id', 'character varying(50)', 'jabatan', jobs, 'riwayat_jabatan.jabatan'),
      text('nama', 'character varying(255)', 'jabatan', 'riwayat_jabatan.jabatan'),
      value('no_sk', 'character varying(50)', 'no_sk_jabatan', 'riwayat_jabatan.no_sk'),
      date('tanggal_sk', 'date', 'tgl_sk_jabatan', 'riwayat_jabatan.tgl_sk'),
      date('tmt_jabatan', 'date', 'tmt_jabatan', 'riwayat_jabatan.tmt_jabatan'),
      dumpOnly(
        custom('satker_id', 'character varying(100)', 'unit_kerja', unit, { canonical: 'riwayat_jabatan.unit_kerja' }),
      ),
      text('satker', 'character varying(255)', 'unit_kerja', 'riwayat_jabatan.unit_kerja'),
      latest('riwayat_jabatan'),
    ]),
    table('gaji_riwayat', 'riwayat_kgb', 'kgb', [
      value('no_sk', 'character varying(100)', 'no_sk_kgb', 'riwayat_kgb.no_sk'),
      date('tanggal_sk', 'date', 'tgl_sk_kgb', 'riwayat_kgb.tgl_sk'),
      date('tmt_sk', 'date', 'tmt_kgb', 'riwayat_kgb.tmt_kgb'),
      value('gaji_pokok', 'integer', 'gaji_pokok', 'riwayat_kgb.gaji_pokok'),
      blank('bulan_dibayar', 'date'),
    ]),
    table('pendidikan_riwayat', 'riwayat_pendidikan', 'pendidikan', [
      code('pendidikan_id', 'character varying(2)', 'pendidikan_tingkat', codes.tingkat, 'riwayat_pendidikan.tingkat'),
      text('jurusan', 'character varying(255)', 'pendidikan_nama', 'riwayat_pendidikan.nama'),
      text('nama', 'character varying(100)', 'pendidikan_lembaga', 'riwayat_pendidikan.lembaga'),
      value('no_sttb', 'character varying(50)', 'no_ijazah', 'riwayat_pendidikan.no_ijazah'),
      value('tahun_lulus', 'integer', 'pendidikan_tahun_lulus', 'riwayat_pendidikan.tahun_lulus'),
    ]),
  ];
}

function pointingPeople({ kit, codes, jobs }: Parts): (readonly Column[])[] {
  const { text, value, date, code, custom, blank, label } = kit;
  const pointer = (name: string, kind: HistoryKind): Column =>
    dumpOnly(
      blank(name, 'int(11)', (_, row) => (row.pointers[kind] === undefined ? null : String(row.pointers[kind]))),
    );
  const jobOf = (name: string, kind: string): Column =>
    custom(
      name,
      'int(11)',
      'jabatan',
      (facts) =>
        facts.jenis_jabatan_id === kind && facts.jabatan !== undefined
          ? jobs.codeOf(facts.jabatan_id ?? facts.jabatan, facts.jabatan)
          : null,
      { codes: jobs },
    );
  return [
    [
      dumpOnly({ ...blank('id', 'int(11)', surrogate), canonical: '@pegawai_key' }),
      value('nip', 'varchar(50)', 'nip'),
      value('nip_lama', 'varchar(20)', 'nip_lama'),
      text('nama', 'varchar(100)', 'nama'),
      text('gelar_depan', 'varchar(50)', 'gelar_depan'),
      text('gelar_belakang', 'varchar(60)', 'gelar_belakang'),
      text('tempat_lahir', 'varchar(100)', 'tempat_lahir'),
      date('tanggal_lahir', 'date', 'tanggal_lahir'),
      label('jenis_kelamin', 'varchar(11)', 'jenis_kelamin', KELAMIN),
      text('agama', 'varchar(9)', 'agama'),
      custom('status_pernikahan', 'varchar(12)', 'status_perkawinan', (facts, row) => marriage(facts, row) || null, {
        reader: { jenis: 'kode', tabel: { Lajang: '4', Menikah: '1', Cerai: '2', Janda: '3', Duda: '3' } },
      }),
      code('kedudukan_id', 'varchar(2)', 'kedudukan_hukum', codes.kedudukan),
      optional(date('tmt_keterangan_kedudukan', 'date', 'tmt_kedudukan_hukum')),
    ],
    [
      text('alamat', 'text', 'alamat'),
      optional(value('kode_pos', 'varchar(10)', 'kode_pos')),
      value('hp', 'varchar(30)', 'no_hp'),
      optional(text('golongan_darah', 'varchar(5)', 'golongan_darah')),
      optional(value('bpjs', 'varchar(50)', 'no_askes_bpjs')),
      value('npwp', 'varchar(50)', 'npwp'),
      value('nik', 'varchar(30)', 'nik'),
      optional(value('karpeg', 'varchar(30)', 'karpeg')),
      optional(value('no_taspen', 'varchar(30)', 'no_taspen')),
    ],
    [
      date('tmt_cpns', 'date', 'tmt_cpns'),
      value('no_sk_cpns', 'varchar(50)', 'no_sk_cpns'),
      date('tanggal_sk_cpns', 'date', 'tgl_sk_cpns'),
      date('tmt_pns', 'date', 'tmt_pns'),
      value('no_sk_pns', 'varchar(50)', 'no_sk_pns'),
      date('tanggal_sk_pns', 'date', 'tgl_sk_pns'),
    ],
    [
      date('tmt_golongan', 'date', 'tmt_golongan'),
      label('tipe_jabatan', 'varchar(25)', 'jenis_jabatan', {
        1: 'struktural',
        2: 'fungsional_tertentu',
        4: 'fungsional_umum',
      }),
      jobOf('jabatan_struktural_id', '1'),
      jobOf('jabatan_ft_id', '2'),
      jobOf('jabatan_fu_id', '4'),
      csvOnly(text('nama_jabatan', 'varchar(255)', 'jabatan')),
      pointer('riwayat_pangkat_id', 'pangkat'),
      pointer('riwayat_gaji_id', 'kgb'),
      pointer('riwayat_jabatan_id', 'jabatan'),
      pointer('pendidikan_id', 'pendidikan'),
      optional(date('tmt_pensiun', 'date', 'tmt_pensiun')),
      optional(value('bup', 'int(11)', 'bup')),
      blank('foto', 'varchar(225)', (_, row) => `${row.key}.png`),
      blank('created', 'datetime', stamp(81)),
      blank('modified', 'timestamp', stamp(91)),
    ],
  ];
}

function pointingHistories({ kit, codes, unit }: Parts): HistoryLayout[] {
  const { text, value, date, code, custom, blank } = kit;
  const table = (name: string, entitas: string, kind: HistoryKind, columns: Column[]): HistoryLayout => ({
    name,
    entitas,
    kinds: [kind],
    joined: true,
    blocks: [
      [
        blank('id', 'int(11)', (_, row) => String(row.number)),
        { ...blank('pegawai_id', 'int(11)', surrogate), canonical: '@pegawai_key' },
        ...columns,
      ],
    ],
  });
  return [
    table('riwayat_pangkat', 'riwayat_pangkat', 'pangkat', [
      code('golongan_id', 'int(11)', 'golongan', codes.golongan, 'riwayat_pangkat.golongan'),
      dumpOnly(date('tmt_pangkat', 'date', 'tmt_golongan', 'riwayat_pangkat.tmt_golongan')),
      value('no_sk', 'varchar(50)', 'no_sk_golongan', 'riwayat_pangkat.no_sk'),
      date('tanggal_sk', 'date', 'tgl_sk_golongan', 'riwayat_pangkat.tgl_sk'),
      value('masa_kerja_tahun', 'int(11)', 'masa_kerja_tahun', 'riwayat_pangkat.masa_kerja_tahun'),
      value('masa_kerja_bulan', 'int(11)', 'masa_kerja_bulan', 'riwayat_pangkat.masa_kerja_bulan'),
    ]),
    table('riwayat_gaji', 'riwayat_kgb', 'kgb', [
      value('no_sk', 'varchar(50)', 'no_sk_kgb', 'riwayat_kgb.no_sk'),
      date('tmt_mulai', 'date', 'tmt_kgb', 'riwayat_kgb.tmt_kgb'),
      value('gaji', 'int(11)', 'gaji_pokok', 'riwayat_kgb.gaji_pokok'),
    ]),
    table('riwayat_jabatan', 'riwayat_jabatan', 'jabatan', [
      custom('unit_kerja_id', 'varchar(25)', 'unit_kerja', unit, {
        canonical: 'riwayat_jabatan.unit_kerja',
        reader: { jenis: 'rujukan', tabel: 'satker', kunci: 'satker_id', nilai: 'nama' },
      }),
      csvOnly(text('unit_kerja', 'varchar(255)', 'unit_kerja')),
      value('nomor_sk', 'varchar(50)', 'no_sk_jabatan', 'riwayat_jabatan.no_sk'),
      date('tmt_mulai', 'date', 'tmt_jabatan', 'riwayat_jabatan.tmt_jabatan'),
    ]),
    table('riwayat_pendidikan', 'riwayat_pendidikan', 'pendidikan', [
      code('tingkat_id', 'varchar(2)', 'pendidikan_tingkat', codes.tingkat, 'riwayat_pendidikan.tingkat'),
      text('jurusan', 'varchar(255)', 'pendidikan_nama', 'riwayat_pendidikan.nama'),
      text('nama_sekolah', 'varchar(100)', 'pendidikan_lembaga', 'riwayat_pendidikan.lembaga'),
      value('tahun_lulus', 'int(4)', 'pendidikan_tahun_lulus', 'riwayat_pendidikan.tahun_lulus'),
    ]),
  ];
}

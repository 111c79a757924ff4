import { createSmallCodes, referenceOf } from './code-sets.ts';
import { running } from './codes.ts';
import type { Column, Encode, FamilyLayout, HistoryKind } from './column.ts';
import type { OfficeContext } from './context.ts';
import { isoDate } from './dates.ts';
import { serviceText } from './family-c.ts';
import { codeOf, createKit, csvOnly, dumpOnly, optional, stamp, surrogate } from './kit.ts';
import { GOLONGAN, L_P } from './labels.ts';

/** Kinds of decrees in the one table of decrees. */
const CATEGORY: Readonly<Record<HistoryKind, string>> = { pangkat: '3', kgb: '5', jabatan: '7', pendidikan: '9' };

const rankText: Encode = (facts) => GOLONGAN[codeOf(facts, 'golongan') ?? ''] ?? facts.golongan ?? null;

/**
 * Family I: a person with the present state as text, and every decree in one table `sk`, told apart by a category; golongan and
 * service stand in its remark.
 */
export function familyI(cx: OfficeContext): FamilyLayout {
  const kit = createKit({
    date: isoDate,
    dateReader: { jenis: 'tanggal', urutan: 'ymd' },
    noDate: null,
    noText: null,
    noCode: null,
  });
  const codes = createSmallCodes(cx, 'ref_');
  const posts = cx.table({ name: 'jabatan', canonical: 'jabatan', number: running(30 + cx.lot.below(900)) });
  const { text, value, date, custom, blank, secret, label, code } = kit;
  const identity = [
    blank('id_pegawai', 'int', surrogate),
    code('id_j', 'int', 'jabatan', posts),
    value('nip_baru', 'varchar(18)', 'nip'),
    value('nip_lama', 'varchar(9)', 'nip_lama'),
    text('nama', 'varchar(100)', 'nama'),
    blank('nama_pendek', 'varchar(30)', (facts) => facts.nama?.split(' ')[0] ?? null),
    text('gelar_depan', 'varchar(20)', 'gelar_depan'),
    text('gelar_belakang', 'varchar(60)', 'gelar_belakang'),
    text('tempat_lahir', 'varchar(50)', 'tempat_lahir'),
    date('tgl_lahir', 'date', 'tanggal_lahir'),
    label('jenis_kelamin', 'varchar(1)', 'jenis_kelamin', L_P),
    text('agama', 'varchar(20)', 'agama'),
    text('status_kawin', 'varchar(20)', 'status_perkawinan'),
    optional(text('gol_darah', 'varchar(3)', 'golongan_darah')),
  ];
  const contact = [
    text('alamat', 'varchar(255)', 'alamat'),
    optional(text('kota', 'varchar(50)', 'alamat_kabupaten')),
    value('ponsel', 'varchar(40)', 'no_hp'),
    optional(value('telepon', 'varchar(20)', 'no_telepon')),
    value('email', 'varchar(80)', 'email'),
    optional(value('no_karpeg', 'varchar(20)', 'karpeg')),
    value('NPWP', 'varchar(30)', 'npwp'),
    value('no_ktp', 'varchar(20)', 'nik'),
  ];
  const state = [
    custom('pangkat_gol', 'varchar(10)', 'golongan', rankText),
    text('jenjab', 'varchar(40)', 'jenis_jabatan'),
    text('jabatan', 'varchar(255)', 'jabatan'),
    text('unit_kerja', 'varchar(255)', 'unit_kerja'),
    text('opd', 'varchar(255)', 'unit_organisasi_induk'),
    label('status_pegawai', 'varchar(10)', 'status_cpns_pns', { C: 'CPNS', P: 'PNS' }),
    text('status_aktif', 'varchar(40)', 'kedudukan_hukum'),
    blank('flag_pensiun', 'int', (facts) => (['98', '99'].includes(facts.kedudukan_hukum_id ?? '') ? '1' : '0')),
    text('pendidikan', 'varchar(30)', 'pendidikan_tingkat'),
    text('jurusan', 'varchar(150)', 'pendidikan_nama'),
    value('tahun_lulus', 'int', 'pendidikan_tahun_lulus'),
    date('tmt_cpns', 'date', 'tmt_cpns'),
    date('tmt_pns', 'date', 'tmt_pns'),
  ];
  const decrees = [
    csvOnly(date('sk_pangkat_tmt', 'date', 'tmt_golongan')),
    csvOnly(value('sk_pangkat_no_sk', 'varchar(50)', 'no_sk_golongan')),
    csvOnly(date('sk_pangkat_tgl_sk', 'date', 'tgl_sk_golongan')),
    csvOnly(date('sk_jabatan_tmt', 'date', 'tmt_jabatan')),
    csvOnly(value('sk_jabatan_no_sk', 'varchar(50)', 'no_sk_jabatan')),
    csvOnly(date('sk_kgb_tmt', 'date', 'tmt_kgb')),
  ];
  const rest = [
    optional(text('nama_istri', 'varchar(60)', 'nama_pasangan')),
    blank('tgl_lahir_istri', 'date'),
    blank('os', 'varchar(20)'),
    secret('password', 'varchar(64)'),
    blank('timestamp', 'datetime', stamp(95)),
  ];
  return {
    people: { name: 'pegawai', entitas: 'pegawai', blocks: [identity, contact, state, decrees, rest] },
    histories: [
      {
        name: 'sk',
        entitas: 'riwayat_sk',
        kinds: ['pangkat', 'jabatan', 'kgb'],
        joined: true,
        blocks: [
          [
            { ...blank('id_pegawai', 'int', surrogate), canonical: '@pegawai_key' },
            {
              ...blank('id_kategori_sk', 'int', (_, row) => CATEGORY[row.kind ?? 'pangkat']),
              canonical: 'riwayat.kategori',
            },
            dumpOnly({ ...byKind('no_sk', 'varchar(50)', NUMBERS), canonical: 'riwayat.no_sk' }),
            dumpOnly({ ...byKind('tgl_sk', 'date', DATES), canonical: 'riwayat.tgl_sk' }),
            dumpOnly({ ...byKind('tmt', 'date', STARTS), canonical: 'riwayat.tmt' }),
            {
              ...blank(
                'pemberi_sk',
                'varchar(60)',
                (facts, row) => facts.pejabat_sk_golongan ?? row.person.pejabat_sk_golongan ?? null,
              ),
              canonical: 'riwayat.pejabat_sk',
            },
            {
              ...blank('keterangan', 'varchar(100)', (facts, row) =>
                remark(facts.golongan === undefined ? null : rankText(facts, row), serviceText(facts, row)),
              ),
              canonical: 'riwayat.keterangan',
            },
            blank('id_berkas', 'int', (_, row) => String(row.number * 3)),
          ],
        ],
      },
    ],
    references: [...codes.references(), referenceOf(posts)],
    newestByTmt: true,
    keepsFormer: true,
  };
}

type Fields = Readonly<
  Record<
    HistoryKind,
    | 'tmt_golongan'
    | 'tmt_kgb'
    | 'tmt_jabatan'
    | 'tgl_sk_golongan'
    | 'tgl_sk_kgb'
    | 'tgl_sk_jabatan'
    | 'no_sk_golongan'
    | 'no_sk_kgb'
    | 'no_sk_jabatan'
    | 'no_ijazah'
  >
>;
const STARTS: Fields = { pangkat: 'tmt_golongan', kgb: 'tmt_kgb', jabatan: 'tmt_jabatan', pendidikan: 'tmt_kgb' };
const DATES: Fields = {
  pangkat: 'tgl_sk_golongan',
  kgb: 'tgl_sk_kgb',
  jabatan: 'tgl_sk_jabatan',
  pendidikan: 'tgl_sk_kgb',
};
const NUMBERS: Fields = {
  pangkat: 'no_sk_golongan',
  kgb: 'no_sk_kgb',
  jabatan: 'no_sk_jabatan',
  pendidikan: 'no_ijazah',
};

/** One column, three histories. */
function byKind(name: string, type: string, fields: Fields): Column {
  return {
    name,
    type,
    canonical: null,
    field: fields.pangkat,
    also: [fields.kgb, fields.jabatan],
    reader: { jenis: 'langsung' },
    encode: (facts, row) => facts[fields[row.kind ?? 'pangkat']] ?? null,
  };
}

/** "III/c, 12 tahun 3 bulan". */
function remark(golongan: string | null, service: string | null): string | null {
  return golongan === null ? null : `${golongan}, ${service ?? ''}`;
}

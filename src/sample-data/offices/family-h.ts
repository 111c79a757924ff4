import { createSmallCodes, referenceOf } from './code-sets.ts';
import { type CodeTable, listed, padded, running } from './codes.ts';
import type { Column, Encode, FamilyLayout, HistoryLayout } from './column.ts';
import type { OfficeContext } from './context.ts';
import { isoDate } from './dates.ts';
import { codeOf, createKit, csvOnly, digits, dumpOnly, type Kit, oneOf, optional, stamp, surrogate } from './kit.ts';
import { ESELON, GOLONGAN, JENIS_JABATAN, KELAMIN, pairs } from './labels.ts';

/** Religions of the office: shifted by one, and one of them twice. */
const RELIGIONS: readonly (readonly [string, string])[] = [
  ['1', 'Islam'],
  ['2', 'Kristen'],
  ['5', 'Budha'],
  ['4', 'Hindu'],
  ['6', 'Konghucu'],
  ['3', 'Katholik'],
  ['7', 'Lainnya'],
];

interface Tables {
  readonly agama: CodeTable;
  readonly kawin: CodeTable;
  readonly golongan: CodeTable;
  readonly eselon: CodeTable;
  readonly jenis: CodeTable;
  readonly tingkat: CodeTable;
  readonly jabatan: CodeTable;
  readonly unit: CodeTable;
  readonly bidang: CodeTable;
  readonly tempat: CodeTable;
  readonly pegawai: CodeTable;
}

/**
 * Family H: everything an id into ref_* tables, with columns for a value typed by hand that overrides the id. H2 is the
 * same joined to its labels.
 */
export function familyH(cx: OfficeContext): FamilyLayout {
  const words = cx.office.version === 'H2';
  const kit = createKit({
    date: isoDate,
    dateReader: { jenis: 'tanggal', urutan: 'ymd' },
    noDate: null,
    noText: null,
    noCode: null,
  });
  const codes = createSmallCodes(cx, 'ref_');
  const start = 3 + cx.lot.below(300);
  const tables: Tables = {
    agama: cx.table({ name: 'ref_religi', canonical: 'agama', number: running(2), known: RELIGIONS }),
    kawin: codes.kawin,
    golongan: cx.table({ name: 'ref_golru', canonical: 'golongan', number: running(), known: pairs(GOLONGAN) }),
    eselon: cx.table({
      name: 'ref_eselon',
      canonical: 'eselon',
      number: listed(['12', '13', '14', '15', '16', '17', '18', '19', '20']),
      known: pairs(ESELON),
    }),
    jenis: cx.table({
      name: 'ref_jab_jenis',
      canonical: 'jenis_jabatan',
      number: running(),
      known: pairs(JENIS_JABATAN),
    }),
    tingkat: codes.tingkat,
    jabatan: cx.table({ name: 'ref_jabatan', canonical: 'jabatan', number: running(start, 2) }),
    unit: cx.table({ name: 'ref_unit', canonical: 'unit_organisasi_induk', number: running(start % 7) }),
    bidang: cx.table({ name: 'ref_bidang', canonical: 'unit_kerja', number: running(start + 11) }),
    tempat: cx.table({ name: 'ref_lokasi', canonical: 'tempat_lahir', number: padded(1, start + 1000) }),
    pegawai: codes.jenisPegawai,
  };
  const { text, value, date, custom, blank, secret, code, label } = kit;
  const coded = (name: string, field: Parameters<Kit['code']>[2], table: CodeTable): Column =>
    words ? label(name.replace(/^id_/, ''), 'varchar(100)', field, {}) : code(name, 'int(11)', field, table);
  const large = (name: string, field: Parameters<Kit['code']>[2], table: CodeTable): Column[] =>
    words
      ? [text(name.replace(/^id_/, ''), 'varchar(150)', field)]
      : [code(name, 'int(11)', field, table), csvOnly(text(name.replace(/^id_/, 'nama_'), 'varchar(150)', field))];
  const identity = [
    blank('id_pegawai', 'int(11)', surrogate),
    ...large('id_unit', 'unit_organisasi_induk', tables.unit),
    ...large('id_bidang', 'unit_kerja', tables.bidang),
    ...job(kit, tables, words),
    words
      ? label('eselon', 'varchar(10)', 'eselon', ESELON)
      : custom('id_eselon', 'int(11)', 'eselon', eselon(tables.eselon)),
    words ? text('agama', 'varchar(20)', 'agama') : custom('id_agama', 'int(1)', 'agama', religion(tables.agama)),
    words
      ? label('jenis_kelamin', 'varchar(12)', 'jenis_kelamin', KELAMIN)
      : custom('id_jeniskelamin', 'int(1)', 'jenis_kelamin', (facts) => (facts.jenis_kelamin === 'F' ? '2' : '1'), {
          reader: { jenis: 'kode', tabel: { 1: 'M', 2: 'F' } },
        }),
    coded('id_statuskawin', 'status_perkawinan', tables.kawin),
    coded('id_status_pegawai', 'jenis_pegawai', tables.pegawai),
  ];
  const person = [
    ...(words ? [] : [custom('id_tempat_lahir', 'int(11)', 'tempat_lahir', place(tables.tempat))]),
    text('tempat_lahir', 'varchar(255)', 'tempat_lahir'),
    date('tanggal_lahir', 'date', 'tanggal_lahir'),
    value('nip', 'char(18)', 'nip'),
    value('nip_lama', 'varchar(18)', 'nip_lama'),
    value('no_nik', 'varchar(30)', 'nik'),
    value('no_npwp', 'varchar(30)', 'npwp'),
    text('nama', 'varchar(60)', 'nama'),
    text('gelar_depan', 'varchar(20)', 'gelar_depan'),
    text('gelar_belakang', 'varchar(60)', 'gelar_belakang'),
    optional(text('golongan_darah', 'varchar(3)', 'golongan_darah')),
  ];
  const contact = [
    text('alamat', 'varchar(150)', 'alamat'),
    optional(value('kodepos', 'varchar(10)', 'kode_pos')),
    value('telepon', 'varchar(30)', 'no_hp'),
    value('email', 'varchar(80)', 'email'),
  ];
  const body = [
    blank('hobi', 'varchar(100)', oneOf(61, ['membaca', 'memancing', '', 'voli'])),
    blank('tinggi', 'int(1)', digits(62, 148, 180)),
    blank('berat', 'int(1)', digits(63, 43, 95)),
    blank('username', 'varchar(32)', (_, row) => `user${row.key}`),
    secret('password', 'varchar(32)'),
    custom('pin', 'varchar(20)', 'nip', (_, row) => String(100_000 + (row.seed % 900_000)), {
      canonical: null,
      field: null,
      secret: true,
    }),
    blank('last_login', 'datetime', stamp(64)),
  ];
  const career = [
    date('cpns_tmt', 'date', 'tmt_cpns'),
    value('cpns_no', 'varchar(100)', 'no_sk_cpns'),
    date('cpns_tanggal', 'date', 'tgl_sk_cpns'),
    value('mkg_tahun', 'int(1)', 'masa_kerja_tahun'),
    value('mkg_bulan', 'int(1)', 'masa_kerja_bulan'),
    ...rank(kit, tables, words),
    words
      ? text('jenis_jabatan', 'varchar(40)', 'jenis_jabatan')
      : code('id_jab_jenis', 'int(11)', 'jenis_jabatan', tables.jenis),
    words
      ? label('tk_pendidikan', 'varchar(100)', 'pendidikan_tingkat', {})
      : code('id_tk_pendidikan', 'varchar(2)', 'pendidikan_tingkat', tables.tingkat),
    text('jurusan', 'varchar(150)', 'pendidikan_nama'),
    value('tahun_lulus', 'int(4)', 'pendidikan_tahun_lulus'),
    custom('status', 'int(1)', 'kedudukan_hukum', activeFlag, { canonical: null, field: null }),
  ];
  return {
    people: { name: 'peg_pegawai', entitas: 'pegawai', blocks: [identity, person, contact, body, career] },
    histories: histories(kit, tables),
    references: Object.values(tables).map((table: CodeTable) => referenceOf(table, ['id', 'nama'])),
    keepsFormer: true,
  };
}

const GONE: ReadonlySet<string> = new Set(['52', '66', '77', '88', '98', '99']);
const activeFlag: Encode = (facts) => (GONE.has(facts.kedudukan_hukum_id ?? '') ? '0' : '1');

/** Every twelfth person has the golongan or the post typed by hand, and the id left empty. */
const byHand = (seed: number): boolean => seed % 12 === 0;

const rankText: Encode = (facts) => GOLONGAN[codeOf(facts, 'golongan') ?? ''] ?? facts.golongan ?? null;

function rank(kit: Kit, { golongan }: Tables, words: boolean): Column[] {
  if (words) return [kit.custom('golru', 'varchar(20)', 'golongan', rankText)];
  return [
    kit.custom('id_golru', 'int(11)', 'golongan', (facts, row) => {
      const bkn = codeOf(facts, 'golongan');
      return bkn === undefined || byHand(row.seed) ? null : golongan.codeOf(bkn, facts.golongan ?? bkn);
    }),
    kit.custom('mn_golru', 'varchar(255)', 'golongan', (facts, row) =>
      byHand(row.seed) ? rankText(facts, row) : null,
    ),
  ];
}

function job(kit: Kit, { jabatan }: Tables, words: boolean): Column[] {
  if (words) return [kit.text('jabatan', 'varchar(255)', 'jabatan')];
  return [
    kit.custom('id_jabatan', 'int(11)', 'jabatan', (facts, row) => {
      const bkn = codeOf(facts, 'jabatan');
      return bkn === undefined || byHand(row.seed >>> 4) ? null : jabatan.codeOf(bkn, facts.jabatan ?? bkn);
    }),
    dumpOnly(
      kit.custom('mn_jabatan', 'varchar(255)', 'jabatan', (facts, row) =>
        byHand(row.seed >>> 4) ? (facts.jabatan ?? null) : null,
      ),
    ),
    csvOnly(kit.text('nama_jabatan', 'varchar(255)', 'jabatan')),
  ];
}

const eselon =
  (table: CodeTable): Encode =>
  (facts) =>
    facts.eselon_id === undefined ? '32' : table.codeOf(facts.eselon_id, facts.eselon ?? '');

/** Buddhists stand under either of two codes. */
const religion =
  (table: CodeTable): Encode =>
  (facts, row) => {
    const bkn = facts.agama_id;
    if (bkn === undefined) return null;
    return bkn === '5' && row.seed % 2 === 0 ? table.secondCodeOf(bkn, 'Buda') : table.codeOf(bkn, facts.agama ?? bkn);
  };

const place =
  (table: CodeTable): Encode =>
  (facts) =>
    facts.tempat_lahir === undefined
      ? null
      : table.codeOf(facts.tempat_lahir_id ?? facts.tempat_lahir, facts.tempat_lahir);

function histories(kit: Kit, tables: Tables): HistoryLayout[] {
  const { value, date, code, blank } = kit;
  const head = (id: string): Column[] => [
    blank(id, 'int(11)', (_, row) => String(row.number)),
    { ...blank('id_pegawai', 'int(11)', surrogate), canonical: '@pegawai_key' },
  ];
  const latest = (entitas: string): Column => ({
    ...blank('status', 'int(1)', (_, row) => (row.latest ? '1' : '0')),
    canonical: `${entitas}.is_terakhir`,
  });
  return [
    {
      name: 'peg_pangkat',
      entitas: 'riwayat_pangkat',
      kinds: ['pangkat'],
      joined: true,
      blocks: [
        [
          ...head('id_peg_pangkat'),
          dumpOnly(code('id_golru', 'int', 'golongan', tables.golongan, 'riwayat_pangkat.golongan')),
          value('no_sk', 'varchar(50)', 'no_sk_golongan', 'riwayat_pangkat.no_sk'),
          date('tanggal_sk', 'date', 'tgl_sk_golongan', 'riwayat_pangkat.tgl_sk'),
          date('tmt_pangkat', 'date', 'tmt_golongan', 'riwayat_pangkat.tmt_golongan'),
          latest('riwayat_pangkat'),
        ],
      ],
    },
    {
      name: 'peg_jabatan',
      entitas: 'riwayat_jabatan',
      kinds: ['jabatan'],
      joined: true,
      blocks: [
        [
          ...head('id_peg_jabatan'),
          dumpOnly(
            code('id_unit', 'int', 'unit_organisasi_induk', tables.unit, 'riwayat_jabatan.unit_organisasi_induk'),
          ),
          dumpOnly(code('id_jabatan', 'int', 'jabatan', tables.jabatan, 'riwayat_jabatan.jabatan')),
          dumpOnly(code('id_bidang', 'int', 'unit_kerja', tables.bidang, 'riwayat_jabatan.unit_kerja')),
          value('no_sk', 'varchar(50)', 'no_sk_jabatan', 'riwayat_jabatan.no_sk'),
          date('tanggal_sk', 'date', 'tgl_sk_jabatan', 'riwayat_jabatan.tgl_sk'),
          date('tmt_jabatan', 'date', 'tmt_jabatan', 'riwayat_jabatan.tmt_jabatan'),
          latest('riwayat_jabatan'),
        ],
      ],
    },
  ];
}

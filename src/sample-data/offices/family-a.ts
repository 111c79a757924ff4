import type { Facts } from '../person.ts';
import { createSmallCodes, referenceOf } from './code-sets.ts';
import { type CodeTable, padded, running } from './codes.ts';
import type { Column, Encode, FamilyLayout, HistoryLayout } from './column.ts';
import type { OfficeContext } from './context.ts';
import { isoDate, isoMidnight } from './dates.ts';
import { codeOf, constant, createKit, csvOnly, digits, type Kit, optional, serial, stamp } from './kit.ts';
import { DUA_SATU, SATU_DUA } from './labels.ts';

/**
 * Family A: one very wide row a person that holds the newest of every history; contracted names; histories r_*, code tables
 * a_*; nothing is NULL: '', 0 and 0000-00-00 are "none". People who have left stay under the codes 21 and 99.
 */
export function familyA(cx: OfficeContext): FamilyLayout {
  const { version, marks } = cx.office;
  const old = version === 'A2';
  const newer = version === 'A3';
  const empty = newer ? '0000-00-00 00:00:00' : '0000-00-00';
  const kit = createKit({
    date: newer ? isoMidnight : isoDate,
    dateReader: { jenis: 'tanggal', urutan: 'ymd' },
    noDate: empty,
    noText: '',
    noCode: '',
    noNumber: '0',
  });
  const codes = createSmallCodes(cx, 'a_');
  const jabatan = jobTables(cx);
  const unit: Encode = (facts) => cx.units.pathOf(facts.unit_kerja_id).join('.');
  const opd: Encode = (facts) => cx.units.pathOf(facts.unit_kerja_id)[0] ?? '';
  const day = newer ? 'datetime' : 'date';
  const golongan = (name: string, field: 'golongan' | 'golongan_cpns' | 'golongan_kgb', canonical?: string): Column =>
    old
      ? kit.code(name, 'int(2)', field, codes.golongan, canonical)
      : kit.custom(name, 'varchar(3)', field, (facts) => codeOf(facts, field) ?? '', canonical ? { canonical } : {});
  const { text, value, date, code, custom, blank, secret } = kit;
  const sex = marks.includes('kode_kelamin_terbalik') ? DUA_SATU : SATU_DUA;

  const identity = [
    value('nip', 'varchar(18)', 'nip'),
    optional(value('niplama', 'varchar(10)', 'nip_lama')),
    text('nama', 'varchar(80)', 'nama'),
    text(newer ? 'glrdepan' : 'gdp', 'varchar(20)', 'gelar_depan'),
    text(newer ? 'glrblk' : 'gdb', 'varchar(50)', 'gelar_belakang'),
    text('tmlhr', 'varchar(50)', 'tempat_lahir'),
    date('tglhr', day, 'tanggal_lahir'),
    custom('idjenkel', 'char(2)', 'jenis_kelamin', (facts) => sex[facts.jenis_kelamin ?? ''] ?? '', {
      reader: { jenis: 'kode', tabel: { [sex.M ?? '']: 'M', [sex.F ?? '']: 'F' } },
    }),
    code('idagama', 'char(2)', 'agama', codes.agama),
    custom('idstspeg', 'char(2)', 'status_cpns_pns', statusOf, {
      reader: { jenis: 'kode', tabel: { 1: 'C', 2: 'P' } },
    }),
    code('idjenkepeg', 'char(2)', 'jenis_pegawai', codes.jenisPegawai),
    code('idjenkedudupeg', 'char(2)', 'kedudukan_hukum', codes.kedudukan),
    blank('ket', 'text'),
    optional(date('tmtket', day, 'tmt_kedudukan_hukum')),
    code('idstskawin', 'char(2)', 'status_perkawinan', codes.kawin),
  ];
  const contact = [
    text('alm', 'varchar(255)', 'alamat'),
    optional(value('almrt', 'varchar(150)', 'alamat_rt')),
    optional(value('almrw', 'varchar(150)', 'alamat_rw')),
    optional(text('almdesa', 'varchar(150)', 'alamat_kelurahan')),
    optional(text('almkec', 'varchar(150)', 'alamat_kecamatan')),
    optional(text('almkab', 'varchar(150)', 'alamat_kabupaten')),
    optional(value('almkdpos', 'varchar(5)', 'kode_pos')),
    optional(value('telp', 'varchar(15)', 'no_telepon')),
    value('hp', 'varchar(30)', 'no_hp'),
    ...(old ? [] : [value('email', 'varchar(100)', 'email')]),
  ];
  const cards = [
    optional(text('idgoldarah', 'char(2)', 'golongan_darah')),
    optional(value('nokarpeg', 'varchar(20)', 'karpeg')),
    optional(value('noaskes', 'varchar(30)', 'no_askes_bpjs')),
    optional(value('notaspen', 'varchar(30)', 'no_taspen')),
    optional(value('nokaris', 'varchar(30)', 'karis_karsu')),
    value(newer ? 'npwp' : 'nonpwp', 'varchar(30)', 'npwp'),
    value(newer ? 'nik' : 'noktp', 'varchar(30)', 'nik'),
  ];
  const audit = [
    blank('photo', 'varchar(150)', (_, row) => `foto_${row.key}.jpg`),
    blank('userin', 'int(11)', digits(11, 1, 40)),
    blank('tmstamp', 'timestamp', stamp(12)),
    secret('password', 'varchar(255)'),
    blank('lastlogin', 'datetime', stamp(22)),
  ];
  const cpns = [
    optional(text('pejmencpn', 'varchar(100)', 'pejabat_sk_cpns')),
    value('noskcpn', 'varchar(50)', 'no_sk_cpns'),
    date('tgskcpn', day, 'tgl_sk_cpns'),
    golongan('idgolrucpn', 'golongan_cpns'),
    date('tmtcpn', day, 'tmt_cpns'),
    optional(value('mkthncpn', 'int(4)', 'masa_kerja_cpns_tahun')),
    optional(value('mkblncpn', 'int(4)', 'masa_kerja_cpns_bulan')),
    optional(text('pejmenpns', 'varchar(100)', 'pejabat_sk_pns')),
    value('noskpns', 'varchar(50)', 'no_sk_pns'),
    date('tgskpns', day, 'tgl_sk_pns'),
    date('tmtpns', day, 'tmt_pns'),
  ];
  const pppk = old
    ? []
    : [
        optional(value('noskawal_pppk', 'varchar(35)', 'no_sk_pppk')),
        optional(date('tgskawal_pppk', day, 'tgl_sk_pppk')),
        optional(date('tmtmulaiawal_pppk', day, 'tmt_kontrak_mulai')),
        optional(date('tmtakhirkontrak', day, 'tmt_kontrak_akhir')),
      ];
  const rank = [
    optional(value('nobknpkt', 'varchar(30)', 'no_pertek_golongan')),
    optional(date('tgbknpkt', day, 'tgl_pertek_golongan')),
    optional(text('pejmenpkt', 'varchar(100)', 'pejabat_sk_golongan')),
    value('noskpkt', 'varchar(50)', 'no_sk_golongan'),
    date('tgskpkt', day, 'tgl_sk_golongan'),
    golongan('idgolrupkt', 'golongan'),
    date('tmtpkt', day, 'tmt_golongan'),
    value('mkthnpkt', 'int(4)', 'masa_kerja_tahun'),
    value('mkblnpkt', 'int(4)', 'masa_kerja_bulan'),
  ];
  const raise = [
    optional(text('pejmenkgb', 'varchar(100)', 'pejabat_sk_kgb')),
    value('noskkgb', 'varchar(50)', 'no_sk_kgb'),
    date('tgskkgb', day, 'tgl_sk_kgb'),
    date('tmtkgb', day, 'tmt_kgb'),
    optional(value('mkgolthnkgb', 'int(4)', 'masa_kerja_kgb_tahun')),
    optional(value('mkgolblnkgb', 'int(4)', 'masa_kerja_kgb_bulan')),
    optional(date('tmtkgbnext', day, 'tmt_kgb_berikutnya')),
    value('gaji', 'double', 'gaji_pokok'),
  ];
  const pending = newer
    ? []
    : [
        blank('tmpkdunit', 'varchar(35)', (_, row) => (row.proposal ? opd(row.proposal, row) : '')),
        {
          ...blank('tmpidskpd', 'varchar(35)', (_, row) => (row.proposal ? unit(row.proposal, row) : '')),
          pending: true as const,
        },
      ];
  const place = [
    custom('kdunit', 'varchar(35)', 'unit_organisasi_induk', opd),
    custom('idskpd', 'varchar(35)', 'unit_kerja', unit, {
      reader: { jenis: 'rujukan', tabel: 'skpd', kunci: 'id', nilai: 'nama' },
    }),
    csvOnly(text('nmskpd', 'varchar(255)', 'unit_kerja')),
    csvOnly(text('nmunit', 'varchar(255)', 'unit_organisasi_induk')),
    ...pending,
    optional(date('tmtskpd', day, 'tmt_unit_kerja')),
    optional(text('almloker', 'varchar(100)', 'lokasi_kerja')),
  ];
  const jobOf = (name: string, kind: string, table: keyof JobTables['tables']): Column =>
    custom(
      name,
      'varchar(14)',
      'jabatan',
      (facts, row) => (facts.jenis_jabatan_id === kind ? jabatan[table](facts, row) : ''),
      { codes: jabatan.tables[table] },
    );
  const job = [
    value('noskjbt', 'varchar(50)', 'no_sk_jabatan'),
    date('tgskjbt', day, 'tgl_sk_jabatan'),
    custom('idjenjab', 'tinyint(4)', 'jenis_jabatan', (facts) => kindOf(facts, old), {
      reader: { jenis: 'kode', tabel: { 1: '1', 20: '1', 30: '1', 40: '1', 2: '2', 3: '4' } },
    }),
    code('idesljbt', 'varchar(2)', 'eselon', codes.eselon),
    optional(date('tmtesljbt', day, 'tmt_eselon')),
    jobOf('idjabjbt', '1', 'structural'),
    jobOf('idjabfung', '2', 'functional'),
    jobOf('idjabfungum', '4', 'general'),
    { ...custom('idjabnonjob', 'varchar(14)', 'jabatan', constant('')), codes: jabatan.tables.structural },
    csvOnly(text('nmjabatan', 'varchar(255)', 'jabatan')),
    date('tmtjbt', day, 'tmt_jabatan'),
    optional(date('tglantikjbt', day, 'tgl_pelantikan')),
    optional(value('tunjjbt', 'double', 'tunjangan_jabatan')),
  ];
  const study = [
    code('idtkpendid', 'char(3)', 'pendidikan_tingkat', codes.tingkat),
    code('idjenjurusan', 'varchar(11)', 'pendidikan_nama', codes.pendidikan),
    csvOnly(text('nmjurusan', 'varchar(255)', 'pendidikan_nama')),
    value('thijaz', 'varchar(4)', 'pendidikan_tahun_lulus'),
    optional(value('noijaz', 'varchar(50)', 'no_ijazah')),
    optional(text('namasekolah', 'varchar(100)', 'pendidikan_lembaga')),
    blank('thijazawal', 'varchar(4)', (facts) => facts.pendidikan_tahun_lulus ?? ''),
  ];
  const rest = [
    optional(date('tmtpensiun', day, 'tmt_pensiun')),
    optional(text('nmissu', 'varchar(50)', 'nama_pasangan')),
    blank('tglhrissu', day, constant(empty)),
    optional(value('usiapens', 'int(11)', 'bup')),
    blank('tinggi', 'int(11)', digits(31, 148, 182)),
    blank('berat', 'int(11)', digits(32, 43, 95)),
    blank('id_presensi', 'bigint(9)', digits(33, 10_000, 99_999)),
    ...(old ? [] : [secret('imei', 'varchar(50)'), value('id_sapk', 'varchar(36)', 'pns_id_bkn')]),
  ];
  return {
    people: {
      name: newer ? 'tb_pegawai' : 'tb_01',
      entitas: 'pegawai',
      blocks: [identity, contact, cards, audit, cpns, pppk, rank, raise, place, job, study, rest],
    },
    histories: histories(kit, day, cx, golongan, unit, jabatan),
    references: [...codes.references(), ...jabatan.references(), skpd(cx)],
    ...(newer ? { staging: 'tb_pegawai_temp' } : {}),
    keepsFormer: true,
  };
}

function statusOf(facts: Facts): string {
  if (facts.status_cpns_pns === 'C') return '1';
  return facts.status_cpns_pns === 'P' ? '2' : '3';
}

/** Kinds of position: 2 functional, 3 general; structural as 1 before, as 20, 30 and 40 by its group after UU ASN. */
function kindOf(facts: Facts, old: boolean): string {
  const kind = facts.jenis_jabatan_id;
  if (kind === '2') return '2';
  if (kind === '4') return '3';
  if (kind !== '1') return '0';
  const group = facts.eselon_id?.slice(0, 1);
  if (old || group === undefined) return '1';
  return group === '1' || group === '2' ? '20' : group === '3' ? '30' : '40';
}

interface JobTables {
  readonly structural: Encode;
  readonly functional: Encode;
  readonly general: Encode;
  readonly tables: Readonly<Record<'structural' | 'functional' | 'general', CodeTable>>;
  references(): FamilyLayout['references'];
}

const encode =
  (table: CodeTable): Encode =>
  (facts) =>
    facts.jabatan === undefined ? '' : table.codeOf(facts.jabatan_id ?? facts.jabatan, facts.jabatan);

/** Three code tables of positions; a structural one carries the code of its unit. */
function jobTables(cx: OfficeContext): JobTables {
  const start = 1 + cx.lot.below(400);
  const functional = cx.table({ name: 'a_jabfung', canonical: 'jabatan', number: padded(5, start) });
  const general = cx.table({ name: 'a_jabfungum', canonical: 'jabatan', number: padded(6, 1000 + start, 3) });
  const structural = cx.table({ name: 'a_jabstruk', canonical: 'jabatan', number: running(500 + start) });
  return {
    structural: encode(structural),
    functional: encode(functional),
    general: encode(general),
    tables: { structural, functional, general },
    references: () => [functional, general, structural].map((table) => referenceOf(table)),
  };
}

function skpd(cx: OfficeContext): FamilyLayout['references'][number] {
  return {
    name: 'skpd',
    columns: ['id', 'nama'],
    rows: function* rows() {
      for (const { kode, nama } of cx.units.all) yield [kode, nama];
    },
  };
}

type RankColumn = (name: string, field: 'golongan' | 'golongan_cpns' | 'golongan_kgb', canonical?: string) => Column;

function histories(
  kit: Kit,
  day: string,
  cx: OfficeContext,
  golongan: RankColumn,
  unit: Encode,
  jabatan: JobTables,
): HistoryLayout[] {
  const { value, date, custom, text } = kit;
  const key = (): Column =>
    custom('nip', 'varchar(18)', 'nip', (_, row) => row.person.nip ?? '', { canonical: '@pegawai_key' });
  const id = (): Column => kit.blank('id', 'int(11)', serial);
  const jab: Encode = (facts, row) => {
    const kind = facts.jenis_jabatan_id;
    if (kind === '2') return jabatan.functional(facts, row);
    return kind === '4' ? jabatan.general(facts, row) : jabatan.structural(facts, row);
  };
  const table = (
    name: string,
    entitas: string,
    kind: 'pangkat' | 'jabatan' | 'kgb',
    columns: Column[],
  ): HistoryLayout => ({
    name,
    entitas,
    kinds: [kind],
    joined: false,
    blocks: [[key(), ...columns, id()]],
  });
  return [
    table('r_gol', 'riwayat_pangkat', 'pangkat', [
      golongan('idgolru', 'golongan', 'riwayat_pangkat.golongan'),
      value('nosk', 'varchar(50)', 'no_sk_golongan', 'riwayat_pangkat.no_sk'),
      date('tgsk', day, 'tgl_sk_golongan', 'riwayat_pangkat.tgl_sk'),
      date('tmtpkt', day, 'tmt_golongan', 'riwayat_pangkat.tmt_golongan'),
      value('thkerja', 'int', 'masa_kerja_tahun', 'riwayat_pangkat.masa_kerja_tahun'),
      value('blkerja', 'int', 'masa_kerja_bulan', 'riwayat_pangkat.masa_kerja_bulan'),
      value('gapok', 'varchar(10)', 'gaji_pokok', 'riwayat_pangkat.gaji_pokok'),
    ]),
    table('r_jab', 'riwayat_jabatan', 'jabatan', [
      custom('idskpd', 'varchar(35)', 'unit_kerja', unit, { canonical: 'riwayat_jabatan.unit_kerja' }),
      text('skpd', 'varchar(255)', 'unit_kerja', 'riwayat_jabatan.unit_kerja'),
      custom('idjenjab', 'tinyint', 'jenis_jabatan', (facts) => kindOf(facts, cx.office.version === 'A2'), {
        canonical: 'riwayat_jabatan.jenis_jabatan',
      }),
      custom('idjab', 'varchar(14)', 'jabatan', jab, { canonical: 'riwayat_jabatan.jabatan' }),
      text('jab', 'varchar(255)', 'jabatan', 'riwayat_jabatan.jabatan'),
      value('nosk', 'varchar(50)', 'no_sk_jabatan', 'riwayat_jabatan.no_sk'),
      date('tgsk', day, 'tgl_sk_jabatan', 'riwayat_jabatan.tgl_sk'),
      date('tmtjab', day, 'tmt_jabatan', 'riwayat_jabatan.tmt_jabatan'),
    ]),
    table('r_kgb', 'riwayat_kgb', 'kgb', [
      value('noskkgb', 'varchar(50)', 'no_sk_kgb', 'riwayat_kgb.no_sk'),
      date('tmtkgb', day, 'tmt_kgb', 'riwayat_kgb.tmt_kgb'),
      date('tglkgb', day, 'tgl_sk_kgb', 'riwayat_kgb.tgl_sk'),
      value('mkthn', 'int', 'masa_kerja_kgb_tahun', 'riwayat_kgb.masa_kerja_tahun'),
      value('mkbln', 'int', 'masa_kerja_kgb_bulan', 'riwayat_kgb.masa_kerja_bulan'),
      value('gaji', 'double', 'gaji_pokok', 'riwayat_kgb.gaji_pokok'),
    ]),
  ];
}

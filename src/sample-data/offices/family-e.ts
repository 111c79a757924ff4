import type { PegawaiField } from '#canonical';
import type { Column, FamilyLayout, HistoryLayout } from './column.ts';
import type { OfficeContext } from './context.ts';
import { dashed, isoDate } from './dates.ts';
import { constant, createKit, type Kit, optional, serial } from './kit.ts';

/**
 * Family E: mirrors of BKN's own record. E1 and E4 write id and name side by side, E2 ids alone in a second generation of
 * headings, E3 a workbook in the style of BKN's export with two text columns for the unit.
 */
export function familyE(cx: OfficeContext): FamilyLayout {
  const { version } = cx.office;
  const excel = version === 'E3';
  const kit = createKit({
    date: excel ? isoDate : dashed,
    dateReader: { jenis: 'tanggal', urutan: excel ? 'ymd' : 'dmy' },
    noDate: '',
    noText: '',
    noCode: '',
  });
  if (version === 'E2') return mirrorOfIds(kit);
  return excel ? workbook(kit) : mirrorOfPairs(kit);
}

const TEXT = 'varchar(255)';

/** An id column and its name. */
function pair(kit: Kit, id: string, name: string, field: PegawaiField): Column[] {
  return [kit.value(id, TEXT, `${field}_id` as PegawaiField), kit.text(name, TEXT, field)];
}

/** BKN keeps the post in one of three pairs, by its kind. */
function jobPairs(kit: Kit): Column[] {
  const kinds = [
    ['1', 'jabatan_struktural'],
    ['2', 'jabatan_fungsional'],
    ['4', 'jabatan_fungsional_umum'],
  ] as const;
  return kinds.flatMap(([kind, name]) => [
    kit.custom(`${name}_id`, TEXT, 'jabatan_id', (facts) =>
      facts.jenis_jabatan_id === kind ? (facts.jabatan_id ?? '') : '',
    ),
    kit.custom(`${name}_nama`, 'text', 'jabatan', (facts) =>
      facts.jenis_jabatan_id === kind ? (facts.jabatan ?? '') : '',
    ),
  ]);
}

function mirrorOfPairs(kit: Kit): FamilyLayout {
  const { text, value, date, blank } = kit;
  const identity = [
    value('id', TEXT, 'pns_id_bkn'),
    value('nip_baru', TEXT, 'nip'),
    value('nip_lama', TEXT, 'nip_lama'),
    text('nama', TEXT, 'nama'),
    text('gelar_depan', TEXT, 'gelar_depan'),
    text('gelar_belakang', TEXT, 'gelar_belakang'),
    ...pair(kit, 'tempat_lahir_id', 'tempat_lahir', 'tempat_lahir'),
    date('tanggal_lahir', TEXT, 'tanggal_lahir'),
    value('jenis_kelamin', TEXT, 'jenis_kelamin'),
    ...pair(kit, 'agama_id', 'agama', 'agama'),
    ...pair(kit, 'jenis_kawin_id', 'status_perkawinan', 'status_perkawinan'),
    value('nik', TEXT, 'nik'),
  ];
  const contact = [
    value('email', TEXT, 'email'),
    text('alamat', 'text', 'alamat'),
    value('no_hp', TEXT, 'no_hp'),
    optional(value('no_telpon', TEXT, 'no_telepon')),
    optional(value('kode_pos', TEXT, 'kode_pos')),
    blank('jenis_id_dokumen_id', TEXT, constant('1')),
    blank('jenis_id_dokumen_nama', TEXT, constant('KTP')),
  ];
  const status = [
    ...pair(kit, 'jenis_pegawai_id', 'jenis_pegawai_nama', 'jenis_pegawai'),
    ...pair(kit, 'kedudukan_pns_id', 'kedudukan_pns_nama', 'kedudukan_hukum'),
    value('status_pegawai', TEXT, 'status_cpns_pns'),
    optional(value('no_seri_karpeg', TEXT, 'karpeg')),
    date('tmt_cpns', TEXT, 'tmt_cpns'),
    date('tanggal_sk_cpns', TEXT, 'tgl_sk_cpns'),
    value('no_sk_cpns', 'text', 'no_sk_cpns'),
    date('tmt_pns', TEXT, 'tmt_pns'),
    date('tanggal_sk_pns', TEXT, 'tgl_sk_pns'),
    value('no_sk_pns', 'text', 'no_sk_pns'),
  ];
  const rank = [
    ...pair(kit, 'gol_ruang_awal_id', 'gol_ruang_awal', 'golongan_cpns'),
    ...pair(kit, 'gol_ruang_akhir_id', 'gol_ruang_akhir', 'golongan'),
    date('tmt_gol_akhir', TEXT, 'tmt_golongan'),
    optional(text('pangkat_akhir', TEXT, 'pangkat_nama')),
    value('mk_tahun', 'int(11)', 'masa_kerja_tahun'),
    value('mk_bulan', 'int(11)', 'masa_kerja_bulan'),
    optional(value('gaji_pokok', 'text', 'gaji_pokok')),
  ];
  const job = [
    ...pair(kit, 'jenis_jabatan_id', 'jenis_jabatan', 'jenis_jabatan'),
    ...jobPairs(kit),
    text('jabatan_nama', 'text', 'jabatan'),
    date('tmt_jabatan', TEXT, 'tmt_jabatan'),
    ...pair(kit, 'eselon_id', 'eselon', 'eselon'),
    optional(date('tmt_eselon', TEXT, 'tmt_eselon')),
  ];
  const study = [
    ...pair(kit, 'tk_pendidikan_terakhir_id', 'tk_pendidikan_terakhir', 'pendidikan_tingkat'),
    ...pair(kit, 'pendidikan_terakhir_id', 'pendidikan_terakhir_nama', 'pendidikan_nama'),
    value('tahun_lulus', TEXT, 'pendidikan_tahun_lulus'),
  ];
  const place = [
    ...pair(kit, 'instansi_induk_id', 'instansi_induk_nama', 'instansi'),
    ...pair(kit, 'instansi_kerja_id', 'instansi_kerja_nama', 'instansi_kerja'),
    ...pair(kit, 'unor_id', 'unor_nama', 'unit_kerja'),
    ...pair(kit, 'unor_induk_id', 'unor_induk_nama', 'unit_organisasi_induk'),
    ...pair(kit, 'lokasi_kerja_id', 'lokasi_kerja', 'lokasi_kerja'),
    ...pair(kit, 'kpkn_id', 'kpkn_nama', 'kpkn'),
  ];
  const rest = [
    optional(value('jumlah_istri_suami', TEXT, 'jumlah_pasangan')),
    optional(value('jumlah_anak', TEXT, 'jumlah_anak')),
    value('no_npwp', TEXT, 'npwp'),
    optional(value('bpjs', TEXT, 'no_bpjs')),
    optional(value('no_taspen', TEXT, 'no_taspen')),
    blank('is_active', 'tinyint(1)', constant('1')),
  ];
  return {
    people: {
      name: 'data_utama',
      entitas: 'pegawai',
      blocks: [identity, contact, status, rank, job, study, place, rest],
    },
    histories: [],
    references: [],
    staging: 'log_data_utama',
    keepsFormer: true,
  };
}

function mirrorOfIds(kit: Kit): FamilyLayout {
  const { text, value, date, blank } = kit;
  const id = (name: string, field: PegawaiField): Column => value(name, 'varchar(36)', `${field}_id` as PegawaiField);
  const identity = [
    value('PNS_ID', 'varchar(36)', 'pns_id_bkn'),
    value('NIP_BARU', 'varchar(18)', 'nip'),
    value('NIP_LAMA', 'varchar(9)', 'nip_lama'),
    text('NAMA', 'varchar(60)', 'nama'),
    text('GELAR_DEPAN', 'varchar(20)', 'gelar_depan'),
    text('GELAR_BLK', 'varchar(60)', 'gelar_belakang'),
    id('TEMPAT_LAHIR_ID', 'tempat_lahir'),
    date('TGL_LAHIR', 'varchar(10)', 'tanggal_lahir'),
    value('JENIS_KELAMIN', 'varchar(1)', 'jenis_kelamin'),
    id('AGAMA_ID', 'agama'),
    id('JENIS_KAWIN_ID', 'status_perkawinan'),
    value('NIK', 'varchar(30)', 'nik'),
    value('NOMOR_HP', 'varchar(40)', 'no_hp'),
    value('EMAIL', 'varchar(50)', 'email'),
    optional(value('EMAIL_GOV', 'varchar(50)', 'email_dinas')),
    text('ALAMAT', 'varchar(150)', 'alamat'),
    value('NPWP_NOMOR', 'varchar(30)', 'npwp'),
    optional(value('BPJS', 'varchar(50)', 'no_bpjs')),
  ];
  const status = [
    id('JENIS_PEGAWAI_ID', 'jenis_pegawai'),
    id('KEDUDUKAN_HUKUM_ID', 'kedudukan_hukum'),
    value('STATUS_CPNS_PNS', 'varchar(1)', 'status_cpns_pns'),
    optional(value('KARTU_PEGAWAI', 'varchar(30)', 'karpeg')),
    value('NOMOR_SK_CPNS', 'varchar(40)', 'no_sk_cpns'),
    date('TGL_SK_CPNS', 'varchar(10)', 'tgl_sk_cpns'),
    date('TMT_CPNS', 'varchar(10)', 'tmt_cpns'),
    value('NOMOR_SK_PNS', 'varchar(50)', 'no_sk_pns'),
    date('TGL_SK_PNS', 'varchar(10)', 'tgl_sk_pns'),
    date('TMT_PNS', 'varchar(10)', 'tmt_pns'),
  ];
  // PPPK have no code of golongan at BKN: their name stands here.
  const golongan = (name: string, field: 'golongan' | 'golongan_cpns'): Column =>
    kit.custom(name, 'varchar(4)', field, (facts) => facts[`${field}_id`] ?? facts[field] ?? '');
  const rank = [
    golongan('GOL_AWAL_ID', 'golongan_cpns'),
    golongan('GOL_ID', 'golongan'),
    date('TMT_GOLONGAN', 'varchar(10)', 'tmt_golongan'),
    value('MK_TAHUN', 'int', 'masa_kerja_tahun'),
    value('MK_BULAN', 'int', 'masa_kerja_bulan'),
  ];
  const job = [
    id('JENIS_JABATAN_ID', 'jenis_jabatan'),
    id('JABATAN_ID', 'jabatan'),
    date('TMT_JABATAN', 'varchar(10)', 'tmt_jabatan'),
    id('TINGKAT_PENDIDIKAN_ID', 'pendidikan_tingkat'),
    id('PENDIDIKAN_ID', 'pendidikan_nama'),
    value('TAHUN_LULUS', 'varchar(5)', 'pendidikan_tahun_lulus'),
  ];
  const place = [
    optional(id('KPKN_ID', 'kpkn')),
    optional(id('LOKASI_KERJA_ID', 'lokasi_kerja')),
    id('UNOR_ID', 'unit_kerja'),
    id('UNOR_INDUK_ID', 'unit_organisasi_induk'),
    text('INSTANSI_INDUK_NAMA', 'varchar(60)', 'instansi'),
    text('INSTANSI_KERJA_NAMA', 'varchar(60)', 'instansi_kerja'),
    blank('fhoto', 'varchar(255)', (_, row) => `${row.key}.jpg`),
  ];
  return {
    people: { name: 't_pegawai_sapk', entitas: 'pegawai', blocks: [identity, status, rank, job, place] },
    histories: mirrorHistories(kit),
    references: [],
    keepsFormer: true,
  };
}

function mirrorHistories(kit: Kit): HistoryLayout[] {
  const { value, date, custom, text, blank } = kit;
  const head = (): Column[] => [
    blank('ID', 'varchar(32)', serial),
    custom('Id_Orang', 'varchar(36)', 'pns_id_bkn', (_, row) => row.person.pns_id_bkn ?? '', {
      canonical: 'pns_id_bkn',
    }),
    custom('NIP', 'varchar(18)', 'nip', (_, row) => row.person.nip ?? '', { canonical: '@pegawai_key' }),
    custom('Nama', 'varchar(60)', 'nama', (_, row) => row.person.nama ?? ''),
  ];
  const table = (name: string, entitas: string, kind: 'pangkat' | 'jabatan', columns: Column[]): HistoryLayout => ({
    name,
    entitas,
    kinds: [kind],
    joined: false,
    blocks: [[...head(), ...columns]],
  });
  return [
    table('t_riwayat_golongan', 'riwayat_pangkat', 'pangkat', [
      text('Jenis_KP', 'varchar(52)', 'jenis_kenaikan_pangkat', 'riwayat_pangkat.jenis_kenaikan_pangkat'),
      value('Id_Golongan', 'varchar(4)', 'golongan_id', 'riwayat_pangkat.golongan'),
      text('Golongan', 'varchar(5)', 'golongan', 'riwayat_pangkat.golongan'),
      text('Pangkat', 'varchar(23)', 'pangkat_nama', 'riwayat_pangkat.pangkat_nama'),
      value('SK_Nomor', 'varchar(45)', 'no_sk_golongan', 'riwayat_pangkat.no_sk'),
      date('Sk_Tanggal', 'varchar(14)', 'tgl_sk_golongan', 'riwayat_pangkat.tgl_sk'),
      date('TMT_Golongan', 'varchar(14)', 'tmt_golongan', 'riwayat_pangkat.tmt_golongan'),
      value('MK_Golongan_Tahun', 'int', 'masa_kerja_tahun', 'riwayat_pangkat.masa_kerja_tahun'),
      value('MK_Golongan_Bulan', 'int', 'masa_kerja_bulan', 'riwayat_pangkat.masa_kerja_bulan'),
    ]),
    table('t_riwayat_jabatan', 'riwayat_jabatan', 'jabatan', [
      value('Id_Unor', 'varchar(36)', 'unit_kerja_id', 'riwayat_jabatan.unit_kerja'),
      text('Unor', 'varchar(150)', 'unit_kerja', 'riwayat_jabatan.unit_kerja'),
      value('Id_Jenis_Jabatan', 'varchar(4)', 'jenis_jabatan_id', 'riwayat_jabatan.jenis_jabatan'),
      value('Id_Jabatan', 'varchar(36)', 'jabatan_id', 'riwayat_jabatan.jabatan'),
      text('Nama_Jabatan', 'varchar(139)', 'jabatan', 'riwayat_jabatan.jabatan'),
      date('TMT_Jabatan', 'varchar(14)', 'tmt_jabatan', 'riwayat_jabatan.tmt_jabatan'),
      value('Nomor_SK', 'varchar(52)', 'no_sk_jabatan', 'riwayat_jabatan.no_sk'),
      date('Tanggal_SK', 'varchar(14)', 'tgl_sk_jabatan', 'riwayat_jabatan.tgl_sk'),
    ]),
  ];
}

function workbook(kit: Kit): FamilyLayout {
  const { text, value, date, custom } = kit;
  const identity = [
    value('NIP', 'text', 'nip'),
    text('NAMA', 'text', 'nama'),
    text('GELAR DEPAN', 'text', 'gelar_depan'),
    text('GELAR BELAKANG', 'text', 'gelar_belakang'),
    text('TEMPAT LAHIR', 'text', 'tempat_lahir'),
    date('TANGGAL LAHIR', 'Excel date', 'tanggal_lahir'),
    value('JENIS KELAMIN', 'text', 'jenis_kelamin'),
    text('AGAMA', 'text', 'agama'),
    text('STATUS KAWIN', 'text', 'status_perkawinan'),
    value('NIK', 'text', 'nik'),
    value('NOMOR HP', 'text', 'no_hp'),
    optional(value('EMAIL', 'text', 'email')),
  ];
  const rank = [
    date('TMT CPNS', 'Excel date', 'tmt_cpns'),
    date('TMT PNS', 'Excel date', 'tmt_pns'),
    value('GOL AKHIR ID', 'text', 'golongan_id'),
    text('GOL AKHIR NAMA', 'text', 'golongan'),
    date('TMT GOLONGAN', 'Excel date', 'tmt_golongan'),
    value('MK TAHUN', 'number', 'masa_kerja_tahun'),
    value('MK BULAN', 'number', 'masa_kerja_bulan'),
  ];
  const job = [
    value('JENIS JABATAN ID', 'text', 'jenis_jabatan_id'),
    text('JENIS JABATAN NAMA', 'text', 'jenis_jabatan'),
    value('JABATAN ID', 'text', 'jabatan_id'),
    text('JABATAN NAMA', 'text', 'jabatan'),
    date('TMT JABATAN', 'Excel date', 'tmt_jabatan'),
  ];
  const study = [
    value('TINGKAT PENDIDIKAN ID', 'text', 'pendidikan_tingkat_id'),
    text('TINGKAT PENDIDIKAN NAMA', 'text', 'pendidikan_tingkat'),
    text('PENDIDIKAN NAMA', 'text', 'pendidikan_nama'),
    value('TAHUN LULUS', 'text', 'pendidikan_tahun_lulus'),
  ];
  // The lower unit is empty for people who sit in the office itself: the coarser column then says it all.
  const lower = (name: string): Column =>
    custom(
      name,
      'text',
      'unit_kerja',
      (facts) => (facts.unit_kerja_id === facts.unit_organisasi_induk_id ? '' : (facts.unit_kerja ?? '')),
      { text: true },
    );
  const place = [
    lower('UNOR (2)'),
    text('UNOR (1)', 'text', 'unit_organisasi_induk'),
    text('KEDUDUKAN HUKUM', 'text', 'kedudukan_hukum'),
  ];
  return {
    people: { name: 'Sheet1', entitas: 'pegawai', blocks: [identity, rank, job, study, place] },
    histories: [],
    references: [],
    keepsFormer: true,
  };
}

import { codeOf, constant, createKit, digits, type Kit, optional } from './kit.ts';
import type { Column, Encode, FamilyLayout } from './column.ts';
import type { OfficeContext } from './context.ts';
import { compact } from './dates.ts';
import { createSmallCodes } from './code-sets.ts';
import { SATU_DUA } from './labels.ts';
import { padded } from './codes.ts';

/** Standing in the payroll: 1 to 5, 11 and 12 are paid; what lies above 5 has left. */
const STATUS: Readonly<Record<string, string>> = {
  '01': '4',
  '02': '11',
  '03': '12',
  '04': '2',
  15: '5',
  20: '1',
  71: '3',
  52: '8',
  66: '7',
  77: '7',
  88: '6',
  98: '9',
  99: '9',
};

/** Marriage: the payroll's own digit, spouses, then two digits of children that count. */
const KAWIN: Readonly<Record<string, string>> = { 1: '1', 2: '3', 3: '4', 4: '2' };

/** Family G: the payroll's list of people, in headings of at most ten letters. */
export function familyG(cx: OfficeContext): FamilyLayout {
  const kit = createKit({
    date: compact,
    dateReader: { jenis: 'tanggal', urutan: 'ymd' },
    noDate: '',
    noText: '',
    noCode: '',
  });
  const codes = createSmallCodes(cx, 'KD');
  const units = cx.table({
    name: 'KDSATKER',
    canonical: 'unit_kerja',
    number: padded(8, 40_100_000 + cx.lot.below(9000)),
  });
  const offices = cx.table({
    name: 'KDSKPD',
    canonical: 'unit_organisasi_induk',
    number: padded(5, 10_100 + cx.lot.below(900)),
  });
  const { text, value, date, code, custom } = kit;
  const identity = [
    value('NIP', 'C(18)', 'nip'),
    value('NIPLAMA', 'C(9)', 'nip_lama'),
    text('NAMA', 'C(60)', 'nama'),
    text('GLRDEPAN', 'C(20)', 'gelar_depan'),
    text('GLRBLKNG', 'C(60)', 'gelar_belakang'),
    custom('KDJENKEL', 'C(1)', 'jenis_kelamin', (facts) => SATU_DUA[facts.jenis_kelamin ?? ''] ?? '', {
      reader: { jenis: 'kode', tabel: { 1: 'M', 2: 'F' } },
    }),
    text('TEMPATLHR', 'C(40)', 'tempat_lahir'),
    date('TGLLHR', 'D', 'tanggal_lahir'),
    code('AGAMA', 'C(2)', 'agama', codes.agama),
    custom('KDSTAWIN', 'C(4)', 'status_perkawinan', marriage),
    value('NOKTP', 'C(20)', 'nik'),
  ];
  return {
    people: {
      name: 'GAJI',
      entitas: 'pegawai',
      blocks: [
        identity,
        career(kit),
        service(kit, codes),
        [
          code('KDSKPD', 'C(5)', 'unit_organisasi_induk', offices),
          text('NMSKPD', 'C(120)', 'unit_organisasi_induk'),
          code('KDSATKER', 'C(8)', 'unit_kerja', units),
          text('NMSATKER', 'C(120)', 'unit_kerja'),
        ],
        [
          text('ALAMAT', 'C(150)', 'alamat'),
          value('NOTELP', 'C(30)', 'no_hp'),
          value('NPWP', 'C(20)', 'npwp'),
          optional(value('NOREK', 'C(20)', 'no_rekening')),
          optional(value('JISTRI', 'N(1)', 'jumlah_pasangan')),
          optional(value('JANAK', 'N(2)', 'jumlah_anak')),
        ],
        money(kit.blank),
      ],
    },
    histories: [],
    references: [],
    keepsFormer: true,
  };
}

function career({ date, value, custom, blank }: Kit): Column[] {
  return [
    date('TMTCAPEG', 'D', 'tmt_cpns'),
    optional(date('TMTSKMT', 'D', 'tmt_spmt_cpns')),
    value('MKGOLT', 'N(2)', 'masa_kerja_tahun'),
    value('BLGOLT', 'N(2)', 'masa_kerja_bulan'),
    date('TMTKGB', 'D', 'tmt_kgb'),
    optional(date('TMTKGBYAD', 'D', 'tmt_kgb_berikutnya')),
    custom('KDPANGKAT', 'C(2)', 'golongan', rank),
    optional(value('BUP', 'N(2)', 'bup')),
    custom('KDSTAPEG', 'C(2)', 'kedudukan_hukum', (facts) => STATUS[codeOf(facts, 'kedudukan_hukum') ?? ''] ?? '', {
      reader: { jenis: 'kode', tabel: Object.fromEntries(Object.entries(STATUS).map(([bkn, local]) => [local, bkn])) },
    }),
    blank('TMTSTOP', 'D'),
  ];
}

function service({ value, custom, blank }: Kit, codes: ReturnType<typeof createSmallCodes>): Column[] {
  return [
    custom('KDESELON', 'C(2)', 'eselon', (facts) => (facts.jenis_jabatan_id === '1' ? (facts.eselon_id ?? '') : '')),
    // The class of an allowance says no post: several posts share one.
    blank('KDFUNGSI', 'C(5)', (facts) =>
      facts.jenis_jabatan_id === '2' ? `F${(facts.kode_jenjang_jabatan ?? 'PT').slice(0, 2)}` : '',
    ),
    value('GAPOK', 'N(9)', 'gaji_pokok'),
    custom('PENDIDIKAN', 'C(2)', 'pendidikan_tingkat', (facts) => {
      const bkn = codeOf(facts, 'pendidikan_tingkat');
      return bkn === undefined ? '' : codes.tingkat.codeOf(bkn, facts.pendidikan_tingkat ?? '');
    }),
  ];
}

/** 3C for III/c. */
const rank: Encode = (facts) => {
  const code = facts.golongan_id;
  return code === undefined ? '' : `${code.slice(0, 1)}${'ABCDE'[Number(code[1]) - 1] ?? ''}`;
};

const marriage: Encode = (facts) => {
  const status = KAWIN[facts.status_perkawinan_id ?? ''];
  if (status === undefined) return '';
  const spouses = status === '1' ? '1' : '0';
  return `${status}${spouses}${(facts.jumlah_anak ?? '0').padStart(2, '0')}`;
};

function money(blank: Kit['blank']): Column[] {
  const names = ['TJISTRI', 'TJANAK', 'TJTPP', 'TJBERAS', 'PPAJAK', 'POTONGAN', 'KOTOR', 'BERSIH'];
  return [
    blank('TGLGAJI', 'D', constant('20251001')),
    blank('NODOSIR', 'C(10)', digits(51, 1000, 99_999)),
    ...names.map((name, i) => blank(name, 'N(9)', digits(60 + i, 10_000, 900_000))),
    blank('CATATAN', 'C(30)'),
  ];
}

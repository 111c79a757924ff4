import type { Field } from '#canonical';
import { foldIdentifier } from '#kernel/text.ts';
import type { ValueKind } from '../sample/value-tests.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import { isGajiPokok } from '#rules/gaji-pokok.ts';
import { areSchools, type TextKind, textKindOf } from './text-kinds.ts';
import { FEW } from './yardstick.ts';

/** How well a column's values fit a field: 0 impossible, 0.5 says nothing, 1 as good as proved. */
export interface ValueFit {
  readonly fit: number;
  /** The values alone could carry the mapping, whatever the name. */
  readonly decisive: boolean;
  readonly bukti: string;
}

/** Share of rows that must agree with the NIP: typing errors hit few, other dates of the career agree often by law. */
const PROVED = 0.85;

const NEUTRAL: ValueFit = { fit: 0.5, decisive: false, bukti: '' };

const percent = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')}%`;
const weak = (fit: number, bukti = ''): ValueFit => ({ fit, decisive: false, bukti });
const proof = (fit: number, bukti: string): ValueFit => ({ fit, decisive: true, bukti });

/** Fits by shape alone: a share of 1 gives `top`, of 0 gives 0. */
function byShape(column: ColumnEvidence, kind: ValueKind, top: number, what: string): ValueFit {
  const share = column.facts.share(kind);
  return weak(share * top, share > 0.5 ? `${percent(share)} ${what}` : '');
}

/** Judges the values of a column for one field. An empty column proves nothing against its name. */
export function fitValues(field: Field, column: ColumnEvidence): ValueFit {
  if (column.facts.isEmpty) return NEUTRAL;
  const own = BY_FIELD[field.nama]?.(column);
  if (own) return own;
  switch (field.tipe) {
    case 'tanggal':
      return fitDate(field.nama, column);
    case 'tahun':
      return fitYear(column);
    case 'email': {
      const share = column.facts.share('email');
      return share > 0.8 ? proof(0.82, `${percent(share)} berbentuk alamat e-mail`) : weak(share * 0.7);
    }
    case 'telepon':
      return fitPhone(field.nama, column);
    case 'npwp':
      return fitNpwp(column);
    case 'nama':
      // few people share a spouse
      return weak(column.facts.share('nama') * (column.facts.filled > FEW && column.facts.variety < 0.2 ? 0.3 : 0.7));
    case 'gelar':
      return fitTitles(field.nama.replace(/^.*\./, ''), column);
    case 'uang':
      if (field.nama.endsWith('gaji_pokok')) {
        const share = column.facts.shareOf((value) => isGajiPokok(readRupiah(value)));
        if (share >= PROVED) return proof(0.9, `${percent(share)} ada di tabel gaji pokok`);
      }
      return fitMoney(column);
    case 'bilangan':
      return fitNumber(field.nama, column);
    case 'boolean':
      return weak(column.facts.distinct.size <= 4 ? 0.55 : 0.05);
    default:
      return fitText(field, column);
  }
}

/** An amount that most do not get is written as 0. */
function fitMoney(column: ColumnEvidence): ValueFit {
  const zeros = column.facts.shareOf((value) => /^0+$/.test(value));
  const share = zeros === 1 ? 0 : column.facts.share('uang') / (1 - zeros);
  return weak(share * 0.75, share > 0.5 ? `${percent(share)} berbentuk jumlah rupiah` : '');
}

/** "S1 Teknik" names a programme, and there are more of them than levels, however these are spelt. */
const isListOfProgrammes = ({ facts: { distinct } }: ColumnEvidence): boolean =>
  distinct.size > MOST_LEVELS && new Set([...distinct.keys()].map(foldIdentifier)).size > MOST_LEVELS;
const MOST_LEVELS = 18;

type Judge = (column: ColumnEvidence) => ValueFit | undefined;

const BY_FIELD: Readonly<Record<string, Judge>> = {
  nip: (column) => {
    const share = column.facts.share('nip');
    if (column.isKey) return proof(1, `${percent(share)} berbentuk NIP 18 digit`);
    // a column that a spreadsheet ruined is still the NIP, so that each of its cells is named with the remedy
    const spoilt = column.facts.share('nipRusak');
    if (spoilt >= 0.5) return proof(0.9, `${percent(spoilt)} NIP yang dirusak lembar kerja (1,98E+17)`);
    return weak(share >= 0.5 ? 0.55 * column.facts.variety : 0.05);
  },
  nip_lama: (column) => {
    const share = column.facts.share('nipLama');
    return share >= 0.5 ? proof(0.95, `${percent(share)} berbentuk NIP lama 9 digit`) : weak(0.1);
  },
  nik: (column) => {
    const share = column.facts.share('nik');
    return share >= 0.5 ? proof(0.9, `${percent(share)} berbentuk NIK`) : weak(share * 0.6);
  },
  pns_id_bkn: (column) => {
    const share = column.facts.share('hex');
    return share >= 0.7 && (!column.isOfPeople || column.facts.variety > 0.95)
      ? weak(0.9, `${percent(share)} berbentuk id BKN`)
      : weak(0.03);
  },
  '@pegawai_key': (column) =>
    weak(column.isOfPeople && column.facts.variety <= 0.9 ? 0.05 : column.facts.share('bulat') > 0.9 ? 0.55 : 0.4),
  jenis_kelamin: (column) => {
    const share = column.sexAgreement;
    if (share >= 0.9) return proof(1, `${percent(share)} cocok dengan digit ke-15 NIP`);
    if (column.facts.distinct.size <= 6 && column.facts.share('kelamin') >= 0.9) return weak(0.6);
    // of few rows no letter and no number can be told apart from another code
    return weak(
      column.facts.filled <= FEW && column.facts.distinct.size <= 3 && column.facts.meanLength <= 12 ? 0.5 : 0.05,
    );
  },
  tanggal_lahir: (column) => {
    if (isHardlyDate(column)) return weak(0.02);
    const { birth, shape } = column.dates;
    if (birth.judged >= FEW) {
      return birth.share >= PROVED
        ? proof(1, `${percent(birth.share)} cocok dengan digit 1-8 NIP`)
        : weak(birth.share * 0.5);
    }
    return weak(shape.newest <= 2010 ? 0.6 : 0.1);
  },
  tmt_cpns: (column) => {
    if (isHardlyDate(column)) return weak(0.02);
    const { tmtCpns } = column.dates;
    if (tmtCpns.judged >= FEW) {
      return tmtCpns.share >= PROVED
        ? proof(0.97, `${percent(tmtCpns.share)} cocok dengan digit 9-14 NIP`)
        : weak(tmtCpns.share * 0.6);
    }
    return weak(0.5 + 0.15 * column.dates.shape.firstOfMonth);
  },
  agama: (column) => fitLabels(column, 'agama', 0.95, 9),
  status_perkawinan: (column) => fitLabels(column, 'kawin', 0.95, 10),
  golongan_darah: (column) => {
    const { facts } = column;
    return facts.share('darah') > 0.95 && facts.distinct.size >= 3 && facts.distinct.size <= 12
      ? proof(0.85, `${percent(facts.share('darah'))} berupa golongan darah`)
      : fitLabels(column, 'darah', 0.75, 9);
  },
  pangkat_nama: fitRankName,
  'riwayat_pangkat.pangkat_nama': fitRankName,
  'riwayat_kgb.pangkat_nama': fitRankName,
  kedudukan_hukum: (column) => (isMark(column) ? weak(0.2) : fitLabels(column, 'kedudukan', 0.8, 40)),
  // no office has posts of one kind only, but a list of its teachers may
  jenis_jabatan: (column) =>
    column.facts.filled > 50 && column.facts.distinct.size < 2 && column.facts.share('jenisJabatan') < 1
      ? weak(0.35)
      : fitLabels(column, 'jenisJabatan', 0.85, 12),
  status_cpns_pns: (column) =>
    !column.facts.distinct.has('0') && column.facts.share('statusPns') > 0.9
      ? fitLabels(column, 'statusPns', 0.75, 6)
      : weak(0.15),
  // "CPNS" and "PNS" are the two states of one kind of people
  jenis_pegawai: ({ facts }) =>
    weak(
      facts.distinct.size > 40 ? 0.1 : facts.shareOf((value) => /^(?:c?pns|calon.*)$/i.test(value)) > 0.97 ? 0.3 : 0.5,
    ),
  golongan: fitGolongan,
  golongan_cpns: fitGolongan,
  golongan_pns: fitGolongan,
  golongan_kgb: fitGolongan,
  golongan_id: fitGolonganId,
  golongan_cpns_id: fitGolonganId,
  golongan_pppk: (column) => weak(column.facts.distinct.size <= 20 ? 0.5 : 0.1),
  eselon: (column) => fitLabels(column, 'eselon', 0.8, 24),
  pendidikan_tingkat: (column) => (isListOfProgrammes(column) ? weak(0.45) : fitLabels(column, 'tingkat', 0.9, 40)),
  // years and hours of a course are not the course
  diklat_struktural: ({ facts }) => (facts.share('bulat') > 0.9 && facts.distinct.size > 20 ? weak(0.1) : undefined),
  jabatan: (column) => (isAllowanceCode(column) ? weak(0.2) : undefined),
  kode_pos: (column) => weak(column.facts.shareOf((value) => /^\d{5}$/.test(value)) * 0.75),
  // names of schools are many; so few short words are levels
  pendidikan_lembaga: ({ facts }) =>
    facts.filled > 50 && facts.distinct.size <= 15 && facts.meanLength <= 5 ? weak(0.1) : undefined,
  alamat: ({ facts }) => (facts.share('berhuruf') < 0.3 ? weak(0.05) : undefined),
  alamat_rt: fitSmallNumber,
  alamat_rw: fitSmallNumber,
  masa_kerja_total_bulan: ({ facts }) =>
    weak(facts.shareOf((value) => /^\d{2,3}$/.test(value) && Number(value) > 11 && Number(value) <= 600) * 0.7),
  masa_kerja_teks: (column) => byShape(column, 'masaKerjaTeks', 0.8, 'berbentuk "x tahun y bulan"'),
  nama: (column) => {
    const { facts } = column;
    const share = facts.share('nama');
    if (share < 0.6 || facts.meanLength < 6) return weak(0.05);
    return weak(facts.variety > 0.7 ? 0.7 : facts.variety > 0.2 ? 0.55 : 0.3);
  },
};

/** Names of ranks are words; numbers and roman forms say the golongan. */
function fitRankName({ facts }: ColumnEvidence): ValueFit {
  return weak(facts.share('huruf') > 0.5 && facts.meanLength > 5 ? 0.6 : 0.15);
}

/** A few letters of a code that many share: the allowance of a post, not the post. */
const isAllowanceCode = ({ facts }: ColumnEvidence): boolean =>
  facts.meanLength <= 4 &&
  facts.variety < 0.3 &&
  facts.shareOf((value) => /^[A-Z\d]{1,4}$/.test(value)) > 0.9 &&
  facts.share('bulat') < 0.5;

/** Only zeros and ones: an answer to a question, not one of several states. */
const isMark = ({ facts }: ColumnEvidence): boolean =>
  facts.distinct.size === 2 && facts.distinct.has('0') && facts.distinct.has('1');

/** Serials of a spreadsheet up to 2064, in which the youngest retire. */
const SERIAL = /^[1-5]\d{4}(?:\.0+)?$/;

function isHardlyDate(column: ColumnEvidence): boolean {
  return (
    column.isStamp || (column.facts.share('tanggal') < 0.4 && column.facts.shareOf((value) => SERIAL.test(value)) < 0.7)
  );
}

/** Dates of effect fall on the 1st; birth dates, decrees and inaugurations on any day. */
function fitDate(nama: string, column: ColumnEvidence): ValueFit {
  if (isHardlyDate(column)) return weak(0.02);
  const { birth, shape } = column.dates;
  if (birth.judged >= FEW && birth.share >= 0.6) return weak(0.02);
  if (shape.count < FEW) return weak(0.55);
  if (!isInTime(nama, column)) return weak(0.1);
  if (nama.startsWith('tmt_')) return weak(0.5 + 0.15 * shape.firstOfMonth);
  return weak(shape.firstOfMonth > 0.97 ? 0.4 : 0.58);
}

/** Years from the birth and from the appointment in which events of a career lie by law; what most dates miss is another event. */
const LIMITS: readonly (readonly [event: RegExp, from: 'birth' | 'cpns', low: number, high: number])[] = [
  [/^(?:tmt_pns|tgl_sk_pns)$/, 'cpns', -0.5, 12],
  [/^(?:tgl_sk_cpns|tmt_spmt_cpns|tgl_spmt_cpns)$/, 'cpns', -2, 3],
  [/^tmt_pensiun$/, 'birth', 48, 72],
  [/^(?:tmt|tgl_sk)_(?:golongan|jabatan|kgb|eselon)$/, 'cpns', -2, 45],
];
const IN_TIME = 0.6;

function isInTime(nama: string, column: ColumnEvidence): boolean {
  const limit = LIMITS.find(([event]) => event.test(nama));
  if (!limit) return true;
  const [, from, low, high] = limit;
  const years = column.yearsAfter()[from];
  return years.length < FEW || years.filter((year) => year >= low && year <= high).length >= years.length * IN_TIME;
}

function fitYear(column: ColumnEvidence): ValueFit {
  const share = Math.max(column.facts.share('tahun'), column.facts.share('tanggal') * 0.6);
  return weak(share * 0.75, share > 0.5 ? `${percent(share)} berupa tahun` : '');
}

function fitNpwp(column: ColumnEvidence): ValueFit {
  const dotted = column.facts.shareOf((value) => /^\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}$/.test(value));
  return dotted > 0.7
    ? proof(0.85, `${percent(dotted)} berbentuk NPWP`)
    : byShape(column, 'npwp', 0.9, 'berbentuk NPWP');
}

function fitPhone(nama: string, column: ColumnEvidence): ValueFit {
  if (column.facts.share('telepon') < 0.3) return weak(0.05);
  const mobile = column.facts.share('ponsel');
  if (nama === 'no_hp' && mobile > 0.9 && column.facts.variety > 0.8) {
    return proof(0.82, `${percent(mobile)} berbentuk nomor seluler`);
  }
  return weak(
    nama === 'no_hp' ? 0.4 + 0.3 * mobile : 0.6 - 0.3 * mobile,
    mobile > 0.5 ? `${percent(mobile)} berbentuk nomor seluler` : '',
  );
}

/** Titles before the name are few and other ones than those behind it. */
function fitTitles(nama: string, column: ColumnEvidence): ValueFit {
  const { facts } = column;
  if (facts.share('huruf') < 0.5 || facts.meanLength > 45) return weak(0.05);
  // "S1" and "D3" are levels, however the column is called
  if (facts.share('tingkat') > 0.8 && facts.distinct.size <= 20) return weak(0.1);
  const fit = 0.25 + facts.share('gelar') * 0.5;
  const front = facts.share('gelarDepan');
  const isOwn = (nama === 'gelar_depan') === front > 0.6;
  return weak(facts.filled < FEW || isOwn ? fit : fit * 0.4);
}

function fitNumber(nama: string, column: ColumnEvidence): ValueFit {
  const { facts } = column;
  if (nama.endsWith('_bulan') && nama.startsWith('masa_kerja'))
    return byShape(column, 'masaKerjaBulan', 0.7, 'antara 0 dan 11');
  if (nama.startsWith('masa_kerja')) {
    return facts.share('masaKerjaTeks') > 0.5 ? weak(0.7) : byShape(column, 'masaKerjaTahun', 0.7, 'antara 0 dan 50');
  }
  if (nama === 'bup') {
    const share = facts.shareOf((value) => /^(?:5[4-9]|6\d|70)$/.test(value));
    // an age is any number; the limits of the law are few
    return share > 0.95 && facts.distinct.size <= 6 && facts.filled >= FEW
      ? proof(0.8, 'hanya batas usia pensiun menurut aturan')
      : weak(share * (facts.distinct.size > 8 ? 0.4 : 0.85));
  }
  // nobody has a hundred of them
  if (nama.startsWith('jumlah_')) return weak(facts.shareOf((value) => /^0?\d$|^1\d$/.test(value)) * 0.6);
  return weak(facts.share('angka') * 0.6);
}

function fitSmallNumber(column: ColumnEvidence): ValueFit {
  return weak(column.facts.shareOf((value) => /^0{0,2}\d{1,2}$/.test(value)) * 0.65);
}

/** Words are known by their set; bare codes by having few different values. */
function fitLabels(column: ColumnEvidence, kind: ValueKind, top: number, few: number): ValueFit {
  const size = column.facts.distinct.size;
  if (size > few * 3) return weak(0.08);
  const share = column.facts.share(kind);
  if (share >= 0.6 && column.facts.share('berhuruf') > 0.5) {
    return {
      fit: share * top,
      decisive: top >= 0.9 && share > 0.8,
      bukti: `${percent(share)} dikenal sebagai isi kolom itu`,
    };
  }
  if (size > few || column.facts.share('tanggal') > 0.5) return weak(0.08);
  return weak(column.facts.share('bulat') > 0.8 ? 0.52 : 0.35);
}

function fitGolongan(column: ColumnEvidence): ValueFit {
  const { facts } = column;
  if (facts.distinct.size > 45 || facts.share('tahun') > 0.8) return weak(0.05);
  // the same letters or digit in every row say something else: "ID" is a country
  if (facts.distinct.size < 2 && facts.filled > FEW && facts.shareOf((value) => /^(?:\p{L}+|\d)$/u.test(value)) === 1)
    return weak(0.2);
  const written = facts.share('romawi');
  if (written >= 0.6) return { fit: 0.85, decisive: false, bukti: `${percent(written)} berbentuk golongan` };
  const coded = facts.shareOf((value) =>
    /^(?:[1-4][1-5]|1?[1-4][1-5]|[1-4] ?[/.-]? ?[a-e]|[1-9]|1[0-7])$/i.test(value),
  );
  return weak(coded >= 0.8 ? 0.62 : 0.15);
}

/** Codes of golongan are no years; the rest is judged like other ids. */
function fitGolonganId({ facts }: ColumnEvidence): ValueFit | undefined {
  return facts.share('tahun') > 0.8 ? weak(0.05) : undefined;
}

const KIND_OF: Readonly<Record<string, TextKind>> = {
  pendidikan_lembaga: 'lembaga',
  lembaga: 'lembaga',
  pendidikan_nama: 'program',
  jabatan: 'jabatan',
  unit_kerja: 'unit',
  unit_organisasi_induk: 'unit',
  alamat: 'alamat',
};
/** Whether texts of the field can be told by their words. */
export const isKnownByWords = ({ nama }: Field): boolean => nama in KIND_OF;

const WORD_OF: Readonly<Record<TextKind, string>> = {
  lembaga: 'nama sekolah',
  program: 'nama pendidikan',
  pangkat: 'nama pangkat',
  pejabat: 'nama pejabat',
  alamat: 'alamat',
  jabatan: 'nama jabatan',
  unit: 'nama unit',
};

/** One or two digits count something; they number no decree and no card. */
const SHORTEST_NUMBER = 3;

const readRupiah = (value: string): number => Number(value.replace(/[.,]00$/, '').replace(/\D/g, ''));

/** Text and coded fields: long numbers, dates and addresses of mail are none of them. */
function fitText(field: Field, column: ColumnEvidence): ValueFit {
  const { facts } = column;
  if (facts.share('tanggal') > 0.7) return weak(0.05);
  if (facts.share('email') > 0.5) return weak(0.03);
  if (column.isKey) return weak(0.02);
  if (field.normalisasi !== 'nomor' && facts.share('tahun') > 0.8) return weak(0.1);
  // "Y" and "N" answer a question; they name no office and no post
  if (KIND_OF[field.nama.replace(/^.*\./, '')] && facts.meanLength <= 1 && facts.share('berhuruf') > 0.9)
    return weak(0.1);
  const kind = textKindOf(facts);
  if (kind !== undefined) {
    const own = KIND_OF[field.nama.replace(/^.*\./, '')] ?? (field.nama.includes('pejabat_') ? 'pejabat' : undefined);
    if (own === kind) return weak(0.75, `isinya seperti ${WORD_OF[kind]}`);
    if (own !== undefined && !(own === 'lembaga' && areSchools(facts))) return weak(0.3);
  }
  if (field.normalisasi !== 'nomor' && facts.share('nomorBergaris') > 0.8) return weak(0.25);
  // titles beside names, not places
  if (field.normalisasi === 'tempat' && facts.share('gelar') > 0.7) return weak(0.1);
  if (field.normalisasi === 'nomor' && facts.meanLength < SHORTEST_NUMBER) return weak(0.1);
  if (field.normalisasi === 'nomor') {
    const isDecree = field.nama.includes('no_sk') || field.nama.includes('no_pertek');
    return weak(isDecree ? 0.35 + 0.25 * facts.share('nomorSk') : 0.3 + 0.25 * facts.share('berangka'));
  }
  if (field.normalisasi === 'id_bkn' || field.nama.endsWith('_id')) {
    const hex = facts.share('hex');
    if (hex > 0.7) return weak(0.75, `${percent(hex)} berbentuk id BKN`);
    return weak(field.normalisasi === 'id_bkn' ? 0.1 : facts.share('bulat') > 0.8 ? 0.5 : 0.25);
  }
  if (field.normalisasi === 'digit') return weak(0.2 + 0.35 * facts.share('berangka'));
  return NEUTRAL;
}

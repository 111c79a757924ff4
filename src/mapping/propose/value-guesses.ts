import type { FieldName } from '#canonical';
import { yearOf } from '#kernel/local-date.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import { textKindOf } from './text-kinds.ts';
import { FEW } from './yardstick.ts';

/** A field that a column's values suggest, and how strongly, 0 to 1. From 0.5 on the values are telling enough to map by. */
export type ValueGuess = readonly [nama: FieldName, score: number];

/**
 * What a column may be whose name says nothing ("field_07", "Kolom B"), by its values alone: mostly alternatives to show, since many
 * fields look alike.
 */
export function guessByValues(column: ColumnEvidence): readonly ValueGuess[] {
  const { facts } = column;
  if (facts.isEmpty || column.isKey) return [];
  if (column.isStamp) return [];
  if (facts.share('tanggal') > 0.8) return guessDate(column);
  if (facts.share('berhuruf') > 0.7) return facts.share('huruf') > 0.6 ? guessWords(column) : guessMixed(column);
  return guessNumber(column);
}

/** Words by which texts of a field are known, where this share of the values holds one, and few or many different ones. */
const WORDS: readonly (readonly [
  words: RegExp,
  share: number,
  fewest: number,
  most: number,
  guesses: readonly ValueGuess[],
])[] = [
  [/^jawa (?:tengah|barat|timur)$|yogyakarta/i, 0.7, 1, 34, [['alamat_provinsi', 0.55]]],
  [/^(?:juru|pengatur|penata|pembina)\b/i, 0.7, 2, 20, [['pangkat_nama', 0.6]]],
  [/^(?:jl|jln|jalan|dk|dukuh|dsn|dusun|perum|gg|gang|kp)\b/i, 0.4, 20, Infinity, [['alamat', 0.6]]],
  [
    /universitas|institut|politeknik|akademi|sekolah tinggi|^(?:ikip|stkip|stikes|stie|univ)\b/i,
    0.4,
    3,
    Infinity,
    [['pendidikan_lembaga', 0.55]],
  ],
  [
    /^(?:guru|analis|kepala|pengelola|perawat|bidan|dokter|pranata|penyuluh|pengadministrasi|sekretaris|staf|camat|lurah|pengawas|operator|penata|apoteker|arsiparis)\b/i,
    0.6,
    10,
    Infinity,
    [['jabatan', 0.6]],
  ],
  [
    /^(?:dinas|badan|kecamatan|kantor|bagian|bidang|seksi|sekretariat|upt\w*|sdn?|smpn?|puskesmas|rsud|kelurahan|inspektorat|subbag\w*|sub bagian)\b/i,
    0.6,
    2,
    60,
    [
      ['unit_organisasi_induk', 0.55],
      ['unit_kerja', 0.45],
      ['lokasi_kerja', 0.3],
    ],
  ],
  [
    /^(?:dinas|badan|kecamatan|kantor|bagian|bidang|seksi|sekretariat|upt\w*|sdn?|smpn?|puskesmas|rsud|kelurahan|inspektorat|subbag\w*|sub bagian)\b/i,
    0.6,
    61,
    Infinity,
    [
      ['unit_kerja', 0.55],
      ['unit_organisasi_induk', 0.4],
      ['lokasi_kerja', 0.3],
    ],
  ],
];

function guessWords({ facts }: ColumnEvidence): readonly ValueGuess[] {
  const size = facts.distinct.size;
  // most people have no eselon, and everybody a golongan
  if (size <= 20 && facts.filledShare < 0.5 && facts.share('eselon') > 0.8) return [['eselon', 0.55]];
  if (size > 1 && size <= 45 && facts.share('romawi') > 0.7) return GRADES;
  for (const [words, share, fewest, most, guesses] of WORDS) {
    if (size >= fewest && size <= most && facts.shareOf((value) => words.test(value)) > share) return guesses;
  }
  if (facts.share('jenisJabatan') > 0.8 && size <= 12) return [['jenis_jabatan', 0.6]];
  if (facts.share('kedudukan') > 0.7 && size <= 25) return [['kedudukan_hukum', 0.55]];
  if (size <= 6 && facts.shareOf((value) => /\bpns\b.{4}|pegawai negeri.{4}/i.test(value)) > 0.8)
    return [
      ['jenis_pegawai', 0.5],
      ['kedudukan_hukum', 0.25],
    ];
  if (facts.share('statusPns') > 0.9 && size <= 6)
    return [
      ['status_cpns_pns', 0.55],
      ['jenis_pegawai', 0.3],
    ];
  if (facts.share('tingkat') > 0.6)
    return [
      ['pendidikan_nama', size > 20 ? 0.5 : 0.35],
      ['pendidikan_tingkat', 0.4],
    ];
  if (facts.share('gelar') > 0.8 && facts.meanLength <= 24) return guessTitle(facts);
  if (facts.share('nama') < 0.8) return [];
  if (facts.variety > 0.8 && facts.meanLength > 9) {
    return facts.filledShare > 0.97
      ? [
          ['nama', 0.52],
          ['nama_pasangan', 0.3],
        ]
      : [
          ['nama_pasangan', 0.35],
          ['nama', 0.3],
        ];
  }
  // nearly everybody in one place: where the office is
  if (size <= 3)
    return [
      ['lokasi_kerja', 0.35],
      ['alamat_kabupaten', 0.34],
      ['instansi', 0.25],
    ];
  // so few words are a list, not places
  if (size <= 6) return [];
  if (size <= 40)
    return [
      ['alamat_kabupaten', 0.35],
      ['tempat_lahir', 0.34],
      ['alamat_kecamatan', 0.3],
    ];
  return [
    ['tempat_lahir', 0.4],
    ['alamat_kecamatan', 0.35],
    ['alamat_kelurahan', 0.34],
  ];
}

/** Nearly everybody has one value: a state, not a count. */
const isOneForMost = ({ distinct, filled }: ColumnEvidence['facts']): boolean =>
  Math.max(...distinct.values()) > filled * 0.7;

function guessTitle(facts: ColumnEvidence['facts']): readonly ValueGuess[] {
  const front = facts.shareOf((value) => /^(?:drs?|dra|drg|ir|prof|hj?|kh)\b/i.test(value));
  return front > 0.6
    ? [
        ['gelar_depan', 0.6],
        ['gelar_belakang', 0.3],
      ]
    : [
        ['gelar_belakang', 0.6],
        ['gelar_depan', 0.3],
      ];
}

/** Letters and digits: numbers of decrees and cards, golongan, eselon. */
function guessMixed({ facts }: ColumnEvidence): readonly ValueGuess[] {
  if (facts.distinct.size <= 20 && facts.share('eselon') > 0.8) return [['eselon', 0.55]];
  if (facts.distinct.size > 1 && facts.distinct.size <= 45 && facts.share('romawi') > 0.7) return GRADES;
  if (facts.share('tingkat') > 0.6) {
    return facts.distinct.size > 20
      ? [['pendidikan_nama', 0.5]]
      : [
          ['pendidikan_tingkat', 0.5],
          ['pendidikan_nama', 0.4],
        ];
  }
  if (textKindOf(facts) === 'alamat') return [['alamat', 0.6]];
  if (facts.variety > 0.95 && facts.shareOf((value) => /^[\da-f]{32}$/i.test(value)) > 0.8)
    return [['pns_id_bkn', 0.52]];
  if (facts.variety > 0.95 && facts.shareOf((value) => /^[A-Z]{1,3}\d{8,11}$/.test(value)) > 0.8)
    return [
      ['no_taspen', 0.4],
      ['no_kpe', 0.3],
      ['karpeg', 0.25],
    ];
  if (facts.shareOf((value) => /^[A-Z]{1,2}[. ]?\d{5,7}[A-Z]?$/.test(value)) > 0.8)
    return [
      ['karpeg', 0.5],
      ['no_tapera', 0.25],
    ];
  if (facts.share('nomorSk') > 0.8 && facts.shareOf((value) => value.includes('/')) > 0.6) return DECREES;
  return facts.shareOf((value) => /^(?:sd|smp|puskesmas|upt)/i.test(value)) > 0.4
    ? [
        ['unit_kerja', 0.5],
        ['unit_organisasi_induk', 0.4],
      ]
    : [];
}

const GRADES: readonly ValueGuess[] = [
  ['golongan', 0.55],
  ['golongan_cpns', 0.45],
];

const DECREES: readonly ValueGuess[] = [
  ['no_sk_golongan', 0.34],
  ['no_sk_jabatan', 0.33],
  ['no_sk_cpns', 0.32],
];

/** Short lists of codes by how many codes they have. */
const LISTS: readonly (readonly [most: number, guesses: readonly ValueGuess[]])[] = [
  [
    1,
    [
      ['status_cpns_pns', 0.26],
      ['jenis_pegawai', 0.25],
      ['kedudukan_hukum', 0.24],
    ],
  ],
  [
    3,
    [
      ['jenis_jabatan', 0.3],
      ['status_cpns_pns', 0.29],
      ['jenis_pegawai', 0.28],
    ],
  ],
  [
    5,
    [
      ['status_perkawinan', 0.3],
      ['agama', 0.29],
      ['jenis_jabatan', 0.28],
    ],
  ],
  [
    8,
    [
      ['agama', 0.3],
      ['kedudukan_hukum', 0.29],
      ['pendidikan_tingkat', 0.28],
    ],
  ],
  [
    20,
    [
      ['golongan', 0.32],
      ['pendidikan_tingkat', 0.31],
      ['golongan_cpns', 0.3],
    ],
  ],
];

function guessNumber(column: ColumnEvidence): readonly ValueGuess[] {
  const { facts } = column;
  const size = facts.distinct.size;
  if (facts.shareOf((value) => /^\d.*\/.*\d$/.test(value)) > 0.6) return DECREES;
  const are = (form: RegExp): boolean => facts.shareOf((value) => form.test(value)) > 0.9;
  if (are(/^\d{2}\.?\d{3}\.?\d{3}\.?\d[-.]?\d{3}\.?\d{3}$/)) return [['npwp', 0.55]];
  if (are(/^(?:19[5-9]|20[0-3])\d$/)) return [['pendidikan_tahun_lulus', 0.52]];
  if (size >= 2 && size <= 6 && are(/^(?:5[4-9]|6[0-5]|70)$/)) return [['bup', 0.6]];
  if (facts.variety > 0.9 && are(/^000\d{10}$/)) return [['no_bpjs', 0.52]];
  if (facts.share('telepon') > 0.8 && facts.share('ponsel') < 0.5 && facts.meanLength > 7)
    return [['no_telepon', 0.52]];
  if (are(/^[1-9]\d{4}$/) && facts.variety < 0.99) return [['kode_pos', facts.variety < 0.9 ? 0.52 : 0.4]];
  if (facts.share('uang') > 0.9) return [['gaji_pokok', 0.45]];
  if (are(/^0\d{1,2}$/) && size > 8)
    return [
      ['alamat_rt', 0.45],
      ['alamat_rw', 0.44],
    ];
  if (are(/^\d{1,2}$/) && size >= 20)
    return [
      ['masa_kerja_tahun', 0.45],
      ['masa_kerja_keseluruhan_tahun', 0.3],
    ];
  if (size >= 11 && size <= 12 && facts.share('masaKerjaBulan') > 0.98) return [['masa_kerja_bulan', 0.5]];
  if (are(/^\d{1,2}$/) && facts.distinct.has('0') && size > 2 && size <= 8 && !isOneForMost(facts))
    return [
      ['jumlah_anak', 0.4],
      ['alamat_rt', 0.25],
    ];
  if (facts.filledShare < 0.4 && size <= 14 && facts.share('bulat') > 0.9) return [['eselon', 0.4]];
  if (facts.share('bulat') < 0.9) return facts.share('nomorSk') > 0.8 && facts.share('berangka') > 0.9 ? DECREES : [];
  const list = LISTS.find(([most]) => size <= most);
  if (list) return list[1];
  return facts.variety > 0.9
    ? [
        ['no_taspen', 0.25],
        ['no_rekening', 0.24],
        ['no_bpjs', 0.23],
      ]
    : [
        ['jabatan', 0.3],
        ['unit_kerja', 0.29],
        ['pendidikan_nama', 0.28],
      ];
}

/** Dates by their distance from the appointment and the birth in the NIP, and by the first of the month. */
function guessDate(column: ColumnEvidence): readonly ValueGuess[] {
  const { dates } = column;
  const { shape } = dates;
  if (shape.count < FEW) return [];
  const gaps = column.yearsAfter();
  const within = (list: readonly number[], low: number, high: number): number =>
    list.length < FEW ? 0 : list.filter((gap) => gap >= low && gap <= high).length / list.length;
  if (within(gaps.birth, 56, 66) > 0.9)
    return [
      ['tmt_pensiun', 0.55],
      ['tgl_sk_pensiun', 0.3],
    ];
  const isEffect = shape.firstOfMonth > 0.9;
  if (within(gaps.cpns, 0.5, 2.6) > 0.85)
    return isEffect
      ? [
          ['tmt_pns', 0.6],
          ['tgl_sk_pns', 0.4],
        ]
      : [
          ['tgl_sk_pns', 0.5],
          ['tmt_pns', 0.4],
        ];
  if (within(gaps.cpns, -1, 0.5) > 0.85)
    return [
      ['tgl_sk_cpns', 0.55],
      ['tmt_cpns', 0.4],
    ];
  if (shape.newest - shape.oldest <= 3 || isRecent(column))
    return [
      ['tmt_kgb', 0.42],
      ['tmt_kgb_berikutnya', 0.41],
      ['tmt_golongan', 0.3],
    ];
  // dates of inauguration fall on any day, of few people only
  if (!isEffect && column.facts.filledShare < 0.4)
    return [
      ['tmt_eselon', 0.4],
      ['tgl_pelantikan', 0.35],
      ['tmt_jabatan', 0.3],
    ];
  if (!isEffect && shape.firstOfMonth > 0.5)
    return [
      ['tmt_jabatan', 0.42],
      ['tmt_golongan', 0.35],
      ['tmt_unit_kerja', 0.3],
    ];
  if (!isEffect)
    return [
      ['tgl_sk_golongan', 0.34],
      ['tgl_sk_jabatan', 0.33],
      ['tgl_ijazah', 0.3],
    ];
  if (shape.aprilOrOctober > 0.6)
    return [
      ['tmt_golongan', 0.52],
      ['tmt_kgb', 0.3],
      ['tmt_jabatan', 0.3],
    ];
  return [
    ['tmt_jabatan', 0.36],
    ['tmt_golongan', 0.35],
    ['tmt_eselon', 0.3],
  ];
}

/** Nearly all within the last years of the column: what comes round again for everybody. */
export function isRecent({ dates }: ColumnEvidence): boolean {
  if (dates.shape.firstOfMonth < 0.9) return false;
  const years = dates.dates.flatMap((date) => (date === undefined ? [] : [yearOf(date)])).toSorted((a, b) => b - a);
  return (years[Math.floor(years.length * 0.05)] ?? 0) - (years[Math.floor(years.length * 0.95)] ?? 0) <= 3;
}

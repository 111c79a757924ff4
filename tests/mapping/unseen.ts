import { pick, shuffle, throwOf } from './lot.ts';
import type { Structure, StructureColumn } from './structures.ts';
import { UNSEEN_WORDS } from './unseen-words.ts';

interface Fact {
  readonly canonical: string | null;
  readonly secret: boolean;
  readonly indonesian: readonly string[];
  readonly english: readonly string[];
}

const FACTS: readonly Fact[] = UNSEEN_WORDS.trim()
  .split('\n')
  .map((line) => {
    const [field = '', indonesian = '', english = ''] = line.split(';').map((part) => part.trim());
    return {
      canonical: field === '-' || field === '!' ? null : field,
      secret: field === '!',
      indonesian: indonesian.split('|'),
      english: english.split('|'),
    };
  });

/** How a vendor spells the words of a column, given its place in the table. */
type Spell = (words: readonly string[], place: number, seed: string) => string;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** Inner vowels dropped, cut short: "tanggal" = tnggl, tngg. */
const contract = (word: string, length: number): string =>
  word.length <= 3 ? word : (word.charAt(0) + word.slice(1).replace(/[aiueo]/g, '')).slice(0, length);

const USUAL: Readonly<Record<string, string>> = {
  nomor: 'no',
  tanggal: 'tgl',
  golongan: 'gol',
  jabatan: 'jab',
  pendidikan: 'pend',
  tahun: 'thn',
  bulan: 'bln',
  kode: 'kd',
  nama: 'nm',
  jenis: 'jns',
};

/** A letter doubled, dropped or two of them swapped, as fast fingers do. */
function mistype(word: string, seed: string): string {
  if (word.length < 5 || throwOf(`${seed}/salah`) > 0.35) return word;
  const at = 1 + Math.floor(throwOf(`${seed}/letak`) * (word.length - 3));
  const [before, here, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
  return pick(`${seed}/cara`, [
    `${before}${next}${here}${after}`,
    `${before}${here}${here}${next}${after}`,
    `${before}${next}${after}`,
  ]);
}

const VENDORS: readonly { readonly name: string; readonly english: boolean; readonly spell: Spell }[] = [
  { name: 'inggris', english: true, spell: (words) => words.join('_') },
  { name: 'inggris-camel', english: true, spell: ([first = '', ...rest]) => first + rest.map(capital).join('') },
  { name: 'camel', english: false, spell: ([first = '', ...rest]) => first + rest.map(capital).join('') },
  {
    name: 'kapital',
    english: false,
    spell: (words) =>
      words
        .map((word) => USUAL[word] ?? word)
        .join('')
        .toUpperCase(),
  },
  {
    name: 'kapital-singkat',
    english: false,
    spell: (words) =>
      words
        .map((word) => USUAL[word] ?? contract(word, 4))
        .join('')
        .toUpperCase(),
  },
  {
    name: 'awalan',
    english: false,
    spell: (words) =>
      `peg_${words
        .toReversed()
        .map((word) => USUAL[word] ?? word)
        .join('_')}`,
  },
  { name: 'judul-nomor', english: false, spell: (words, place) => `${place + 1}. ${words.map(capital).join(' ')}` },
  {
    name: 'salah-ketik',
    english: false,
    spell: (words, place, seed) => words.map((word, i) => capital(mistype(word, `${seed}/${place}/${i}`))).join(' '),
  },
  {
    name: 'singkat',
    english: false,
    spell: (words, place, seed) =>
      words.map((word, i) => (throwOf(`${seed}/${place}/${i}`) < 0.6 ? contract(word, 3) : word)).join('_'),
  },
  { name: 'field', english: false, spell: (_, place) => `field_${String(place + 1).padStart(2, '0')}` },
  {
    name: 'kolom',
    english: false,
    spell: (_, place) =>
      `Kolom ${place < 26 ? '' : String.fromCharCode(64 + Math.floor(place / 26))}${String.fromCharCode(65 + (place % 26))}`,
  },
];

/** Structures of vendors that do not exist, with answers: which columns, in what order and in whose words, hangs on the seed. */
export function makeUnseen(seed: string): readonly Structure[] {
  return [
    ...VENDORS.map((vendor) => makeTable(vendor, `${seed}/${vendor.name}`)),
    makePayroll(seed),
    makeMisleading(seed),
  ];
}

function makeTable({ name, english, spell }: (typeof VENDORS)[number], seed: string): Structure {
  const facts = shuffle(
    seed,
    FACTS.filter(
      ({ canonical }, index) => canonical === 'nip' || canonical === 'nama' || throwOf(`${seed}/ada/${index}`) < 0.75,
    ),
  );
  const columns = facts.map((fact, place): StructureColumn => {
    const words = pick(`${seed}/kata/${place}`, english ? fact.english : fact.indonesian).split(' ');
    const isCoded = fact.canonical !== null && CODED.has(fact.canonical) && throwOf(`${seed}/kode/${place}`) < 0.5;
    const spelt = spell(
      isCoded && throwOf(`${seed}/awal/${place}`) < 0.5 ? (english ? [...words, 'id'] : ['kode', ...words]) : words,
      place,
      seed,
    );
    return {
      name: spelt,
      type: isCoded ? 'int' : 'varchar',
      canonical: fact.canonical,
      ...(isCoded
        ? { encoding: 'local code' }
        : fact.canonical !== null && CODED.has(fact.canonical)
          ? {
              encoding:
                fact.canonical.startsWith('golongan') && throwOf(`${seed}/angka/${place}`) < 0.4 ? '2-digit' : 'words',
            }
          : {}),
      ...(fact.secret ? { secret: true } : {}),
    };
  });
  return {
    slug: `rekaan-${name}`,
    source: `rekaan-${name}`,
    entity: 'pegawai',
    table: 'data',
    columns: unique(columns),
  };
}

const CODED: ReadonlySet<string> = new Set([
  'agama',
  'status_perkawinan',
  'jenis_pegawai',
  'kedudukan_hukum',
  'golongan',
  'golongan_cpns',
  'jenis_jabatan',
  'eselon',
  'pendidikan_tingkat',
  'status_cpns_pns',
  'jabatan',
  'unit_kerja',
  'pendidikan_nama',
]);

/** A heading that occurs twice keeps its second meaning apart, as databases do. */
function unique(columns: readonly StructureColumn[]): readonly StructureColumn[] {
  const seen = new Set<string>();
  return columns.map((column) => {
    const name = seen.has(column.name.toLowerCase()) ? `${column.name}2` : column.name;
    seen.add(name.toLowerCase());
    return { ...column, name };
  });
}

type Row = readonly [name: string, canonical: string | null, encoding?: string];

const columnsOf = (seed: string, rows: readonly Row[]): readonly StructureColumn[] =>
  shuffle(seed, rows).map(([name, canonical, encoding]) => ({
    name,
    type: 'text',
    canonical,
    ...(encoding === undefined ? {} : { encoding }),
  }));

/** A payroll's list: money that must stay out, payroll codes, few facts. */
function makePayroll(seed: string): Structure {
  const rows: readonly Row[] = [
    ['NIPPEG', 'nip'],
    ['NMPEG', 'nama'],
    ['GLDEPAN', 'gelar_depan'],
    ['GLBLK', 'gelar_belakang'],
    ['TGLHRPEG', 'tanggal_lahir'],
    ['KDKELAMIN', 'jenis_kelamin', 'payroll code'],
    ['KDAGM', 'agama', 'local code'],
    ['KDGOLR', 'golongan', 'local code'],
    ['TMTGOLR', 'tmt_golongan'],
    ['MKTHNPEG', 'masa_kerja_tahun'],
    ['MKBLNPEG', 'masa_kerja_bulan'],
    ['KDESL', 'eselon', 'local code'],
    ['KDKWN', 'status_perkawinan', 'local code'],
    ['JMLISSU', 'jumlah_pasangan'],
    ['JMLANAK', 'jumlah_anak'],
    ['KDOPD', 'unit_organisasi_induk', 'local code'],
    ['NMOPD', 'unit_organisasi_induk', 'text'],
    ['NMUNIT', 'unit_kerja', 'text'],
    ['NMJABAT', 'jabatan', 'text'],
    ['GAPOKPEG', 'gaji_pokok'],
    ['NOREKBANK', 'no_rekening'],
    ['NPWPPEG', 'npwp'],
    ['NIKPEG', 'nik'],
    ['TMTCPEG', 'tmt_cpns'],
    ['NIPLM', 'nip_lama'],
    ['TUNJISTRI', null],
    ['TUNJANAK', null],
    ['TUNJBERAS', null],
    ['GAJIKOTOR', null],
    ['POTONGIWP', null],
    ['GAJIBERSIH', null],
    ['TGLGAJI', null],
    ['NMBANK', null],
    ['KDBYR', null],
  ];
  return {
    slug: 'rekaan-gaji',
    source: 'rekaan-gaji',
    entity: 'pegawai',
    table: 'GAJI',
    columns: columnsOf(`${seed}/gaji`, rows),
  };
}

/** Names that promise one thing above values of another. */
function makeMisleading(seed: string): Structure {
  const rows: readonly Row[] = [
    ['id', 'nip'],
    ['nip', 'nip_lama'],
    ['nama', 'nama'],
    ['tgl', 'tanggal_lahir'],
    ['tmt', 'tmt_golongan'],
    ['tgl_masuk', 'tmt_cpns'],
    ['tanggal_lahir', null],
    ['status', 'status_perkawinan', 'words'],
    ['jenis', 'jenis_kelamin'],
    ['pangkat', 'golongan', 'roman'],
    ['gol', 'golongan_cpns', 'roman'],
    ['unit', 'unit_organisasi_induk', 'text'],
    ['skpd', 'unit_kerja', 'text'],
    ['kode', 'jenis_jabatan', 'local code'],
    ['posisi', 'jabatan', 'text'],
    ['tmt_posisi', 'tmt_jabatan'],
    ['kontak', 'no_hp'],
    ['surat', 'email'],
    ['ktp', 'nik'],
    ['pajak', 'npwp'],
    ['sekolah', 'pendidikan_nama', 'text'],
    ['jenjang', 'pendidikan_tingkat', 'words'],
    ['tamat', 'pendidikan_tahun_lulus'],
    ['asal', 'tempat_lahir', 'text'],
    ['iman', 'agama', 'local code'],
    ['keadaan', 'kedudukan_hukum', 'words'],
    ['sk1', 'no_sk_cpns'],
    ['sk2', 'no_sk_pns'],
    ['tmt2', 'tmt_pns'],
    ['status_data', null],
  ];
  const columns = columnsOf(`${seed}/sesat`, rows).map((column) =>
    column.name === 'tanggal_lahir' ? { ...column, name: 'tanggal_lahir_istri' } : column,
  );
  return { slug: 'rekaan-menyesatkan', source: 'rekaan-menyesatkan', entity: 'pegawai', table: 'pegawai', columns };
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openReference } from '#reference';
import { golonganLabel, GOLONGAN_PNS, pangkatName } from '#rules/golongan.ts';
import { BULAN } from '#rules/tanggal.ts';
import { columnNames } from '../column-names.ts';
import { locateMadeColumns } from '../made/made-columns.ts';
import { proposeColumns } from '../propose/columns.ts';
import { type Reader, readerSchema, type Recipe, recipeSchema } from '../recipe.ts';
import { fromRows } from '../sample/table-sample.ts';
import { roundTrips, type Trip } from '../testing/round-trip.ts';
import { type Day, dmy, iso, type MadeUp, makeUp, valueOf } from '../testing/synthetic-values.ts';
import { createRow } from './row.ts';
import { blockOf } from './row-block.ts';
import { createRowWriter } from './row-writer.ts';
import { getSlot, SLOTS } from './slots.ts';
import { createUnderstand } from './understand.ts';

const folder = fileURLToPath(new URL('../../../../shared/structures/', import.meta.url));
const isAbsent = !existsSync(folder);
const PEOPLE = Array.from({ length: 30 }, (_, index) => makeUp(index));
const understand = createUnderstand(openReference());

interface Structure {
  readonly entity: string;
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly canonical: string | null }[];
}

function structuresIn(isWanted: (entity: string) => boolean): readonly Structure[] {
  if (isAbsent) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as Structure)
    .filter(({ entity }) => isWanted(entity));
}

const changed = (trips: readonly Trip[]): readonly string[] => [
  ...new Set(
    trips
      .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
      .map(
        ({ slot, reason, before, after }) =>
          `${slot.field.nama} ${reason} ${before.join('|')} ${after?.join('|') ?? ''}`,
      ),
  ),
];

describe.skipIf(isAbsent)('the public structures, filled with made-up people [needs ../shared/structures]', () => {
  const structures = structuresIn((entity) => entity === 'pegawai');

  it.each(structures.map((structure) => [structure.table, structure] as const))(
    '%s: every mapped column comes back as it was',
    (_, { table, columns }) => {
      const names = columnNames(columns.map(({ name }) => name));
      const rows = PEOPLE.map((person) =>
        columns.map(({ canonical }) => (canonical === null ? '' : valueOf(canonical, person))),
      );
      const found = proposeColumns(fromRows(table, names, [], rows, rows.length), {
        entitas: 'pegawai',
        tables: [],
        gabung: [],
        reference: openReference(),
      });
      const recipe: Recipe = { berkas: '', tabel: table, entitas: 'pegawai', baris: 0, ...found, gabung: [] };
      const trips = roundTrips({ recipe, columns: names, rows });
      // A column of BKN's ids holds labels here, and no label says which id it has.
      const idsOnly = new Set(
        recipe.kolom.flatMap(({ kanonik }) => (kanonik?.endsWith('_id') === true ? [kanonik.slice(0, -3)] : [])),
      );
      const refused = trips.filter(({ after }) => after === undefined);
      expect(refused.filter(({ slot }) => !idsOnly.has(slot.field.nama)).map(({ slot }) => slot.field.nama)).toEqual(
        [],
      );
      expect(changed(trips.filter(({ after }) => after !== undefined))).toEqual([]);
      expect(trips.filter(({ moved }) => moved).length).toBeGreaterThan(PEOPLE.length);
    },
  );
});

/** What a history tells of the present: its columns that are fields of a person, too. */
const FIELDS_OF = new Map([
  ['tahun_lulus', 'pendidikan_tahun_lulus'],
  ['tingkat', 'pendidikan_tingkat'],
]);

describe.skipIf(isAbsent)('the public histories, laid beside made-up people [needs ../shared/structures]', () => {
  const histories = structuresIn((entity) => entity.startsWith('riwayat'));
  const fieldOf = (canonical: string | null): string | undefined => {
    const bare = /^riwayat_(?!kgb)\w+\.(\w+)$/.exec(canonical ?? '')?.[1];
    const name = FIELDS_OF.get(bare ?? '') ?? bare;
    return SLOTS.some(({ field }) => field.nama === name) ? name : undefined;
  };
  const told = histories.filter(({ columns }) => columns.some(({ canonical }) => fieldOf(canonical) !== undefined));

  it.each(told.map((structure) => [structure.table, structure] as const))(
    '%s: every column that is a field of the person comes back as it was',
    (_, { columns }) => {
      const names = ['NIP', ...columnNames(columns.map(({ name }) => `r.${name}`))];
      const fields = columns.map(({ canonical }) => fieldOf(canonical));
      const rows = PEOPLE.map((person) => [
        person.nip,
        ...fields.map((field) => (field === undefined ? '' : valueOf(field, person))),
      ]);
      const recipe = recipeSchema.parse({
        berkas: '',
        tabel: '',
        kolom: [
          { sumber: 'NIP', kanonik: 'nip' },
          ...fields.map((field, index) => ({ sumber: names[index + 1], kanonik: field ?? null })),
        ],
      });
      const trips = roundTrips({ recipe, columns: names, rows }).filter(({ slot }) => slot.field.nama !== 'nip');
      expect(trips.filter(({ after }) => after === undefined).map(({ slot }) => slot.field.nama)).toEqual([]);
      expect(changed(trips)).toEqual([]);
      expect(trips.length).toBeGreaterThan(5);
    },
  );
});

/** A source of one field: its columns, how they are read, and how a person's cells are written. */
interface Form {
  readonly kolom: readonly (readonly [sumber: string, kanonik: string, pembaca?: Reader])[];
  /** Further columns behind those. */
  readonly aside?: readonly string[];
  readonly write: (person: MadeUp) => readonly string[];
  readonly lain?: Partial<Recipe>;
  readonly lookups?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const two = (value: number): string => String(value).padStart(2, '0');
const kode = (tabel: Readonly<Record<string, string>>): Reader => ({ jenis: 'kode', tabel });
const golonganOf = ({ index }: MadeUp) => GOLONGAN_PNS[(index * 7) % GOLONGAN_PNS.length] ?? GOLONGAN_PNS[0];
const MARKS = ['-', '/', '.', ' '] as const;

function dateForm(write: (day: Day) => string, urutan: 'dmy' | 'mdy' | 'ymd' | 'ydm'): Form {
  return {
    kolom: [['LAHIR', 'tanggal_lahir', { jenis: 'tanggal', urutan }]],
    write: ({ lahir }) => [write(lahir)],
  };
}

const dates: readonly Form[] = [
  ...MARKS.flatMap((mark) =>
    [two, String].map((part) => dateForm(({ day, month, year }) => [part(day), part(month), year].join(mark), 'dmy')),
  ),
  ...MARKS.map((mark) => dateForm(({ day, month, year }) => [year, two(month), two(day)].join(mark), 'ymd')),
  dateForm(({ day, month, year }) => `${month}/${day}/${year}`, 'mdy'),
  // Swapped by a spreadsheet, which leaves days above 12 as they are.
  dateForm(
    ({ day, month, year }) => (day > 12 ? `${year}-${two(month)}-${two(day)}` : `${year}-${two(day)}-${two(month)}`),
    'ydm',
  ),
  dateForm(({ day, month, year }) => `${day} ${BULAN[month - 1] ?? ''} ${year}`, 'dmy'),
  dateForm(({ day, month, year }) => `${two(day)}-${(BULAN[month - 1] ?? '').slice(0, 3)}-${year}`, 'dmy'),
  dateForm(({ day, month, year }) => `${year}${two(month)}${two(day)}`, 'dmy'),
  dateForm(({ day, month, year }) => `${two(day)}${two(month)}${year}`, 'dmy'),
  dateForm(({ day, month, year }) => `${year}-${two(month)}-${two(day)} 00:00:00`, 'ymd'),
  dateForm((day) => String(Date.UTC(day.year, day.month - 1, day.day) / 86_400_000 + 25_569), 'dmy'),
];

const numbers: readonly Form[] = [
  { kolom: [['NIK', 'nik']], write: (person) => [valueOf('nik', person)] },
  { kolom: [['NIK', 'nik']], write: (person) => [`'${valueOf('nik', person)}`] },
  { kolom: [['NIK', 'nik']], write: (person) => [valueOf('nik', person).replace(/(.{4})(?=.)/g, '$1 ')] },
  { kolom: [['NPWP', 'npwp']], write: (person) => [valueOf('npwp', person)] },
  { kolom: [['NPWP', 'npwp']], write: (person) => [valueOf('npwp', person).replace(/\D/g, '')] },
  { kolom: [['NPWP', 'npwp']], write: (person) => [`0${valueOf('npwp', person).replace(/\D/g, '')}`] },
  { kolom: [['LULUS', 'pendidikan_tahun_lulus']], write: (person) => [valueOf('tahun_lulus', person)] },
];

const masaKerja: readonly Form[] = [
  ...[
    (tahun: number, bulan: number) => `${tahun} Tahun ${bulan} Bulan`,
    (tahun: number, bulan: number) => `${two(tahun)} th ${two(bulan)} bl`,
    (tahun: number, bulan: number) => `${two(tahun)}-${two(bulan)}`,
  ].map(
    (write): Form => ({
      kolom: [['MK', 'masa_kerja_tahun', { jenis: 'masa_kerja' }]],
      write: ({ index }) => [write(index % 31, index % 12)],
    }),
  ),
  { kolom: [['MKTOTAL', 'masa_kerja_total_bulan']], write: ({ index }) => [String((index % 31) * 12 + (index % 12))] },
  ...[String, two].map(
    (part): Form => ({
      kolom: [
        ['MKT', 'masa_kerja_tahun'],
        ['MKB', 'masa_kerja_bulan'],
      ],
      write: ({ index }) => [part(index % 31), part(index % 12)],
    }),
  ),
];

const names: readonly Form[] = [
  { kolom: [['NAMA', 'nama']], write: (person) => [valueOf('nama', person)] },
  {
    kolom: [['NAMA', 'nama', { jenis: 'nama_bergelar' }]],
    write: (person) => {
      const [depan, belakang] = [valueOf('gelar_depan', person), valueOf('gelar_belakang', person)];
      return [`${depan} ${valueOf('nama', person)}`.trim() + (belakang === '' ? '' : `, ${belakang}`)];
    },
  },
  {
    kolom: [
      ['GDP', 'gelar_depan'],
      ['NAMA', 'nama'],
      ['GDB', 'gelar_belakang'],
    ],
    write: (person) => [valueOf('gelar_depan', person), valueOf('nama', person), valueOf('gelar_belakang', person)],
  },
];

const GOLONGAN_FORMS: readonly ((row: (typeof GOLONGAN_PNS)[number]) => string)[] = [
  ({ kode: code }) => code,
  ({ kode: code }) => `1${code}`,
  ({ kode: code }) => golonganLabel(code),
  ({ kode: code }) => golonganLabel(code).replace('/', '-'),
  ({ kode: code }) => golonganLabel(code).toUpperCase(),
  ({ kode: code }) => pangkatName(code) ?? '',
  ({ kode: code }) => `${pangkatName(code) ?? ''} (${golonganLabel(code)})`,
  ({ kode: code }) => `${pangkatName(code) ?? ''}, ${golonganLabel(code)}`,
];
const LADDER = Object.fromEntries(GOLONGAN_PNS.map(({ kode: code }, index) => [String(index + 1), code]));
const AGAMA = ['Islam', 'Kristen', 'Katholik', 'Hindu', 'Budha'];
const UNITS = ['DINAS PENDIDIKAN', 'SEKSI DATA', 'SUBBAGIAN UMUM', 'PUSKESMAS WELERI'];
const unitOf = ({ index }: MadeUp): number => index % UNITS.length;
const POSTS = ['KEPALA SEKSI DATA', 'GURU AHLI PERTAMA', 'PENGADMINISTRASI UMUM'];
const SUB: Reader = { jenis: 'sambung', kolom: ['KDU1', 'KDU2', 'KDU3'], pemisah: '.' };

const codes: readonly Form[] = [
  ...GOLONGAN_FORMS.map(
    (write): Form => ({ kolom: [['GOL', 'golongan']], write: (person) => [write(golonganOf(person))] }),
  ),
  {
    kolom: [['GOL', 'golongan', kode(LADDER)]],
    write: (person) => [String(GOLONGAN_PNS.indexOf(golonganOf(person)) + 1)],
  },
  { kolom: [['SEX', 'jenis_kelamin', kode({ '1': 'M', '2': 'F' })]], write: ({ isWoman }) => [isWoman ? '2' : '1'] },
  { kolom: [['SEX', 'jenis_kelamin']], write: ({ isWoman }) => [isWoman ? 'Wanita' : 'Pria'] },
  { kolom: [['AGAMA', 'agama']], write: ({ index }) => [AGAMA[index % AGAMA.length] ?? ''] },
  {
    kolom: [
      ['KDAGAMA', 'agama'],
      ['AGAMA', 'agama'],
    ],
    write: ({ index }) => [String((index % AGAMA.length) + 1), AGAMA[index % AGAMA.length] ?? ''],
  },
  {
    kolom: [['UNIT', 'unit_kerja', { jenis: 'rujukan', tabel: 'unit', kunci: 'id', nilai: 'nama' }]],
    write: (person) => [String(100 + unitOf(person))],
    lookups: new Map([['UNIT', new Map(UNITS.map((unit, index) => [String(100 + index), unit]))]]),
  },
  {
    kolom: [
      ['UNIT_ID', 'unit_kerja_id'],
      ['UNIT', 'unit_kerja'],
    ],
    write: (person) => [`${unitOf(person)}`.repeat(32), UNITS[unitOf(person)] ?? ''],
  },
  {
    kolom: [
      ['JENIS', 'jenis_jabatan'],
      ...(['1', '2', '3'] as const).map((n): readonly [string, string] => [`JAB${n}`, 'jabatan']),
    ],
    write: ({ index }) =>
      ['', '', '', ''].map((_, at) =>
        at === 0 ? String(1 + (index % 2)) : at === 1 + (index % 2) ? (POSTS[index % 2] ?? '') : '',
      ),
    lain: { pilihan: [{ kanonik: 'jabatan', menurut: 'JENIS', bila: { '1': 'JAB1', '2': 'JAB2' } }] },
  },
  {
    kolom: ['GOL', 'RUANG'].map((name): readonly [string, string, Reader] => [
      name,
      'golongan',
      { jenis: 'sambung', kolom: ['GOL', 'RUANG'], pemisah: '/' },
    ]),
    write: (person) => golonganOf(person).label.split('/'),
  },
  {
    kolom: ['KDU1', 'KDU2', 'KDU3'].map((name): readonly [string, string, Reader] => [name, 'unit_kerja', SUB]),
    write: (person) => [
      `DINAS ${'ABCD'.charAt(unitOf(person))}`,
      `SEKSI ${unitOf(person)}`,
      unitOf(person) % 2 === 0 ? '' : 'URUSAN',
    ],
  },
];

const TTL: Form['kolom'] = [
  ['TTL', 'tempat_lahir', { jenis: 'teks_tanggal', ambil: 'teks', urutan: 'dmy' }],
  ['TTL', 'tanggal_lahir', { jenis: 'teks_tanggal', ambil: 'tanggal', urutan: 'dmy' }],
];
const GOL_TMT: Form['kolom'] = [
  ['GOLTMT', 'golongan', { jenis: 'teks_tanggal', ambil: 'teks', urutan: 'dmy' }],
  ['GOLTMT', 'tmt_golongan', { jenis: 'teks_tanggal', ambil: 'tanggal', urutan: 'dmy' }],
];
const SK: Form['kolom'] = [
  ['SKCPNS', 'no_sk_cpns', { jenis: 'teks_tanggal', ambil: 'teks', urutan: 'dmy' }],
  ['SKCPNS', 'tgl_sk_cpns', { jenis: 'teks_tanggal', ambil: 'tanggal', urutan: 'dmy' }],
];
const places = (write: (tempat: string, day: Day) => string): Form => ({
  kolom: TTL,
  write: (person) => [write(valueOf('tempat_lahir', person), person.lahir)],
});
const ranks = (write: (golongan: string, tmt: Day) => string): Form => ({
  kolom: GOL_TMT,
  write: (person) => [write(golonganLabel(golonganOf(person).kode), person.cpns)],
});
const decrees = (write: (nomor: string, day: Day) => string): Form => ({
  kolom: SK,
  write: (person) => [
    write(`821.2/${person.index}/${person.cpns.year}`, { ...person.cpns, day: 1 + (person.index % 28) }),
  ],
});
const inWords = ({ day, month, year }: Day): string => `${day} ${BULAN[month - 1] ?? ''} ${year}`;
type Piece = Extract<Reader, { jenis: 'potong' }>;
const potong = (pemisah: string, dari: number, ambil: number, lalu: Piece['lalu'] = { jenis: 'langsung' }): Piece => ({
  jenis: 'potong',
  pemisah,
  dari,
  ambil,
  lalu,
});

const composites: readonly Form[] = [
  places((tempat, day) => `${tempat}, ${inWords(day)}`),
  places((tempat, day) => `${tempat}/${dmy(day)}`),
  places((tempat, day) => `${tempat} ${dmy(day, '/')}`),
  places((tempat, day) => `${dmy(day)}, ${tempat}`),
  ranks((golongan, day) => `${golongan}, ${dmy(day)}`),
  ranks((golongan, day) => `${golongan} (${dmy(day, '/')})`),
  ranks((golongan, day) => `${golongan} TMT ${inWords(day)}`),
  ranks((golongan, day) => `${golongan}/${iso(day)}`),
  decrees((nomor, day) => `${nomor} tanggal ${inWords(day)}`),
  decrees((nomor, day) => `No. ${nomor} tgl. ${dmy(day)}`),
  decrees((nomor, day) => `${nomor}; ${dmy(day, '.')}`),
  {
    kolom: [
      ['PENDIDIKAN', 'pendidikan_tingkat', potong(' - ', 4, 1)],
      ['PENDIDIKAN', 'pendidikan_nama', potong(' - ', 4, 2)],
      ['PENDIDIKAN', 'pendidikan_lembaga', potong(' - ', 4, 3)],
      ['PENDIDIKAN', 'pendidikan_tahun_lulus', potong(' - ', 4, 4)],
    ],
    write: ({ index, cpns }) =>
      [
        ['SMA', 'S1', 'S2'][index % 3] ?? '',
        ['IPA', 'Teknik Informatika', 'Manajemen'][index % 3] ?? '',
        'UNDIP',
        String(cpns.year - 1),
      ]
        .join(' - ')
        .split('\n'),
  },
  {
    kolom: [
      ['JABATAN', 'jabatan', potong(' pada ', 2, 1)],
      ['JABATAN', 'unit_kerja', potong(' pada ', 2, 2)],
    ],
    write: (person) => [`${POSTS[person.index % POSTS.length] ?? ''} pada ${UNITS[unitOf(person)] ?? ''}`],
  },
  {
    kolom: [
      ['SK', 'no_sk_cpns', potong(' | ', 4, 1)],
      ['SK', 'tgl_sk_cpns', potong(' | ', 4, 2, { jenis: 'tanggal', urutan: 'dmy' })],
      ['SK', 'golongan', potong(' | ', 4, 3, { jenis: 'kode', tabel: LADDER })],
      ['SK', 'masa_kerja_tahun', potong(' | ', 4, 4, { jenis: 'masa_kerja' })],
    ],
    write: (person) => [
      [
        `821/${person.index}`,
        dmy(person.cpns),
        String(GOLONGAN_PNS.indexOf(golonganOf(person)) + 1),
        `${person.index % 31} tahun ${person.index % 12} bulan`,
      ].join(' | '),
    ],
  },
  {
    kolom: [
      ['SEKOLAH', 'pendidikan_nama', potong('(', 2, 1)],
      ['SEKOLAH', 'pendidikan_tahun_lulus', potong('(', 2, 2)],
    ],
    write: ({ index, cpns }) => [`SMA N ${1 + (index % 4)} KUDUS (${cpns.year - 1})`],
  },
  {
    kolom: [
      ['S2_PRODI', 'pendidikan_nama', { jenis: 'bentang', kelompok: 'S2', urut: 45, ambil: 'isi' }],
      ['S2_THN', 'pendidikan_tahun_lulus', { jenis: 'bentang', kelompok: 'S2', urut: 45, ambil: 'isi' }],
      ['S1_PRODI', 'pendidikan_nama', { jenis: 'bentang', kelompok: 'S1', urut: 40, ambil: 'isi' }],
      ['S1_THN', 'pendidikan_tahun_lulus', { jenis: 'bentang', kelompok: 'S1', urut: 40, ambil: 'isi' }],
    ],
    write: ({ index, cpns }) => [
      ...(index % 3 === 0 ? [['Manajemen', 'Hukum'][index % 2] ?? '', String(cpns.year + 3)] : ['', '0']),
      ['Teknik', 'Gizi', 'Statistika'][index % 3] ?? '',
      String(cpns.year - 1),
    ],
  },
  ...[String, two, (month: number) => BULAN[month - 1] ?? ''].map(
    (month): Form => ({
      kolom: [['TGL', 'tanggal_lahir', { jenis: 'tanggal_terpisah', hari: 'TGL', bulan: 'BLN', tahun: 'THN' }]],
      aside: ['BLN', 'THN'],
      write: ({ lahir }) => [two(lahir.day), month(lahir.month), String(lahir.year)],
    }),
  ),
];

function tripsOf({ kolom, aside, write, lain, lookups }: Form, people: readonly MadeUp[]): readonly Trip[] {
  const columns = ['NIP', ...new Set(kolom.map(([name]) => name)), ...(aside ?? [])];
  const recipe = recipeSchema.parse({
    berkas: '',
    tabel: '',
    kolom: [
      { sumber: 'NIP', kanonik: 'nip' },
      ...kolom.map(([sumber, kanonik, pembaca = { jenis: 'langsung' }]) => ({ sumber, kanonik, pembaca })),
    ],
    ...lain,
  });
  const rows = people.map((person) => {
    return [person.nip, ...write(person)];
  });
  return roundTrips({
    recipe,
    columns,
    rows,
    ...(lookups ? { lookups } : {}),
  }).filter(({ slot }) => slot.field.nama !== 'nip');
}

const FORMS = [
  ['tanggal', dates],
  ['digits', numbers],
  ['masa_kerja', masaKerja],
  ['nama, gelar', names],
  ['kode, rujukan, sambung, pilihan', codes],
  ['teks_tanggal, potong, tanggal_terpisah, bentang', composites],
] as const;

describe('a reader and its writer', () => {
  it.each(FORMS)('%s: source -> canonical -> source is the identity', (_, forms) => {
    for (const form of forms) {
      assert(
        property(integer({ min: 0, max: 900 }), (first) => {
          const people = Array.from({ length: 40 }, (__, index) => makeUp(first + index));
          const trips = tripsOf(form, people);
          expect(changed(trips)).toEqual([]);
          expect(trips.length).toBeGreaterThan(5);
        }),
        { numRuns: 2 },
      );
    }
  });

  it('are there for every reader that a recipe may name', () => {
    const readers = FORMS.flatMap(([, forms]) =>
      forms.flatMap(({ kolom }) => kolom.map(([, , reader]) => reader ?? { jenis: 'langsung' as const })),
    );
    const kinds = new Set(readers.map(({ jenis }) => jenis));
    const inPieces = new Set(readers.flatMap((reader) => (reader.jenis === 'potong' ? [reader.lalu.jenis] : [])));
    // What a local code means is learned from people on both sides; it has a case of its own below.
    const known = readerSchema.options.map(({ shape }) => shape.jenis.value).filter((jenis) => jenis !== 'kode_lokal');
    expect(known.filter((jenis) => !kinds.has(jenis))).toEqual([]);
    expect([...inPieces].toSorted()).toEqual(['kode', 'langsung', 'masa_kerja', 'tanggal']);
  });
});

describe('a value that does not go back in one way only', () => {
  const writerOf = (
    kolom: readonly (readonly [string, string, Reader?])[],
    wanted: Readonly<Record<string, readonly string[]>>,
    given: Partial<Parameters<typeof createRowWriter>[0]> = {},
  ) => {
    const recipe = recipeSchema.parse({
      berkas: '',
      tabel: '',
      kolom: kolom.map(([sumber, kanonik, pembaca = { jenis: 'langsung' }]) => ({ sumber, kanonik, pembaca })),
      pilihan: given.recipe?.pilihan ?? [],
    });
    const own = [...new Set(kolom.map(([sumber]) => sumber))];
    return createRowWriter({
      recipe,
      columns: [...own, ...locateMadeColumns(recipe, own).map(({ name }) => name)],
      lookups: new Map(),
      understand,
      wanted: new Map(Object.entries(wanted).map(([name, values]) => [name, new Set(values)])),
      learned: new Map(),
      typeOf: () => '',
      ...given,
    });
  };

  it.each<
    readonly [
      what: string,
      kolom: readonly (readonly [string, string, Reader?])[],
      cells: readonly string[],
      field:
        | 'agama'
        | 'jenis_kelamin'
        | 'jenis_jabatan'
        | 'pendidikan_tahun_lulus'
        | 'pendidikan_tingkat'
        | 'tanggal_lahir',
      value: string,
      code: string,
    ]
  >([
    [
      'no code of the table means it',
      [['A', 'agama', kode({ '1': '1', '2': '2' })]],
      ['1'],
      'agama',
      '4',
      'TULIS_TANPA_KODE',
    ],
    [
      'two codes of the table mean it',
      [['A', 'agama', kode({ '1': '1', '3': '3', '9': '3' })]],
      ['1'],
      'agama',
      '3',
      'TULIS_AMBIGU',
    ],
    [
      'a local code that nobody explained',
      [['A', 'agama', { jenis: 'kode_lokal' }]],
      ['7'],
      'agama',
      '1',
      'TULIS_TANPA_KODE',
    ],
    [
      'a word of a short list that no row shows how to write',
      [['A', 'jenis_kelamin']],
      ['L'],
      'jenis_kelamin',
      'F',
      'TULIS_TANPA_EJAAN',
    ],
    [
      'a code that the source looks up and its table lacks',
      [['A', 'agama', { jenis: 'rujukan', tabel: 't', kunci: 'k', nilai: 'n' }]],
      ['1'],
      'agama',
      '3',
      'TULIS_TANPA_KODE',
    ],
    ['no column of the field', [['A', 'agama']], ['1'], 'jenis_kelamin', 'M', 'TULIS_TANPA_KOLOM'],
    [
      'a column in which nothing shows how dates are written',
      [['T', 'tanggal_lahir', { jenis: 'tanggal', urutan: 'dmy' }]],
      [''],
      'tanggal_lahir',
      '1990-01-02',
      'TULIS_TANPA_BENTUK',
    ],
    [
      'a value that is none of the field',
      [['T', 'tanggal_lahir', { jenis: 'tanggal', urutan: 'dmy' }]],
      ['01-02-1990'],
      'tanggal_lahir',
      'besok',
      'TULIS_NILAI_BKN',
    ],
    ['a part that the cell does not hold', TTL, ['KUDUS'], 'tanggal_lahir', '1990-01-02', 'TULIS_TANPA_BENTUK'],
    [
      'a part of a cell that cannot be taken apart',
      TTL,
      ['KUDUS, 12-03-19xx'],
      'tanggal_lahir',
      '1990-01-02',
      'TULIS_TANPA_BENTUK',
    ],
    [
      'a level that the place of its columns tells',
      [['S1_THN', 'pendidikan_tingkat', { jenis: 'bentang', kelompok: 'S1', urut: 40, ambil: 'kelompok' }]],
      ['2004'],
      'pendidikan_tingkat',
      '45',
      'TULIS_TANPA_EJAAN',
    ],
    ['a way to write "none" that the column never showed', [['A', 'agama']], ['Islam'], 'agama', '', 'TULIS_KOSONG'],
  ])('is not guessed: %s', (_, kolom, cells, field, value, code) => {
    const writer = writerOf(kolom, { [field]: [value] });
    expect(writer.write(cells, getSlot(field), value)).toEqual({ ok: false, error: code });
  });

  it('does not change a column that decides about another field', () => {
    const kolom = [
      ['JENIS', 'jenis_jabatan'],
      ['JAB1', 'jabatan'],
      ['JAB2', 'jabatan'],
    ] as const;
    const recipe = recipeSchema.parse({
      berkas: '',
      tabel: '',
      kolom: kolom.map(([sumber, kanonik]) => ({ sumber, kanonik })),
      pilihan: [{ kanonik: 'jabatan', menurut: 'JENIS', bila: { '1': 'JAB1', '2': 'JAB2' } }],
    });
    const writer = writerOf(kolom, { jenis_jabatan: ['2'] }, { recipe });
    const cells = ['1', 'KEPALA SEKSI', 'GURU'];
    writer.learn(['2', '', 'GURU'], rowOf(writer, ['2', '', 'GURU']));
    expect(writer.write(cells, getSlot('jenis_jabatan'), '2')).toEqual({ ok: false, error: 'TULIS_ISIAN_LAIN' });
  });

  it.each<readonly [type: string, code: string]>([
    ["enum('L','P')", 'P'],
    ["enum('L','W','P')", 'TULIS_AMBIGU'],
    ['varchar(1)', 'TULIS_TANPA_EJAAN'],
  ])('takes the word of a short list that a column of the type %s alone allows', (type, outcome) => {
    const writer = writerOf([['A', 'jenis_kelamin']], { jenis_kelamin: ['F'] }, { typeOf: () => type });
    writer.learn(['L'], rowOf(writer, ['L']));
    const written = writer.write(['L'], getSlot('jenis_kelamin'), 'F');
    expect(written.ok ? written.value[0] : written.error).toBe(outcome);
  });

  it('takes the spelling that most rows of the source have, and the label of BKN only where none has', () => {
    const writer = writerOf([['A', 'jabatan']], { jabatan: ['KEPALA SUBBAGIAN UMUM', 'GURU AHLI MUDA'] });
    for (const cell of ['KASUBAG UMUM', 'KA. SUB BAG. UMUM', 'KA. SUB BAG. UMUM', 'PERAWAT']) {
      writer.learn([cell], rowOf(writer, [cell]));
    }
    const write = (value: string) => writer.write(['PERAWAT'], getSlot('jabatan'), value);
    expect(write('KEPALA SUBBAGIAN UMUM')).toEqual({ ok: true, value: ['KA. SUB BAG. UMUM'] });
    expect(write('GURU AHLI MUDA')).toEqual({ ok: true, value: ['GURU AHLI MUDA'] });
  });

  it('takes a local code whose meaning was learned', () => {
    const kolom = [['A', 'agama', { jenis: 'kode_lokal' }]] as const;
    const learned = new Map([
      [
        'agama',
        [
          { kode: '7', arti: 'Islam' },
          { kode: '8', arti: 'Kristen' },
        ],
      ],
    ]);
    const writer = writerOf(kolom, { agama: ['2'] }, { learned });
    expect(writer.write(['7'], getSlot('agama'), '2')).toEqual({ ok: true, value: ['8'] });
  });
});

function rowOf(writer: ReturnType<typeof createRowWriter>, cells: readonly string[]) {
  const row = createRow();
  writer.plan.readRow(blockOf(cells, cells.length), 0, row);
  return row;
}

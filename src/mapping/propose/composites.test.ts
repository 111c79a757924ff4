import { describe, expect, it } from 'vitest';
import { BULAN } from '#rules/tanggal.ts';
import type { ColumnMapping } from '../recipe.ts';
import { csvOf, propose } from '../testing/temp-file.ts';
import { type Day, dmy, iso, type MadeUp, makeUp, valueOf } from '../testing/synthetic-values.ts';

const PEOPLE = Array.from({ length: 60 }, (_, index) => makeUp(index));
const inWords = ({ day, month, year }: Day): string => `${day} ${BULAN[month - 1] ?? ''} ${year}`;

/** Mappings of a table of people with further columns. */
async function mapped(
  headings: readonly string[],
  write: (person: MadeUp) => readonly string[],
): Promise<readonly ColumnMapping[]> {
  const rows = PEOPLE.map((person) => [
    person.nip,
    valueOf('nama', person),
    valueOf('agama', person),
    ...write(person),
  ]);
  const recipe = await propose('a.csv', csvOf(['NIP', 'NAMA', 'AGAMA', ...headings], rows));
  return recipe.kolom.slice(3);
}

const short = (kolom: readonly ColumnMapping[]): readonly string[] =>
  kolom.map(({ sumber, kanonik, pembaca }) => {
    const part = 'ambil' in pembaca ? ` ${pembaca.ambil}` : '';
    return `${sumber}: ${kanonik ?? '-'} (${pembaca.jenis}${part})`;
  });

describe('columns with several values', () => {
  it.each<readonly [heading: string, write: (person: MadeUp) => string, expected: readonly string[]]>([
    [
      'Tempat/Tgl Lahir',
      (person) => `${valueOf('tempat_lahir', person)}, ${inWords(person.lahir)}`,
      ['tempat_lahir (teks_tanggal teks)', 'tanggal_lahir (teks_tanggal tanggal)'],
    ],
    [
      'KOLOM_7',
      (person) => `${valueOf('tempat_lahir', person)}/${dmy(person.lahir)}`,
      ['tempat_lahir (teks_tanggal teks)', 'tanggal_lahir (teks_tanggal tanggal)'],
    ],
    [
      'GOL/TMT',
      (person) => `${valueOf('golongan', person)}, ${dmy({ ...person.cpns, year: person.cpns.year + 6 })}`,
      ['golongan (teks_tanggal teks)', 'tmt_golongan (teks_tanggal tanggal)'],
    ],
    [
      'No dan Tgl SK CPNS',
      (person) => `813/${person.index}/${person.cpns.year} tanggal ${inWords({ ...person.cpns, day: 7 })}`,
      ['no_sk_cpns (teks_tanggal teks)', 'tgl_sk_cpns (teks_tanggal tanggal)'],
    ],
    [
      'Pendidikan Terakhir',
      (person) => `${['SMA', 'S1', 'S2'][person.index % 3] ?? ''} - Manajemen - UNDIP - ${person.cpns.year - 1}`,
      [
        'pendidikan_tingkat (potong 1)',
        'pendidikan_nama (potong 2)',
        'pendidikan_lembaga (potong 3)',
        'pendidikan_tahun_lulus (potong 4)',
      ],
    ],
    [
      'Jabatan',
      (person) => `${valueOf('jabatan', person)} pada ${valueOf('unit_kerja', person)}`,
      ['jabatan (potong 1)', 'unit_kerja (potong 2)'],
    ],
    [
      'RT/RW',
      ({ index }) => `00${1 + (index % 7)}/00${1 + (index % 3)}`,
      ['alamat_rt (potong 1)', 'alamat_rw (potong 2)'],
    ],
    [
      'RTRW',
      ({ index }) => `${1 + (index % 7)} / ${1 + (index % 3)}`,
      ['alamat_rt (potong 1)', 'alamat_rw (potong 2)'],
    ],
    ['tmtCpns', (person) => `${iso(person.cpns)}T00:00:00.000Z`, ['tmt_cpns (tanggal)']],
    ['tmtCpns', (person) => `${iso(person.cpns)}T00:00:00+07:00`, ['tmt_cpns (tanggal)']],
    ['MK DALAM BULAN', ({ index }) => String(40 + index * 5), ['masa_kerja_total_bulan (langsung)']],
    ['MKG BULAN', ({ index }) => String(40 + index * 5), ['masa_kerja_total_bulan (langsung)']],
    ['Jabatan', (person) => valueOf('jabatan', person), ['jabatan (langsung)']],
    ['Nomor Ijazah', (person) => `DN-03/${person.index}/${person.cpns.year - 1}`, ['no_ijazah (langsung)']],
    ['No SK CPNS', (person) => `813/${person.index}/${person.cpns.year}`, ['no_sk_cpns (langsung)']],
    ['Tgl Lahir', (person) => inWords(person.lahir), ['tanggal_lahir (tanggal)']],
  ])('%s', async (heading, write, expected) => {
    const kolom = await mapped([heading], (person) => [write(person)]);
    expect(short(kolom)).toEqual(expected.map((part) => `${heading}: ${part}`));
  });

  it('finds a date over three columns, the month as a name', async () => {
    const kolom = await mapped(['TGL_LAHIR', 'BLN_LAHIR', 'THN_LAHIR'], ({ lahir }) => [
      String(lahir.day),
      BULAN[lahir.month - 1] ?? '',
      String(lahir.year),
    ]);
    expect(short(kolom)).toEqual(
      ['TGL_LAHIR', 'BLN_LAHIR', 'THN_LAHIR'].map((name) => `${name}: tanggal_lahir (tanggal_terpisah)`),
    );
  });

  it('finds education spread over columns, a group a level', async () => {
    const kolom = await mapped(['SMA_TAHUN', 'S1_PRODI', 'S1_TAHUN', 'S2_PRODI', 'S2_TAHUN'], ({ index, cpns }) => [
      String(cpns.year - 6),
      index % 3 === 0 ? '' : 'Manajemen',
      index % 3 === 0 ? '' : String(cpns.year - 1),
      index % 3 === 2 ? 'Hukum' : '',
      index % 3 === 2 ? String(cpns.year + 4) : '',
    ]);
    expect(short(kolom)).toEqual([
      'SMA_TAHUN: pendidikan_tahun_lulus (bentang isi)',
      'SMA_TAHUN: pendidikan_tingkat (bentang kelompok)',
      'S1_PRODI: pendidikan_nama (bentang isi)',
      'S1_PRODI: pendidikan_tingkat (bentang kelompok)',
      'S1_TAHUN: pendidikan_tahun_lulus (bentang isi)',
      'S2_PRODI: pendidikan_nama (bentang isi)',
      'S2_PRODI: pendidikan_tingkat (bentang kelompok)',
      'S2_TAHUN: pendidikan_tahun_lulus (bentang isi)',
    ]);
  });

  it('takes no part for a field that has a column of its own', async () => {
    const kolom = await mapped(['TTL', 'TANGGAL LAHIR'], (person) => [
      `${valueOf('tempat_lahir', person)}, ${inWords(person.lahir)}`,
      dmy(person.lahir),
    ]);
    expect(short(kolom)).toEqual(['TTL: tempat_lahir (teks_tanggal teks)', 'TANGGAL LAHIR: tanggal_lahir (tanggal)']);
  });
});

describe('a name in several columns', () => {
  const FIRST = ['SITI', 'BUDI', 'TRI', 'EKO', 'SRI'];
  const LAST = ['AMINAH', 'UTOMO', '', 'LESTARI', 'SANTOSO', 'WIBOWO', 'RAHAYU'];
  const first = ({ index }: MadeUp): string => FIRST[index % 5] ?? '';
  const middle = ({ index }: MadeUp): string => (index % 3 === 0 ? 'NUR' : '');
  const last = ({ index }: MadeUp): string => LAST[index % 7] ?? '';
  /** What a table without the full name makes of these columns. */
  async function read(headings: readonly string[], write: (person: MadeUp) => readonly string[]) {
    const rows = PEOPLE.map((person) => [person.nip, valueOf('agama', person), ...write(person)]);
    const recipe = await propose('a.csv', csvOf(['NIP', 'AGAMA', ...headings], rows));
    return recipe.kolom.slice(2).map(({ kanonik, pembaca }) => ({ kanonik, ...pembaca }));
  }

  it.each([
    ['NMDEPAN', 'NMTENGAH', 'NMBELAKANG'],
    ['nama_depan', 'nama_tengah', 'nama_belakang'],
    ['FirstName', 'MiddleName', 'LastName'],
    ['fname', 'mname', 'lname'],
    ['GivenName', 'MiddleName', 'FamilyName'],
  ])('%s, %s and %s are one name', async (...kolom) => {
    const reading = { kanonik: 'nama', jenis: 'sambung', kolom, pemisah: ' ' };
    expect(await read(kolom, (person) => [first(person), middle(person), last(person)])).toEqual([
      reading,
      reading,
      reading,
    ]);
  });

  it('is read in the order in which it is spoken, whatever the order of the columns', async () => {
    const [reading] = await read(['last_name', 'first_name'], (person) => [last(person), first(person)]);
    expect(reading).toEqual({ kanonik: 'nama', jenis: 'sambung', kolom: ['first_name', 'last_name'], pemisah: ' ' });
  });

  it('is not made where a column holds the whole name', async () => {
    const kolom = await mapped(['nama_depan', 'nama_belakang'], (person) => [first(person), last(person)]);
    expect(kolom.map(({ kanonik }) => kanonik)).toEqual([null, null]);
  });

  it('is not made of titles', async () => {
    const kolom = await mapped(['nama_depan', 'nama_belakang'], ({ index }) => [
      index % 2 === 0 ? 'Dr.' : 'Drs.',
      index % 2 === 0 ? 'S.H.' : 'M.Pd.',
    ]);
    expect(kolom.map(({ pembaca }) => pembaca.jenis)).not.toContain('sambung');
  });
});

describe('golongan and ruang apart', () => {
  const rooms = ['a', 'b', 'c', 'd'];
  const joined = async (headings: readonly [string, string], write: (person: MadeUp) => readonly [string, string]) =>
    (await mapped(headings, write)).map(({ kanonik, pembaca }) => ({ kanonik, ...pembaca }));

  it.each<readonly [gol: string, ruang: string, write: (person: MadeUp) => readonly [string, string], string, string]>([
    ['gol', 'ruang', ({ index }) => [['II', 'III', 'IV'][index % 3] ?? '', rooms[index % 4] ?? ''], 'golongan', '/'],
    ['KOL_5', 'KOL_6', ({ index }) => [['II', 'III'][index % 2] ?? '', rooms[index % 3] ?? ''], 'golongan', '/'],
    ['gol', 'ruang', ({ index }) => [String(2 + (index % 3)), String(1 + (index % 4))], 'golongan', ''],
    [
      'gol_cpns',
      'ruang_cpns',
      ({ index }) => [['II', 'III'][index % 2] ?? '', rooms[index % 2] ?? ''],
      'golongan_cpns',
      '/',
    ],
  ])('in %s and %s are one golongan', async (gol, ruang, write, kanonik, pemisah) => {
    const reading = { kanonik, jenis: 'sambung', kolom: [gol, ruang], pemisah };
    expect(await joined([gol, ruang], write)).toEqual([reading, reading]);
  });

  it('are not made of two columns of digits that do not say so', async () => {
    const kolom = await joined(['kelas', 'regu'], ({ index }) => [String(1 + (index % 3)), String(1 + (index % 4))]);
    expect(kolom.map(({ jenis }) => jenis)).not.toContain('sambung');
  });
});

import { describe, expect, it } from 'vitest';
import { formatRecipe } from './recipe-json.ts';
import { dmy, iso, type MadeUp, makeUp } from './testing/synthetic-values.ts';
import { columnOf, csvOf, propose } from './testing/temp-file.ts';

const PEOPLE = Array.from({ length: 80 }, (_, index) => makeUp(index));

/** A small delivery: NIP, name, birth date, and the columns of the case. */
function delivery(columns: Readonly<Record<string, (person: MadeUp) => string>>): string {
  const extra = Object.entries(columns);
  const header = ['nip', 'nama', 'tgl_lahir', ...extra.map(([name]) => name)];
  const rows = PEOPLE.map((person) => [
    person.nip,
    `ORANG ${String.fromCharCode(65 + (person.index % 26))}${String.fromCharCode(65 + (person.index % 7))}`,
    iso(person.lahir),
    ...extra.map(([, value]) => value(person)),
  ]);
  return csvOf(header, rows);
}

const readerOf = async (name: string, value: (person: MadeUp) => string): Promise<unknown> => {
  const column = columnOf(await propose('a.csv', delivery({ [name]: value })), name);
  return { kanonik: column.kanonik, ...column.pembaca };
};

/** One level of a unit code with so many different values. */
const part =
  (values: number) =>
  ({ index }: MadeUp): string =>
    String(1 + (index % values)).padStart(2, '0');

describe('readers are chosen by the values', () => {
  it('reads sex by digit 15, whatever the office means by 1 and 2', async () => {
    expect(await readerOf('idjenkel', ({ isWoman }) => (isWoman ? '1' : '2'))).toEqual({
      kanonik: 'jenis_kelamin',
      jenis: 'kode',
      tabel: { 1: 'F', 2: 'M' },
    });
  });

  it('needs no table for words of sex, en dash or not', async () => {
    expect(await readerOf('Jenis Kelamin', ({ isWoman }) => (isWoman ? 'Perempuan' : 'Laki – Laki'))).toEqual({
      kanonik: 'jenis_kelamin',
      jenis: 'langsung',
    });
  });

  it('turns local golongan 1 to 17 into the ladder', async () => {
    const newest = Math.max(...PEOPLE.map(({ cpns }) => cpns.year));
    // appointed on III/a, promoted every four years
    const rung = ({ cpns }: MadeUp): string => String(Math.min(14, 9 + Math.floor((newest - cpns.year) / 4)));
    expect(await readerOf('id_golongan', rung)).toMatchObject({
      kanonik: 'golongan',
      jenis: 'kode',
      tabel: { 1: 'I/a', 9: 'III/a', 17: 'IV/e' },
    });
  });

  it('leaves numbers open that only count the golongan which the office has', async () => {
    const newest = Math.max(...PEOPLE.map(({ cpns }) => cpns.year));
    const rung = ({ cpns }: MadeUp): string => String(Math.min(13, 8 + Math.floor((newest - cpns.year) / 4)));
    expect(await readerOf('id_golongan', rung)).toMatchObject({ kanonik: 'golongan', jenis: 'kode_lokal' });
  });

  it('leaves numbers open that do not rise with the years of service', async () => {
    const shuffled = ({ index }: MadeUp): string => String(5 + ((index * 7) % 10));
    expect(await readerOf('id_golongan', shuffled)).toMatchObject({ kanonik: 'golongan', jenis: 'kode_lokal' });
  });

  it("leaves BKN's two digits of golongan to the rule", async () => {
    expect(await readerOf('idgolrupkt', ({ index }) => `3${1 + (index % 4)}`)).toEqual({
      kanonik: 'golongan',
      jenis: 'langsung',
    });
  });

  it('takes small numbers of a religion for local ones, to be learned', async () => {
    expect(await readerOf('agama_id', ({ index }) => (index % 15 === 0 ? '2' : '1'))).toEqual({
      kanonik: 'agama',
      jenis: 'kode_lokal',
      panjang: 2,
    });
  });

  it('reads 1/2/3 of the employment as CPNS, PNS, PPPK where most are 2', async () => {
    expect(await readerOf('idstspeg', ({ index }) => (index % 11 === 0 ? '1' : '2'))).toMatchObject({
      kanonik: 'status_cpns_pns',
      tabel: { 1: 'C', 2: 'P' },
    });
  });

  it('knows the kinds of position after UU ASN', async () => {
    const kinds = ['2', '2', '2', '3', '40', '2', '3', '30'];
    expect(await readerOf('idjenjab', ({ index }) => kinds[index % kinds.length] ?? '')).toMatchObject({
      kanonik: 'jenis_jabatan',
      tabel: { 2: '2', 3: '4', 40: '1' },
    });
  });

  it('splits titles off a name that carries them', async () => {
    const text = csvOf(
      ['NIP', 'Nama', 'Tgl Lahir'],
      PEOPLE.map(({ nip, lahir, index }) => [
        nip,
        index % 2 ? `dr. SITI ${'A'.repeat(1 + (index % 5))}, M.Kes` : `BUDI ${index % 3 ? 'W' : 'S'}, S.Pd.`,
        iso(lahir),
      ]),
    );
    expect(columnOf(await propose('a.csv', text), 'Nama').pembaca).toEqual({ jenis: 'nama_bergelar' });
  });

  it('reads years and months of service out of one text', async () => {
    expect(await readerOf('masa_kerja', ({ index }) => `${index % 30} tahun ${index % 12} bulan`)).toEqual({
      kanonik: 'masa_kerja_tahun',
      jenis: 'masa_kerja',
    });
  });

  it('learns what codes mean from the words beside them, in spite of single wrong words', async () => {
    const code = ({ index }: MadeUp): string => ['5', '8', '8', '3'][index % 4] ?? '';
    const words: Readonly<Record<string, string>> = { 5: 'Struktural', 8: 'Fungsional Tertentu', 3: 'Pelaksana' };
    const recipe = await propose(
      'a.csv',
      delivery({
        jenis_jabatan_id: code,
        jenis_jabatan: (person) => (person.index % 9 === 1 ? 'Struktural' : (words[code(person)] ?? '')),
      }),
    );
    expect(columnOf(recipe, 'jenis_jabatan_id').pembaca).toEqual({
      jenis: 'kode',
      tabel: { 3: '4', 5: '1', 8: '2' },
    });
  });

  it("takes codes for BKN's where the words beside them say the same", async () => {
    const code = ({ index }: MadeUp): string => ['1', '1', '2', '4'][index % 4] ?? '';
    const words: Readonly<Record<string, string>> = { 1: 'Struktural', 2: 'Fungsional Tertentu', 4: 'Pelaksana' };
    const recipe = await propose(
      'a.csv',
      delivery({ jenis_jabatan_id: code, jenis_jabatan: (person) => words[code(person)] ?? '' }),
    );
    expect(columnOf(recipe, 'jenis_jabatan_id').pembaca).toEqual({ jenis: 'langsung' });
  });

  it('reads years and months of service out of two columns whatever their short names', async () => {
    const recipe = await propose(
      'a.csv',
      delivery({ MKGOLRUT: ({ index }) => String(index % 31), BLGOLRUT: ({ index }) => String(index % 12) }),
    );
    expect(columnOf(recipe, 'MKGOLRUT')).toMatchObject({ kanonik: 'masa_kerja_tahun', pembaca: { jenis: 'langsung' } });
    expect(columnOf(recipe, 'BLGOLRUT').kanonik).toBe('masa_kerja_bulan');
  });

  it('joins a unit code that lies over several columns', async () => {
    const recipe = await propose('a.csv', delivery({ KDU1: part(2), KDU2: part(4), KDU3: part(8) }));
    expect(columnOf(recipe, 'KDU1')).toMatchObject({
      kanonik: 'unit_kerja',
      pembaca: { jenis: 'sambung', kolom: ['KDU1', 'KDU2', 'KDU3'] },
    });
  });

  it('reads an undecided date as its neighbours are read', async () => {
    const recipe = await propose(
      'a.csv',
      csvOf(
        ['nip', 'nama', 'tgl_lahir', 'tmt_cpns', 'tgl_pelantikan'],
        PEOPLE.map(({ nip, lahir, cpns, index }) => [
          nip,
          `ORANG ${'A'.repeat(1 + (index % 20))}`,
          dmy(lahir),
          dmy(cpns),
          '',
        ]),
      ),
    );
    expect(columnOf(recipe, 'tgl_pelantikan').pembaca).toEqual({ jenis: 'tanggal', urutan: 'dmy' });
  });
});

describe('fields are chosen by the values', () => {
  it('takes the column NIP for the old number where another one holds the new', async () => {
    const text = csvOf(
      ['NIP', 'NIPNEW', 'NAMA', 'TGLLAHIR'],
      PEOPLE.map(({ nip, lahir, index }) => [
        `${510_000_100 + index}`,
        nip,
        `ORANG ${'A'.repeat(1 + (index % 20))}`,
        iso(lahir),
      ]),
    );
    const recipe = await propose('a.csv', text);
    expect(columnOf(recipe, 'NIP').kanonik).toBe('nip_lama');
    expect(columnOf(recipe, 'NIPNEW').kanonik).toBe('nip');
  });

  it('finds birth date and TMT CPNS under names that say nothing', async () => {
    const recipe = await propose(
      'a.csv',
      csvOf(
        ['a', 'nama', 'x1', 'x2'],
        PEOPLE.map(({ nip, lahir, cpns, index }) => [
          nip,
          `ORANG ${'A'.repeat(1 + (index % 20))}`,
          iso(lahir),
          iso(cpns),
        ]),
      ),
    );
    expect(recipe.kolom.map(({ kanonik }) => kanonik)).toEqual(['nip', 'nama', 'tanggal_lahir', 'tmt_cpns']);
  });

  it('lets the finer of two unit columns be the unit, whatever the names', async () => {
    const recipe = await propose(
      'a.csv',
      delivery({
        skpd: ({ index }) => `SEKOLAH NOMOR ${'I'.repeat(1 + (index % 25))}`,
        unit_kerja: ({ index }) => ['DINAS PENDIDIKAN', 'DINAS KESEHATAN'][index % 2] ?? '',
      }),
    );
    expect(columnOf(recipe, 'skpd').kanonik).toBe('unit_kerja');
    expect(columnOf(recipe, 'unit_kerja').kanonik).toBe('unit_organisasi_induk');
  });

  it('reads the upper of two levels as the unit where the lower is empty, even where the sample holds no such row', async () => {
    const recipe = await propose(
      'a.csv',
      delivery({
        'UNOR (2)': ({ index }) => `SEKOLAH NOMOR ${'I'.repeat(1 + (index % 24))}`,
        'UNOR (1)': ({ index }) => ['DINAS PENDIDIKAN', 'DINAS KESEHATAN'][index % 2] ?? '',
      }),
    );
    const units = recipe.kolom.filter(({ kanonik }) => kanonik === 'unit_kerja').map(({ sumber }) => sumber);
    expect(units).toEqual(['UNOR (2)', 'UNOR (1)']);
  });

  it('takes a telephone column that holds e-mail for an address', async () => {
    const recipe = await propose('a.csv', delivery({ no_hp: ({ index }) => `p${index}@contoh.test` }));
    expect(columnOf(recipe, 'no_hp').kanonik).toBe('email');
  });

  it('puts the text before the code when both feed one field', async () => {
    const recipe = await propose(
      'a.csv',
      delivery({
        idskpd: ({ index }) => `01.0${1 + (index % 9)}`,
        nmskpd: ({ index }) => `SEKSI ${'A'.repeat(1 + (index % 9))}`,
      }),
    );
    const units = recipe.kolom.filter(({ kanonik }) => kanonik === 'unit_kerja').map(({ sumber }) => sumber);
    expect(units).toEqual(['nmskpd', 'idskpd']);
  });
});

describe('a post in one of several columns', () => {
  const kind = ({ index }: MadeUp): string => ['1', '2', '2', '3'][index % 4] ?? '';
  const post = ({ index }: MadeUp): string => String(100 + (index % 40));

  it('is chosen by the kind of post where each column is filled for its own kinds', async () => {
    const recipe = await propose(
      'a.csv',
      delivery({
        jenis_jabatan: kind,
        jabatan_struktural_id: (person) => (kind(person) === '1' ? post(person) : ''),
        jabatan_fungsional_id: (person) => (kind(person) === '1' ? '' : post(person)),
      }),
    );
    expect(recipe.pilihan).toEqual([
      {
        kanonik: 'jabatan',
        menurut: 'jenis_jabatan',
        bila: { 1: 'jabatan_struktural_id', 2: 'jabatan_fungsional_id', 3: 'jabatan_fungsional_id' },
      },
    ]);
  });

  it('is the first that is filled where the columns repeat each other with a few gaps', async () => {
    const recipe = await propose(
      'a.csv',
      delivery({
        jenis_jabatan: kind,
        jabatan_id: (person) => (person.index % 10 === 1 ? '' : post(person)),
        kode_jabatan: (person) => (person.index % 12 === 0 ? '' : post(person)),
      }),
    );
    expect(recipe.kolom.filter(({ kanonik }) => kanonik?.startsWith('jabatan'))).toHaveLength(2);
    expect(recipe.pilihan).toEqual([]);
  });
});

describe('rows and columns that must not be read', () => {
  it('names secret columns and maps none of them', async () => {
    const recipe = await propose('a.csv', delivery({ password: () => 'x', pin: () => '1234', imei: () => '35' }));
    expect(recipe.rahasia).toEqual(['password', 'pin', 'imei']);
    expect(columnOf(recipe, 'password').kanonik).toBeNull();
  });

  it('finds a secret column by its hashes', async () => {
    const recipe = await propose(
      'a.csv',
      delivery({ kunci: ({ index }) => `$2y$10$${'abcdefghij'.repeat(5)}${index}` }),
    );
    expect(recipe.rahasia).toEqual(['kunci']);
  });

  it('drops people who have left, by word and by code', async () => {
    const word = await propose(
      'a.csv',
      delivery({ kedudukan: ({ index }) => (index % 20 === 3 ? 'Pensiun' : 'Aktif') }),
    );
    expect(word.saring).toMatchObject([{ sumber: 'kedudukan', selain: false, alasan: 'tidak_aktif' }]);
    expect(word.saring[0]?.nilai).toEqual(expect.arrayContaining(['Pensiun', 'Meninggal', 'Diberhentikan']));
    expect(word.saring[0]?.nilai).not.toContain('Aktif');
    const code = await propose('a.csv', delivery({ idjenkedudupeg: ({ index }) => (index % 20 === 3 ? '99' : '01') }));
    expect(code.saring[0]?.nilai).toContain('99');
    expect(code.saring[0]?.nilai).not.toContain('01');
  });

  it("drops people by BKN's codes of leaving that the first rows do not hold", async () => {
    const recipe = await propose(
      'a.csv',
      delivery({
        pns_id: ({ index }) => `A5EB03E2${String(index).padStart(24, '0')}`,
        unor_id: ({ index }) => `8AE483A5${String(index % 9).padStart(24, '0')}`,
        kedudukan_hukum_id: ({ index }) => (index % 20 === 3 ? '02' : '01'),
      }),
    );
    expect(recipe.saring).toMatchObject([{ sumber: 'kedudukan_hukum_id', selain: false, alasan: 'tidak_aktif' }]);
    expect(recipe.saring[0]?.nilai).toEqual(expect.arrayContaining(['66', '77', '99']));
    expect(recipe.saring[0]?.nilai).not.toContain('02');
  });

  it('keeps those who prepare for retirement', async () => {
    const recipe = await propose(
      'a.csv',
      delivery({ kedudukan: ({ index }) => (index % 20 === 3 ? 'Masa Persiapan Pensiun' : 'Aktif') }),
    );
    expect(recipe.saring.flatMap(({ nilai }) => nilai)).not.toContain('Masa Persiapan Pensiun');
  });

  it.each(['tinggi', 'hobi', 'tmpidskpd', 'created_at', 'foto', 'usia', 'no_absen'])(
    'leaves %s alone',
    async (name) => {
      const recipe = await propose('a.csv', delivery({ [name]: ({ index }) => String(100 + index) }));
      expect(columnOf(recipe, name).kanonik).toBeNull();
    },
  );
});

describe('proposeRecipe', () => {
  it('gives the same bytes for the same file', async () => {
    const text = delivery({ agama: () => 'Islam', hp: ({ index }) => `0812000${1000 + index}` });
    expect(formatRecipe(await propose('a.csv', text))).toBe(formatRecipe(await propose('a.csv', text)));
  });

  it('counts the rows only when the whole file is read', async () => {
    const text = delivery({});
    expect((await propose('a.csv', text)).baris).toBe(0);
    expect((await propose('a.csv', text, { whole: true })).baris).toBe(80);
  });
});

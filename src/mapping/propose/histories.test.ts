import { describe, expect, it } from 'vitest';
import type { Recipe } from '../recipe.ts';
import { iso, type MadeUp, makeUp } from '../testing/synthetic-values.ts';
import { columnOf, csvOf, propose } from '../testing/temp-file.ts';

/** One row of a history: the person and the number of the event. */
interface Event {
  readonly person: MadeUp;
  readonly place: number;
  readonly isLast: boolean;
}

const EVENTS = Array.from({ length: 30 }, (_, index) => makeUp(index)).flatMap((person) => {
  const count = 3 + (person.index % 2);
  return Array.from({ length: count }, (_, place): Event => ({ person, place, isLast: place === count - 1 }));
});

const yearOf = ({ person, place }: Event): number => person.cpns.year + 2 + place * 4;
const effect = (event: Event): string => iso({ year: yearOf(event), month: 4, day: 1 });
const signed = (event: Event): string => iso({ year: yearOf(event), month: 2, day: 3 + (event.person.index % 20) });
const number = (event: Event): string => `821.2/${100 + event.person.index}${event.place}/${yearOf(event)}`;
const personId = ({ person }: Event): string => String(7000 + person.index * 3);
const nip = ({ person }: Event): string => person.nip;
const golongan = ({ place }: Event): string => ['II/c', 'III/a', 'III/b', 'III/c'][place] ?? '';
const post = ({ person, place }: Event): string =>
  ['Guru Ahli Pertama', 'Perawat Terampil', 'Kepala Seksi Data', 'Bidan Mahir', 'Pengelola Arsip'][
    (person.index + place) % 5
  ] ?? '';
const signer = ({ place }: Event): string => (place % 2 === 0 ? 'BUPATI CONTOH' : 'Kepala BKD');
const SALARIES = ['2785700', '2964000', '3154400', '4168800'];
const isOfGolongan = ({ place }: Event): boolean => place % 2 === 0;

type Columns = Readonly<Record<string, readonly [kanonik: string | null, value: (event: Event) => string]>>;

/** Tables that are themselves a history, in words of several vendors. */
const TABLES: readonly (readonly [table: string, entitas: string, columns: Columns])[] = [
  [
    'WORK_ASSIGNMENTS',
    'riwayat_jabatan',
    {
      PERSON_ID: ['@pegawai_key', personId],
      POST_TITLE: ['riwayat_jabatan.jabatan', post],
      FROM_DATE: ['riwayat_jabatan.tmt_jabatan', effect],
      DOCUMENT_NO: ['riwayat_jabatan.no_sk', number],
      DOCUMENT_DATE: ['riwayat_jabatan.tgl_sk', signed],
      SIGNATORY: ['riwayat_jabatan.pejabat_sk', signer],
      X_IND: ['riwayat_jabatan.is_terakhir', ({ isLast }) => (isLast ? 'Y' : 'N')],
    },
  ],
  [
    'arsip',
    'riwayat',
    {
      nip_pemilik: ['@pegawai_key', nip],
      macam: ['riwayat.kategori', (event) => (isOfGolongan(event) ? '5' : '10')],
      nomor_surat: ['riwayat.no_sk', number],
      tanggal_surat: ['riwayat.tgl_sk', signed],
      berlaku_mulai: ['riwayat.tmt', effect],
      ditetapkan_oleh: ['riwayat.pejabat_sk', signer],
      golru: ['riwayat.golongan', (event) => (isOfGolongan(event) ? golongan(event) : '')],
      jabatan: ['riwayat.jabatan', (event) => (isOfGolongan(event) ? '' : post(event))],
      perihal: ['riwayat.keterangan', ({ place }) => (place === 1 ? 'Salinan' : '')],
    },
  ],
  [
    'promotions',
    'riwayat_pangkat',
    {
      emp_no: ['@pegawai_key', personId],
      grade: ['riwayat_pangkat.golongan', golongan],
      rank_name: [
        'riwayat_pangkat.pangkat_nama',
        ({ place }) => ['Pengatur', 'Penata Muda', 'Penata Muda Tingkat I', 'Penata'][place] ?? '',
      ],
      kolom_a: ['riwayat_pangkat.tmt_golongan', effect],
      kolom_b: ['riwayat_pangkat.no_sk', number],
    },
  ],
  [
    'berkala',
    'riwayat_kgb',
    {
      nip: ['@pegawai_key', nip],
      semula: [null, () => ''],
      old_salary: ['riwayat_kgb.gaji_pokok_lama', ({ place }) => SALARIES[place - 1] ?? '2579400'],
      new_salary: ['riwayat_kgb.gaji_pokok', ({ place }) => SALARIES[place] ?? ''],
      terhitung_mulai: ['riwayat_kgb.tmt_kgb', effect],
      nomor_surat: ['riwayat_kgb.no_sk', number],
    },
  ],
  [
    'schooling',
    'riwayat_pendidikan',
    {
      staff_no: ['@pegawai_key', nip],
      level: ['riwayat_pendidikan.tingkat', ({ place }) => ['SD', 'SMP', 'SMA', 'S-1/Sarjana'][place] ?? ''],
      institution: [
        'riwayat_pendidikan.lembaga',
        ({ place }) => ['SDN 1', 'SMPN 2', 'SMAN 3', 'Universitas Contoh'][place] ?? '',
      ],
      year_completed: ['riwayat_pendidikan.tahun_lulus', (event) => String(yearOf(event) - 20)],
    },
  ],
];

const deliver = (columns: Columns): string =>
  csvOf(
    Object.keys(columns),
    EVENTS.map((event) => Object.values(columns).map(([, value]) => value(event))),
  );

const read = (table: string, columns: Columns): Promise<Recipe> =>
  propose(`${table}.csv`, deliver(columns), { tabel: table });

describe('a table that is itself a history', () => {
  it.each(TABLES)('%s is read as %s', async (table, entitas, columns) => {
    const recipe = await read(table, columns);
    const found = Object.keys(columns).map((name) => [name, columnOf(recipe, name).kanonik]);
    expect(recipe.entitas).toBe(entitas);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(columns).map(([name, [kanonik]]) => [name, kanonik])),
    );
  });
});

describe('a mark', () => {
  const mark = async (value: (event: Event) => string): Promise<string | null> => {
    const [table, , columns] = TABLES[0] ?? ['', '', {}];
    return columnOf(await read(table, { ...columns, X_IND: [null, value] }), 'X_IND').kanonik;
  };

  it('of the first row of each person does not mark the latest', async () => {
    expect(await mark(({ place }) => (place === 0 ? 'Y' : 'N'))).toBeNull();
  });

  it('of several rows of a person does not mark the latest', async () => {
    expect(await mark(({ place, isLast }) => (isLast || place === 1 ? '1' : '0'))).toBeNull();
  });
});

describe('a history without a table of people, known by NIP', () => {
  const alone = (name: string): Promise<Recipe> => {
    const [table, , columns] = TABLES.find(([each]) => each === name) ?? ['', '', {}];
    return propose(`${table}.csv`, deliver(columns));
  };

  it('of decrees of all kinds gives the current one of each kind', async () => {
    const recipe = await alone('arsip');
    expect(recipe.satu_per).toBe('nip_pemilik');
    expect(recipe.gabung.map(({ sebagai, terbesar, hanya }) => [sebagai, terbesar, hanya])).toEqual([
      ['arsip_jabatan', 'berlaku_mulai', [{ sumber: 'macam', nilai: ['10'] }]],
      ['arsip_pangkat', 'berlaku_mulai', [{ sumber: 'macam', nilai: ['5'] }]],
    ]);
    const fields = {
      'pangkat.nomor_surat': 'no_sk_golongan',
      'pangkat.golru': 'golongan',
      'jabatan.nomor_surat': 'no_sk_jabatan',
    };
    for (const [name, kanonik] of Object.entries(fields))
      expect(columnOf(recipe, `arsip_${name}`).kanonik).toBe(kanonik);
  });

  it('of raises gives the last raise, whose decree and golongan are its own', async () => {
    const recipe = await alone('berkala');
    expect(recipe.satu_per).toBe('nip');
    const fields = { nomor_surat: 'no_sk_kgb', new_salary: 'gaji_pokok', terhitung_mulai: 'tmt_kgb' };
    for (const [name, kanonik] of Object.entries(fields))
      expect(columnOf(recipe, `riwayat_kgb.${name}`).kanonik).toBe(kanonik);
  });
});

import { describe, expect, it } from 'vitest';
import { parseIsoDate } from '#kernel/local-date.ts';
import { BULAN } from '#rules/tanggal.ts';
import { makePerson, type Person } from '../../src/reconcile/testing/deliveries.ts';
import type { CsvRecord } from '../support/csv-records.ts';
import { hasMariadb, hasPostgres, sharedMariadb, sharedPostgres } from '../support/database-servers.ts';
import { INSTANSI, proveOn, type Trial } from './packet-trial.ts';
import { dumpOf, type Words } from './sql-dump.ts';

/** Packets for structures that a recipe takes apart, on the servers that the dumps come from. */

const SERVERS = [
  ['MariaDB', 'mysql', hasMariadb, sharedMariadb],
  ['PostgreSQL', 'postgres', hasPostgres, sharedPostgres],
] as const;

const PEOPLE = 90;
const people = (changes: (n: number) => Person): readonly Person[] =>
  Array.from({ length: PEOPLE }, (_, n) => makePerson(n, INSTANSI, changes(n)));
const kolom = (list: readonly (readonly [sumber: string, kanonik: string, pembaca?: unknown])[]) =>
  list.map(([sumber, kanonik, pembaca]) => ({ sumber, kanonik, ...(pembaca === undefined ? {} : { pembaca }) }));
const inWords = (date: string): string => {
  const [day = '', month = '', year = ''] = date.split('-');
  return `${Number(day)} ${BULAN[Number(month) - 1] ?? ''} ${year}`;
};
const pegawaiOf = (words: Words): string => (words === 'mysql' ? 'pegawai' : 'public.pegawai');

/** Every third difference stays open. */
const mostOf = (): ((line: CsvRecord) => boolean) => {
  const seen = new Map<string, number>();
  return ({ nip, kolom: field }) => {
    const key = `${nip} ${field}`;
    if (!seen.has(key)) seen.set(key, seen.size);
    return (seen.get(key) ?? 0) % 3 !== 2;
  };
};

/** Two facts in a cell, pieces, a date over three columns, levels of education side by side. */
function composites(words: Words): Trial {
  const bkn = people((n) => ({
    pendidikan_tingkat_id: n % 4 === 0 ? '45' : '40',
    pendidikan_tingkat: n % 4 === 0 ? 'S-2' : 'S-1/Sarjana',
    pendidikan_nama: n % 4 === 0 ? 'S-2 MANAJEMEN' : 'S-1 TEKNIK',
    pendidikan_tahun_lulus: '2004',
    tgl_sk_cpns: '05-12-2009',
    unit_kerja_id: 'ABC'.charAt(n % 3).repeat(32),
    unit_kerja: `SD NEGERI ${n % 3} KUDUS`,
  }));
  const rows = bkn.map((person, n) => {
    const isMaster = n % 4 === 0;
    const [day = '', month = '', year = ''] = (person.tmt_cpns ?? '').split('-');
    const tempat = n % 5 === 1 ? 'Demak' : 'Kudus';
    const lahir = n % 5 === 2 ? '31-12-1979' : (person.tanggal_lahir ?? '');
    return [
      4000 + n,
      person.nip ?? '',
      person.nama ?? '',
      `${tempat}, ${inWords(lahir)}`,
      n % 6 === 3 ? '02' : day,
      n % 6 === 4 ? 'Maret' : (BULAN[Number(month) - 1] ?? ''),
      year,
      `${n % 7 === 3 ? '813/9/2010' : (person.no_sk_cpns ?? '')}; 05-12-2009`,
      'S-1 TEKNIK',
      n % 5 === 3 ? '2003' : '2004',
      isMaster ? (n % 8 === 0 ? 'S-2 HUKUM' : 'S-2 MANAJEMEN') : null,
      isMaster ? (n % 3 === 0 ? '2002' : '2004') : null,
      '10',
      `0${(n === 7 ? n + 1 : n) % 3}`,
    ];
  });
  const ttl = (ambil: string) => ({ jenis: 'teks_tanggal', ambil, urutan: 'dmy' });
  const potong = (ambil: number, lalu: unknown) => ({ jenis: 'potong', pemisah: ';', dari: 2, ambil, lalu });
  const bentang = (kelompok: string, urut: number) => ({ jenis: 'bentang', kelompok, urut, ambil: 'isi' });
  return {
    name: 'gabungan',
    bkn,
    dump: dumpOf(words, [
      {
        name: 'pegawai',
        columns: [
          ['id', 'integer NOT NULL'],
          ['nip', 'varchar(18) NOT NULL'],
          ['nama', 'varchar(80)'],
          ['ttl', 'varchar(80)'],
          ['cpns_tgl', 'varchar(2)'],
          ['cpns_bln', 'varchar(20)'],
          ['cpns_thn', 'varchar(4)'],
          ['sk_cpns', 'varchar(60)'],
          ['s1_prodi', 'varchar(60)'],
          ['s1_tahun', 'varchar(4)'],
          ['s2_prodi', 'varchar(60)'],
          ['s2_tahun', 'varchar(4)'],
          ['kdu1', 'varchar(2)'],
          ['kdu2', 'varchar(2)'],
        ],
        rows,
        more: ['PRIMARY KEY (id)'],
      },
    ]),
    recipe: {
      tabel: pegawaiOf(words),
      kolom: kolom([
        ['id', '@pegawai_key'],
        ['nip', 'nip'],
        ['nama', 'nama'],
        ['ttl', 'tempat_lahir', ttl('teks')],
        ['ttl', 'tanggal_lahir', ttl('tanggal')],
        ['cpns_tgl', 'tmt_cpns', { jenis: 'tanggal_terpisah', hari: 'cpns_tgl', bulan: 'cpns_bln', tahun: 'cpns_thn' }],
        ['sk_cpns', 'no_sk_cpns', potong(1, { jenis: 'langsung' })],
        ['sk_cpns', 'tgl_sk_cpns', potong(2, { jenis: 'tanggal', urutan: 'dmy' })],
        ['s1_prodi', 'pendidikan_nama', bentang('S1', 40)],
        ['s1_tahun', 'pendidikan_tahun_lulus', bentang('S1', 40)],
        ['s2_prodi', 'pendidikan_nama', bentang('S2', 45)],
        ['s2_tahun', 'pendidikan_tahun_lulus', bentang('S2', 45)],
        ['kdu1', 'unit_kerja', { jenis: 'sambung', kolom: ['kdu1', 'kdu2'], pemisah: '' }],
      ]),
    },
  };
}

/** A history with decrees of one day, and with rows that lie ahead of the day for which the data are read. */
function histories(words: Words): Trial {
  const bkn = people(() => ({}));
  let id = 0;
  const riwayat = bkn.flatMap((_, n) => {
    const owner = 4000 + n;
    const gol = n % 4 === 1 ? 'III/b' : 'III/c';
    const tmt = n % 5 === 2 ? '2022-10-01' : '2022-04-01';
    return [
      [++id, owner, 'III/a', '2014-04-01', '2014-03-01', 3, 3],
      // Corrected by a later decree of the same day.
      [++id, owner, gol === 'III/c' ? 'III/b' : 'III/a', tmt, '2022-03-01', 12, 3],
      [++id, owner, gol, tmt, '2022-03-20', n % 3 === 0 ? 11 : 12, 3],
      ...(n % 2 === 0 ? [[++id, owner, 'III/d', '2026-04-01', '2026-03-01', 16, 3]] : []),
    ];
  });
  return {
    name: 'riwayat',
    bkn,
    per: parseIsoDate('2025-10-01'),
    dump: dumpOf(words, [
      {
        name: 'pegawai',
        columns: [
          ['id', 'integer NOT NULL'],
          ['nip', 'varchar(18) NOT NULL'],
          ['nama', 'varchar(80)'],
          ['agama', 'varchar(20)'],
        ],
        rows: bkn.map(({ nip = '', nama = '' }, n) => [4000 + n, nip, nama, n % 6 === 5 ? 'Kristen' : 'Islam']),
        more: ['PRIMARY KEY (id)'],
      },
      {
        name: 'r_gol',
        columns: [
          ['id', 'integer NOT NULL'],
          ['pegawai_id', 'integer'],
          ['gol', 'varchar(10)'],
          ['tmt', 'date'],
          ['tgl_sk', 'date'],
          ['mk_tahun', 'integer'],
          ['mk_bulan', 'integer'],
        ],
        rows: riwayat,
        more: ['PRIMARY KEY (id)'],
      },
    ]),
    recipe: {
      tabel: pegawaiOf(words),
      kolom: kolom([
        ['id', '@pegawai_key'],
        ['nip', 'nip'],
        ['nama', 'nama'],
        ['agama', 'agama'],
        ['r_gol.gol', 'golongan'],
        ['r_gol.tmt', 'tmt_golongan', { jenis: 'tanggal', urutan: 'ymd' }],
        ['r_gol.mk_tahun', 'masa_kerja_tahun'],
        ['r_gol.mk_bulan', 'masa_kerja_bulan'],
      ]),
      gabung: [
        {
          tabel: words === 'mysql' ? 'r_gol' : 'public.r_gol',
          sebagai: 'r_gol',
          kunci: 'pegawai_id',
          ke: 'id',
          terbesar: 'tmt',
          seri: 'tgl_sk',
        },
      ],
    },
  };
}

/** How the history's number comes about: of itself, or by the application. */
type Numbering = 'sendiri' | 'aplikasi';

/** People whom BKN promoted since: the history lacks the row. Some have no row at all, of some only one of both is decided. */
function promotions(words: Words, numbering: Numbering): Trial {
  const isPromoted = (n: number): boolean => n % 3 === 0;
  const bkn = people((n) =>
    isPromoted(n) ? { golongan_id: '34', golongan: 'III/d', tmt_golongan: '01-04-2024', masa_kerja_tahun: '14' } : {},
  );
  const riwayat = bkn.flatMap((_, n) =>
    [
      ['III/b', '2018-04-01', 8],
      ...(n % 9 === 0 ? [] : [['III/c', n % 5 === 4 ? '2022-05-01' : '2022-04-01', 12]]),
    ].flatMap(([gol = '', tmt = '', tahun = 0]) => (n % 18 === 0 ? [] : [[4000 + n, gol, tmt, 'SK lama', tahun, 3]])),
  );
  const isMysql = words === 'mysql';
  const own = isMysql ? 'integer NOT NULL AUTO_INCREMENT' : 'serial NOT NULL';
  return {
    name: `naik_${numbering}`,
    bkn,
    dump: dumpOf(
      words,
      [
        {
          name: 'pegawai',
          columns: [
            ['id', 'integer NOT NULL'],
            ['nip', 'varchar(18) NOT NULL'],
            ['nama', 'varchar(80)'],
          ],
          rows: bkn.map(({ nip = '', nama = '' }, n) => [4000 + n, nip, nama]),
          more: ['PRIMARY KEY (id)'],
        },
        {
          name: 'r_gol',
          columns: [
            ['id', numbering === 'sendiri' ? own : 'integer NOT NULL'],
            ['pegawai_id', 'integer NOT NULL'],
            ['gol', 'varchar(10) NOT NULL'],
            ['tmt', 'date NOT NULL'],
            ['no_sk', 'varchar(40)'],
            ['mk_tahun', 'integer'],
            ['mk_bulan', 'integer'],
            ['dibuat', 'timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP'],
          ],
          rows: riwayat.map((row, index) => [index + 1, ...row, '2023-01-01 00:00:00']),
          more: ['PRIMARY KEY (id)'],
        },
      ],
      isMysql || numbering === 'aplikasi' ? '' : `SELECT setval('public.r_gol_id_seq', ${riwayat.length}, true);\n`,
    ),
    recipe: {
      tabel: pegawaiOf(words),
      kolom: kolom([
        ['id', '@pegawai_key'],
        ['nip', 'nip'],
        ['nama', 'nama'],
        ['r_gol.gol', 'golongan'],
        ['r_gol.tmt', 'tmt_golongan', { jenis: 'tanggal', urutan: 'ymd' }],
        ['r_gol.mk_tahun', 'masa_kerja_tahun'],
        ['r_gol.mk_bulan', 'masa_kerja_bulan'],
      ]),
      gabung: [
        {
          tabel: words === 'mysql' ? 'r_gol' : 'public.r_gol',
          sebagai: 'r_gol',
          kunci: 'pegawai_id',
          ke: 'id',
          terbesar: 'tmt',
        },
      ],
    },
  };
}

describe.each(SERVERS)(
  'a packet run by %s (dilewati bila mesin ini tidak punya servernya)',
  (_, words, has, shared) => {
    it.skipIf(!has)(
      'corrects values in shared cells, spread columns and current rows of histories, and nothing else; twice is once; its undo restores the content',
      { timeout: 120_000 },
      async () => {
        const server = await shared();
        for (const trial of [composites(words), histories(words)]) {
          const { packet, open, expected } = await proveOn(server, trial, mostOf());
          expect([trial.name, ...open]).toEqual([trial.name, ...expected]);
          const reasons = new Set(packet.leftOut.map(({ kolom: field, kode }) => `${field} ${kode}`));
          // Of two decrees of one day the later one cannot take effect before the other.
          expect([...reasons]).toEqual(trial.name === 'riwayat' ? ['tmt_golongan TULIS_RIWAYAT_URUTAN'] : []);
          expect(packet.summary.selisih.ditulis).toBeGreaterThan(10);
        }
      },
    );

    it.skipIf(!has)(
      'adds the row that a history lacks, once, and takes away just that row; without a value for every column that must be filled nothing is added',
      { timeout: 120_000 },
      async () => {
        const server = await shared();
        // One field of some people stays open, and of every seventh the date.
        const isDecided = ({ nip = '', kolom: field = '' }: CsvRecord): boolean =>
          !(Number(nip.slice(-3)) % 4 === 0 && field === 'masa_kerja_tahun') &&
          !(Number(nip.slice(-3)) % 7 === 0 && field === 'tmt_golongan');
        const own = await proveOn(server, promotions(words, 'sendiri'), isDecided);
        expect(own.open).toEqual(own.expected);
        expect(own.packet.leftOut.map(({ kolom: field, kode }) => `${field} ${kode}`)).toEqual([
          'golongan TULIS_RIWAYAT',
          'masa_kerja_tahun TULIS_RIWAYAT',
        ]);
        expect(own.packet.summary.baris_ditambah).toBe(26);
        expect(own.packet.summary.baris_diubah).toBeGreaterThan(10);

        const foreign = await proveOn(server, promotions(words, 'aplikasi'), () => true);
        expect(foreign.open).toEqual(foreign.expected);
        expect(foreign.packet.summary.baris_ditambah).toBe(0);
        expect(new Set(foreign.packet.leftOut.map(({ alasan }) => alasan))).toEqual(
          new Set([
            'Ini perlu baris riwayat baru, dan kolom yang wajib diisi di sana tidak ada nilainya di BKN: id. Tambahkan lewat aplikasi Simpeg.',
          ]),
        );
      },
    );
  },
);

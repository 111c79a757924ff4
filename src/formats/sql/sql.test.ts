import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { mustOpen, readOut, refusalOf, tempFolder } from '../testing/files.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

let serial = 0;
const write = (content: string | Uint8Array): string => folder.write(`dump-${++serial}.sql`, content);

async function read(content: string | Uint8Array, table?: string) {
  const source = await mustOpen(write(content));
  return { source, names: source.tables.map(({ name }) => name), ...(await readOut(source, table)) };
}

const MYSQL_HEAD = `-- MySQL dump 10.13  Distrib 5.7.33
/*!40101 SET NAMES utf8 */;
DROP TABLE IF EXISTS \`pegawai\`;
CREATE TABLE \`pegawai\` (
  \`nip\` varchar(18) NOT NULL DEFAULT '',
  \`nama\` varchar(50) CHARACTER SET latin1 DEFAULT NULL COMMENT 'nama; (tanpa gelar), lengkap',
  \`gaji\` decimal(12,2) unsigned NOT NULL,
  PRIMARY KEY (\`nip\`),
  KEY \`nama\` (\`nama\`)
) ENGINE=MyISAM DEFAULT CHARSET=latin1;
LOCK TABLES \`pegawai\` WRITE;
/*!40000 ALTER TABLE \`pegawai\` DISABLE KEYS */;
`;
const PG_HEAD = `--
-- PostgreSQL database dump
--
\\restrict abc'def
SET standard_conforming_strings = on;
CREATE TABLE simpeg.pegawai (
    id integer NOT NULL,
    nama character varying(100) DEFAULT 'tanpa nama'::character varying,
    "Gol Ruang" numeric(10,2)
);
`;
const PEOPLE = [
  ['1', 'SITI', '2660700.50'],
  ['2', 'BUDI', ''],
];

describe('a dump', () => {
  it.each([
    [
      'mysqldump, many rows a statement',
      `${MYSQL_HEAD}INSERT INTO \`pegawai\` VALUES ('1','SITI',2660700.50),('2','BUDI',NULL);\nUNLOCK TABLES;\n`,
    ],
    [
      'phpMyAdmin in Indonesian',
      `-- phpMyAdmin SQL Dump\n-- Struktur dari tabel \`pegawai\`\n${MYSQL_HEAD}--\n-- Dumping data untuk tabel \`pegawai\`\n--\nINSERT INTO \`pegawai\` (\`nip\`, \`nama\`, \`gaji\`) VALUES\n('1', 'SITI', 2660700.50),\n('2', 'BUDI', NULL);\n`,
    ],
    [
      'SQLyog',
      `/*SQLyog Ultimate*/\n${MYSQL_HEAD}insert  into \`pegawai\`(\`nip\`,\`nama\`,\`gaji\`) values ('1','SITI',2660700.50),('2','BUDI',NULL);\n`,
    ],
    [
      'one row a statement',
      `${MYSQL_HEAD}INSERT INTO pegawai VALUES (1,'SITI',2660700.50);\nINSERT INTO pegawai VALUES (2,'BUDI',null);\n`,
    ],
    [
      'columns in another order',
      `${MYSQL_HEAD}INSERT INTO pegawai (gaji, NIP, nama) VALUES ('2660700.50',1,'SITI');\nINSERT INTO pegawai (nama, nip) VALUES ('BUDI','2');\n`,
    ],
    ['no semicolon at the end', `${MYSQL_HEAD}INSERT INTO pegawai VALUES (1,'SITI',2660700.50),(2,'BUDI','')\n`],
    [
      'IGNORE and ON DUPLICATE KEY',
      `${MYSQL_HEAD}INSERT IGNORE INTO pegawai VALUES (1,'SITI',2660700.50),(2,'BUDI','') ON DUPLICATE KEY UPDATE nama='x;y';\n`,
    ],
    [
      'REPLACE',
      `${MYSQL_HEAD}REPLACE INTO simpeg.pegawai VALUES (3,'X',1);REPLACE INTO pegawai VALUES (1,'SITI',2660700.50),(2,'BUDI','');\n`,
    ],
    ['gzip', gzipSync(`${MYSQL_HEAD}INSERT INTO pegawai VALUES (1,'SITI',2660700.50),(2,'BUDI','');\n`)],
    ['a mark before UTF-8', `\uFEFF${MYSQL_HEAD}INSERT INTO pegawai VALUES (1,'SITI',2660700.50),(2,'BUDI','');\n`],
    [
      'CRLF',
      `${MYSQL_HEAD}INSERT INTO pegawai VALUES\n(1,'SITI',2660700.50),\n(2,'BUDI','');\n`.replaceAll('\n', '\r\n'),
    ],
    [
      'rows of other tables between',
      `${MYSQL_HEAD}INSERT INTO log VALUES ('a;b','c''d\\';('),('e',2);\nINSERT INTO pegawai VALUES (1,'SITI',2660700.50);\nINSERT INTO log VALUES (1);\nINSERT INTO pegawai VALUES (2,'BUDI','');\n`,
    ],
    [
      'triggers between',
      `${MYSQL_HEAD}INSERT INTO pegawai VALUES (1,'SITI',2660700.50);\nDELIMITER ;;\nCREATE TRIGGER t BEFORE INSERT ON pegawai FOR EACH ROW BEGIN INSERT INTO pegawai VALUES (9,'X',1); END ;;\nDELIMITER ;\nINSERT INTO pegawai VALUES (2,'BUDI','');\n`,
    ],
    [
      'COPY',
      `${PG_HEAD}COPY simpeg.pegawai (id, nama, "Gol Ruang") FROM stdin;\n1\tSITI\t2660700.50\n2\tBUDI\t\\N\n\\.\n\nALTER TABLE x;\n`,
    ],
    [
      'INSERT of PostgreSQL',
      `${PG_HEAD}INSERT INTO simpeg.pegawai VALUES (1, 'SITI', 2660700.50::numeric(10,2));\nINSERT INTO simpeg.pegawai (id, nama, "Gol Ruang") VALUES ('2'::integer, E'BUDI', NULL::numeric);\n`,
    ],
    [
      'functions of PostgreSQL between',
      `${PG_HEAD}CREATE FUNCTION f() RETURNS trigger AS $_$ BEGIN INSERT INTO simpeg.pegawai VALUES (9,'it''s',1); END; $_$ LANGUAGE plpgsql;\nCOPY simpeg.pegawai FROM stdin;\n1\tSITI\t2660700.50\n2\tBUDI\t\\N\n\\.\n`,
    ],
    [
      'COPY of other tables',
      `${PG_HEAD}COPY log FROM stdin;\nx;'\ty\n\\.\nCOPY kosong FROM stdin;\n\\.\nCOPY simpeg.pegawai FROM stdin;\n1\tSITI\t2660700.50\n2\tBUDI\t\\N\n\\.\n`,
    ],
  ])('gives its people: %s', async (_name, content) => {
    const source = await mustOpen(write(content));
    const people = source.tables.find(({ name }) => name.endsWith('pegawai'));
    expect(people?.columns).toHaveLength(3);
    expect(people?.sample).toEqual(PEOPLE);
    const out = await readOut(source, people?.name);
    expect({ rows: out.rows, numbers: out.numbers, problems: out.problems }).toEqual({
      rows: PEOPLE,
      numbers: [1, 2],
      problems: [],
    });
  });

  it('lists tables in the order of the file, with columns and types', async () => {
    const { source } = await read(
      `${PG_HEAD}CREATE TABLE "validasi"."pegawai" ("a b" date);INSERT INTO lain VALUES (1, 2);\n`,
    );
    expect(source.tables.map(({ name, columns, types }) => ({ name, columns, types }))).toEqual([
      {
        name: 'simpeg.pegawai',
        columns: ['id', 'nama', 'Gol Ruang'],
        types: ['integer', 'character varying(100)', 'numeric(10,2)'],
      },
      { name: 'validasi.pegawai', columns: ['a b'], types: ['date'] },
      { name: 'lain', columns: ['Kolom 1', 'Kolom 2'], types: [] },
    ]);
    const mysql = await read(MYSQL_HEAD);
    expect(mysql.source.tables[0]?.types).toEqual(['varchar(18)', 'varchar(50)', 'decimal(12,2) unsigned']);
    expect(mysql.rows).toEqual([]);
  });

  it.each([
    ['a quote, a backslash and a line end', String.raw`'O\'NEIL \\ a\nb'`, "O'NEIL \\ a\nb"],
    ['doubled quotes', `'MA''RUF "X" ""'`, `MA'RUF "X" ""`],
    ['double quotes', `"it's ""so"""`, `it's "so"`],
    ['patterns', String.raw`'100\% a\_b'`, String.raw`100\% a\_b`],
    ['hexadecimal', '0x53495449', 'SITI'],
    ['X string', "X'53495449'", 'SITI'],
    ['binary string', "_binary 'SITI'", 'SITI'],
    ['character set', "_utf8mb4'SITI'", 'SITI'],
    ['a number', '-1.50e3', '-1.50e3'],
    ['18 digits', '199201012018011001', '199201012018011001'],
    ['a date function', "to_date('01-02-1990','DD-MM-YYYY')", '01-02-1990'],
    ['a cast', "CAST('1990-02-01' AS Date)", '1990-02-01'],
    ['a function without text', 'now()', 'now()'],
    ['parentheses and commas inside', "'a),(b;'", 'a),(b;'],
    ['a line end inside', "'a\nb'", 'a\nb'],
    ['UTF-8', "'Désirée – Ñ'", 'Désirée – Ñ'],
    ['DEFAULT', 'DEFAULT', ''],
  ])('resolves values of MySQL: %s', async (_name, written, expected) => {
    const { rows, problems } = await read(
      `${MYSQL_HEAD}INSERT INTO pegawai VALUES (1,${written},2),( 1 , ${written} , 2 );\n`,
    );
    expect({ rows, problems }).toEqual({
      rows: [
        ['1', expected, '2'],
        ['1', expected, '2'],
      ],
      problems: [],
    });
  });

  it.each([
    ['a backslash is a letter', String.raw`'C:\'`, 'C:\\'],
    ['an escape string', String.raw`E'it\'s\tx'`, "it's\tx"],
    ['a quote', `'MA''RUF'`, "MA'RUF"],
    ['a cast', `'x'::character varying(10)`, 'x'],
  ])('resolves values of PostgreSQL: %s', async (_name, written, expected) => {
    const { rows, problems } = await read(`${PG_HEAD}INSERT INTO simpeg.pegawai VALUES (1, ${written}, 2);\n`);
    expect({ rows, problems }).toEqual({ rows: [['1', expected, '2']], problems: [] });
  });

  it('resolves escapes of COPY', async () => {
    const { rows } = await read(`${PG_HEAD}COPY simpeg.pegawai FROM stdin;\n1\ta\\tb\\\\c''d\\n\\N\t\\N\n\\.\n`);
    expect(rows).toEqual([['1', "a\tb\\c''d\nN", '']]);
  });

  it('reads latin1 bytes whatever character set is declared', async () => {
    const { rows } = await read(Buffer.from(`${MYSQL_HEAD}INSERT INTO pegawai VALUES (1,'D\xe9si',2);\n`, 'latin1'));
    expect(rows).toEqual([['1', 'Dési', '2']]);
  });

  it.each([
    ['cut inside a row', `(1,'A',1),(2,'B',2),(3,'C`, 2, ['3:-1 BERKAS_TERPOTONG']],
    ['cut behind a comma', `(1,'A',1),(2,'B',2),`, 2, ['3:-1 BERKAS_TERPOTONG']],
    ['a row with fewer values', `(1,'A',1),(2,'B'),(3,'C',3);`, 2, ['2:-1 BARIS_KURANG_KOLOM']],
    ['a row with more values', `(1,'A',1),(2,'B',2,3),(3,'C',3);`, 2, ['2:-1 BARIS_LEBIH_KOLOM']],
    ['a quote that is lost', `(1,'A',1),(2,B',2),(3,'C',3);`, 2, ['2:-1 BARIS_RUSAK']],
    ['rubbish between rows', `(1,'A',1),x(2,'B',2),(3,'C',3);`, 2, ['2:-1 BARIS_RUSAK']],
    ['a quote that is open', `(1,'A',1),(2,'B,2);\nINSERT INTO pegawai VALUES (3,'C',3);\n`, 2, ['2:-1 BARIS_RUSAK']],
    ['NUL in a value', `(1,'A\\0B',1),(2,'B',2);`, 2, ['1:1 SEL_NUL']],
  ])('keeps its good rows and reports: %s', async (_name, rows, good, problems) => {
    const out = await read(`${MYSQL_HEAD}INSERT INTO pegawai VALUES ${rows}`);
    expect({ rows: out.rows.length, problems: out.problems }).toEqual({ rows: good, problems });
  });

  it('that is cut inside a COPY block says so', async () => {
    const out = await read(`${PG_HEAD}COPY simpeg.pegawai FROM stdin;\n1\tA\t1\n2\tB`);
    expect({ rows: out.rows.length, problems: out.problems }).toEqual({ rows: 1, problems: ['2:-1 BERKAS_TERPOTONG'] });
  });

  it('with an open quote in another table still gives its people', async () => {
    const broken = `INSERT INTO log VALUES ('open);\nINSERT INTO pegawai VALUES (1,'A',1),(2,'B',2);\n`;
    const out = await read(MYSQL_HEAD + broken);
    expect({ rows: out.rows.length, problems: out.problems }).toEqual({ rows: 2, problems: [] });
  });

  it.each([
    ['long statements', (rows: string[]) => `INSERT INTO pegawai VALUES ${rows.join(',')};\n`],
    ['short statements', (rows: string[]) => rows.map((row) => `INSERT INTO \`pegawai\` VALUES ${row};\n`).join('')],
    [
      'two tables by turns',
      (rows: string[]) =>
        rows.map((row) => `INSERT INTO pegawai VALUES ${row};\nINSERT INTO log VALUES (1,'x;');\n`).join(''),
    ],
  ])('of many blocks loses nothing: %s', async (_name, make) => {
    const rows = Array.from(
      { length: 30_000 },
      (_, row) => `(${row + 1},'nama\\'s ${row + 1}','${'x'.repeat(row % 40)}')`,
    );
    const out = await read(MYSQL_HEAD + make(rows));
    expect(out.problems).toEqual([]);
    expect(out.rows).toHaveLength(30_000);
    expect(out.rows.every((row, at) => row[0] === String(at + 1) && row[1] === `nama's ${at + 1}`)).toBe(true);
  });

  it('of PostgreSQL, with many lines, loses nothing', async () => {
    const lines = Array.from(
      { length: 60_000 },
      (_, row) => `${row + 1}\tnama\\t${row}\t${'x'.repeat(row % 40)}\n`,
    ).join('');
    const copy = (table: string): string => `COPY ${table} FROM stdin;\n${lines}\\.\n`;
    const out = await read(PG_HEAD + copy('log') + copy('simpeg.pegawai') + copy('lain') + copy('simpeg.pegawai'));
    expect(out.problems).toEqual([]);
    expect(out.rows.every((row, at) => row[0] === String((at % 60_000) + 1))).toBe(true);
    expect(out.rows).toHaveLength(120_000);
  });

  it('without tables is refused', async () => {
    expect(await refusalOf(write('-- dump\nINSERT INTO x SELECT 1;\n'))).toBe('TANPA_TABEL');
  });
});

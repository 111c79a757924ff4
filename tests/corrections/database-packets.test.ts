import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CorrectionSummary, writeCorrections } from '#corrections';
import { formatCsvRow } from '#formats';
import { compareText } from '#kernel/text.ts';
import { reconcile } from '#reconcile';
import { type CsvRecord, readCsvRecords } from '../support/csv-records.ts';
import {
  type DatabaseClient,
  hasMariadb,
  hasPostgres,
  sharedMariadb,
  sharedPostgres,
} from '../support/database-servers.ts';
import { sharedSample } from '../support/sample-run.ts';

/** Packets of corrections are run by the servers that the dumps come from. */

let contoh = '';
let folder = '';
let dumps: readonly CsvRecord[] = [];
const needsServer = !hasMariadb && !hasPostgres;

beforeAll(async () => {
  if (needsServer) return;
  folder = mkdtempSync(join(tmpdir(), 'paket-'));
  contoh = await sharedSample('campuran');
  const files = readCsvRecords(join(contoh, 'kebenaran', 'berkas.csv'));
  const inSql = files.filter(({ wadah = '' }) => wadah.startsWith('sql'));
  // One government of each version of each structure.
  dumps = [...Map.groupBy(inSql, ({ versi }) => versi).values()].flatMap((list) => list.slice(0, 1));
  await compare('hasil', (file) => join(contoh, 'simpeg', file.berkas ?? ''), false);
  decide();
}, 240_000);

afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

async function compare(
  name: string,
  pathOf: (file: CsvRecord) => string,
  withRecipes: boolean,
  files: readonly CsvRecord[] = dumps,
): Promise<readonly CsvRecord[]> {
  const outcome = await reconcile(
    {
      bkn: join(contoh, 'bkn.csv'),
      simpeg: files.map((file) => ({ instansi: file.instansi ?? '', berkas: pathOf(file) })),
      pemetaan: new Map(withRecipes ? files.map(({ instansi = '' }) => [instansi, recipeOf(instansi)]) : []),
      keluar: join(folder, name),
      timpa: true,
      acuan: undefined,
      threads: 1,
    },
    () => undefined,
  );
  if (!outcome.ok || outcome.value.refusals.length > 0) throw new Error('A delivery was refused');
  return readCsvRecords(join(folder, name, 'selisih.csv'));
}

const recipeOf = (instansi: string): string => join(folder, 'hasil', 'pemetaan', `${instansi}.json`);

/** Every second difference is decided for BKN. */
function decide(): void {
  const path = join(folder, 'hasil', 'selisih.csv');
  const lines = readCsvRecords(path);
  const columns = Object.keys(lines[0] ?? {});
  const rows = lines.map((line, index) => [...columns.map((name) => line[name] ?? ''), index % 2 === 0 ? 'bkn' : '']);
  writeFileSync(path, [[...columns, 'keputusan'], ...rows].map((row) => formatCsvRow(row)).join(''));
}

/**
 * The rows of a dump without regard to their order: PostgreSQL puts a row that was updated behind the others, and pg_dump
 * writes rows as they lie.
 */
const rowsOf = (dump: Buffer): string => dump.toString('latin1').split('\n').toSorted(compareText).join('\n');

const differences = (rows: readonly CsvRecord[], instansi: string): readonly string[] =>
  rows
    .filter((row) => row.instansi === instansi)
    .map(({ nip, kolom, nilai_simpeg: simpeg, nilai_bkn: bkn }) => [nip, kolom, simpeg, bkn].join(' | '))
    .toSorted(compareText);

async function packetOf(instansi: string): Promise<{ readonly path: string; readonly summary: CorrectionSummary }> {
  const path = join(folder, 'paket', instansi);
  mkdirSync(path, { recursive: true });
  const outcome = await writeCorrections({
    selisih: join(folder, 'hasil', 'selisih.csv'),
    pemetaan: recipeOf(instansi),
    bentuk: 'sql',
    keluar: path,
    timpa: true,
    acuan: undefined,
  });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return { path, summary: outcome.value };
}

async function proveOn(
  server: DatabaseClient,
  files: readonly CsvRecord[],
  name: string,
  inOrder: boolean,
): Promise<void> {
  const exported = new Map<string, string>();
  mkdirSync(join(folder, name), { recursive: true });
  let written = 0;
  for (const file of files) {
    const instansi = file.instansi ?? '';
    const bytes = readFileSync(join(contoh, 'simpeg', file.berkas ?? ''));
    const database = `paket${instansi}`;
    server.load(database, file.wadah === 'sql.gz' ? gunzipSync(bytes) : bytes);
    const before = server.dump(database);
    const { path, summary } = await packetOf(instansi);
    written += summary.selisih.ditulis;
    const packet = readFileSync(join(path, 'perbaikan.sql'));
    server.run(database, packet);
    const corrected = server.dump(database);
    expect([instansi, corrected.equals(before)]).toEqual([instansi, summary.selisih.ditulis === 0]);
    server.run(database, packet);
    expect([instansi, server.dump(database).equals(corrected)]).toEqual([instansi, true]);
    server.run(database, readFileSync(join(path, 'batal.sql')));
    const undone = server.dump(database);
    expect([instansi, inOrder ? undone.equals(before) : rowsOf(undone) === rowsOf(before)]).toEqual([instansi, true]);
    exported.set(instansi, join(folder, name, `${instansi}.sql`));
    writeFileSync(exported.get(instansi) ?? '', corrected);
  }
  expect(written).toBeGreaterThan(files.length);

  const first = readCsvRecords(join(folder, 'hasil', 'selisih.csv'));
  const again = await compare(`${name}-hasil`, ({ instansi = '' }) => exported.get(instansi) ?? '', true, files);
  for (const { instansi = '' } of files) {
    const leftOut = readCsvRecords(join(folder, 'paket', instansi, 'tidak-ditulis.csv'));
    const open = [...first.filter(({ keputusan }) => keputusan !== 'bkn'), ...leftOut];
    expect([instansi, ...differences(again, instansi)]).toEqual([instansi, ...differences(open, instansi)]);
  }
}

const isPostgres = ({ versi }: CsvRecord): boolean => versi === 'B1';

/** Numbers of decrees that would break out of a literal, and what a person's row holds before: NULL, nothing, something. */
const HOSTILE = [
  "820/'); DROP TABLE pegawai; --",
  "820\\' OR 1=1 #",
  '820\\',
  '820/"x" `y` %_ ? :nama $1 ${x}',
  '820/é/日本/😀',
  '820\\n\\0\\Z',
  '820/*!50000 x */ -- y',
];
const OLD = ['NULL', "''", "'lama'", "'Lama '", 'NULL', "'it''s'", "''"];
const nipOf = (index: number): string => `19850312201001290${index + 1}`;

/** One dump for both servers but for the quotes and the types that each has. */
function hostileDump(isMysql: boolean): string {
  const rows = HOSTILE.map(
    (_, index) => `(${index + 1}, '${nipOf(index)}', 'ORANG ${'ABCDEFGH'.charAt(index)}', ${OLD[index] ?? 'NULL'})`,
  );
  const head = isMysql
    ? '-- MySQL dump 10.13\nSET NAMES utf8mb4;\n'
    : '--\n-- PostgreSQL database dump\n--\nSET standard_conforming_strings = on;\n';
  const tail = isMysql ? ' ENGINE=InnoDB DEFAULT CHARSET=utf8mb4' : '';
  const name = isMysql ? '`pegawai`' : 'public.pegawai';
  const columns = 'id bigint NOT NULL, nip varchar(18), nama varchar(80), "no_sk" varchar(200)'.replaceAll(
    '"',
    isMysql ? '`' : '"',
  );
  return `${head}CREATE TABLE ${name} (${columns.replaceAll(', ', ',\n  ')}\n)${tail};\nINSERT INTO ${name} VALUES ${rows.join(',\n')};\n`;
}

async function hostilePacket(isMysql: boolean): Promise<{ readonly dump: Buffer; readonly path: string }> {
  const path = join(folder, isMysql ? 'jahat-mysql' : 'jahat-postgres');
  mkdirSync(path);
  const dump = Buffer.from(hostileDump(isMysql));
  writeFileSync(join(path, 'simpeg.sql'), dump);
  const kolom = [
    ['id', '@pegawai_key'],
    ['nip', 'nip'],
    ['nama', 'nama'],
    ['no_sk', 'no_sk_pns'],
  ].map(([sumber, kanonik]) => ({ sumber, kanonik }));
  writeFileSync(
    join(path, '6410.json'),
    JSON.stringify({ berkas: 'simpeg.sql', tabel: isMysql ? 'pegawai' : 'public.pegawai', kolom }),
  );
  const rows = HOSTILE.map((text, index) => {
    const old = (OLD[index] ?? '')
      .replace(/^'|'$|^NULL$/g, '')
      .replaceAll("''", "'")
      .trim();
    return ['6410', nipOf(index), 'no_sk_pns', old, text, old === '' ? 'kosong_simpeg' : 'beda', ''];
  });
  const header = ['instansi', 'nip', 'kolom', 'nilai_simpeg', 'nilai_bkn', 'kelas', 'sebab'];
  writeFileSync(join(path, 'selisih.csv'), [header, ...rows].map((row) => formatCsvRow(row)).join(''));
  const outcome = await writeCorrections({
    selisih: join(path, 'selisih.csv'),
    pemetaan: join(path, '6410.json'),
    bentuk: 'sql',
    keluar: join(path, 'paket'),
    timpa: true,
    acuan: undefined,
  });
  expect(outcome.ok && outcome.value.selisih.ditulis).toBe(HOSTILE.length);
  return { dump, path: join(path, 'paket') };
}

async function proveHostile(server: DatabaseClient, isMysql: boolean): Promise<void> {
  const { dump, path } = await hostilePacket(isMysql);
  const [packet, undo] = ['perbaikan.sql', 'batal.sql'].map((name) => readFileSync(join(path, name)));
  const texts = () =>
    server.query('jahat', "select id, coalesce(no_sk, '(null)') from pegawai order by id").map(([, text]) => text);
  server.load('jahat', dump);
  const before = server.dump('jahat');
  server.run('jahat', packet ?? Buffer.alloc(0));
  // The client of MariaDB prints a backslash as two.
  expect(texts().map((text) => (isMysql ? text?.replaceAll('\\\\', '\\') : text))).toEqual(HOSTILE);
  server.run('jahat', undo ?? Buffer.alloc(0));
  expect(rowsOf(server.dump('jahat'))).toBe(rowsOf(before));
  // Rows that moved on, if only by a capital, a blank, or from NULL to nothing, stay as they are.
  server.run(
    'jahat',
    Buffer.from(
      "update pegawai set no_sk = 'LAMA' where id = 3; update pegawai set no_sk = 'Lama' where id = 4; update pegawai set no_sk = '' where id in (1, 5); update pegawai set no_sk = null where id in (2, 7); update pegawai set no_sk = 'its' where id = 6;",
    ),
  );
  const moved = rowsOf(server.dump('jahat'));
  server.run('jahat', packet ?? Buffer.alloc(0));
  server.run('jahat', undo ?? Buffer.alloc(0));
  expect(rowsOf(server.dump('jahat'))).toBe(moved);
}

describe('a packet of corrections as SQL', () => {
  it.skipIf(!hasMariadb)(
    'leaves exactly the undecided differences in MariaDB, twice is once, and its undo restores every byte (dilewati bila mesin ini tidak punya mariadbd)',
    { timeout: 240_000 },
    async () => {
      const server = await sharedMariadb();
      const files = dumps.filter((file) => !isPostgres(file));
      await proveOn(server, files, 'mariadb', true);
      await proveHostile(server, true);
    },
  );

  it.skipIf(!hasPostgres)(
    'leaves exactly the undecided differences in PostgreSQL, twice is once, and its undo restores every row (dilewati bila mesin ini tidak punya postgres)',
    { timeout: 240_000 },
    async () => {
      const server = await sharedPostgres();
      await proveOn(server, dumps.filter(isPostgres), 'postgres', false);
      await proveHostile(server, false);
    },
  );
});

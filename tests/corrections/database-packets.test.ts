import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CorrectionSummary, writeCorrections } from '#corrections';
import { formatCsvRow } from '#formats';
import { parseIsoDate } from '#kernel/local-date.ts';
import { reconcile } from '#reconcile';
import { generateSampleData } from '#sample-data';
import { type CsvRecord, readCsvRecords } from '../support/csv-records.ts';
import {
  type DatabaseServer,
  hasMariadb,
  hasPostgres,
  startMariadb,
  startPostgres,
} from '../support/database-servers.ts';

/** Packets of corrections are run by the servers that the dumps come from. */

let folder = '';
let dumps: readonly CsvRecord[] = [];
const needsServer = !hasMariadb && !hasPostgres;

beforeAll(async () => {
  if (needsServer) return;
  folder = mkdtempSync(join(tmpdir(), 'paket-'));
  const per = parseIsoDate('2025-10-01');
  if (per === undefined) throw new Error('No such day');
  await generateSampleData({ pegawai: 2000, benih: 'paket', per, keluar: folder }, () => undefined);
  const files = readCsvRecords(join(folder, 'kebenaran', 'berkas.csv'));
  const inSql = files.filter(({ wadah = '' }) => wadah.startsWith('sql'));
  // One government of each version of each structure.
  dumps = [...Map.groupBy(inSql, ({ versi }) => versi).values()].flatMap((list) => list.slice(0, 1));
  await compare('hasil', (file) => join(folder, 'simpeg', file.berkas ?? ''), false);
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
      bkn: join(folder, 'bkn.csv'),
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
const rowsOf = (dump: Buffer): string => dump.toString('latin1').split('\n').toSorted().join('\n');

const differences = (rows: readonly CsvRecord[], instansi: string): readonly string[] =>
  rows
    .filter((row) => row.instansi === instansi)
    .map(({ nip, kolom, nilai_simpeg: simpeg, nilai_bkn: bkn }) => [nip, kolom, simpeg, bkn].join(' | '))
    .toSorted();

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
  server: DatabaseServer,
  files: readonly CsvRecord[],
  name: string,
  inOrder: boolean,
): Promise<void> {
  const exported = new Map<string, string>();
  mkdirSync(join(folder, name), { recursive: true });
  let written = 0;
  for (const file of files) {
    const instansi = file.instansi ?? '';
    const bytes = readFileSync(join(folder, 'simpeg', file.berkas ?? ''));
    const database = `d${instansi}`;
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

describe('a packet of corrections as SQL', () => {
  it.skipIf(!hasMariadb)(
    'leaves exactly the undecided differences in MariaDB, twice is once, and its undo restores every byte (dilewati bila mesin ini tidak punya mariadbd)',
    { timeout: 240_000 },
    async () => {
      const server = await startMariadb();
      try {
        await proveOn(
          server,
          dumps.filter((file) => !isPostgres(file)),
          'mariadb',
          true,
        );
      } finally {
        await server.stop();
      }
    },
  );

  it.skipIf(!hasPostgres)(
    'leaves exactly the undecided differences in PostgreSQL, twice is once, and its undo restores every row (dilewati bila mesin ini tidak punya postgres)',
    { timeout: 240_000 },
    async () => {
      const server = await startPostgres();
      try {
        await proveOn(server, dumps.filter(isPostgres), 'postgres', false);
      } finally {
        await server.stop();
      }
    },
  );
});

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIELDS } from '#canonical';
import { formatCsvRow } from '#formats';
import { describeProblem, problem } from '#kernel/problem.ts';
import { makePerson, type Person } from '../../src/reconcile/testing/deliveries.ts';
import {
  type DatabaseClient,
  hasMariadb,
  hasPostgres,
  sharedMariadb,
  sharedPostgres,
} from '../support/database-servers.ts';

/** The command line on a real server: Ctrl-C in the middle of a query, and a recipe tried on a live table. */

/** The Node of the application, whichever runs the tests. */
const NODE = 'node_modules/node/bin/node';
const SANDI = 'sandi-uji-langsung-73';
const PEOPLE = Array.from({ length: 300 }, (_, n) => makePerson(n));
const COLUMNS = ['nip', 'nama', 'tanggal_lahir', 'agama', 'golongan', 'no_hp'] as const;

const KINDS = [
  {
    name: 'MariaDB (dilewati bila mesin ini tidak punya mariadbd)',
    has: hasMariadb,
    scheme: 'mysql',
    server: sharedMariadb,
    grant: `create user baris@'127.0.0.1' identified by '${SANDI}'; grant select on baris.* to baris@'127.0.0.1';`,
    sleep: 'sleep(20)',
    activity:
      "select count(*) from information_schema.processlist where user = 'baris' and command = 'Query' and info like '%lambat%'",
    sessions: "select count(*) from information_schema.processlist where user = 'baris'",
    schema: '',
  },
  {
    name: 'PostgreSQL (dilewati bila mesin ini tidak punya postgres)',
    has: hasPostgres,
    scheme: 'postgresql',
    server: sharedPostgres,
    grant: `create role baris login password '${SANDI}'; grant select on all tables in schema public to baris;`,
    sleep: 'pg_sleep(20)::text',
    activity:
      "select count(*) from pg_stat_activity where usename = 'baris' and state = 'active' and query like '%lambat%'",
    sessions: "select count(*) from pg_stat_activity where usename = 'baris'",
    schema: 'public.',
  },
];

describe.each(KINDS)('the command line at $name', (kind) => {
  let server: DatabaseClient | undefined;
  let folder = '';
  let address = '';
  const file = (name: string): string => join(folder, name);
  const count = (sql: string): number => Number(server?.query('baris', sql)[0]?.[0]);
  const until = async (isDone: () => boolean): Promise<void> => {
    for (let attempt = 0; attempt < 150 && !isDone(); attempt++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(isDone()).toBe(true);
  };
  const portal = (...words: readonly string[]) => {
    const child = spawn(NODE, ['src/app/cli.ts', ...words], {
      env: { ...process.env, SANDI_BARIS_127_0_0_1: SANDI },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', (text) => (said.out += String(text)));
    child.stderr.on('data', (text) => (said.err += String(text)));
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    return { child, said, ended };
  };

  beforeAll(async () => {
    if (!kind.has) return;
    folder = mkdtempSync(join(tmpdir(), 'baris-'));
    server = await kind.server();
    const values = PEOPLE.map((person) => `(${COLUMNS.map((name) => `'${person[name] ?? ''}'`).join(',')})`);
    const dump = `create table pegawai (${COLUMNS.map((name) => `${name} varchar(80)`).join(', ')}, primary key (nip));
      insert into pegawai values ${values.join(',\n')};`;
    server.load('baris', Buffer.from(dump));
    server.run('baris', Buffer.from(kind.grant));
    address = `${kind.scheme}://baris@127.0.0.1:${server.port}/baris`;
    const headings = FIELDS.flatMap(({ nama, judulSiasn }) => (judulSiasn === undefined ? [] : [{ nama, judulSiasn }]));
    const row = (person: Person): string[] => headings.map(({ nama }) => person[nama] ?? '');
    const rows = [headings.map(({ judulSiasn }) => judulSiasn), ...PEOPLE.map(row)];
    writeFileSync(file('bkn.csv'), rows.map((cells) => formatCsvRow(cells)).join(''));
  }, 120_000);

  afterAll(() => {
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  it.skipIf(!kind.has)('tries a recipe on a live table as on its file', { timeout: 60_000 }, async () => {
    const recipe = portal('petakan', `${address}#${kind.schema}pegawai`, '--keluar', file('lama.json'));
    expect(await recipe.ended).toBe(0);
    const text = readFileSync(file('lama.json'), 'utf8');
    writeFileSync(file('baru.json'), text.replace('"kanonik": "no_hp"', '"kanonik": null'));
    const keluar = file('beda.csv');
    const words = ['uji-pemetaan', '--pemetaan', file('baru.json'), '--terhadap', file('lama.json')];
    const tried = portal(...words, '--berkas', `6410=${address}`, '--keluar', keluar);
    expect([await tried.ended, tried.said.err.includes('sel berubah')]).toEqual([0, true]);
    const lines = readFileSync(keluar, 'utf8').trim().split(/\r?\n/);
    expect(lines).toHaveLength(1 + PEOPLE.length);
    expect(lines[1]).toMatch(/^6410,.*,1,no_hp,08/);
    expect(lines.join('\n')).not.toContain(SANDI);
    expect(existsSync(`${keluar}.bagian`)).toBe(false);
  });

  it.skipIf(!kind.has)(
    'ends in order on Ctrl-C, in all threads, and leaves no result behind',
    { timeout: 60_000 },
    async () => {
      const view = `create view lambat as select ${COLUMNS.join(', ')}, ${kind.sleep} as tidur from pegawai;`;
      server?.run(
        'baris',
        Buffer.from(`${view} grant select on lambat to baris${kind.scheme === 'mysql' ? "@'127.0.0.1'" : ''};`),
      );
      const simpeg = ['6410', '6471'].flatMap((instansi) => [
        '--simpeg',
        `${instansi}=${address}#${kind.schema}lambat`,
      ]);
      const keluar = file('hasil');
      const { child, said, ended } = portal('rekonsiliasi', '--bkn', file('bkn.csv'), ...simpeg, '--keluar', keluar);
      await until(() => count(kind.activity) === 2);
      expect(existsSync(keluar)).toBe(true);
      child.kill('SIGINT');
      expect(await ended).toBe(130);
      expect(said.err.trim().split('\n').at(-1)).toBe(describeProblem(problem('DIBATALKAN')));
      expect(said.err.match(/ihentikan|ibatalkan/g)).toHaveLength(2);
      expect([said.out, existsSync(keluar)]).toEqual(['', false]);
      await until(() => count(kind.sessions) === 0);
    },
  );
});

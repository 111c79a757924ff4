import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeSource, openSource, parseAddress, readTable, rememberPassword, type Source, textOf } from '#formats';
import { describeProblem, RefusedFile } from '#kernel/problem.ts';
import { freePort } from '#platform';
import { openLive } from '../../src/formats/live/live.ts';
import { LIVE_LIMITS } from '../../src/formats/live/limits.ts';
import {
  type DatabaseServer,
  hasMariadb,
  hasPostgres,
  type ServerTls,
  startMariadb,
  startPostgres,
} from '../support/database-servers.ts';

/** What real servers do: rights, encryption, values, cancelling, broken lines, memory. */

const SANDI = 'sandi-uji-"server"-\\91';
const isSecret = (column: string): boolean => column === 'password';

interface Kind {
  readonly name: string;
  readonly has: boolean;
  readonly scheme: string;
  readonly table: string;
  readonly start: (tls: ServerTls) => Promise<DatabaseServer>;
  /** Makes accounts: `pembaca` reads everything but one table, `penulis` may write, `buta` sees nothing. */
  readonly accounts: string;
  readonly people: string;
  readonly expected: readonly (readonly (string | null)[])[];
  /** Rows of a table so wide and long that it cannot pass unseen. */
  readonly many: string;
  readonly activity: string;
  readonly slow: string;
}

const MARIADB: Kind = {
  name: 'MariaDB (dilewati bila mesin ini tidak punya mariadbd)',
  has: hasMariadb,
  scheme: 'mysql',
  table: 'pegawai',
  start: startMariadb,
  accounts: ['pembaca', 'penulis', 'buta']
    .map((name) => `create user ${name}@'127.0.0.1' identified by '${SANDI.replace('\\', '\\\\')}';`)
    .concat(
      ['pegawai', 'banyak', 'lama', 'lambat'].map((table) => `grant select on uji.${table} to pembaca@'127.0.0.1';`),
      [
        "grant select (id, kode) on uji.sebagian to pembaca@'127.0.0.1';",
        "grant select, insert on uji.* to penulis@'127.0.0.1';",
        "grant usage on *.* to buta@'127.0.0.1'; create database kosong; grant select on kosong.* to pembaca@'127.0.0.1';",
      ],
    )
    .join('\n'),
  people: `create table pegawai (id bigint unsigned primary key, nama varchar(40), lahir date, aktif bit(1), foto longblob,
      ket json, kode char(5), gaji decimal(12,2), password varchar(40), catatan longtext);
    insert into pegawai values (18446744073709551615, 'Siti \\'A\\' \\\\ tab\\tbaris\\nbaru', '1985-03-12', b'1', x'ffd8ff00', '{"a": 1}', 'A', 1.50, 'rahasia9', 'x'),
      (198503122010011001, null, '0000-00-00', b'0', null, null, '', null, 'rahasia9', '');
    create table sebagian (id int, kode varchar(5), nik varchar(16)); insert into sebagian values (1, 'K', '3319');
    create table lama (id int primary key, nama varchar(40)) charset latin1; insert into lama values (1, 'Désirée');
    create view lambat as select id, sleep(20) as tidur from lama;
    create table rahasia (id int);`,
  expected: [
    ['198503122010011001', null, '0000-00-00', '0', null, null, '', null, null, ''],
    [
      '18446744073709551615',
      "Siti 'A' \\ tab\tbaris\nbaru",
      '1985-03-12',
      '1',
      null,
      '{"a": 1}',
      'A',
      '1.50',
      null,
      'x',
    ],
  ],
  many: `create table banyak (id int primary key, ${Array.from({ length: 30 }, (_, i) => `k${i} varchar(40)`).join(', ')});
    insert into banyak select seq, ${Array.from({ length: 30 }, (_, i) => `concat('nilai kolom ${i} ', seq)`).join(', ')} from seq_1_to_100000;`,
  activity:
    "select count(*) from information_schema.processlist where user = 'pembaca' and command = 'Query' and info not like 'KILL%'",
  slow: 'lambat',
};

const POSTGRES: Kind = {
  name: 'PostgreSQL (dilewati bila mesin ini tidak punya postgres)',
  has: hasPostgres,
  scheme: 'postgresql',
  table: 'simpeg.pegawai',
  start: startPostgres,
  accounts: `create role pembaca login password '${SANDI}'; create role penulis login password '${SANDI}'; create role buta login password '${SANDI}';
    grant usage on schema simpeg to pembaca, penulis; grant select on simpeg.pegawai, simpeg.banyak, simpeg.lama, simpeg.lambat to pembaca;
    grant select (id, kode) on simpeg.sebagian to pembaca; grant select, insert on all tables in schema simpeg to penulis;
    create database kosong;`,
  people: `create schema simpeg; create table simpeg.pegawai (id numeric(20) primary key, nama varchar(40), lahir date, aktif boolean, foto bytea,
      ket json, kode char(5), gaji numeric(12,2), password varchar(40), catatan text);
    insert into simpeg.pegawai values (18446744073709551615, E'Siti ''A'' \\\\ tab\\tbaris\\nbaru', '1985-03-12', true, '\\xffd8ff00', '{"a": 1}', 'A', 1.50, 'rahasia9', 'x'),
      (198503122010011001, null, null, false, null, null, '', null, 'rahasia9', '');
    create table simpeg.sebagian (id int, kode varchar(5), nik varchar(16)); insert into simpeg.sebagian values (1, 'K', '3319');
    create table simpeg.lama (id int primary key, nama varchar(40)); insert into simpeg.lama values (1, 'Désirée');
    create view simpeg.lambat as select id, pg_sleep(20)::text as tidur from simpeg.lama;
    create table simpeg.rahasia (id int);`,
  expected: [
    [
      '18446744073709551615',
      "Siti 'A' \\ tab\tbaris\nbaru",
      '1985-03-12',
      't',
      null,
      '{"a": 1}',
      'A    ',
      '1.50',
      null,
      'x',
    ],
    ['198503122010011001', null, null, 'f', null, null, '     ', null, null, ''],
  ],
  many: `create table simpeg.banyak as select seq as id, ${Array.from({ length: 30 }, (_, i) => `'nilai kolom ${i} ' || seq as k${i}`).join(', ')} from generate_series(1, 100000) seq;`,
  activity:
    "select count(*) from pg_stat_activity where usename = 'pembaca' and state = 'active' and query not like '%cancel%'",
  slow: 'simpeg.lambat',
};

async function rowsOf(source: Source, table: string): Promise<(string | null)[][]> {
  const rows: (string | null)[][] = [];
  for await (const { bytes, cells, columns, rows: count } of readTable(source, table)) {
    for (let at = 0; at < count * columns; at++) {
      if (at % columns === 0) rows.push([]);
      const start = cells[2 * at] ?? 0;
      rows.at(-1)?.push(start < 0 ? null : textOf(bytes, start, cells[2 * at + 1] ?? 0));
    }
  }
  return rows;
}

async function open(address: string, signal?: AbortSignal, limits = LIVE_LIMITS): Promise<Source> {
  const source = await openLive(address, { isSecret, signal }, limits);
  if (!source.ok) throw new RefusedFile(source.error);
  return source.value;
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'tidak ditolak';
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    expect(describeProblem(error.problem)).not.toMatch(/\{\w+\}|rahasia9|sandi-uji/);
    return error.problem.code;
  }
}

/** What is garbage already says nothing about what is held. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

/** A line to a server that can be cut in the middle. */
async function startRelay(
  port: number,
): Promise<{ port: number; cutAfter: (bytes: number) => void; stop: () => void }> {
  let left = Number.POSITIVE_INFINITY;
  const sockets = new Set<Socket>();
  const relay = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    near.pipe(far);
    far.on('data', (chunk) => {
      left -= chunk.length;
      if (left < 0) for (const socket of sockets) socket.destroy();
      else if (!near.write(chunk)) {
        far.pause();
        near.once('drain', () => far.resume());
      }
    });
  });
  const own = await freePort();
  await new Promise<void>((resolve) => relay.listen(own, '127.0.0.1', resolve));
  return {
    port: own,
    cutAfter: (bytes) => {
      left = bytes;
    },
    stop: () => {
      for (const socket of sockets) socket.destroy();
      relay.close();
    },
  };
}

describe.each([MARIADB, POSTGRES])('a live source at $name', (kind) => {
  let server: DatabaseServer | undefined;
  let folder = '';
  let port = 0;
  const certificate = (): string => join(folder, 'server.pem');
  const at = (akun: string, rest = 'uji', to = port): string => {
    const address = `${kind.scheme}://${akun}@127.0.0.1:${to}/${rest}`;
    const parsed = parseAddress(address);
    if (parsed.ok) rememberPassword(parsed.value, SANDI);
    return address;
  };
  const activity = (): string => server?.query('uji', kind.activity)[0]?.[0] ?? '';
  const untilQuiet = async (): Promise<string> => {
    for (let attempt = 0; attempt < 50 && activity() !== '0'; attempt++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return activity();
  };

  beforeAll(async () => {
    if (!kind.has) return;
    folder = mkdtempSync(join(tmpdir(), 'server-'));
    const key = join(folder, 'kunci.pem');
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate()].concat([
        '-subj',
        '/CN=simpeg.uji',
        '-addext',
        'subjectAltName=DNS:simpeg.uji',
      ]),
      { stdio: 'ignore' },
    );
    chmodSync(folder, 0o755);
    if (kind.scheme === 'postgresql' && process.getuid?.() === 0) {
      chownSync(key, Number(execFileSync('id', ['-u', 'postgres'])), 0);
    }
    chmodSync(key, 0o600);
    server = await kind.start({ certificate: certificate(), key });
    port = server.port;
    server.load('uji', Buffer.from(kind.people + kind.many));
    server.run('uji', Buffer.from(kind.accounts));
  }, 120_000);

  afterAll(async () => {
    await server?.stop();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  it.skipIf(!kind.has)(
    'gives values as they are, and neither secrets, pictures nor what the account may not see',
    async () => {
      const source = await open(at('pembaca'), undefined, { ...LIVE_LIMITS, question: 2_000 });
      try {
        expect(await rowsOf(source, kind.table)).toEqual(kind.expected);
        const prefix = kind.table.replace('pegawai', '');
        expect(source.tables.map(({ name }) => name)).toEqual(
          ['banyak', 'lama', 'lambat', 'pegawai', 'sebagian'].map((name) => prefix + name),
        );
        expect(await rowsOf(source, `${prefix}sebagian`)).toEqual([['1', 'K']]);
        expect(await rowsOf(source, `${prefix}lama`)).toEqual([['1', 'Désirée']]);
        // A table that is changed meanwhile is read as it was.
        server?.run('uji', Buffer.from(`update ${kind.table} set nama = 'lain'; delete from ${prefix}lama;`));
        expect(await rowsOf(source, kind.table)).toEqual(kind.expected);
        expect(await rowsOf(source, `${prefix}lama`)).toEqual([['1', 'Désirée']]);
        expect(JSON.stringify(source.tables)).not.toContain('rahasia9');
      } finally {
        await closeSource(source);
        server?.run('uji', Buffer.from(`insert into ${kind.table.replace('pegawai', 'lama')} values (1, 'Désirée');`));
      }
    },
    60_000,
  );

  it.skipIf(!kind.has)(
    'is refused in one sentence',
    async () => {
      const closed = await freePort();
      expect(await refusalOf(open(at('penulis')))).toBe('BASIS_BOLEH_MENULIS');
      expect(await refusalOf(open(at('pembaca', 'uji', closed)))).toBe('BASIS_TAK_TERJANGKAU');
      expect(await refusalOf(open(at('pembaca', 'tidakada')))).toBe('BASIS_TIDAK_ADA');
      expect(await refusalOf(open(at('pembaca', 'kosong')))).toBe('BASIS_TANPA_TABEL');
      expect(await refusalOf(open(at('tamu')))).toBe('BASIS_SANDI');
      const parsed = parseAddress(at('buta'));
      if (parsed.ok) rememberPassword(parsed.value, 'salah');
      expect(await refusalOf(open(`${kind.scheme}://buta@127.0.0.1:${port}/uji`))).toBe('BASIS_SANDI');
      const file = await openSource(at('pembaca'));
      expect(file.ok ? '' : file.error.code).toBe('ALAMAT_BUKAN_DI_SINI');
    },
    60_000,
  );

  it.skipIf(!kind.has)(
    'is encrypted only towards a server that proves its name',
    async () => {
      const limits = { ...LIVE_LIMITS, question: 1_000 };
      const tls = (options: string): Promise<Source> =>
        open(at('pembaca', `uji?tls=wajib${options}`), undefined, limits);
      expect(await refusalOf(tls(''))).toBe('BASIS_SERTIFIKAT');
      expect(await refusalOf(tls(`&ca=${certificate()}`))).toBe('BASIS_SERTIFIKAT');
      expect(await refusalOf(tls(`&ca=${certificate()}&nama=lain.uji`))).toBe('BASIS_SERTIFIKAT');
      expect(await refusalOf(tls('&ca=/tidak/ada.pem'))).toBe('BASIS_CA');
      const source = await tls(`&ca=${certificate()}&nama=simpeg.uji`);
      await closeSource(source);
    },
    60_000,
  );

  it.skipIf(!kind.has)(
    'ends the query at the server when it is cancelled, too slow, or no longer wanted',
    async () => {
      const limits = { ...LIVE_LIMITS, question: 1_000, table: 1_500 };
      const stop = new AbortController();
      const source = await open(at('pembaca'), stop.signal, limits);
      expect(await refusalOf(rowsOf(source, kind.slow))).toBe('BASIS_WAKTU');
      const many = kind.table.replace('pegawai', 'banyak');
      for await (const block of readTable(source, many)) {
        expect(block.rows).toBeGreaterThan(0);
        break;
      }
      expect(activity()).toBe('0');
      // The snapshot has outlived both.
      expect(await rowsOf(source, kind.table)).toHaveLength(2);
      const patient = await open(at('pembaca'), stop.signal, { ...limits, table: 60_000 });
      const reading = refusalOf(rowsOf(patient, kind.slow));
      setTimeout(() => stop.abort(), 300);
      expect(await reading).toBe('BASIS_DIBATALKAN');
      expect(await untilQuiet()).toBe('0');
      await Promise.all([source, patient].map(closeSource));
    },
    60_000,
  );

  it.skipIf(!kind.has)(
    'that breaks off half way is refused whole',
    async () => {
      const relay = await startRelay(port);
      try {
        const limits = { ...LIVE_LIMITS, question: 1_000 };
        const source = await open(at('pembaca', 'uji', relay.port), undefined, limits);
        relay.cutAfter(8_000_000);
        expect(await refusalOf(rowsOf(source, kind.table.replace('pegawai', 'banyak')))).toBe('BASIS_PUTUS');
        await closeSource(source);
        expect(await untilQuiet()).toBe('0');
      } finally {
        relay.stop();
      }
    },
    60_000,
  );

  it.skipIf(!kind.has).each(['', `?tls=wajib`])(
    'is read in bounded memory, however slow its reader is %s',
    async (tls) => {
      const options = tls === '' ? '' : `${tls}&ca=${certificate()}&nama=simpeg.uji`;
      const source = await open(at('pembaca', `uji${options}`), undefined, { ...LIVE_LIMITS, question: 1_000 });
      let rows = 0;
      let blocks = 0;
      let peak = 0;
      const before = process.memoryUsage().arrayBuffers;
      for await (const block of readTable(source, kind.table.replace('pegawai', 'banyak'))) {
        rows += block.rows;
        // Time for the server to run ahead, if anything let it.
        if (blocks++ % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
        if (blocks % 10 !== 0) continue;
        collectGarbage();
        peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
      }
      await closeSource(source);
      // 60 MB went by.
      expect([rows, peak < 24_000_000]).toEqual([100_000, true]);
    },
    120_000,
  );
});

import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { closeSource, parseAddress, readTable, rememberPassword, type Source, textOf } from '#formats';
import { describeProblem, RefusedFile } from '#kernel/problem.ts';
import { LIVE_LIMITS, type LiveLimits } from '../../src/formats/live/limits.ts';
import { openLive } from '../../src/formats/live/live.ts';
import { loadDriver } from '../../src/formats/live/sqlserver-driver.ts';
import { freePort } from '#platform';
import { type Cell, startTdsServer, type TdsAnswer, type TdsOptions, type TdsServer } from '../support/tds-server.ts';

/**
 * SQL Server through its real driver, against a stand-in that speaks its protocol: no real server runs on Debian. Where
 * UJI_SQLSERVER names one (an address as the command line takes it, of an account that may create databases, with its
 * password in UJI_SQLSERVER_SANDI), the values are tried there, too.
 */

const hasDriver = (await loadDriver()) !== undefined;
const WITHOUT = '(dilewati bila npm run pasang:sqlserver belum dijalankan)';
const isSecret = (column: string): boolean => column === 'password';

const PEOPLE: readonly (readonly Cell[])[] = [
  ['198503122010011001', 'Siti "A" \\ tab\tbaris\nbaru', '1985-03-12 00:00:00.000', '1', '1500.5000', null, 0.1],
  ['198503122010011002', 'Désirée Ç', null, '0', null, null, null],
];

/** What a database with one table, `dbo.pegawai`, answers; what differs from it comes first. */
function answers(special: (sql: string) => TdsAnswer | undefined = () => undefined): (sql: string) => TdsAnswer {
  const row = (...cells: readonly Cell[]): TdsAnswer => ({ columns: cells.map((_, i) => `k${i}`), rows: [cells] });
  const column = (name: string, type: string, length: string): Cell[] => [
    'dbo',
    'pegawai',
    name,
    type,
    length,
    '19',
    '4',
  ];
  return (sql) => {
    const given = special(sql);
    if (given !== undefined) return given;
    if (sql.includes('CROSS APPLY')) return { columns: ['hak'], rows: [] };
    if (sql.includes('fn_my_permissions')) return { columns: ['hak'], rows: [['CONNECT'], ['SELECT']] };
    if (sql.includes('snapshot_isolation_state')) return row('1', 'READ_WRITE', '2');
    if (sql.includes('sys.indexes')) return row('dbo', 'pegawai', 'nip', '');
    if (sql.includes('TYPE_NAME')) {
      const rows = [
        column('nip', 'varchar', '18'),
        column('nama', 'nvarchar', '80'),
        column('lahir', 'datetime', '8'),
        column('aktif', 'bit', '1'),
        column('gaji', 'money', '8'),
        column('password', 'varchar', '40'),
        column('angka', 'real', '4'),
      ];
      return { columns: ['s', 't', 'k', 'j', 'p', 'r', 'c'], rows };
    }
    if (!sql.includes('FROM [dbo].[pegawai]')) return 'ok';
    return { columns: ['a', 'b', 'c', 'd', 'e', 'f', 'real'], reals: ['real'], rows: PEOPLE };
  };
}

const servers: TdsServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.stop();
});

async function start(options: Partial<TdsOptions> = {}): Promise<TdsServer> {
  const server = await startTdsServer({ answer: answers(), ...options });
  servers.push(server);
  return server;
}

async function open(
  port: number,
  { rest = '', signal, ...limits }: Partial<LiveLimits> & { rest?: string; signal?: AbortSignal } = {},
): Promise<Source> {
  const address = `sqlserver://pembaca@127.0.0.1:${port}/simpeg${rest}`;
  const parsed = parseAddress(address);
  if (parsed.ok) rememberPassword(parsed.value, 'sandi-uji-91');
  const source = await openLive(address, { isSecret, signal }, { ...LIVE_LIMITS, ...limits });
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

async function rowsOf(source: Source, table = 'dbo.pegawai'): Promise<(string | null)[][]> {
  const rows: (string | null)[][] = [];
  for await (const { bytes, cells, columns, rows: count } of readTable(source, table)) {
    for (let at = 0; at < count * columns; at++) {
      if (at % columns === 0) rows.push([]);
      const from = cells[2 * at] ?? 0;
      rows.at(-1)?.push(from < 0 ? null : textOf(bytes, from, cells[2 * at + 1] ?? 0));
    }
  }
  return rows;
}

function* endless(): Generator<readonly Cell[]> {
  for (let row = 0; ; row++) yield [String(row), 'nama yang cukup panjang '.repeat(4), null, '1', '1.0000', null, null];
}

const isWhole = (sql: string): boolean => sql.includes('FROM [dbo].[pegawai]') && !sql.includes('TOP (');
const many = (rows: Iterable<readonly Cell[]>): TdsAnswer => ({
  columns: ['a', 'b', 'c', 'd', 'e', 'f', 'real'],
  reals: ['real'],
  rows,
});

it('SQL Server without its driver is refused with the command that adds it', async () => {
  const nowhere = pathToFileURL(join(tmpdir(), 'tidak-ada', 'package.json'));
  expect(await loadDriver(nowhere)).toBeUndefined();
  if (hasDriver) return;
  expect(await refusalOf(open(await freePort()))).toBe('BASIS_TANPA_PEMBACA');
});

describe.skipIf(!hasDriver)(`SQL Server through its driver ${WITHOUT}`, () => {
  it('gives values as texts, asks for no secret, and reads in one snapshot', async () => {
    const server = await start();
    const source = await open(server.port);
    expect(await rowsOf(source)).toEqual([
      ['198503122010011001', 'Siti "A" \\ tab\tbaris\nbaru', '1985-03-12 00:00:00', '1', '1500.5000', null, '0.1'],
      ['198503122010011002', 'Désirée Ç', null, '0', null, null, null],
    ]);
    expect(source.tables[0]?.types[1]).toBe('nvarchar(40)');
    await closeSource(source);
    expect(server.logins).toEqual(['pembaca/simpeg']);
    expect(server.statements.join('\n')).not.toMatch(/\[password\]|sandi-uji/);
    expect(
      server.statements.filter((sql) =>
        /\b(?:INSERT|UPDATE|DELETE|ALTER|DROP|EXEC)\b/.test(sql.replace(/'[^']*'/g, '')),
      ),
    ).toEqual([]);
    const settings = server.statements.findIndex((sql) => sql.includes('ISOLATION LEVEL SNAPSHOT'));
    const first = server.statements.findIndex((sql) => sql.includes('FROM [dbo].[pegawai]'));
    expect([settings > 0, settings < first]).toEqual([true, true]);
    expect(server.statements[first]).toMatch(/^IF @@TRANCOUNT = 0 BEGIN TRANSACTION; SELECT TOP \(200\) /);
  });

  it.each<[code: string, options: Partial<TdsOptions>]>([
    ['BASIS_SANDI', { refuse: [18456] }],
    ['BASIS_TIDAK_ADA', { refuse: [4060, 18456] }],
    ['BASIS_PENUH', { refuse: [17809] }],
    ['BASIS_MINTA_TLS', { wantsTls: true }],
    [
      'BASIS_BOLEH_MENULIS',
      {
        answer: answers((sql) =>
          /NULL, 'DATABASE'/.test(sql) ? { columns: ['h'], rows: [['SELECT'], ['INSERT']] } : undefined,
        ),
      },
    ],
    [
      'BASIS_BOLEH_MENULIS',
      {
        answer: answers((sql) =>
          sql.includes('CROSS APPLY') ? { columns: ['h'], rows: [['UPDATE dbo.pegawai']] } : undefined,
        ),
      },
    ],
    [
      'BASIS_TANPA_POTRET',
      {
        answer: answers((sql) =>
          sql.includes('snapshot_isolation')
            ? { columns: ['a', 'b', 'c'], rows: [['0', 'READ_WRITE', '2']] }
            : undefined,
        ),
      },
    ],
    [
      'BASIS_TANPA_TABEL',
      { answer: answers((sql) => (sql.includes('TYPE_NAME') ? { columns: ['a'], rows: [] } : undefined)) },
    ],
    ['BASIS_TOLAK', { answer: answers((sql) => (sql.includes('TYPE_NAME') ? { error: 8134 } : undefined)) }],
    ['BASIS_PUTUS', { answer: answers((sql) => (sql.includes('TYPE_NAME') ? 'hang up' : undefined)) }],
    ['BASIS_WAKTU', { answer: answers((sql) => (sql.includes('TYPE_NAME') ? 'silence' : undefined)) }],
  ])('is refused in one sentence: %s', async (code, options) => {
    const server = await start(options);
    expect(await refusalOf(open(server.port, { question: 400 }))).toBe(code);
  });

  it('that nobody answers for, or somebody else, is refused in one sentence', async () => {
    expect(await refusalOf(open(await freePort()))).toBe('BASIS_TAK_TERJANGKAU');
    for (const [rubbish, codes] of [
      // Its third and fourth byte promise more than ever comes.
      ['HTTP/1.1 400 Bad Request\r\n\r\n', ['BASIS_TAK_TERJANGKAU']],
      [Buffer.alloc(64), ['BASIS_ASING']],
      [Buffer.from([4, 1, 0, 12, 0, 0, 0, 0, 1, 2, 3, 4]), ['BASIS_ASING', 'BASIS_TANPA_TLS']],
      [
        randomBytes(4_096),
        ['BASIS_ASING', 'BASIS_TAK_TERJANGKAU', 'BASIS_PUTUS', 'BASIS_TANPA_TLS', 'BASIS_MINTA_TLS'],
      ],
      ['', ['BASIS_TAK_TERJANGKAU']],
    ] as const) {
      const listener = createServer((socket) => {
        socket.on('error', () => undefined);
        if (rubbish.length > 0) socket.write(rubbish);
      });
      await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
      const place = listener.address();
      const code = await refusalOf(open(typeof place === 'object' && place ? place.port : 0, { connect: 500 }));
      listener.close();
      expect(codes).toContain(code);
    }
  });

  it('that cannot be seen as of one moment is read where the address says so, or where nobody can change it', async () => {
    const state = (...cells: string[]): TdsOptions['answer'] =>
      answers((sql) => (sql.includes('snapshot_isolation') ? { columns: ['a', 'b', 'c'], rows: [cells] } : undefined));
    for (const [rest, answer] of [
      ['?potret=tanpa', state('0', 'READ_WRITE', '2')],
      ['', state('0', 'READ_ONLY', '0')],
    ] as const) {
      const server = await start({ answer });
      const source = await open(server.port, { rest });
      expect(await rowsOf(source)).toHaveLength(2);
      await closeSource(source);
      expect(server.statements.join('\n')).not.toContain('LEVEL SNAPSHOT');
    }
  });

  it('is told to stop when it is cancelled, too slow, or no longer wanted, and the session goes on', async () => {
    let mode: 'endless' | 'silence' = 'endless';
    const server = await start({
      answer: answers((sql) => (isWhole(sql) ? (mode === 'endless' ? many(endless()) : 'silence') : undefined)),
    });
    const stop = new AbortController();
    const source = await open(server.port, { signal: stop.signal, table: 1_500 });
    for await (const block of readTable(source, 'dbo.pegawai')) {
      expect(block.rows).toBeGreaterThan(0);
      break;
    }
    expect(server.attentions).toBe(1);
    expect(await refusalOf(rowsOf(source))).toBe('BASIS_WAKTU');
    mode = 'silence';
    expect(await refusalOf(rowsOf(source))).toBe('BASIS_WAKTU');
    expect(server.attentions).toBe(3);
    await closeSource(source);
    const patient = await open(server.port, { signal: stop.signal });
    const reading = refusalOf(rowsOf(patient));
    setTimeout(() => stop.abort(), 200);
    expect(await reading).toBe('BASIS_DIBATALKAN');
    expect(server.attentions).toBe(4);
    await closeSource(patient);
  });

  it('is not waited for by whoever is cancelled while it opens', async () => {
    const server = await start({ answer: answers((sql) => (sql.includes('TYPE_NAME') ? 'silence' : undefined)) });
    const stop = new AbortController();
    const opening = refusalOf(open(server.port, { signal: stop.signal }));
    setTimeout(() => stop.abort(), 200);
    expect(await opening).toBe('BASIS_DIBATALKAN');
  });

  it('waits while its reader is slow', async () => {
    const server = await start({ answer: answers((sql) => (isWhole(sql) ? many(endless()) : undefined)) });
    const source = await open(server.port);
    let seen = 0;
    for await (const block of readTable(source, 'dbo.pegawai')) {
      seen += block.rows;
      await new Promise((resolve) => setTimeout(resolve, 60));
      // What is sent ahead lies in two batches of half a megabyte and in the buffers of the sockets.
      expect(server.sent - seen).toBeLessThan(150_000);
      if (seen > 40_000) break;
    }
    await closeSource(source);
  });

  it('is encrypted only towards a server that proves its name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tds-'));
    const file = (name: string): string => join(folder, name);
    try {
      execFileSync(
        'openssl',
        [
          'req',
          '-x509',
          '-newkey',
          'rsa:2048',
          '-nodes',
          '-days',
          '2',
          '-keyout',
          file('k.pem'),
          '-out',
          file('c.pem'),
        ].concat(['-subj', '/CN=simpeg.uji', '-addext', 'subjectAltName=DNS:simpeg.uji']),
        { stdio: 'ignore' },
      );
      const tls = { key: readFileSync(file('k.pem'), 'utf8'), cert: readFileSync(file('c.pem'), 'utf8') };
      const { port, logins } = await start({ tls });
      const refused = (rest: string, to = port): Promise<string> => refusalOf(open(to, { rest, connect: 4_000 }));
      expect(await refused('?tls=wajib')).toBe('BASIS_SERTIFIKAT');
      expect(await refused(`?tls=wajib&ca=${file('c.pem')}`)).toBe('BASIS_SERTIFIKAT');
      expect(await refused(`?tls=wajib&ca=${file('c.pem')}&nama=lain.uji`)).toBe('BASIS_SERTIFIKAT');
      expect(await refused('?tls=wajib&ca=/tidak/ada.pem')).toBe('BASIS_CA');
      const plain = await start();
      expect(await refused('?tls=wajib', plain.port)).toBe('BASIS_TANPA_TLS');
      // Nobody got an account, let alone a password.
      expect([logins, plain.logins]).toEqual([[], []]);
      const source = await open(port, { rest: `?tls=wajib&ca=${file('c.pem')}&nama=simpeg.uji` });
      expect(await rowsOf(source)).toHaveLength(2);
      await closeSource(source);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

const REAL = process.env['UJI_SQLSERVER'];

describe.skipIf(!hasDriver || REAL === undefined)('a real SQL Server (dilewati bila UJI_SQLSERVER tidak diisi)', () => {
  it('gives every type as the text that is expected', { timeout: 120_000 }, async () => {
    const admin = parseAddress(REAL ?? '');
    const driver = await loadDriver();
    if (!admin.ok || !driver) throw new Error('UJI_SQLSERVER is no address');
    const { host, port, akun, tls, nama } = admin.value;
    const sandi = process.env['UJI_SQLSERVER_SANDI'] ?? '';
    const connection = new driver.Connection({
      server: host,
      authentication: { type: 'default', options: { userName: akun, password: sandi } },
      options: {
        port,
        database: 'master',
        encrypt: tls,
        trustServerCertificate: true,
        serverName: nama,
        cryptoCredentialsDetails: {},
        readOnlyIntent: false,
        appName: 'uji',
        connectTimeout: 15_000,
        requestTimeout: 60_000,
        cancelTimeout: 5_000,
        maxRetriesOnTransientErrors: 0,
        packetSize: 4_096,
      },
    });
    await new Promise<void>((resolve, reject) => connection.connect((error) => (error ? reject(error) : resolve())));
    const run = (sql: string): Promise<void> =>
      new Promise((resolve, reject) =>
        connection.execSqlBatch(new driver.Request(sql, (error) => (error ? reject(error) : resolve()))),
      );
    const name = `uji_portal_${randomBytes(4).toString('hex')}`;
    const secret = `Uji-${randomBytes(12).toString('hex')}`;
    try {
      await run(`CREATE DATABASE ${name}`);
      await run(`ALTER DATABASE ${name} SET ALLOW_SNAPSHOT_ISOLATION ON`);
      await run(`CREATE LOGIN ${name} WITH PASSWORD = '${secret}', CHECK_POLICY = OFF`);
      await run(`USE ${name}; CREATE USER ${name} FOR LOGIN ${name}; GRANT SELECT TO ${name};
        CREATE TABLE pegawai (id bigint PRIMARY KEY, nama nvarchar(40), kode char(5), lahir date, masuk datetime, ubah datetime2, jam time(0),
          aktif bit, gaji money, nilai decimal(12,2), angka float, kecil real, kunci uniqueidentifier, sidik binary(4), foto varbinary(max),
          ket nvarchar(max), password varchar(40));
        INSERT INTO pegawai VALUES (9223372036854775807, N'Désirée', 'A', '1985-03-12', '1985-03-12T08:15:30.120', '2020-01-31T23:59:59.9999999', '07:30:00',
          1, 1500.5, 1.50, 0.1, 0.1, '6F9619FF-8B86-D011-B42D-00C04FC964FF', 0x00FF10AB, 0xFFD8, N'x', 'rahasia9'), (1, NULL, '', NULL, NULL, NULL, NULL,
          0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, N'', NULL)`);
      const address = { ...admin.value, akun: name, basis: name };
      rememberPassword(address, secret);
      const options = new URL(REAL ?? '').search;
      const source = await openLive(`sqlserver://${name}@${host}:${port}/${name}${options}`, { isSecret });
      if (!source.ok) throw new RefusedFile(source.error);
      expect(await rowsOf(source.value)).toEqual([
        ['1', null, '     ', null, null, null, null, '0', null, null, null, null, null, null, null, '', null],
        [
          '9223372036854775807',
          'Désirée',
          'A    ',
          '1985-03-12',
          '1985-03-12 08:15:30.12',
          '2020-01-31 23:59:59.9999999',
          '07:30:00',
          '1',
        ]
          .concat(['1500.5000', '1.50', '0.1', '0.1', '6F9619FF-8B86-D011-B42D-00C04FC964FF', '00FF10AB'])
          .concat([null, 'x', null] as string[]),
      ]);
      await closeSource(source.value);
    } finally {
      await run(
        `USE master; ALTER DATABASE ${name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE ${name}; DROP LOGIN ${name}`,
      );
      connection.close();
    }
  });
});

import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transaction } from '#platform';
import { startTestServer, type TestServer } from '../support/portal-database.ts';
import { type Browser, openTestPortal, type Reply, type TestPortal } from '../support/portal-http.ts';
import { type BreakableLine, openBreakableLine } from './breakable-line.ts';
import { isLarge, report, sized } from './size.ts';

const KUDUS = 6410;
const OWN = { lingkup: 'instansi', instansi: KUDUS } as const;
/** Milliseconds of an outage. */
const AWAY = sized(700, 60_000);
/** Seconds within which whoever watches the server has to know, and after which all is well again; only told, for machines differ. */
const [RED, GREEN] = [5, 10];
/** Connections that requests share; see `openDatabase`. */
const CONNECTIONS = 10;

/** Runs what a test wants in the place of a route's work. */
type Work = () => Promise<unknown>;

describe('a database that is away or in a knot', { timeout: isLarge ? 600_000 : 120_000 }, () => {
  let postgres: TestServer;
  let line: BreakableLine;
  let portal: TestPortal;
  let kudus: Browser;
  let work: Work = async () => Promise.resolve();

  beforeAll(async () => {
    postgres = await startTestServer();
    line = await openBreakableLine(await postgres.createDatabase());
    portal = await openTestPortal(
      postgres,
      (server) => {
        server.get('/api/uji/kerja', { config: { tindakan: 'terbuka' } }, async () => {
          await work();
          return {};
        });
      },
      {},
      (url) => line.through(url),
    );
    kudus = await portal.signIn('pengelola.kudus');
  });
  afterAll(async () => {
    line?.restore();
    await portal?.close();
    await line?.stop();
    await postgres?.stop();
  });

  const health = async (): Promise<Reply> => portal.browse().ask('GET', '/healthz');
  const askWork = async (next: Work): Promise<Reply> => {
    work = next;
    return portal.browse().ask('GET', '/api/uji/kerja');
  };
  const inOwn = async <T>(next: (transaction: Transaction) => Promise<T>): Promise<T> =>
    portal.database.withContext(OWN, next);

  /** Asks until the portal's health is as wanted; gives the seconds that took. */
  async function until(status: number): Promise<number> {
    const start = performance.now();
    for (let turn = 0; turn < 600; turn++) {
      if ((await health()).status === status) return (performance.now() - start) / 1000;
      await wait(50);
    }
    throw new Error(`Health never was ${status}`);
  }

  /** What a reader sees meanwhile. */
  function expectOutage({ status, headers, body, text }: Reply): void {
    expect([status, headers['retry-after'], (body as { kode?: string }).kode]).toEqual([503, '5', 'SEDANG_DIPULIHKAN']);
    expect(text).not.toMatch(/ECONN|terminat|SELECT|\.ts/i);
  }

  it('is told, then forgotten: sessions, the queue and half a file are where they were (E4)', async (context) => {
    const bytes = Buffer.from('NIP,NAMA\r\n');
    const opened = await kudus.ask('POST', '/api/kiriman', { namaBerkas: 'a.csv', besarByte: bytes.length });
    const { kiriman } = opened.body as { readonly kiriman: string };
    const address = `/api/kiriman/${KUDUS}/${kiriman}`;
    const send = async (from: number, to: number): Promise<Reply> =>
      kudus.ask('PATCH', `${address}/isi`, bytes.subarray(from, to), {
        'content-type': 'application/octet-stream',
        'unggah-letak': String(from),
      });
    expect((await send(0, 4)).status).toBe(200);
    line.cut();
    const red = await until(503);
    expectOutage(await kudus.ask('GET', '/api/kiriman'));
    expectOutage(await kudus.ask('GET', '/api/saya'));
    expectOutage(await send(4, bytes.length));
    await wait(AWAY);
    line.restore();
    const green = await until(200);
    expect((await send(4, bytes.length)).status).toBe(200);
    // Whatever waits is done by itself.
    for (;;) {
      const { keadaan } = (await kudus.ask('GET', address)).body as { readonly keadaan: string };
      if (keadaan === 'ditolak') break;
      expect(['diterima', 'memeriksa']).toContain(keadaan);
      await wait(50);
    }
    report(context, {
      uji: 'E4',
      dicoba: `basis data terputus ${AWAY / 1000} detik; merah ${red.toFixed(1)}, hijau ${green.toFixed(1)} detik`,
      jumlah: 1,
      terlarang: 'lebih lambat dari janji',
      ditemukan: (red > RED ? 1 : 0) + (green > GREEN ? 1 : 0),
    });
  });

  it('is waited for where every connection is taken, and no request is lost (E4)', async () => {
    let free: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      free = resolve;
    });
    const holding = Array.from({ length: CONNECTIONS }, async () =>
      inOwn(async (transaction) => {
        await transaction.query('SELECT 1');
        await gate;
      }),
    );
    const waiting = Array.from({ length: 30 }, async () => kudus.ask('GET', '/api/saya'));
    await wait(100);
    free();
    await Promise.all(holding);
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 200));
    expect((await health()).status).toBe(200);
  });

  it('ends what takes too long, in a sentence (E4)', async () => {
    const limit = await inOwn((transaction) => transaction.query('SHOW statement_timeout'));
    expect(limit).toEqual([{ statement_timeout: '1min' }]);
    const reply = await askWork(async () =>
      inOwn(async (transaction) => {
        await transaction.query("SET LOCAL statement_timeout = '50ms'");
        await transaction.query('SELECT pg_sleep(30)');
      }),
    );
    expect(reply).toMatchObject({ status: 503, body: { kode: 'PERMINTAAN_TERLALU_LAMA' } });
    expect((await kudus.ask('GET', '/api/saya')).status).toBe(200);
  });

  it('undoes one of two changes that wait for each other, and says so (E4)', async () => {
    const rows = ['uji.satu', 'uji.dua'];
    await inOwn(async (transaction) => {
      for (const kunci of rows)
        await transaction.query('INSERT INTO identity.percobaan_masuk VALUES ($1::bytea, 0, now(), now())', [kunci]);
    });
    const touch = (transaction: Transaction, kunci: string | undefined) =>
      transaction.query('UPDATE identity.percobaan_masuk SET gagal = gagal + 1 WHERE kunci = $1::bytea', [kunci]);
    const arrived = new Set<string | undefined>();
    const cross = async (first: string | undefined, second: string | undefined): Promise<void> =>
      inOwn(async (transaction) => {
        await touch(transaction, first);
        arrived.add(first);
        while (arrived.size < 2) await wait(5);
        await touch(transaction, second);
      });
    const other = cross(rows[0], rows[1]).then(
      () => 200,
      () => 503,
    );
    const reply = await askWork(async () => cross(rows[1], rows[0]));
    expect([await other, reply.status].toSorted((a, b) => a - b)).toEqual([200, 503]);
    const kept = await inOwn((transaction) =>
      transaction.query<{ gagal: number }>(
        "SELECT gagal FROM identity.percobaan_masuk WHERE kunci IN ('uji.satu', 'uji.dua')",
      ),
    );
    expect(kept.map(({ gagal }) => gagal)).toEqual([1, 1]);
    if (reply.status === 503) expect(reply.body).toMatchObject({ kode: 'PERUBAHAN_BERTABRAKAN' });
  });

  it.runIf(isLarge)('is told within seconds where it hangs or has no connection left (E4)', async (context) => {
    line.hang();
    const hung = await until(503);
    await wait(AWAY);
    line.restore();
    const again = await until(200);
    let free: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      free = resolve;
    });
    const holding = Array.from({ length: CONNECTIONS }, async () =>
      inOwn(async (transaction) => {
        await transaction.query('SELECT 1');
        await gate;
      }),
    );
    const exhausted = await until(503);
    expectOutage(await kudus.ask('GET', '/api/saya'));
    free();
    await Promise.all(holding);
    const back = await until(200);
    expect(await kudus.ask('GET', '/api/saya')).toMatchObject({ status: 200 });
    const slow =
      [hung, exhausted].filter((seconds) => seconds > RED).length + [again, back].filter((s) => s > GREEN).length;
    const told = [hung, again, exhausted, back].map((seconds) => seconds.toFixed(1)).join(', ');
    report(context, {
      uji: 'E4',
      dicoba: `basis data membisu, sambungan habis; ${told} detik`,
      jumlah: 2,
      terlarang: 'lebih lambat dari janji',
      ditemukan: slow,
    });
  });
});

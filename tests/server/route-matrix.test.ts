import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessOf, listRoutes, reachOf, type RouteAction, SAMPLE_ACCOUNTS } from '#identity';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { type Browser, openTestPortal, type TestPortal } from '../support/portal-http.ts';
import { EXPECTED, READING } from './route-expectations.ts';

type Account = (typeof SAMPLE_ACCOUNTS)[number];
const TARGETS = ['own', 'other', 'none'] as const;
type Target = (typeof TARGETS)[number];
type Method = Parameters<Browser['ask']>[0];

/** An instansi to which no sample account belongs. */
const OTHER = 6403;
/** The person who `pegawai.kudus` is. */
const SELF = 'aku';

/** What the guard answers, or the scope it lets through: written down here apart from the code that decides it. */
function expectedOf(key: string, action: RouteAction, account: Account | undefined, target: Target): unknown {
  if (action === 'terbuka') return 'terbuka';
  if (!account) return 'BELUM_MASUK';
  const own = { lingkup: 'instansi', instansi: account.instansi };
  if (action === 'masuk') return own;
  const reach = reachOf(account.peran, action);
  if (reach === undefined) return 'TIDAK_BERHAK';
  if (reach === 'semua') {
    if (target === 'none') return key.startsWith('GET ') || READING.has(key) ? { lingkup: 'provinsi' } : own;
    return target === 'own' ? own : { lingkup: 'instansi', instansi: OTHER };
  }
  if (target === 'other') return 'ALAMAT_TIDAK_ADA';
  return reach === 'instansi' || key.includes('/:orang') ? own : 'ALAMAT_TIDAK_ADA';
}

/** The address of a route for a target; undefined where its path always names an instansi. */
function addressOf(url: string, account: Account | undefined, target: Target): string | undefined {
  const instansi = target === 'other' ? OTHER : (account?.instansi ?? OTHER);
  if (url.includes('/:instansi') && target === 'none') return undefined;
  const path = url
    .replace(':instansi', String(instansi))
    .replace(':orang', SELF)
    .replaceAll(/:\w+|\*/g, '00000000-0000-4000-8000-000000000000');
  return target === 'none' || url.includes('/:instansi') ? path : `${path}?instansi=${instansi}`;
}

describe('route x role x instansi (A1)', () => {
  let postgres: TestServer;
  let portal: TestPortal;
  const browsers = new Map<string, Browser>();
  beforeAll(async () => {
    postgres = await startTestServer();
    // Answers in place of the handlers: what is looked at is who gets as far as they are, and with which scope.
    portal = await openTestPortal(postgres, (server) => {
      server.addHook('preParsing', async (request, reply) => {
        if (request.headers['x-matriks'] === undefined) return;
        const scope = request.routeOptions.config.tindakan === 'terbuka' ? 'terbuka' : accessOf(request).scope;
        await reply.status(299).serializer(JSON.stringify).send({ scope });
      });
    });
    for (const { namaPengguna } of SAMPLE_ACCOUNTS) browsers.set(namaPengguna, await portal.signIn(namaPengguna));
    await runSql(portal.url, `UPDATE identity.pengguna SET orang = '${SELF}' WHERE nama_pengguna = 'pegawai.kudus'`);
  });
  afterAll(async () => {
    await portal.close();
    await postgres.stop();
  });

  // The browser application is there only where it was built.
  const routes = () => listRoutes(portal.server).filter(({ method, url }) => method !== 'HEAD' && url !== '/*');
  const answerOf = async (browser: Browser, method: string, url: string): Promise<unknown> => {
    const { status, body } = await browser.ask(method as Method, url, undefined, { 'x-matriks': '1' });
    return status === 299 ? (body as { scope: unknown }).scope : (body as { kode: string }).kode;
  };

  it('has an expectation for each route, and a route for each expectation', () => {
    const declared = Object.fromEntries(routes().map(({ method, url, tindakan }) => [`${method} ${url}`, tindakan]));
    expect(declared).toEqual(EXPECTED);
  });

  it('is answered as expected everywhere', async () => {
    const wrong: unknown[] = [];
    let asked = 0;
    for (const { method, url } of routes()) {
      const key = `${method} ${url}`;
      const action = EXPECTED[key];
      if (action === undefined) continue;
      for (const account of [undefined, ...SAMPLE_ACCOUNTS]) {
        const browser = browsers.get(account?.namaPengguna ?? '') ?? portal.browse();
        const outcomes = TARGETS.map(async (target) => {
          const address = addressOf(url, account, target);
          if (address === undefined) return;
          asked += 1;
          const expected = expectedOf(key, action, account, target);
          const answer = await answerOf(browser, method, address);
          if (JSON.stringify(answer) !== JSON.stringify(expected))
            wrong.push({ key, as: account?.peran ?? 'nobody', target, expected, answer });
        });
        await Promise.all(outcomes);
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(routes().length * (SAMPLE_ACCOUNTS.length + 1));
  });

  it('answers an instansi that is another, none, or no number alike', async () => {
    const browser = browsers.get('admin.kudus') ?? portal.browse();
    const answers = await Promise.all(
      ['6403', '9999', '06410', '6410&instansi=6403', '1e3', ''].map((asked) =>
        browser.ask('GET', `/api/pengguna?instansi=${asked}`),
      ),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${(body as { kode: string }).kode}`))).toEqual(
      new Set(['404 ALAMAT_TIDAK_ADA']),
    );
  });

  it('is refused at once on every route after the session was revoked (A4)', async () => {
    await runSql(portal.url, 'DELETE FROM identity.sesi');
    const browser = browsers.get('admin.provinsi') ?? portal.browse();
    const closed = routes().filter(({ tindakan }) => tindakan !== 'terbuka');
    const answers = await Promise.all(
      closed.map(({ method, url }) => answerOf(browser, method, addressOf(url, undefined, 'own') ?? url)),
    );
    expect(new Set(answers)).toEqual(new Set(['BELUM_MASUK']));
  });
});

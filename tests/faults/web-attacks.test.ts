import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { type Browser, openTestPortal, type Reply, type TestPortal } from '../support/portal-http.ts';
import { addressOf, bodyOf, type Operation, readOperations, type Shape } from './operations.ts';
import { dice, isLarge, report, sized } from './size.ts';
import { enter, fillWorld, markOf } from './world.ts';

const KUDUS = 6410;

/** Texts that mean something to SQL, to a file system, to a terminal or to a browser, and values at the edge of a type. */
const HOSTILE: readonly string[] = [
  "' OR 1=1 --",
  "'; SELECT pg_sleep(9); --",
  'a\u0000b',
  '99999999999999999999',
  '0000-01-01',
  '%',
  '1) UNION SELECT sandi FROM identity.pengguna --',
  '$1',
  '\\',
  '"',
  '{{constructor.constructor("x")()}}',
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  '\r\nSet-Cookie: sesi=1',
  '\u001B[2J',
  '\uD800',
  '\u202Egnp.exe',
  '١٩٨٠',
  '-1',
  '1e309',
  'NaN',
  '[]',
  '2025-02-30',
  '+275760-09-13T00:00:00Z',
  '9999-12-31',
  '-infinity',
  '__proto__',
  'a'.repeat(5000),
  ' '.repeat(5000),
  "'||(SELECT 1/0)||'",
  '1;DROP TABLE intake.kiriman',
  'x\u0000',
];

/** Twisted further, so that the large size tries some hundred texts. */
function hostileTexts(count: number): readonly string[] {
  const roll = dice(1);
  const all = [...HOSTILE];
  const pieces = [
    "'",
    '"',
    '--',
    '/*',
    '*/',
    ';',
    '\\',
    '\u0000',
    '%',
    '_',
    '$$',
    '::int',
    ')',
    '(',
    '\n',
    '|',
    '{',
    '}',
  ];
  while (all.length < count) {
    const text = HOSTILE[roll(HOSTILE.length)] ?? '';
    const piece = pieces[roll(pieces.length)] ?? '';
    const at = roll(text.length);
    all.push(`${text.slice(0, at)}${piece}${text.slice(at)}${pieces[roll(pieces.length)] ?? ''}`);
  }
  return all.slice(0, count);
}

/** What an error must never hold: statements, places in the program or on the disk. */
const INSIDE =
  /select |insert into|update \w+\.|syntax error|pg_|node_modules|\.ts:\d|at async|\/(?:tmp|work|home|root)\//i;

/** Why an answer breaks the rules for errors; undefined where it does not. */
function wrongAnswer({ status, text, body, headers }: Reply): string | undefined {
  if (status >= 500) return `status ${status}`;
  if (status >= 400) {
    const { kode, pesan, rujukan } = (body ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof kode !== 'string' || typeof pesan !== 'string' || typeof rujukan !== 'string')
      return 'no code, sentence, reference';
    if (!/^[A-Z][A-Z_]+$/.test(kode) || pesan.length < 15) return `no sentence: ${pesan}`;
    if (INSIDE.test(text)) return 'tells of the inside';
  }
  if (!String(headers['content-security-policy']).includes("default-src 'self'")) return 'no policy';
  if (headers['x-content-type-options'] !== 'nosniff') return 'may be guessed at';
  if (headers['cache-control'] !== 'no-store') return 'may be kept';
  return undefined;
}

/** Bodies in which one property is another value. */
function bodiesWith(shape: Shape, value: unknown): readonly object[] {
  const base = bodyOf(shape) as Readonly<Record<string, unknown>>;
  return Object.keys(shape.properties ?? {}).map((name) => ({ ...base, [name]: value }));
}

describe('the API under attack', () => {
  let postgres: TestServer;
  let portal: TestPortal;
  let operations: readonly Operation[];
  /** Each role as far as it goes: one of them may ask every route. */
  let browsers: readonly Browser[];

  beforeAll(async () => {
    postgres = await startTestServer();
    portal = await openTestPortal(postgres, undefined, { PORTAL_BATAS_ORANG: '0', PORTAL_BATAS_EKSPOR: '0' });
    await fillWorld(portal);
    const admin = await portal.signIn('admin.provinsi');
    operations = await readOperations(admin);
    const pengelola = await enter(portal, KUDUS, 'pengelola');
    browsers = [pengelola.browser, admin, await portal.signIn('auditor.provinsi')];
  });
  /** Faults that the portal reported since this was asked last. */
  const newFaults = (): readonly string[] => portal.faults.slice(looked, (looked = portal.faults.length));
  let looked = 0;
  afterEach(async () => {
    expect(newFaults()).toEqual([]);
    // Failed confirmations make people wait; each test begins anew.
    await runSql(portal.url, 'DELETE FROM identity.percobaan_masuk');
  });
  afterAll(async () => {
    await portal?.close();
    await postgres?.stop();
  });

  const values: Readonly<Record<string, string>> = {
    orang: markOf.orang(KUDUS, 1),
    kiriman: markOf.kiriman(KUDUS, 2),
    instansi: String(KUDUS),
    penggunaId: markOf.pengguna(KUDUS, 'pimpinan'),
    q: 'Uji',
  };
  const plain = (operation: Operation): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(values).filter(([name]) => operation.path.includes(`{${name}}`) || name === 'q'));
  /** Signs out whoever asks, or ends what the others of these tests need. */
  const isEnding = ({ path, method }: Operation): boolean => path === '/api/keluar' || method === 'DELETE';

  it('takes hostile texts in every parameter and body for what they are (W1, W10, B11)', async (context) => {
    const texts = hostileTexts(sized(5, 300));
    const wrong: unknown[] = [];
    let asked = 0;
    let served = 0;
    const ask = async (browser: Browser, { method, key }: Operation, address: string, body?: object): Promise<void> => {
      const reply = await browser.ask(method, address, body);
      asked += 1;
      if (reply.status < 400) served += 1;
      const reason = wrongAnswer(reply);
      if (reason !== undefined) wrong.push([key, address.slice(0, 200), JSON.stringify(body)?.slice(0, 200), reason]);
    };
    for (const operation of operations.filter((each) => !isEnding(each) && !each.path.startsWith('/api/docs'))) {
      const { body: shape } = operation;
      const browser = pick(operation);
      const isOfPassword = /masuk|sandi|matikan|kode/.test(operation.path);
      // Passwords cost a hash each, and failing makes wait.
      for (const text of isOfPassword ? texts.slice(0, HOSTILE.length) : texts) {
        const addresses = operation.parameters.map(({ name }) =>
          addressOf(operation, { ...plain(operation), [name]: text }),
        );
        const body = shape && (bodyOf(shape) as object);
        const bodies = shape && (isLarge || !isOfPassword) ? bodiesWith(shape, text) : [];
        const own = addressOf(operation, plain(operation));
        await Promise.all([
          ...addresses.map((address) => ask(browser, operation, address, body)),
          ...bodies.map((each) => ask(browser, operation, own, each)),
        ]);
        if (isOfPassword) await runSql(portal.url, 'DELETE FROM identity.percobaan_masuk');
      }
    }
    expect(wrong).toEqual([]);
    expect(served).toBeGreaterThan(20);
    report(context, {
      uji: 'W1, W10',
      dicoba: 'isian berbahaya',
      jumlah: asked,
      terlarang: 'jawaban 500 atau membocorkan',
      ditemukan: wrong.length,
    });
  });

  /** Whoever may ask an operation. */
  function pick({ tindakan }: Operation): Browser {
    const index = /^pengguna\.|^jadwal\.tetapkan$/.test(tindakan) ? 1 : tindakan.startsWith('audit.') ? 2 : 0;
    return browsers[index] ?? portal.browse();
  }

  it('takes no field that a body does not name (W2)', async (context) => {
    const columns = await runSql<{ nama: string }>(
      portal.url,
      `SELECT DISTINCT column_name AS nama FROM information_schema.columns
       WHERE table_schema IN ('identity', 'intake', 'registry', 'decisions', 'findings', 'platform') ORDER BY 1`,
    );
    const names = ['__proto__x', 'constructor', 'peranBaru', 'isAdmin', ...columns.map(({ nama }) => nama)];
    const accepted: string[] = [];
    let tried = 0;
    for (const operation of operations.filter(({ body }) => body?.properties)) {
      const known = Object.keys(operation.body?.properties ?? {});
      const body = operation.body ? (bodyOf(operation.body) as object) : {};
      for (const name of names.filter((each, index) => !known.includes(each) && index % sized(6, 1) === 0)) {
        const reply = await pick(operation).ask(operation.method, addressOf(operation, plain(operation)), {
          ...body,
          [name]: 1,
        });
        tried += 1;
        const { kode } = (reply.body ?? {}) as { readonly kode?: string };
        if (reply.status !== 400 || kode !== 'ISIAN_SALAH')
          accepted.push(`${operation.key} ${name}: ${reply.status} ${kode}`);
      }
    }
    expect(accepted).toEqual([]);
    report(context, {
      uji: 'W2',
      dicoba: 'isian selundupan',
      jumlah: tried,
      terlarang: 'diterima',
      ditemukan: accepted.length,
    });
  });

  it('lets no other site change anything, on any route (W3)', async (context) => {
    const foreign: readonly Readonly<Record<string, string>>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://lain.example' },
      { origin: 'null' },
      { origin: 'http://localhost:80.lain.example' },
    ];
    const passed: string[] = [];
    let tried = 0;
    for (const operation of operations.filter(({ method }) => method !== 'GET')) {
      for (const headers of foreign) {
        const reply = await pick(operation).ask(
          operation.method,
          addressOf(operation, plain(operation)),
          undefined,
          headers,
        );
        tried += 1;
        const { kode } = (reply.body ?? {}) as { readonly kode?: string };
        if (reply.status !== 403 || kode !== 'ASAL_LAIN' || wrongAnswer(reply) !== undefined)
          passed.push(`${operation.key} ${JSON.stringify(headers)}: ${reply.status}`);
        expect(reply.headers['access-control-allow-origin']).toBeUndefined();
      }
    }
    expect(passed).toEqual([]);
    report(context, {
      uji: 'W3',
      dicoba: 'perubahan dari situs lain',
      jumlah: tried,
      terlarang: 'lolos',
      ditemukan: passed.length,
    });
  });

  it('knows the methods that it declares, and no others', async (context) => {
    const paths = [...new Set(operations.map(({ path }) => path))];
    const answered: string[] = [];
    let tried = 0;
    for (const path of paths) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'LOCK'] as const) {
        const own = operations.find((each) => each.path === path && each.method === method);
        const sample = operations.find((each) => each.path === path);
        if (own || !sample) continue;
        const reply = await portal.server.inject({
          method: method as 'GET',
          url: addressOf({ ...sample, parameters: [] }, plain(sample)),
          headers: { cookie: browsers[0]?.cookie ?? '' },
        });
        tried += 1;
        if (reply.statusCode < 400 || reply.statusCode >= 500) answered.push(`${method} ${path}: ${reply.statusCode}`);
      }
    }
    expect(answered).toEqual([]);
    report(context, {
      uji: 'W3',
      dicoba: 'metode yang tidak dinyatakan',
      jumlah: tried,
      terlarang: 'dijawab',
      ditemukan: answered.length,
    });
  });

  const monsters: Readonly<Record<string, () => string>> = {
    'ten megabytes': () => JSON.stringify({ namaPengguna: 'a'.repeat(10_000_000), sandi: 'x' }),
    'ten thousand deep': () => `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    'arrays ten thousand deep': () => '['.repeat(10_000) + ']'.repeat(10_000),
    'a hundred thousand keys': () => `{${Array.from({ length: 60_000 }, (_, n) => `"k${n}":1`).join(',')}}`,
    'a key twice': () => '{"namaPengguna":"a","namaPengguna":"b","sandi":"x","peran":"bkn"}',
    'a prototype': () => '{"__proto__":{"peran":"bkn"},"namaPengguna":"a","sandi":"x"}',
    'a constructor': () => '{"constructor":{"prototype":{"peran":"bkn"}},"namaPengguna":"a","sandi":"x"}',
    'half a body': () => '{"namaPengguna":"a"',
    'a number': () => '1e999',
    nothing: () => '',
    'bytes of no text': () => '\uFFFD\u0000',
  };

  it.each(Object.keys(monsters))('refuses a body of %s in a sentence, and goes on (W7)', async (name) => {
    const payload = monsters[name]?.() ?? '';
    for (const [url, cookie] of [
      ['/api/masuk', ''],
      [`/api/pengguna?instansi=${KUDUS}`, browsers[1]?.cookie ?? ''],
    ] as const) {
      const reply = await portal.server.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json', cookie },
        payload,
      });
      expect([400, 413]).toContain(reply.statusCode);
      expect(
        wrongAnswer({
          status: reply.statusCode,
          headers: reply.headers,
          text: reply.body,
          body: JSON.parse(reply.body),
        }),
      ).toBeUndefined();
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('peran' in {}).toBe(false);
  });

  it.each([
    'text/plain',
    'text/csv',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'a',
    '',
  ])('takes no body of type %j, which a form of another site could send (W3)', async (type) => {
    const reply = await portal.server.inject({
      method: 'POST',
      url: '/api/masuk',
      headers: type === '' ? {} : { 'content-type': type },
      payload: 'namaPengguna=a&sandi=b',
    });
    expect([400, 415]).toContain(reply.statusCode);
  });

  it.each(['%zz', '%E0%A4%A', 'x'.repeat(101), '%20'.repeat(3000), '%00', '..%2f..%2fetc'])(
    'answers an address with %j in its own words (W10)',
    async (part) => {
      for (const address of [`/api/orang/${KUDUS}/${part}`, `/api/${part}`]) {
        const reply = await portal.browse(browsers[0]?.cookie).ask('GET', address);
        expect([address, wrongAnswer(reply), reply.text.includes(part)]).toEqual([address, undefined, false]);
      }
    },
  );

  it('takes no session from an address, a header or another cookie than its own (W5)', async () => {
    const token = browsers[0]?.cookie.split('=')[1] ?? '';
    const answers = await Promise.all([
      portal.browse().ask('GET', `/api/saya?sesi=${token}`),
      portal.browse().ask('GET', '/api/saya', undefined, { authorization: `Bearer ${token}` }),
      portal.browse(`__Host-sesi=${token}`).ask('GET', '/api/saya'),
      portal.browse(`sesi=${token}x`).ask('GET', '/api/saya'),
      portal.browse(`sesi=${token.replace(/^\d+/, '6403')}`).ask('GET', '/api/saya'),
      portal.browse(`sesi=; sesi=${token.slice(0, -1)}`).ask('GET', '/api/saya'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401]);
  });
});

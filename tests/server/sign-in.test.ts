import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_PASSWORD } from '#identity';
import { createHttpServer } from '#platform';
import { addGuard } from '../../src/identity/guard.ts';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { openTestPortal, type TestPortal } from '../support/portal-http.ts';

const WRONG = { namaPengguna: 'pengelola.kudus', sandi: 'bukan sandi yang benar' };

describe('signing in', () => {
  let postgres: TestServer;
  let portal: TestPortal;
  beforeAll(async () => {
    postgres = await startTestServer();
    portal = await openTestPortal(postgres);
  });
  beforeEach(() => runSql(portal.url, 'DELETE FROM identity.percobaan_masuk'));
  afterEach(() => expect(portal.faults).toEqual([]));
  afterAll(async () => {
    await portal.close();
    await postgres.stop();
  });

  it('gives a session that says who one is, and ends with leaving (W5)', async () => {
    const browser = await portal.signIn('pengelola.kudus');
    const me = await browser.ask('GET', '/api/saya');
    expect(me.body).toMatchObject({ peran: 'pengelola', instansi: { instansi: 6410 }, wajib: null });
    expect((await browser.ask('POST', '/api/keluar')).status).toBe(204);
    expect(await browser.ask('GET', '/api/saya')).toMatchObject({ status: 401, body: { kode: 'BELUM_MASUK' } });
  });

  it('keeps no token, and gives it to no script and no other site (W3)', async () => {
    const reply = await portal.browse().ask('POST', '/api/masuk', { ...WRONG, sandi: SAMPLE_PASSWORD });
    const cookie = String(reply.headers['set-cookie']);
    expect(cookie).toMatch(/^sesi=6410\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const secret = cookie.slice(10, 53);
    expect(reply.text).not.toContain(secret);
    const rows = await runSql<object>(portal.url, 'SELECT s::text FROM identity.sesi s');
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('opens a new session each time, so that none can be planted (W5)', async () => {
    const first = await portal.signIn('pengelola.kudus');
    const again = await first.ask('POST', '/api/masuk', { ...WRONG, sandi: SAMPLE_PASSWORD });
    expect(String(again.headers['set-cookie'])).not.toContain(first.cookie);
    expect((await first.ask('GET', '/api/saya')).status).toBe(401);
  });

  it('answers an unknown name as a wrong password (W4)', async () => {
    const wrong = await portal.browse().ask('POST', '/api/masuk', WRONG);
    const unknown = await portal.browse().ask('POST', '/api/masuk', { ...WRONG, namaPengguna: 'tidak.ada' });
    const { rujukan: _, ...said } = wrong.body as Record<string, string>;
    expect({ status: wrong.status, kode: said['kode'] }).toEqual({ status: 401, kode: 'MASUK_SALAH' });
    expect(unknown).toMatchObject({ status: 401, body: said });
  });

  it('slows down who keeps failing, known name or not, and many at once (W4, W11)', async () => {
    for (const namaPengguna of ['pengelola.kudus', 'tidak.ada']) {
      await runSql(portal.url, 'DELETE FROM identity.percobaan_masuk');
      const tries = await Promise.all(
        Array.from({ length: 12 }, () => portal.browse().ask('POST', '/api/masuk', { ...WRONG, namaPengguna })),
      );
      const count = (status: number) => tries.filter((reply) => reply.status === status).length;
      expect({ wrong: count(401), slowed: count(429) }).toEqual({ wrong: 5, slowed: 7 });
      const slowed = tries.find((reply) => reply.status === 429);
      expect(Number(slowed?.headers['retry-after'])).toBeGreaterThan(0);
    }
  });

  it('is not waited for until a clock that was set back has caught up (E6)', async () => {
    const fails = await Promise.all(Array.from({ length: 6 }, () => portal.browse().ask('POST', '/api/masuk', WRONG)));
    expect(fails.map(({ status }) => status)).toContain(429);
    await runSql(
      portal.url,
      `UPDATE identity.percobaan_masuk SET gagal_pada = gagal_pada + interval '2 hours', boleh_pada = boleh_pada + interval '2 hours'`,
    );
    await expect(portal.signIn('pengelola.kudus')).resolves.toBeDefined();
  });

  it('is not shut for a user whom others attack from elsewhere (W4)', async () => {
    const attack = (known: string) =>
      runSql(
        portal.url,
        `UPDATE identity.percobaan_masuk SET berhasil_pada = ${known},
           gagal = CASE WHEN kunci = sha256(convert_to(E'akun\\npengelola.kudus\\n', 'UTF8')) THEN 100 ELSE gagal END,
           boleh_pada = CASE WHEN kunci = sha256(convert_to(E'akun\\npengelola.kudus\\n', 'UTF8')) THEN now() + interval '15 minutes' ELSE now() END`,
      );
    await portal.signIn('pengelola.kudus');
    await attack('berhasil_pada');
    await expect(portal.signIn('pengelola.kudus')).resolves.toBeDefined();
    await attack('NULL');
    await expect(portal.signIn('pengelola.kudus')).rejects.toThrow('MASUK_TUNGGU');
  });

  it.each([
    ['unused for an hour', "SET dipakai_pada = now() - interval '61 minutes'"],
    ['at its latest hour', "SET berakhir_pada = now() - interval '1 second'"],
    ['turned into a ticket', "SET jenis = 'tiket'"],
  ])('ends a session that is %s', async (_, change) => {
    const browser = await portal.signIn('verifikator.kudus');
    await runSql(portal.url, `UPDATE identity.sesi ${change}`);
    expect((await browser.ask('GET', '/api/saya')).status).toBe(401);
  });

  it.each(['aktif = false', "peran = 'tidak-ada'"])('ends at once where %s (A4)', async (change) => {
    const browser = await portal.signIn('verifikator.kudus');
    await runSql(portal.url, `UPDATE identity.pengguna SET ${change} WHERE nama_pengguna = 'verifikator.kudus'`);
    expect((await browser.ask('GET', '/api/saya')).status).toBe(401);
    await runSql(
      portal.url,
      "UPDATE identity.pengguna SET aktif = true, peran = 'verifikator' WHERE nama_pengguna = 'verifikator.kudus'",
    );
    expect((await browser.ask('GET', '/api/saya')).status).toBe(200);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbouring host', { 'sec-fetch-site': 'same-site' }, 403],
    ['another origin', { origin: 'https://lain.example' }, 403],
    ['no origin at all', { origin: 'null' }, 403],
    [
      'a page of the portal',
      { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:80', host: 'localhost:80' },
      204,
    ],
  ])('lets nothing be changed from %s (W3)', async (_, headers, status) => {
    expect((await portal.browse().ask('POST', '/api/keluar', undefined, headers)).status).toBe(status);
  });

  it.each([
    ['a field too many', { ...WRONG, peran: 'admin-provinsi' }, 'peran tidak dikenal'],
    ['a field too few', { namaPengguna: 'a' }, 'sandi harus diisi'],
    ['a field of another kind', { namaPengguna: ['a'], sandi: 'b' }, 'namaPengguna tidak berbentuk'],
    ['a field too long', { namaPengguna: 'a'.repeat(65), sandi: 'b' }, 'namaPengguna harus paling banyak 64 huruf'],
  ])('refuses %s with its name (W2)', async (_, body, said) => {
    const reply = await portal.browse().ask('POST', '/api/masuk', body);
    expect(reply).toMatchObject({ status: 400, body: { kode: 'ISIAN_SALAH', pesan: expect.stringContaining(said) } });
  });

  it('leaves an event each, without a word of what was typed (H1)', async () => {
    await portal.browse().ask('POST', '/api/masuk', { namaPengguna: 'rahasia.saya', sandi: 'x' });
    await portal.signIn('pengelola.kudus');
    const events = await runSql<{ tindakan: string }>(
      portal.url,
      "SELECT instansi_id, tindakan FROM platform.jejak WHERE tindakan LIKE 'masuk%' ORDER BY waktu DESC LIMIT 2",
    );
    expect(events).toEqual([
      { instansi_id: 6410, tindakan: 'masuk' },
      { instansi_id: 6400, tindakan: 'masuk.gagal' },
    ]);
    expect(JSON.stringify(await runSql(portal.url, 'SELECT j::text FROM platform.jejak j'))).not.toContain('rahasia');
  });
});

describe('a route', () => {
  it.each([undefined, 'semua-boleh'])('that declares %s cannot be added', (tindakan) => {
    const server = createHttpServer(() => undefined);
    addGuard(server, { database: {} as never, isFactorRequired: false });
    expect(() => server.get('/api/rahasia', { config: { tindakan: tindakan as never } }, async () => 'x')).toThrow(
      '/api/rahasia',
    );
  });
});

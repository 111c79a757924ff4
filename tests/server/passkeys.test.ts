import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_PASSWORD } from '#identity';
import { type Authenticator, createAuthenticator, type Twist } from '../support/authenticator.ts';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { type Browser, openTestPortal, type Reply, type TestPortal } from '../support/portal-http.ts';

// Where requests without a port come from in these tests.
const ORIGIN = 'http://localhost:80';
const OWN = '/api/saya/kunci-sandi';

describe('passkeys', () => {
  let postgres: TestServer;
  let portal: TestPortal;
  beforeAll(async () => {
    postgres = await startTestServer();
    portal = await openTestPortal(postgres);
  });
  afterEach(async () => {
    expect(portal.faults).toEqual([]);
    await runSql(portal.url, 'DELETE FROM identity.kunci_sandi; DELETE FROM identity.percobaan_masuk');
  });
  afterAll(async () => {
    await portal.close();
    await postgres.stop();
  });

  const kodeOf = (reply: Reply) => (reply.body as { kode?: string } | undefined)?.kode;
  const prepare = (browser: Browser, sandi = SAMPLE_PASSWORD) => browser.ask('POST', `${OWN}/siapkan`, { sandi });
  const keep = (browser: Browser, jawaban: object, nama = 'Laptop') => browser.ask('POST', OWN, { nama, jawaban });
  async function add(browser: Browser, nama = 'Laptop') {
    const key = createAuthenticator(ORIGIN);
    const reply = await keep(browser, key.make((await prepare(browser)).body), nama);
    return { key, reply, ...(reply.body as { kunci: string; kodePemulihan: string[] }) };
  }
  async function challenge(tiket?: string): Promise<string> {
    const reply = await portal.browse().ask('POST', '/api/masuk/kunci-sandi/siapkan', tiket ? { tiket } : {});
    return (reply.body as { challenge: string }).challenge;
  }
  const enter = (jawaban: object, tiket?: string) =>
    portal.browse().ask('POST', '/api/masuk/kunci-sandi', { jawaban, ...(tiket ? { tiket } : {}) });
  const signInBy = async (key: Authenticator, twist: Twist = {}) =>
    enter(key.prove({ challenge: await challenge(), ...twist }));
  async function ticketOf(namaPengguna: string): Promise<string> {
    const reply = await portal.browse().ask('POST', '/api/masuk', { namaPengguna, sandi: SAMPLE_PASSWORD });
    return (reply.body as { tiket: string }).tiket;
  }

  it('are made by whoever knows the password, several of them, with names, and are taken away with it', async () => {
    const browser = await portal.signIn('pengelola.kudus');
    expect(kodeOf(await prepare(browser, 'bukan sandi saya'))).toBe('SANDI_LAMA_SALAH');
    const first = await add(browser);
    expect({ status: first.reply.status, codes: first.kodePemulihan.length }).toEqual({ status: 201, codes: 10 });
    const second = await add(browser, 'Ponsel');
    expect(second.kodePemulihan).toEqual([]);
    expect((await browser.ask('PATCH', `${OWN}/${second.kunci}`, { nama: 'Ponsel baru' })).status).toBe(204);
    expect((await browser.ask('GET', OWN)).body).toMatchObject({
      kunciSandi: [{ nama: 'Laptop' }, { nama: 'Ponsel baru', dipakaiPada: null }],
    });
    const remove = (sandi: string) => browser.ask('POST', `${OWN}/${first.kunci}/hapus`, { sandi });
    expect(kodeOf(await remove('bukan sandi saya'))).toBe('SANDI_LAMA_SALAH');
    expect((await remove(SAMPLE_PASSWORD)).status).toBe(204);
    expect((await signInBy(first.key)).status).toBe(401);
    expect((await signInBy(second.key)).status).toBe(200);
  });

  it('sign in alone, as the user that they belong to and with the role of this moment', async () => {
    const { key } = await add(await portal.signIn('pimpinan.kudus'));
    expect((await signInBy(key)).body).toMatchObject({
      keadaan: 'masuk',
      saya: { namaPengguna: 'pimpinan.kudus', peran: 'pimpinan', faktorKedua: true, aplikasiKode: false },
    });
  });

  it('are a second factor behind the password, for their own user and once', async () => {
    const { key, kodePemulihan } = await add(await portal.signIn('pengelola.kudus'));
    const other = await add(await portal.signIn('pimpinan.kudus'));
    const tiket = await ticketOf('pengelola.kudus');
    expect((await enter(other.key.prove({ challenge: await challenge(tiket) }), tiket)).status).toBe(401);
    expect((await enter(key.prove({ challenge: await challenge(tiket) }), tiket)).status).toBe(200);
    expect((await enter(key.prove({ challenge: await challenge() }), tiket)).status).toBe(401);
    // Where the device is not at hand, a recovery code still is.
    const lost = await ticketOf('pengelola.kudus');
    const reply = await portal.browse().ask('POST', '/api/masuk/faktor-kedua', { tiket: lost, kode: kodePemulihan[0] });
    expect(reply.status).toBe(200);
  });

  it.each<[string, Twist]>([
    ['another site', { origin: 'https://portal-palsu.example' }],
    ['a device that did not ask its owner', { isVerified: false }],
    ['a challenge that nobody gave', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['a copy whose count went back', { counter: 1 }],
  ])('are refused from %s', async (_, twist) => {
    const { key } = await add(await portal.signIn('pengelola.kudus'));
    expect((await signInBy(key)).status).toBe(200);
    expect((await signInBy(key)).status).toBe(200);
    expect(kodeOf(await signInBy(key, twist))).toBe('KUNCI_SANDI_TAK_DIKENAL');
  });

  it('answer a challenge once, and only one for signing in', async () => {
    const browser = await portal.signIn('pengelola.kudus');
    const { key } = await add(browser);
    const proof = key.prove({ challenge: await challenge() });
    expect((await enter(proof)).status).toBe(200);
    expect((await enter(proof)).status).toBe(401);
    const forMaking = (await prepare(browser)).body as { challenge: string };
    expect((await enter(key.prove({ challenge: forMaking.challenge }))).status).toBe(401);
  });

  it('are not made from the challenge of somebody else, from another site, or without asking the owner', async () => {
    const [browser, stranger] = [await portal.signIn('pengelola.kudus'), await portal.signIn('pimpinan.kudus')];
    const key = createAuthenticator(ORIGIN);
    expect(kodeOf(await keep(stranger, key.make((await prepare(browser)).body)))).toBe('KUNCI_SANDI_DITOLAK');
    for (const twist of [{ origin: 'https://portal-palsu.example' }, { isVerified: false }, { challenge: 'AAAA' }])
      expect(kodeOf(await keep(browser, key.make((await prepare(browser)).body, twist)))).toBe('KUNCI_SANDI_DITOLAK');
  });

  it('of a closed account open nothing, and those of others are not there', async () => {
    const browser = await portal.signIn('verifikator.kudus');
    const { key, kunci } = await add(browser);
    const stranger = await portal.signIn('pengelola.kudus');
    expect((await stranger.ask('PATCH', `${OWN}/${kunci}`, { nama: 'Milik saya' })).status).toBe(404);
    expect((await stranger.ask('POST', `${OWN}/${kunci}/hapus`, { sandi: SAMPLE_PASSWORD })).status).toBe(404);
    await runSql(portal.url, "UPDATE identity.pengguna SET aktif = false WHERE nama_pengguna = 'verifikator.kudus'");
    expect((await signInBy(key)).status).toBe(401);
  });
});

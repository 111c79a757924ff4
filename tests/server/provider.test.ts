import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_PASSWORD } from '#identity';
import { type IdentityProvider, type OutsideAccount, startIdentityProvider } from '../support/identity-provider.ts';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { openTestPortal, type Reply, type TestPortal } from '../support/portal-http.ts';

const ORIGIN = 'http://localhost';
const SARI: OutsideAccount = { subjek: 'sub-sari', surel: 'sari@kudus.go.id', isChecked: true };

describe('signing in by a provider outside', () => {
  let postgres: TestServer;
  let provider: IdentityProvider;
  let portal: TestPortal;
  beforeAll(async () => {
    postgres = await startTestServer();
    provider = await startIdentityProvider([`${ORIGIN}/api/masuk/penyedia/kembali`]);
    const { penerbit, klien, rahasia } = provider;
    portal = await openTestPortal(postgres, undefined, {
      PORTAL_OIDC_PENERBIT: penerbit,
      PORTAL_OIDC_KLIEN: klien,
      PORTAL_OIDC_RAHASIA: rahasia,
      PORTAL_OIDC_NAMA: 'Penyedia Uji',
      PORTAL_ALAMAT: ORIGIN,
    });
  });
  afterEach(() => expect(portal.faults).toEqual([]));
  afterAll(async () => {
    await portal.close();
    await provider.stop();
    await postgres.stop();
  });

  const cookiesOf = (reply: Reply): readonly string[] =>
    [(reply.headers['set-cookie'] ?? []) as string | string[]].flat().map((each) => each.split(';')[0] ?? '');
  const ask = (path: string, cookie = '') => portal.browse(cookie).ask('GET', path);

  /** Leaves for the provider: its address, and the cookie that waits for the way back. */
  async function leave(kembali = '/kiriman') {
    const left = await ask(`/api/masuk/penyedia?kembali=${encodeURIComponent(kembali)}`);
    return { address: String(left.headers['location']), cookie: cookiesOf(left)[0] ?? '' };
  }
  /** Walks through the provider as a browser does, up to the address of the portal that it sends back to. */
  async function walk(address: string): Promise<string> {
    const jar = new Map<string, string>();
    for (let step = 0; step < 8; step++) {
      if (address.startsWith(ORIGIN)) return address.slice(ORIGIN.length);
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const reply = await fetch(address, { redirect: 'manual', headers: { cookie } });
      for (const each of reply.headers.getSetCookie()) {
        const [name = '', value = ''] = each.split(';')[0]?.split('=') ?? [];
        jar.set(name, value);
      }
      address = new URL(reply.headers.get('location') ?? '', address).href;
    }
    throw new Error(`The provider led nowhere: ${address}`);
  }
  async function comeAs(account: OutsideAccount | undefined, kembali?: string) {
    provider.be(account);
    const { address, cookie } = await leave(kembali);
    const back = await ask(await walk(address), cookie);
    return { to: String(back.headers['location']), cookies: cookiesOf(back), status: back.status };
  }
  const REFUSED = '/masuk?gagal=tak-terhubung';
  const setMail = async (namaPengguna: string, change: object) => {
    const admin = await portal.signIn('admin.kudus');
    const users = (await admin.ask('GET', '/api/pengguna')).body as { pengguna: Record<string, string>[] };
    const id = users.pengguna.find((user) => user['namaPengguna'] === namaPengguna)?.['penggunaId'];
    return admin.ask('PATCH', `/api/pengguna/${id}`, change);
  };

  it('is told of to whoever comes', async () => {
    expect((await ask('/api/masuk/cara')).body).toEqual({ penyedia: { nama: 'Penyedia Uji' } });
  });

  it('sends to the provider with PKCE, state and nonce, and no secret', async () => {
    const { address } = await leave();
    const asked = new URL(address).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256' });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    expect(address).not.toContain(provider.rahasia);
  });

  it('makes no user of somebody whom no administrator wrote down', async () => {
    const [before] = await runSql(portal.url, 'SELECT count(*) FROM identity.pengguna');
    expect(await comeAs(SARI)).toMatchObject({ to: REFUSED });
    expect((await runSql(portal.url, 'SELECT count(*) FROM identity.pengguna'))[0]).toEqual(before);
  });

  it('lets an active user in by the address that an administrator wrote down, with the role that the portal gave', async () => {
    expect((await setMail('pengelola.kudus', { surel: ' Sari@Kudus.go.id ' })).status).toBe(204);
    expect(await comeAs({ ...SARI, subjek: 'sub-asing', isChecked: false })).toMatchObject({ to: REFUSED });
    const { to, cookies } = await comeAs(SARI);
    expect(to).toBe('/kiriman');
    const session = cookies.find((each) => each.startsWith('sesi=')) ?? '';
    expect((await ask('/api/saya', session)).body).toMatchObject({
      namaPengguna: 'pengelola.kudus',
      peran: 'pengelola',
    });
    // Linked now: another subject with the same address is a stranger, and the same one needs no address.
    expect(await comeAs({ ...SARI, subjek: 'sub-lain' })).toMatchObject({ to: REFUSED });
    expect(await comeAs({ ...SARI, surel: 'pindah@contoh.id' })).toMatchObject({ to: '/kiriman' });
    expect(JSON.stringify(await runSql(portal.url, 'SELECT i::text FROM identity.identitas_luar i'))).not.toMatch(
      /sari|sub-/,
    );
  });

  it('lets nobody in whose account was closed, or whose address was taken away', async () => {
    await setMail('pengelola.kudus', { aktif: false });
    expect(await comeAs(SARI)).toMatchObject({ to: REFUSED });
    await setMail('pengelola.kudus', { aktif: true });
    expect(await comeAs(SARI)).toMatchObject({ to: '/kiriman' });
    await setMail('pengelola.kudus', { surel: null });
    expect(await comeAs(SARI)).toMatchObject({ to: REFUSED });
  });

  it('stands in for the password only: a second factor is still asked for', async () => {
    await setMail('pimpinan.kudus', { surel: 'wira@kudus.go.id' });
    await runSql(portal.url, "UPDATE identity.pengguna SET totp_aktif = true WHERE nama_pengguna = 'pimpinan.kudus'");
    const { to, cookies } = await comeAs({ subjek: 'sub-wira', surel: 'wira@kudus.go.id', isChecked: true });
    expect(to).toMatch(/^\/masuk\?kembali=%2Fkiriman#tiket=6410\./);
    expect(cookies.filter((each) => each.startsWith('sesi='))).toEqual([]);
  });

  it('is linked by whoever is signed in, and left again for good', async () => {
    const WATI: OutsideAccount = { subjek: 'sub-wati', surel: 'wati@lain.example', isChecked: false };
    const own = await portal.signIn('verifikator.kudus');
    const linkAs = async (account: OutsideAccount | undefined, browser = own) => {
      provider.be(account);
      const left = await browser.ask('POST', '/api/saya/penyedia/hubungkan', { sandi: SAMPLE_PASSWORD });
      const back = await walk((left.body as { alamat: string }).alamat);
      return (await ask(back, cookiesOf(left)[0])).headers['location'];
    };
    expect((await own.ask('GET', '/api/saya/penyedia')).body).toEqual({ nama: 'Penyedia Uji', terhubung: false });
    expect((await own.ask('POST', '/api/saya/penyedia/hubungkan', { sandi: 'bukan ini' })).status).toBe(403);
    expect(await linkAs(undefined)).toBe('/pengaturan?penyedia=dibatalkan');
    expect(await linkAs(WATI)).toBe('/pengaturan?penyedia=terhubung');
    expect((await own.ask('GET', '/api/saya/penyedia')).body).toMatchObject({ terhubung: true });
    expect(await comeAs(WATI)).toMatchObject({ to: '/kiriman' });
    expect(await linkAs(WATI, await portal.signIn('admin.kudus'))).toBe('/pengaturan?penyedia=dipakai');
    await setMail('verifikator.kudus', { surel: 'wati@kudus.go.id' });
    const again = await portal.signIn('verifikator.kudus');
    expect((await again.ask('POST', '/api/saya/penyedia/lepas', { sandi: SAMPLE_PASSWORD })).status).toBe(204);
    expect(await comeAs({ ...WATI, surel: 'wati@kudus.go.id', isChecked: true })).toMatchObject({ to: REFUSED });
  });

  it('takes an answer once, from the browser that left, with the state that it left with', async () => {
    await setMail('pengelola.kudus', { surel: SARI.surel });
    provider.be(SARI);
    const { address, cookie } = await leave();
    const back = await walk(address);
    const invalid = '/masuk?gagal=tidak-sah';
    expect((await ask(back)).headers['location']).toBe(invalid);
    expect((await ask(back, (await leave()).cookie)).headers['location']).toBe(invalid);
    const other = await leave();
    expect((await ask(back.replace(/code=[^&]+/, 'code=tebakan'), other.cookie)).headers['location']).toBe(invalid);
    expect((await ask(back, cookie)).headers['location']).toBe('/kiriman');
    expect((await ask(back, cookie)).headers['location']).toBe(invalid);
  });

  it('says so where somebody declines, and never leads out of the portal', async () => {
    expect(await comeAs(undefined)).toMatchObject({ to: '/masuk?gagal=dibatalkan' });
    expect(await comeAs(SARI, '//jahat.example/')).toMatchObject({ to: '/' });
  });

  it('is not there where no provider is set', async () => {
    const plain = await openTestPortal(postgres);
    const browser = plain.browse();
    expect((await browser.ask('GET', '/api/masuk/cara')).body).toEqual({ penyedia: null });
    expect((await browser.ask('GET', '/api/masuk/penyedia')).status).toBe(404);
    expect((await browser.ask('GET', '/api/masuk/penyedia/kembali?code=x&state=y')).status).toBe(404);
    await expect(plain.signIn('pengelola.kudus', SAMPLE_PASSWORD)).resolves.toBeDefined();
    await plain.close();
  });

  it('says that a provider cannot be reached, and the portal goes on', async () => {
    const lonely = await openTestPortal(postgres, undefined, {
      PORTAL_OIDC_PENERBIT: 'http://127.0.0.1:9',
      PORTAL_OIDC_KLIEN: 'portal',
      PORTAL_OIDC_RAHASIA: 'x',
      PORTAL_OIDC_NAMA: 'Mati',
    });
    const reply = await lonely.browse().ask('GET', '/api/masuk/penyedia');
    expect(reply.headers['location']).toBe('/masuk?gagal=tak-terjangkau');
    await lonely.close();
  });
});

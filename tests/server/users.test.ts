import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Secret, TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SAMPLE_PASSWORD } from '#identity';
import { runCli } from '../../src/app/cli.ts';
import type { Terminal } from '../../src/app/terminal.ts';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { runPortal } from '../support/portal.ts';
import { type Browser, openTestPortal, type Reply, type TestPortal } from '../support/portal-http.ts';

const NEW_PASSWORD = 'empat kata yang panjang';

describe('users', () => {
  let postgres: TestServer;
  let portal: TestPortal;
  let count = 0;
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

  /** A user that `admin.kudus` just added, with the first password. */
  async function addOne(by: Browser, peran = 'pengelola', query = '') {
    count += 1;
    const namaPengguna = `orang.${count}`;
    const reply = await by.ask('POST', `/api/pengguna${query}`, { nama: 'Orang Baru', namaPengguna, peran });
    const { penggunaId, sandiPertama } = reply.body as Record<'penggunaId' | 'sandiPertama', string>;
    return { reply, namaPengguna, penggunaId, sandiPertama };
  }
  const setPassword = (browser: Browser, sandiLama: string) =>
    browser.ask('POST', '/api/saya/sandi', { sandiLama, sandiBaru: NEW_PASSWORD });
  const kodeOf = (reply: Reply) => (reply.body as { kode?: string } | undefined)?.kode;
  /** Sets up a second factor and gives codes of its app for later moments. */
  async function setUpFactor(browser: Browser) {
    const setup = await browser.ask('POST', '/api/saya/faktor-kedua/siapkan');
    const { rahasia, gambar } = setup.body as Record<string, string>;
    expect(gambar).toMatch(/^<svg/);
    const totp = new TOTP({ secret: Secret.fromBase32(rahasia ?? '') });
    const now = () => totp.generate();
    // The step after this one, since a step is good once.
    const next = () => totp.generate({ timestamp: Date.now() + 30_000 });
    const done = await browser.ask('POST', '/api/saya/faktor-kedua/aktifkan', { kode: now() });
    return { now, next, codes: (done.body as { kodePemulihan: string[] }).kodePemulihan };
  }
  async function ticketFor(namaPengguna: string, sandi = NEW_PASSWORD): Promise<string> {
    const reply = await portal.browse().ask('POST', '/api/masuk', { namaPengguna, sandi });
    return (reply.body as { tiket: string }).tiket;
  }
  const giveCode = (tiket: string, kode: string) =>
    portal.browse().ask('POST', '/api/masuk/faktor-kedua', { tiket, kode });

  it('begin with a password that opens nothing but its own change', async () => {
    const added = await addOne(await portal.signIn('admin.kudus'));
    expect(added.reply.status).toBe(201);
    const browser = await portal.signIn(added.namaPengguna, added.sandiPertama);
    expect((await browser.ask('GET', '/api/saya')).body).toMatchObject({ wajib: 'ganti-sandi' });
    expect((await browser.ask('GET', '/api/pengguna')).body).toMatchObject({ kode: 'SANDI_HARUS_DIGANTI' });
    expect((await setPassword(browser, 'salah sekali ini')).status).toBe(403);
    expect((await setPassword(browser, added.sandiPertama)).status).toBe(204);
    expect((await browser.ask('GET', '/api/saya')).body).toMatchObject({ wajib: null });
    await expect(portal.signIn(added.namaPengguna, added.sandiPertama)).rejects.toThrow('MASUK_SALAH');
  });

  it('cannot sign in with a first password that ended', async () => {
    const added = await addOne(await portal.signIn('admin.kudus'));
    await runSql(
      portal.url,
      "UPDATE identity.pengguna SET sandi_sampai = now() - interval '1 second' WHERE sandi_sampai IS NOT NULL",
    );
    await expect(portal.signIn(added.namaPengguna, added.sandiPertama)).rejects.toThrow('MASUK_SALAH');
  });

  it.each([
    ['just long enough', 'pendek sekal', undefined],
    ['too short', 'pendek', 'ISIAN_SALAH'],
    ['the name in it', 'rahasia pengelola.kudus', 'SANDI_LEMAH'],
    ['one letter', 'aaaaaaaaaaaaaaaa', 'SANDI_LEMAH'],
    ['what is guessed first', 'password1234', 'SANDI_LEMAH'],
    ['the old one', SAMPLE_PASSWORD, 'SANDI_LEMAH'],
  ])('may not choose a password that is %s', async (_, sandiBaru, kode) => {
    const browser = await portal.signIn('pengelola.kudus');
    const reply = await browser.ask('POST', '/api/saya/sandi', { sandiLama: SAMPLE_PASSWORD, sandiBaru });
    expect(kodeOf(reply)).toBe(kode);
    if (kode === undefined)
      await browser.ask('POST', '/api/saya/sandi', { sandiLama: sandiBaru, sandiBaru: SAMPLE_PASSWORD });
  });

  it('lose their other sessions with a new password, and see and end each (W5)', async () => {
    const [first, second, third] = [
      await portal.signIn('pimpinan.kudus'),
      await portal.signIn('pimpinan.kudus'),
      await portal.signIn('pimpinan.kudus'),
    ];
    const list = (await first.ask('GET', '/api/saya/sesi')).body as { sesi: { sesi: string; sesiIni: boolean }[] };
    expect(list.sesi.map(({ sesiIni }) => sesiIni)).toHaveLength(3);
    expect(list.sesi.filter(({ sesiIni }) => sesiIni)).toHaveLength(1);
    const mine = (await second.ask('GET', '/api/saya/sesi')).body as typeof list;
    const ofSecond = mine.sesi.find(({ sesiIni }) => sesiIni);
    expect((await first.ask('DELETE', `/api/saya/sesi/${ofSecond?.sesi}`)).status).toBe(204);
    expect((await second.ask('GET', '/api/saya')).status).toBe(401);
    const stranger = await portal.signIn('pengelola.kudus');
    const ofFirst = list.sesi.find(({ sesiIni }) => sesiIni);
    expect((await stranger.ask('DELETE', `/api/saya/sesi/${ofFirst?.sesi}`)).status).toBe(404);
    expect((await setPassword(first, SAMPLE_PASSWORD)).status).toBe(204);
    expect((await third.ask('GET', '/api/saya')).status).toBe(401);
    expect((await first.ask('GET', '/api/saya')).status).toBe(200);
  });

  it('have a second factor whose codes are good once, and recovery codes likewise', async () => {
    const added = await addOne(await portal.signIn('admin.kudus'));
    const browser = await portal.signIn(added.namaPengguna, added.sandiPertama);
    await setPassword(browser, added.sandiPertama);
    const factor = await setUpFactor(browser);
    expect(new Set(factor.codes).size).toBe(10);
    const tiket = await ticketFor(added.namaPengguna);
    expect(kodeOf(await giveCode(tiket, factor.now()))).toBe('KODE_SALAH');
    const kode = factor.next();
    expect((await giveCode(tiket, kode)).body).toMatchObject({ keadaan: 'masuk', saya: { faktorKedua: true } });
    expect(kodeOf(await giveCode(tiket, kode))).toBe('KODE_SALAH');
    expect(kodeOf(await giveCode(await ticketFor(added.namaPengguna), kode))).toBe('KODE_SALAH');
    const recovery = factor.codes[3] ?? '';
    expect((await giveCode(await ticketFor(added.namaPengguna), recovery.toUpperCase())).status).toBe(200);
    expect(kodeOf(await giveCode(await ticketFor(added.namaPengguna), recovery))).toBe('KODE_SALAH');
    const kept = JSON.stringify(await runSql(portal.url, 'SELECT k::text FROM identity.kode_pemulihan k'));
    expect(kept).not.toContain(recovery.replaceAll('-', ''));
  });

  it('have five tries a ticket, which is no session', async () => {
    const added = await addOne(await portal.signIn('admin.kudus'));
    const browser = await portal.signIn(added.namaPengguna, added.sandiPertama);
    await setPassword(browser, added.sandiPertama);
    const factor = await setUpFactor(browser);
    const tiket = await ticketFor(added.namaPengguna);
    expect((await portal.browse(`sesi=${tiket}`).ask('GET', '/api/saya')).status).toBe(401);
    for (let turn = 0; turn < 5; turn++) expect((await giveCode(tiket, '000000')).status).toBe(401);
    expect((await giveCode(tiket, factor.codes[0] ?? '')).status).toBe(401);
  });

  it('are let in again by their admin: first password, no second factor, sessions over', async () => {
    const admin = await portal.signIn('admin.kudus');
    const added = await addOne(admin);
    const browser = await portal.signIn(added.namaPengguna, added.sandiPertama);
    await setPassword(browser, added.sandiPertama);
    await setUpFactor(browser);
    const reply = await admin.ask('POST', `/api/pengguna/${added.penggunaId}/pulihkan`, {
      hapusFaktorKedua: true,
      sandi: SAMPLE_PASSWORD,
    });
    expect((await browser.ask('GET', '/api/saya')).status).toBe(401);
    const wrong = await admin.ask('POST', `/api/pengguna/${added.penggunaId}/pulihkan`, {
      hapusFaktorKedua: true,
      sandi: 'bukan sandi admin',
    });
    expect(kodeOf(wrong)).toBe('SANDI_LAMA_SALAH');
    const { sandiPertama } = reply.body as { sandiPertama: string };
    const again = await portal.signIn(added.namaPengguna, sandiPertama);
    expect((await again.ask('GET', '/api/saya')).body).toMatchObject({ faktorKedua: false, wajib: 'ganti-sandi' });
    // Who had a second factor sets up another, whatever the role.
    await setPassword(again, sandiPertama);
    expect((await again.ask('GET', '/api/saya')).body).toMatchObject({ wajib: 'faktor-kedua' });
    await setUpFactor(again);
    expect((await again.ask('GET', '/api/saya')).body).toMatchObject({ faktorKedua: true, wajib: null });
  });

  it.each([{ aktif: false }, { peran: 'pimpinan' }])('feel %o at once (A4, 8.3.2)', async (change) => {
    const admin = await portal.signIn('admin.kudus');
    const added = await addOne(admin);
    const browser = await portal.signIn(added.namaPengguna, added.sandiPertama);
    expect((await admin.ask('PATCH', `/api/pengguna/${added.penggunaId}`, change)).status).toBe(204);
    expect((await browser.ask('GET', '/api/saya')).status).toBe(401);
    const events = await runSql(
      portal.url,
      `SELECT pelaku <> '' AS ada FROM platform.jejak WHERE tindakan = 'pengguna.ubah' AND sasaran = 'pengguna/${added.penggunaId}'`,
    );
    expect(events).toEqual([{ ada: true }]);
  });

  it.each([
    ['admin.kudus', 'admin-provinsi', '', 403, 'PERAN_DI_LUAR_HAK'],
    ['admin.kudus', 'auditor', '', 403, 'PERAN_DI_LUAR_HAK'],
    ['admin.kudus', 'bkn', '', 403, 'PERAN_DI_LUAR_HAK'],
    ['admin.kudus', 'pengelola', '?instansi=6403', 404, 'ALAMAT_TIDAK_ADA'],
    ['admin.provinsi', 'admin-instansi', '?instansi=6403', 201, undefined],
    ['admin.provinsi', 'auditor', '', 201, undefined],
    ['admin.provinsi', 'bkn', '?instansi=1', 201, undefined],
    ['admin.provinsi', 'admin-provinsi', '?instansi=6403', 403, 'PERAN_DI_LUAR_HAK'],
    ['admin.provinsi', 'pengelola', '?instansi=9999', 404, 'ALAMAT_TIDAK_ADA'],
    ['pengelola.kudus', 'pengelola', '', 403, 'TIDAK_BERHAK'],
  ])('are added by %s as %s at "%s": %s', async (who, peran, query, status, kode) => {
    const { reply } = await addOne(await portal.signIn(who), peran, query);
    expect({ status: reply.status, kode: kodeOf(reply) }).toEqual({ status, kode });
  });

  it('of another instansi are not there for an admin, and nobody changes themselves or those above (A2, A5)', async () => {
    const province = await portal.signIn('admin.provinsi');
    const admin = await portal.signIn('admin.kudus');
    const other = await addOne(province, 'pengelola', '?instansi=6403');
    const above = await addOne(province, 'admin-provinsi');
    const me = ((await admin.ask('GET', '/api/saya')).body as { penggunaId: string }).penggunaId;
    const off = (id: string, query = '') => admin.ask('PATCH', `/api/pengguna/${id}${query}`, { aktif: false });
    expect(kodeOf(await off(other.penggunaId))).toBe('ALAMAT_TIDAK_ADA');
    expect(kodeOf(await off(other.penggunaId, '?instansi=6403'))).toBe('ALAMAT_TIDAK_ADA');
    expect(kodeOf(await off(above.penggunaId, '?instansi=6400'))).toBe('ALAMAT_TIDAK_ADA');
    expect(kodeOf(await off(me))).toBe('PENGGUNA_SENDIRI');
    const seen = (await admin.ask('GET', '/api/pengguna')).body as { pengguna: { instansi: number }[] };
    expect(new Set(seen.pengguna.map(({ instansi }) => instansi))).toEqual(new Set([6410]));
    const all = (await province.ask('GET', '/api/pengguna')).body as typeof seen;
    expect(all.pengguna.some(({ instansi }) => instansi === 6403)).toBe(true);
  });

  it('are added and let in again from the command line, where nobody in the portal could', async () => {
    const run = async (...words: string[]) => {
      let printed = '';
      const said: string[] = [];
      const terminal: Terminal = {
        say: (line) => said.push(line),
        sayProblem: (found) => said.push(found.code),
        askSecret: async () => undefined,
        print: (text) => (printed += text),
        progress: () => undefined,
        endProgress: () => undefined,
      };
      vi.stubEnv('DATABASE_URL', portal.url);
      const status = await runCli(['pengguna', ...words], terminal);
      vi.unstubAllEnvs();
      return { status, sandi: printed.trim(), said };
    };
    const admin = ['--nama', 'Admin Pertama', '--peran', 'admin-provinsi', '--instansi'];
    const added = await run('tambah', '--nama-pengguna', 'admin.pertama', ...admin, '6400');
    const browser = await portal.signIn('admin.pertama', added.sandi);
    expect((await browser.ask('GET', '/api/saya')).body).toMatchObject({ peran: 'admin-provinsi' });
    const again = await run('pulihkan', '--nama-pengguna', 'admin.pertama', '--hapus-faktor-kedua');
    expect((await browser.ask('GET', '/api/saya')).status).toBe(401);
    await expect(portal.signIn('admin.pertama', again.sandi)).resolves.toBeDefined();
    expect(await run('tambah', '--nama-pengguna', 'x.y.z', ...admin, '6403')).toMatchObject({
      status: 2,
      said: ['OPSI_SALAH', expect.anything()],
    });
    expect(await run('pulihkan', '--nama-pengguna', 'tak.ada')).toMatchObject({
      status: 1,
      said: ['PENGGUNA_TIDAK_ADA'],
    });
    expect((await run('tambah', '--nama-pengguna', 'admin.kudus', ...admin, '6400')).said).toEqual([
      'NAMA_PENGGUNA_DIPAKAI',
    ]);
  });

  it('keep their second factor while a command changes the key of secrets and the portal runs on', async () => {
    const added = await addOne(await portal.signIn('admin.kudus'));
    const browser = await portal.signIn(added.namaPengguna, added.sandiPertama);
    await setPassword(browser, added.sandiPertama);
    const factor = await setUpFactor(browser);
    const secrets = async () =>
      runSql<{ nama: string; rahasia: string }>(
        portal.url,
        'SELECT nama_pengguna AS nama, totp_rahasia AS rahasia FROM identity.pengguna WHERE totp_rahasia IS NOT NULL ORDER BY 1',
      );
    const before = await secrets();
    const keyFile = join(portal.files, 'kunci-rahasia');
    // One that was ended after it had made a key, and before it used it, came first.
    const unused = randomBytes(32).toString('base64');
    writeFileSync(keyFile, `${unused}\n${readFileSync(keyFile, 'utf8')}`);
    // A process of its own: where a portal keeps its files is decided when it starts.
    const data = mkdtempSync(join(tmpdir(), 'uji-kunci-'));
    symlinkSync(portal.files, join(data, 'berkas'));
    const env = { ...process.env, DATABASE_URL: portal.url, PORTAL_DATA: data };
    const command = ['src/app/cli.ts', 'pengguna', 'ganti-kunci'];
    const { stderr } = await promisify(execFile)(process.execPath, command, { env });
    rmSync(data, { recursive: true });
    const after = await secrets();
    expect(stderr).toContain(`faktor kedua ${before.length} pengguna dienkripsi ulang`);
    expect(readFileSync(keyFile, 'utf8').trim().split('\n')).toEqual([expect.any(String), unused]);
    expect(new Set(after.map(({ rahasia }) => rahasia.split('.')[1])).size).toBe(1);
    // With keys that open nothing, nothing is changed, and it is told.
    vi.stubEnv('DATABASE_URL', portal.url);
    vi.stubEnv('PORTAL_KUNCI', unused);
    expect(await runPortal('pengguna', 'ganti-kunci')).toMatchObject({ status: 1, codes: ['RAHASIA_TAK_TERBUKA'] });
    vi.unstubAllEnvs();
    expect(await secrets()).toEqual(after);
    // What is set up from here on is closed by the new key too, although the portal was not started again.
    const other = await addOne(await portal.signIn('admin.kudus'));
    const theirs = await portal.signIn(other.namaPengguna, other.sandiPertama);
    await setPassword(theirs, other.sandiPertama);
    await setUpFactor(theirs);
    expect(new Set((await secrets()).map(({ rahasia }) => rahasia.split('.')[1])).size).toBe(1);
    expect((await giveCode(await ticketFor(added.namaPengguna), factor.next())).status).toBe(200);
  });

  it('keep views of lists under names, for themselves or for all of their instansi, and open a list with one', async () => {
    const [own, colleague, other, admin] = await Promise.all(
      ['pengelola.kudus', 'verifikator.kudus', 'admin.provinsi', 'admin.kudus'].map((each) => portal.signIn(each)),
    );
    if (!own || !colleague || !other || !admin) throw new Error('nobody');
    const kept = { nama: 'Berselisih', isi: { keadaan: 'berselisih', kolom: 'nama,unit:220' } };
    const view = { daftar: 'pegawai', ...kept };
    const added = await own.ask('POST', '/api/tampilan', { ...view, dibagikan: false });
    const { tampilan } = added.body as { tampilan: string };
    const listOf = async (who: Browser, daftar = 'pegawai') =>
      ((await who.ask('GET', `/api/tampilan?daftar=${daftar}`)).body as { tampilan: unknown[] }).tampilan;
    expect(await listOf(own)).toMatchObject([{ ...kept, milikSaya: true, utama: false }]);
    expect(await listOf(own, 'selisih')).toEqual([]);
    expect(await listOf(colleague)).toEqual([]);
    const setUsual = (who: Browser, id: string | null) =>
      who.ask('PUT', '/api/tampilan/utama', { daftar: 'pegawai', tampilan: id });
    expect(kodeOf(await setUsual(colleague, tampilan))).toBe('ALAMAT_TIDAK_ADA');
    expect(kodeOf(await own.ask('POST', '/api/tampilan', { ...view, dibagikan: true }))).toBe('TAMPILAN_NAMA');
    const isi = { keadaan: 'selaras' };
    expect((await own.ask('PATCH', `/api/tampilan/${tampilan}`, { dibagikan: true, isi })).status).toBe(204);
    expect(await listOf(colleague)).toMatchObject([{ nama: 'Berselisih', isi, milikSaya: false, utama: false }]);
    expect(await listOf(other)).toEqual([]);
    expect((await setUsual(colleague, tampilan)).status).toBe(204);
    expect(await listOf(colleague)).toMatchObject([{ utama: true }]);
    expect(await listOf(own)).toMatchObject([{ utama: false }]);
    for (const who of [colleague, other]) {
      expect(kodeOf(await who.ask('PATCH', `/api/tampilan/${tampilan}`, { nama: 'X' }))).toBe('ALAMAT_TIDAK_ADA');
      expect(kodeOf(await who.ask('DELETE', `/api/tampilan/${tampilan}`))).toBe('ALAMAT_TIDAK_ADA');
    }
    // who sees no people keeps no views of them
    expect(kodeOf(await admin.ask('GET', '/api/tampilan?daftar=pegawai'))).toBe('TIDAK_BERHAK');
    expect([await listOf(admin, 'pengguna'), await listOf(own, 'kiriman')]).toEqual([[], []]);
    expect(kodeOf(await own.ask('GET', '/api/tampilan?daftar=pengguna'))).toBe('TIDAK_BERHAK');
    expect(kodeOf(await other.ask('GET', '/api/tampilan?daftar=audit'))).toBe('TIDAK_BERHAK');
    expect(
      kodeOf(await (await portal.signIn('pegawai.kudus')).ask('POST', '/api/tampilan', { ...view, dibagikan: true })),
    ).toBe('TIDAK_BERHAK');
    expect((await own.ask('DELETE', `/api/tampilan/${tampilan}`)).status).toBe(204);
    expect(await listOf(colleague)).toEqual([]);
    const events = await runSql<{ tindakan: string }>(
      portal.url,
      `SELECT tindakan FROM platform.jejak WHERE sasaran = 'tampilan/${tampilan}' ORDER BY nomor`,
    );
    expect(events.map(({ tindakan }) => tindakan)).toEqual(['tampilan.simpan', 'tampilan.ubah', 'tampilan.hapus']);
  });

  it('are not kept signed in by what their pages ask by themselves', async () => {
    const browser = await portal.signIn('pengelola.kudus');
    const usedAt = async () =>
      runSql(portal.url, 'SELECT dipakai_pada FROM identity.sesi ORDER BY dibuat_pada DESC LIMIT 1');
    await runSql(portal.url, "UPDATE identity.sesi SET dipakai_pada = now() - interval '50 minutes'");
    const before = await usedAt();
    const asked = await browser.ask('GET', '/api/pekerjaan', undefined, { 'x-tanpa-orang': 'ya' });
    expect(asked.body).toEqual({ berjalan: [], kabar: [] });
    expect(await usedAt()).toEqual(before);
    await browser.ask('GET', '/api/saya');
    expect(await usedAt()).not.toEqual(before);
  });

  it('take a login name once over all instansi, and are told no more than that (A9)', async () => {
    const body = { nama: 'X', namaPengguna: 'petugas.bkn', peran: 'pengelola' };
    const reply = await (await portal.signIn('admin.kudus')).ask('POST', '/api/pengguna', body);
    expect({ status: reply.status, kode: kodeOf(reply) }).toEqual({ status: 409, kode: 'NAMA_PENGGUNA_DIPAKAI' });
    expect(reply.text).not.toMatch(/BKN|instansi/);
  });
});

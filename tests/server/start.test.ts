import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } from '#identity';
import type { LocalDate } from '#kernel/local-date.ts';
import { databasesOf, startEmbeddedServer } from '#platform';
import { type Portal, type PortalOptions, startPortal } from '../../src/app/server.ts';
import { readSettings } from '../../src/app/settings.ts';
import { runSql } from '../support/portal-database.ts';
import { runPortal } from '../support/portal.ts';

/** Loose reading of answers. */
// oxlint-disable-next-line typescript/no-explicit-any -- what an answer holds the tests themselves say
type Json = any;

const KUDUS = 6410;

/** A folder that the account of the database can walk through. */
function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'portal-mulai-'));
  chmodSync(home, 0o711);
  return home;
}

/** Somebody who signs in over the network, as a browser does. */
async function signIn(portal: Portal, namaPengguna: string, sandi = SAMPLE_PASSWORD) {
  const reply = await fetch(`${portal.address}/api/masuk`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ namaPengguna, sandi }),
  });
  const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    status: reply.status,
    ask: async (path: string): Promise<{ readonly status: number; readonly body: Json }> => {
      const answer = await fetch(`${portal.address}${path}`, { headers: { cookie } });
      return { status: answer.status, body: await answer.json() };
    },
  };
}

describe('a portal on trial', { timeout: 600_000 }, () => {
  const home = makeHome();
  const folder = join(home, 'basis-data');
  const said: string[] = [];
  let portal: Portal;
  const start = (options: Partial<PortalOptions> = {}): Promise<Portal> =>
    startPortal({
      ...readSettings({ PORT: '0' }),
      folder,
      files: join(home, 'berkas'),
      sample: { pegawai: 2000, benih: 'uji', instansi: [String(KUDUS), '6471'] },
      hariIni: 20261127 as LocalDate,
      say: (line) => said.push(line),
      ...options,
    });
  const months = (): number => said.filter((line) => line.startsWith('Kiriman per ')).length;

  beforeAll(async () => {
    // A first start is broken off while it makes the sample.
    const stopping = new AbortController();
    await expect(start({ progress: () => stopping.abort(), signal: stopping.signal })).rejects.toThrow();
    expect(said).toEqual([expect.stringMatching(/^Basis data disiapkan/)]);
    said.length = 0;
    portal = await start();
  }, 600_000);
  afterAll(async () => {
    await portal?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('whose filling was broken off is filled anew by the next start', async () => {
    expect(months()).toBe(2);
    const { ask } = await signIn(portal, 'pengelola.kudus');
    const { kiriman } = (await ask('/api/kiriman')).body;
    expect(kiriman.map((one: Json) => one.keadaan)).toEqual(['diperiksa', 'terbit', 'digantikan']);
  });

  it('knows the structures of the first month again, and holds one that drifted since', async () => {
    const { ask } = await signIn(portal, 'pengelola.kudus');
    const list = (await ask('/api/kiriman')).body.kiriman as Json[];
    const [drifted, known, first] = await Promise.all(
      list.map(async ({ kiriman }) => (await ask(`/api/kiriman/${KUDUS}/${kiriman}`)).body),
    );
    expect(first.struktur).toMatchObject({ cara: 'usulan-baru' });
    expect(known.struktur).toMatchObject({ cara: 'resep-cocok', versi: 1 });
    expect(drifted.struktur).toMatchObject({ cara: 'resep-bergeser', versi: 1 });
    expect(drifted.gerbang[0]).toMatchObject({ gerbang: 'pemetaan', hasil: 'menahan' });
  });

  it('has an account of each role that can sign in, and an employee with a record of his or her own', async () => {
    const seen = await Promise.all(
      SAMPLE_ACCOUNTS.map(async ({ namaPengguna }) => (await signIn(portal, namaPengguna)).status),
    );
    expect(new Set(seen)).toEqual(new Set([200]));
    const [employee] = await runSql<{ orang: string }>(
      databasesOf(await urlOf(folder)).urlOf('portal'),
      `SELECT orang FROM identity.pengguna WHERE nama_pengguna = 'pegawai.kudus'`,
    );
    const { ask } = await signIn(portal, 'pegawai.kudus');
    expect((await ask(`/api/orang/${KUDUS}/${employee?.orang}`)).body.keadaan).toBe('berpasangan');
    const { ask: askAsManager } = await signIn(portal, 'pengelola.kudus');
    const people = (await askAsManager('/api/pegawai')).body.baris as { orang: string }[];
    const other = people.find(({ orang }) => orang !== employee?.orang);
    expect((await ask(`/api/orang/${KUDUS}/${other?.orang}`)).status).toBe(404);
  });

  it('shows that time has passed: this month is published in place of the last one', async () => {
    const { ask } = await signIn(portal, 'admin.provinsi');
    const { body } = await ask('/api/beranda/provinsi');
    expect(body.baris.find((row: Json) => row.instansi === KUDUS).selaras).toHaveLength(2);
    const { kiriman } = (await ask(`/api/kiriman?instansi=${KUDUS}`)).body;
    const [now, before] = (kiriman as Json[]).filter(({ keadaan }) => keadaan !== 'diperiksa');
    expect(now.per > before.per && now.diterimaPada > before.diterimaPada).toBe(true);
    expect(now.diterimaPada <= new Date().toISOString()).toBe(true);
    const { akibat } = (await ask(`/api/kiriman/${KUDUS}/${now.kiriman}`)).body;
    expect(akibat.sekarang).toBeGreaterThan(0);
    expect(akibat.tetap + akibat.berubah + akibat.hilang).toBe(akibat.sekarang);
  });

  it('says that it is healthy, and what it looked at', async () => {
    const reply = await fetch(`${portal.address}/healthz`);
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({
      keadaan: 'siap',
      basisData: 'siap',
      antrean: { keadaan: 'siap', menunggu: 0 },
      disk: { keadaan: 'siap' },
    });
  });

  it('is not started a second time while it runs', async () => {
    await expect(start()).rejects.toThrow(`sudah berjalan: ${portal.address}`);
    expect((await fetch(`${portal.address}/healthz`)).status).toBe(200);
  });

  it('starts again on the same data, and makes nothing twice', async () => {
    await portal.stop();
    said.length = 0;
    portal = await start();
    expect(said).toEqual([]);
  });

  it('takes a server over that a killed portal left behind', async () => {
    await portal.stop();
    const { url } = await startEmbeddedServer(folder);
    portal = await start();
    expect(await urlOf(folder)).toBe(url);
  });

  it('starts again where its database was killed', async () => {
    process.kill(Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    await portal.stop();
    portal = await start();
    expect((await fetch(`${portal.address}/healthz`)).status).toBe(200);
  });
});

/** The address of the server that runs on a folder. */
async function urlOf(folder: string): Promise<string> {
  return (await startEmbeddedServer(folder)).url;
}

describe('a portal on the database of an operator', () => {
  const home = makeHome();
  let portal: Portal | undefined;
  let server: Awaited<ReturnType<typeof startEmbeddedServer>>;
  const environment = { ...process.env };

  beforeAll(async () => {
    server = await startEmbeddedServer(join(home, 'server'), { isDisposable: true });
    await runSql(server.url, "CREATE ROLE pengelola LOGIN CREATEROLE PASSWORD 'rahasia'");
    await runSql(server.url, 'CREATE DATABASE portal_operator OWNER pengelola');
  });
  afterAll(async () => {
    process.env = environment;
    await portal?.stop();
    await server?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('has no sample: nobody but the administrator whom a command added', async () => {
    const url = new URL(databasesOf(server.url).urlOf('portal_operator'));
    [url.username, url.password] = ['pengelola', 'rahasia'];
    process.env['DATABASE_URL'] = url.href;
    const said: string[] = [];
    const settings = readSettings({ DATABASE_URL: url.href, PORT: '0' });
    const own = { folder: join(home, 'basis-data'), files: join(home, 'berkas') };
    portal = await startPortal({ ...settings, ...own, say: (line) => said.push(line) });
    expect(said).toEqual([expect.stringMatching(/^Basis data disiapkan/)]);
    expect(readdirSync(home)).not.toContain('basis-data');
    expect((await signIn(portal, 'admin.provinsi')).status).toBe(401);
    const added = await runPortal(
      'pengguna',
      'tambah',
      '--nama-pengguna=sri.rahayu',
      '--nama=Sri Rahayu',
      '--peran=admin-provinsi',
      '--instansi=6400',
    );
    const { status, ask } = await signIn(portal, 'sri.rahayu', added.out.trim());
    expect(status).toBe(200);
    expect((await ask('/api/saya')).body).toMatchObject({ peran: 'admin-provinsi', wajib: 'ganti-sandi' });
    expect((await ask('/api/pengguna')).status).toBe(403);
    expect((await fetch(`${portal.address}/healthz`)).status).toBe(200);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askShared } from '../support/shared.ts';
import { openBrowser } from './browser.ts';
import { differencesOf, peopleOf } from './fixture-data.ts';
import { isLarge, report } from '../faults/size.ts';
import { testLists } from './lists-journey.ts';
import { testMappingJourney } from './mapping-journey.ts';
import { plantScripts, SCRIPTS, writeAsHtml } from './stored-scripts.ts';
import { type FixtureServer, startFixtureServer } from './fixture-server.ts';

const root = join(import.meta.dirname, '..', '..');
const dist = join(root, 'web', 'dist');
const axeScript = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

const LAPTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

const DIFFERING = differencesOf(6410)[0]?.orang ?? '';
const ONE_SIDED = peopleOf(6410).find(({ keadaan }) => keadaan === 'hanya-simpeg')?.orang ?? '';

/** Every screen, and who looks at it. */
const SCREENS: readonly (readonly [name: string, user: string, path: string])[] = [
  ['Masuk', '', '/masuk'],
  ['Beranda', 'laras', '/'],
  ['Beranda provinsi', 'bimo', '/'],
  ['Selisih menurut sebab', 'laras', '/selisih'],
  ['Selisih menurut orang', 'bimo', '/selisih?susun=orang'],
  ['Selisih menurut bidang', 'laras', '/selisih?susun=bidang&bidang=unit_kerja'],
  ['Keputusan', 'laras', '/selisih?susun=keputusan'],
  ['Pegawai', 'laras', '/pegawai'],
  ['Orang', 'laras', `/pegawai/6410/${DIFFERING}`],
  ['Orang hanya di Simpeg', 'laras', `/pegawai/6410/${ONE_SIDED}`],
  ['Kiriman', 'laras', '/kiriman'],
  ['Jadwal satu pengirim', 'laras', '/kiriman/jadwal'],
  ['Jadwal semua pengirim', 'bimo', '/kiriman/jadwal'],
  ['Sejak kiriman lalu', 'laras', '/selisih/perubahan?jenis=terkoreksi'],
  ['Kirim data', 'laras', '/kiriman/kirim'],
  ['Periksa', 'laras', '/kiriman/6410/k-baru'],
  ['Kiriman ditolak', 'laras', '/kiriman/6410/k-tolak'],
  ['Pengaturan', 'laras', '/pengaturan'],
  ['Pengguna', 'arga', '/pengaturan/pengguna'],
  ['Surel', 'arga', '/pengaturan/surel'],
  ['Audit', 'tirta', '/audit'],
  ['Kepala harian', 'tirta', '/audit/kepala'],
  ['Data saya', 'wulan', '/data-saya'],
  ['Siapa melihat data saya', 'wulan', '/dilihat'],
  ['Siapa melihat data orang ini', 'laras', `/pegawai/6410/${DIFFERING}/dilihat`],
  ['Menu', 'laras', '/menu'],
  ['Orang instansi lain', 'laras', '/pegawai/6411/p10'],
];

let server: FixtureServer;
let browser: Browser | undefined;

beforeAll(async () => {
  await askShared<string>({ jenis: 'web' });
  server = await startFixtureServer(dist);
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server.stop();
});

describe('what a browser loads first', () => {
  it('is at most 250 kB, compressed: the page, what it names, and Beranda', () => {
    const sizeOf = (name: string): number => gzipSync(readFileSync(join(dist, name))).length;
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    const named = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, name = '']) => name);
    const home = readdirSync(join(dist, 'assets')).filter((name) => /^(home-page|data-table|findings)-/.test(name));
    const total = [...named, ...home.map((name) => `assets/${name}`)].reduce((sum, name) => sum + sizeOf(name), 0);
    expect(home.length).toBeGreaterThan(1);
    expect(total).toBeLessThan(250_000);
    expect(existsSync(join(dist, 'awal.js'))).toBe(true);
  });
});

const found = process.platform === 'linux' && process.arch === 'x64';

describe.runIf(found)('the screens in a browser', () => {
  it.each(SCREENS)('%s: nothing for axe to find, nothing to scroll sideways, no fault', async (_name, user, path) => {
    const { context, page, faults } = await openPage(user);
    await visit(page, path);
    await page.evaluate(axeScript);
    expect(await sideways(page)).toBe(0);
    expect(await findFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findFaults(page, 'color-contrast')).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await sideways(page)).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('signs in with a second factor, by keyboard, and goes on to the page that was asked for', async () => {
    const { context, page } = await openPage('');
    await page.goto(`${server.address}/pegawai`);
    await page.getByLabel('Nama pengguna').fill('bimo');
    await page.getByLabel('Kata sandi', { exact: true }).fill('keliru');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Nama pengguna atau kata sandi keliru').waitFor();
    await page.getByLabel('Kata sandi', { exact: true }).fill('sandi untuk uji');
    await page.keyboard.press('Enter');
    await page.getByLabel('Kode dari aplikasi').fill('123456');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Pegawai' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/pegawai');
    await context.close();
  });

  it('asks to sign in again where the session ended meanwhile, and goes on from there', async () => {
    const { context, page } = await openPage('laras');
    await visit(page, '/kiriman');
    await context.clearCookies();
    await page.getByRole('link', { name: 'Pegawai', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Masuk' }).waitFor();
    await page.getByLabel('Nama pengguna').fill('laras');
    await page.getByLabel('Kata sandi', { exact: true }).fill('sandi untuk uji');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Pegawai' }).waitFor();
    await context.close();
  });

  it('asks whoever has a first password to change it before anything else', async () => {
    const { context, page } = await openPage('baru');
    await visit(page, '/selisih');
    await page.getByText('Ganti kata sandi pertama Anda').waitFor();
    expect(new URL(page.url()).pathname).toBe('/pengaturan');
    await page.getByLabel('Kata sandi sekarang').fill('sandi untuk uji');
    await page.getByLabel('Kata sandi baru', { exact: true }).fill('kalimat yang panjang');
    await page.getByLabel('Kata sandi baru, sekali lagi').fill('kalimat yang panjang');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Selisih' }).first().waitFor();
    await context.close();
  });

  it('finds a person with Ctrl K, walks a list with J, and opens with Enter', async () => {
    const { context, page } = await openPage('laras');
    await visit(page, '/selisih?susun=orang');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('sasmitaningrum');
    await page.getByRole('option').filter({ hasText: 'Sasmitaningrum' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Sasmitaningrum/ }).waitFor();
    await visit(page, '/selisih?susun=orang');
    const [first, second] = await page.locator('a.row-link').all();
    await first?.focus();
    await page.keyboard.press('j');
    const name = await second?.textContent();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.getByRole('heading', { level: 1, name: 'Kiriman' }).waitFor();
    await context.close();
  });

  testLists({ open: openPage, visit, look });

  it('decides a cause at once and a row by its letter, says what came of it, and takes it back', async () => {
    const { context, page } = await openPage('laras');
    await visit(page, '/selisih');
    const rows = page.getByRole('region', { name: 'Daftar selisih' }).locator('tbody tr');
    await rows.first().getByText('terbuka').waitFor();
    await page
      .getByRole('group', { name: 'Putuskan seluruh sebab' })
      .getByRole('button', { name: 'BKN benar' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('menunggu pengesahan verifikator').waitFor();
    await look(page);
    await dialog.getByLabel('Catatan (boleh kosong)').fill('SK sudah dilihat');
    await dialog.getByRole('button', { name: /^Putuskan \d+ selisih$/ }).click();
    await rows.first().getByText('menunggu pengesahan').waitFor();
    await tellVerifikator();
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await rows.first().getByText('terbuka').waitFor();
    await rows.first().locator('a.row-link').focus();
    await page.keyboard.press('s');
    await rows.first().getByText('Simpeg benar').waitFor();
    expect(await rows.nth(1).locator(':focus').count()).toBe(1);
    await page.getByRole('radio', { name: 'Keputusan' }).check();
    await page.getByText('diurungkan').first().waitFor();
    await look(page);
    await context.close();

    async function tellVerifikator(): Promise<void> {
      const { context: other, page: beranda } = await openPage('sinta');
      await visit(beranda, '/');
      await beranda.getByText(/^1 keputusan atas \d+ selisih menunggu pengesahan Anda\.$/).waitFor();
      await look(beranda);
      await beranda.getByRole('link', { name: 'Lihat keputusan' }).click();
      await beranda.getByRole('button', { name: 'Sahkan' }).waitFor();
      await other.close();
    }
  });

  it('decides one difference on the page of its person, and shows it there', async () => {
    const { context, page } = await openPage('laras');
    await visit(page, `/pegawai/6410/${DIFFERING}`);
    const choices = page.getByRole('group', { name: /^Putuskan / });
    await choices.first().getByRole('button', { name: 'Simpeg benar' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Putuskan 1 selisih' }).click();
    await page.locator('.standing').first().getByText('Simpeg benar').waitFor();
    await look(page);
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await page.locator('.standing').first().getByText('terbuka').waitFor();
    await context.close();
  });

  it('copies the 18 digits of a NIP, whole', async () => {
    const { context, page } = await openPage('laras');
    await visit(page, '/pegawai');
    expect(await page.locator('.nip').first().textContent()).toMatch(/^\d{18}$/);
    await context.close();
  });

  it('stops who took much within an hour, asks why, and goes on from there (X4)', async () => {
    const { context, page } = await openPage('laras');
    const pesan = 'Anda sudah mengambil 500 data pegawai dalam satu jam, jadi berhenti sebentar di sini.';
    let isHeld = true;
    await page.route('**/api/orang/**', async (route) =>
      isHeld
        ? route.fulfill({ status: 409, json: { kode: 'PENGAMBILAN_DITAHAN', pesan, rujukan: 'a1b2c3' } })
        : route.fallback(),
    );
    await page.route('**/api/saya/alasan', async (route) => {
      isHeld = false;
      return route.fallback();
    });
    await visit(page, `/pegawai/6410/${DIFFERING}`);
    await page.getByRole('alert').getByText(pesan).waitFor();
    await look(page);
    const go = page.getByRole('button', { name: 'Kirim alasan dan teruskan' });
    await go.click();
    await page.getByText('Tulis sekurangnya 10 huruf.').waitFor();
    await page.getByLabel('Untuk apa data ini dipakai').fill('Pencocokan guru sebelum kenaikan pangkat');
    await go.click();
    await page.getByRole('heading', { name: 'Perbandingan' }).waitFor();
    await context.close();
  });

  it('sends a file, goes on after the line broke, checks it and publishes it', async () => {
    const { context, page } = await openPage('laras');
    await visit(page, '/kiriman/kirim');
    server.breakUploadAfter(2);
    const file = { name: 'nominatif.csv', mimeType: 'text/csv', buffer: Buffer.alloc(3.5 * 1024 * 1024, 'a') };
    await page.getByLabel('Berkas yang dikirim').setInputFiles(file);
    await page.getByText(/Unggahan terputus pada 5\d%/).waitFor({ timeout: 15_000 });
    server.breakUploadAfter(Number.POSITIVE_INFINITY);
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
    await page.getByRole('button', { name: 'Terbitkan 420 orang' }).click();
    await page.getByRole('dialog').getByText('19 orang baru, 12 hilang, 23 berubah').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Terbitkan 420 orang' }).click();
    await page.getByText('432 dibaca = 420 diterima + 12 karantina').waitFor();
    await context.close();
  });

  it('publishes what a gate holds only with a reason', async () => {
    const { context, page } = await openPage('laras');
    await visit(page, '/kiriman/6410/k-baru');
    await page.getByRole('button', { name: 'Minta terbit dengan alasan' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Terbitkan 420 orang' }).click();
    await page.getByText('Tulis alasan sekurangnya 10 huruf').waitFor();
    await page.getByLabel('Alasan').fill('Kolom TMT jabatan memang sedang dimigrasi.');
    // A portal that dies before the request, and one that dies before its answer: which it was is said (E2).
    const publish = page.getByRole('dialog').getByRole('button', { name: 'Terbitkan 420 orang' });
    await page.route('**/terbitkan', async (route) => route.abort('connectionreset'), { times: 1 });
    await publish.click();
    await page.getByText('permintaan tadi tidak tersimpan').waitFor();
    let isAway = true;
    await page.route('**/terbitkan', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.route('**/api/kiriman/6410/k-baru', async (route) =>
      isAway ? route.abort('connectionrefused') : route.continue(),
    );
    await publish.click();
    await page.getByText('Menunggu portal').waitFor();
    isAway = false;
    await page.getByText('Terbit walau ditahan, dengan alasan: Kolom TMT jabatan').waitFor();
    await context.close();
  });
});

/** Screens of which each shows other texts that people, files or other systems wrote; all of them at the large size. */
const WRITTEN_SCREENS = SCREENS.filter(
  ([name, user]) =>
    user !== '' &&
    (isLarge ||
      ['Selisih menurut orang', 'Pegawai', 'Orang', 'Periksa', 'Kiriman ditolak', 'Pengguna', 'Audit'].includes(name)),
);

describe.runIf(found)('stored texts that are scripts (X2)', () => {
  it('run nowhere, whatever screen shows them', async (test) => {
    let planted = 0;
    const harm: string[] = [];
    const users = Map.groupBy(WRITTEN_SCREENS, ([, user]) => user);
    for (const [user, screens] of users) {
      const { context, page, faults } = await openPage(user);
      const scripts = await plantScripts(page);
      for (const [name, , path] of screens) {
        const before = scripts.count();
        await visit(page, path);
        expect([name, scripts.count() > before]).toEqual([name, true]);
        // It stands there, as the text that it is.
        expect([name, /<\w+[ >/]|javascript:/i.test(await page.locator('body').innerText())]).toEqual([name, true]);
        harm.push(...(await scripts.harm()).map((found_) => `${name}: ${found_}`));
      }
      expect(faults).toEqual([]);
      planted += scripts.count();
      await context.close();
    }
    expect(harm).toEqual([]);
    expect(planted).toBeGreaterThan(SCRIPTS.length);
    report(test, {
      uji: 'X2',
      dicoba: `tulisan berisi skrip (${SCRIPTS.length} macam) di ${WRITTEN_SCREENS.length} layar`,
      jumlah: planted,
      terlarang: 'dijalankan',
      ditemukan: harm.length,
    });
  });

  it('would run in a page that writes texts as HTML, but for the policy of the portal', async () => {
    const { context, page } = await openPage('laras');
    await visit(page, '/');
    expect(await writeAsHtml(page)).toBe(0);
    // An answer of the API is a page without the policy here.
    await page.goto(`${server.address}/api/saya`);
    expect(await writeAsHtml(page)).toBeGreaterThan(0);
    await context.close();
  });
});

describe.runIf(found)('mapping against the real portal', { timeout: 240_000 }, () =>
  testMappingJourney({ browser: () => browser, look }),
);

/** Nothing for axe to find in either mode, and nothing to scroll sideways on a phone. */
async function look(page: Page): Promise<void> {
  await page.evaluate(axeScript);
  expect(await findFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findFaults(page, 'color-contrast')).toEqual([]);
  await page.setViewportSize(PHONE);
  expect(await sideways(page)).toBe(0);
  await page.setViewportSize(LAPTOP);
  await page.emulateMedia({ colorScheme: 'light' });
}

interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Faults of scripts and breaches of the content policy. */
  readonly faults: string[];
}

async function openPage(user: string): Promise<Opened> {
  if (browser === undefined) throw new Error('no browser');
  const context = await browser.newContext({
    viewport: LAPTOP,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
  });
  if (user !== '') await context.addCookies([{ name: 'pengguna', value: user, url: server.address }]);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // A refused request is what some screens are about.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  return { context, page, faults };
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(server.address + path);
  await page.locator('h1').waitFor();
  // Until nothing is loading any more.
  await page.locator('.grey-rows, .grey-bar').first().waitFor({ state: 'detached' });
}

const sideways = async (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Serious findings of axe, by rule and place; of one rule only where one is named. */
async function findFaults(page: Page, rule?: string): Promise<string[]> {
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      ...(only === undefined ? {} : { runOnly: [only] }),
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, rule);
}

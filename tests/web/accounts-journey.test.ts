import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_PASSWORD } from '#identity';
import { remind } from '#intake';
import { TENANTS } from '../../src/app/tenants.ts';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { openTestPortal, type TestPortal } from '../support/portal-http.ts';
import { askShared } from '../support/shared.ts';
import { openBrowser } from './browser.ts';

const axeScript = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');
const OWN_PASSWORD = 'empat kata yang panjang';
const NEXT_PASSWORD = 'lima kata lain yang panjang';
const found = process.platform === 'linux' && process.arch === 'x64';

describe.runIf(found)(
  'accounts, from one hand to the next, in a browser on the real portal',
  { timeout: 300_000 },
  () => {
    let postgres: TestServer;
    let portal: TestPortal;
    let browser: Browser | undefined;
    let address = '';
    beforeAll(async () => {
      await askShared<string>({ jenis: 'web' });
      postgres = await startTestServer();
      portal = await openTestPortal(postgres);
      // Passkeys are bound to a name, so the portal is opened by one.
      address = (await portal.server.listen({ host: '127.0.0.1', port: 0 })).replace('127.0.0.1', 'localhost');
      browser = await openBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      await portal.close();
      await postgres.stop();
    });

    async function open(): Promise<{ context: BrowserContext; page: Page }> {
      if (browser === undefined) throw new Error('no browser');
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'id-ID' });
      return { context, page: await context.newPage() };
    }
    const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
    const main = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
    async function typeIn(page: Page, user: string, password: string): Promise<void> {
      await page.goto(`${address}/masuk`);
      await page.getByLabel('Nama pengguna').fill(user);
      await page.getByLabel('Kata sandi', { exact: true }).fill(password);
      await page.keyboard.press('Enter');
    }
    async function changeFirst(page: Page, first: string, own: string, then = 'Kata sandi diganti'): Promise<void> {
      await page.getByText('Ganti kata sandi pertama Anda').waitFor();
      await page.getByLabel('Kata sandi sekarang').fill(first);
      await page.getByLabel('Kata sandi baru', { exact: true }).fill(own);
      await page.getByLabel('Kata sandi baru, sekali lagi').fill(own);
      await page.keyboard.press('Enter');
      await page.getByText(then).waitFor();
    }
    /** Gives the first password. */
    async function addUser(page: Page, user: string, role: string, instansi?: string): Promise<string> {
      await page.goto(`${address}/pengaturan/pengguna`);
      await button(page, 'Tambah pengguna').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Nama', { exact: true }).fill(`Orang ${user}`);
      await dialog.getByLabel('Nama pengguna').fill(user);
      if (instansi !== undefined) await dialog.getByLabel('Instansi').selectOption(instansi);
      await dialog.getByLabel('Peran').selectOption({ label: role });
      await dialog.getByRole('button', { name: 'Tambah pengguna' }).click();
      return shownPassword(page);
    }
    async function shownPassword(page: Page): Promise<string> {
      const password = await page.locator('.secret').innerText();
      await button(page, 'Sudah dicatat').click();
      return password;
    }
    async function leave(page: Page): Promise<void> {
      await page.request.post(`${address}/api/keluar`);
    }
    /** A device that makes passkeys and agrees to everything. */
    async function plugIn(context: BrowserContext, page: Page): Promise<void> {
      const session = await context.newCDPSession(page);
      await session.send('WebAuthn.enable');
      await session.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });
    }
    async function faultsOf(page: Page): Promise<readonly string[]> {
      await page.evaluate(axeScript);
      return page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> };
        };
        const { violations } = await axe.run();
        return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
      });
    }

    it('go from the province to an instansi to a user, whose second factor is set up, used and recovered', async () => {
      const province = await open();
      await typeIn(province.page, 'admin.provinsi', SAMPLE_PASSWORD);
      await main(province.page, 'Beranda');
      const adminFirst = await addUser(province.page, 'admin.demak', 'Admin instansi', '6403');
      await province.context.close();

      const admin = await open();
      await typeIn(admin.page, 'admin.demak', adminFirst);
      await changeFirst(admin.page, adminFirst, OWN_PASSWORD);
      const first = await addUser(admin.page, 'pengelola.demak', 'Pengelola kepegawaian');

      const { context, page } = await open();
      await typeIn(page, 'pengelola.demak', first);
      await changeFirst(page, first, OWN_PASSWORD);
      await button(page, 'Pasang aplikasi kode').click();
      const totp = new TOTP({ secret: Secret.fromBase32((await page.locator('.secret').innerText()).trim()) });
      await page.getByLabel('2. Enam angka').fill(totp.generate());
      await button(page, 'Aktifkan').click();
      await page.locator('.codes li').nth(9).waitFor();
      await button(page, 'Sudah disimpan').click();

      await plugIn(context, page);
      await button(page, 'Tambah kunci sandi').click();
      await page.getByLabel('Nama kunci').fill('Laptop kantor');
      await page.getByLabel('Kata sandi Anda').fill('bukan ini sandinya');
      await button(page, 'Lanjut di perangkat').click();
      await page.getByText('Kata sandi Anda yang sekarang tidak cocok').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByLabel('Kata sandi Anda').fill(OWN_PASSWORD);
      await button(page, 'Lanjut di perangkat').click();
      await button(page, 'Ganti nama Laptop kantor').click();
      await page.getByRole('textbox', { name: 'Nama kunci' }).fill('Laptop dinas');
      await button(page, 'Simpan nama').click();
      await page.getByText('Laptop dinas').waitFor();

      await leave(page);
      await typeIn(page, 'pengelola.demak', OWN_PASSWORD);
      // The step after this one: a code is good once.
      await page.getByLabel('Kode dari aplikasi').fill(totp.generate({ timestamp: Date.now() + 30_000 }));
      await page.keyboard.press('Enter');
      await main(page, 'Beranda');
      await leave(page);
      await typeIn(page, 'pengelola.demak', OWN_PASSWORD);
      await button(page, 'Pakai kunci sandi').click();
      await main(page, 'Beranda');
      await leave(page);
      await page.goto(`${address}/masuk`);
      await button(page, 'Masuk dengan kunci sandi').click();
      await main(page, 'Beranda');

      await admin.page.goto(`${address}/pengaturan/pengguna`);
      await button(admin.page, 'Kelola Orang pengelola.demak').click();
      expect(await faultsOf(admin.page)).toEqual([]);
      await button(admin.page, 'Pulihkan akses').click();
      await admin.page.getByLabel('Faktor keduanya hilang juga').check();
      await admin.page.getByLabel('Kata sandi Anda sendiri').fill(OWN_PASSWORD);
      await admin.page.getByRole('dialog').getByRole('button', { name: 'Pulihkan akses' }).click();
      const again = await shownPassword(admin.page);

      await page.goto(`${address}/kiriman`);
      await main(page, 'Masuk');
      await button(page, 'Masuk dengan kunci sandi').click();
      await page.getByText('Kunci sandi itu tidak terdaftar').waitFor();
      await typeIn(page, 'pengelola.demak', again);
      await changeFirst(page, again, NEXT_PASSWORD, 'Pasang faktor kedua: aplikasi kode atau kunci sandi');
      await context.close();
      await admin.context.close();

      const auditor = await open();
      await typeIn(auditor.page, 'auditor.provinsi', SAMPLE_PASSWORD);
      await main(auditor.page, 'Audit');
      const row = auditor.page.getByRole('row', { name: 'Memulihkan akses: sandi baru, faktor kedua dihapus' });
      expect(await row.innerText()).toContain('Orang pengelola.demak');
      await button(auditor.page, 'Verifikasi rantai').click();
      await auditor.page.getByText('tidak ada yang berubah, hilang, atau disisipkan').waitFor();
      await auditor.context.close();
      expect(portal.faults).toEqual([]);
    });

    it('set when deliveries are due, see who is late, and what is written about it while no mail server is set', async () => {
      const province = await open();
      await typeIn(province.page, 'admin.provinsi', SAMPLE_PASSWORD);
      await main(province.page, 'Beranda');
      await province.page.goto(`${address}/kiriman/jadwal`);
      await button(province.page, 'Atur jadwal umum').click();
      const general = province.page.getByRole('dialog');
      await general.getByLabel('Paling lambat tanggal').selectOption('15');
      await general.getByLabel('Ingatkan lewat surel').selectOption('5');
      await button(province.page, 'Simpan jadwal').click();
      await province.page.getByText(/mulai 1 .* tiap bulan, paling lambat tanggal 15/).waitFor();
      expect(await faultsOf(province.page)).toEqual([]);

      const kudus = await open();
      await typeIn(kudus.page, 'pengelola.kudus', SAMPLE_PASSWORD);
      await main(kudus.page, 'Beranda');
      await kudus.page.getByRole('link', { name: /^Kiriman berikutnya paling lambat/ }).click();
      await button(kudus.page, 'Ubah jadwal').click();
      await kudus.page.getByLabel('Ikuti jadwal umum').uncheck();
      await kudus.page.getByLabel('Seberapa sering').selectOption('3');
      await button(kudus.page, 'Simpan jadwal').click();
      await kudus.page.getByText(/mulai 1 .* tiap triwulan/).waitFor();
      await kudus.page.goto(`${address}/pengaturan`);
      const wish = kudus.page.getByLabel('Ingatkan saya lewat surel');
      await wish.uncheck();
      await kudus.page.getByText('Pilihan tersimpan').waitFor();
      await kudus.page.reload();
      await wish.waitFor();
      expect(await wish.isChecked()).toBe(false);
      await wish.check();
      await kudus.page.getByText('Pilihan tersimpan').waitFor();

      // Since July, as if the portal had been there then.
      await runSql(
        portal.url,
        "DELETE FROM intake.irama; UPDATE intake.irama_umum SET mulai = '2026-07-01', tanggal = 10, ingatkan = 3",
      );
      const noon = new Date('2026-10-07T12:00:00+07:00');
      await remind({ database: portal.database, instansi: TENANTS, alamat: undefined }, noon);
      await kudus.page.goto(`${address}/`);
      await kudus.page.getByRole('link', { name: /^Kiriman terlambat .* sejak 10 Jul 2026/ }).waitFor();
      await kudus.context.close();
      await province.page.goto(`${address}/`);
      await province.page.getByText('37 dari 37 pengirim').waitFor();
      await province.page.goto(`${address}/pengaturan/surel`);
      await province.page.getByText('Surel belum dikirim: server surel belum diatur').waitFor();
      await province.page.getByText('Kiriman data Pemerintah Kab. Kudus jatuh tempo 10 Oktober 2026').click();
      await province.page.getByText('Kiriman data Pemerintah Kab. Kudus yang jatuh tempo').waitFor();
      expect(await faultsOf(province.page)).toEqual([]);
      await province.context.close();
      expect(portal.faults).toEqual([]);
    });
  },
);

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SAMPLE_PASSWORD } from '#identity';
import { parseIsoDate } from '#kernel/local-date.ts';
import { generateSampleData } from '#sample-data';
import { startTestServer } from '../support/portal-database.ts';
import { plantScripts, SCRIPTS } from './stored-scripts.ts';
import { type Browser as Asker, openTestPortal, type TestPortal } from '../support/portal-http.ts';
import { testWorkbench } from './workbench-journey.ts';

const KUDUS = 6410;
const LAPTOP = {
  viewport: { width: 1366, height: 768 },
  locale: 'id-ID',
  timezoneId: 'Asia/Jakarta',
  reducedMotion: 'reduce',
} as const;

/** Loose reading of answers. */
// oxlint-disable-next-line typescript/no-explicit-any -- what an answer holds the test itself says
type Json = any;

export interface Journey {
  readonly browser: () => Browser | undefined;
  /** Serious findings on a page, in both modes; sideways scrolling on a phone. */
  readonly look: (page: Page) => Promise<void>;
}

/** A pengelola's months in a real browser against the real portal: a new structure, the same again, one that drifted, and back. */
export function testMappingJourney({ browser, look }: Journey): void {
  const folder = mkdtempSync(join(tmpdir(), 'uji-pemetaan-'));
  let portal: TestPortal;
  let kudus: Asker;
  let address = '';
  let page: Page;

  beforeAll(async () => {
    const per = parseIsoDate('2025-10-01');
    if (per === undefined) throw new Error('No such day');
    const made = { pegawai: 6000, benih: 'pemetaan', per, keluar: folder, kiriman: 1, wadah: 'csv' } as const;
    await generateSampleData({ ...made, instansi: [String(KUDUS)] }, () => undefined);
    portal = await openTestPortal(await startTestServer());
    address = await portal.server.listen({ host: '127.0.0.1', port: 0 });
    kudus = await portal.signIn('pengelola.kudus');
    const bkn = await portal.signIn('petugas.bkn');
    await upload(bkn, 1, join(folder, 'bkn.csv'));
    const context = await browser()?.newContext(LAPTOP);
    page = (await context?.newPage()) as Page;
    page.setDefaultTimeout(60_000);
  }, 120_000);
  afterAll(async () => {
    await page?.context().close();
    await portal?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** BKN's file, which is no part of the journey: sent and published without a browser. */
  async function upload(who: Asker, instansi: number, path: string): Promise<void> {
    const bytes = readFileSync(path);
    const sidikJari = createHash('sha256').update(bytes).digest('hex');
    const open = { namaBerkas: 'bkn.csv', besarByte: bytes.length, sidikJari, per: '2025-10-01' };
    const { kiriman } = (await who.ask('POST', '/api/kiriman', open)).body as Json;
    const url = `/api/kiriman/${instansi}/${kiriman}`;
    await who.ask('PATCH', `${url}/isi`, bytes, { 'content-type': 'application/octet-stream', 'unggah-letak': '0' });
    await settle(who, url);
    await who.ask('POST', `${url}/terbitkan`, {});
    expect((await settle(who, url)).keadaan).toBe('terbit');
  }

  async function settle(who: Asker, url: string): Promise<Json> {
    for (;;) {
      const { body } = (await who.ask('GET', url)) as Json;
      const isOpen = ['antre', 'berjalan'].includes(body.pekerjaan?.keadaan);
      if (!isOpen && !['diterima', 'memeriksa', 'menerbitkan'].includes(body.keadaan)) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  const fileOf = (...path: string[]): string => {
    const own = join(folder, ...path, 'simpeg');
    return join(own, readdirSync(own).find((name) => name.startsWith(`${KUDUS}.`)) ?? '');
  };

  async function signIn(on: Page, user: string): Promise<void> {
    await on.goto(`${address}/masuk`);
    await on.getByLabel('Nama pengguna').fill(user);
    await on.getByLabel('Kata sandi', { exact: true }).fill(SAMPLE_PASSWORD);
    await on.keyboard.press('Enter');
    await on.waitForURL((url) => !url.pathname.startsWith('/masuk'));
  }

  /** Sends a file from the page for it, and waits until its check is told; answers with the delivery. */
  async function send(path: string): Promise<Json> {
    await page.goto(`${address}/kiriman/kirim`);
    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByRole('heading', { level: 1, name: 'Periksa sebelum terbit' }).waitFor();
    await page.getByRole('heading', { name: 'Gerbang' }).waitFor();
    return detail();
  }

  const detail = async (): Promise<Json> =>
    settle(kudus, `/api/kiriman/${KUDUS}/${new URL(page.url()).pathname.split('/')[3] ?? ''}`);

  async function publish(button: RegExp): Promise<Json> {
    await page.getByRole('button', { name: button }).first().click();
    const reason = page.getByLabel('Alasan');
    if (/alasan/.test(button.source)) await reason.fill('Sudah dicocokkan dengan bagian kepegawaian');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Terbitkan/ })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Kiriman terbit' }).waitFor();
    return detail();
  }

  it('maps a structure that nobody knows, by keyboard and beside BKN, and publishes it by the confirmed version', async () => {
    await signIn(page, 'pengelola.kudus');
    const first = await send(fileOf());
    expect(first.struktur).toMatchObject({ cara: 'usulan-baru', versi: null });
    expect(first.gerbang[0]).toMatchObject({ gerbang: 'pemetaan', hasil: 'menahan' });

    await page.getByRole('link', { name: 'Periksa pemetaan' }).click();
    await page.getByRole('heading', { level: 1, name: /^Pemetaan/ }).waitFor();
    await page.getByRole('heading', { name: 'Sepuluh orang' }).waitFor();
    await look(page);
    const row = page.getByRole('button', { name: 'Agama', exact: true });
    await row.click();
    await page.getByText(/dibaca apa adanya, di samping BKN/).waitFor();
    await page.keyboard.press('Delete');
    await page.getByRole('group', { name: 'Saring kolom' }).getByRole('button', { name: 'Diputuskan 1' }).waitFor();
    await page.keyboard.press('u');
    await page.getByRole('group', { name: 'Saring kolom' }).getByRole('button', { name: 'Diputuskan 0' }).waitFor();
    await page.getByRole('link', { name: /^Kode/ }).click();
    await page.getByRole('heading', { name: 'Agama' }).or(page.getByLabel('Daftar kode')).first().waitFor();
    await look(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan sebagai v1' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sahkan versi 1' }).click();
    await page
      .getByText(/pemetaan versi 1 dipakai seluruhnya/)
      .first()
      .waitFor();
    expect((await detail()).struktur).toMatchObject({ cara: 'resep-cocok', versi: 1 });
    expect((await publish(/^Terbitkan/)).keadaan).toBe('terbit');
    const events = await portal.database.withContext({ lingkup: 'instansi', instansi: KUDUS }, (transaction) =>
      transaction.query<{ tindakan: string }>(
        "SELECT tindakan FROM platform.jejak WHERE sasaran = 'pemetaan/1' ORDER BY nomor",
      ),
    );
    expect(events.map(({ tindakan }) => tindakan)).toEqual(['pemetaan.simpan', 'pemetaan.sahkan']);
  });

  it('shows headings, codes, notes and names of files that are scripts as the texts that they are (X2)', async () => {
    const [{ kiriman }] = ((await kudus.ask('GET', '/api/kiriman')).body as Json).kiriman;
    // A page of its own: the others go on with answers as they are.
    const planted = await page.context().newPage();
    const scripts = await plantScripts(planted);
    await planted.goto(`${address}/kiriman/${KUDUS}/${kiriman}/pemetaan`);
    // which of them stands where follows the order of the answers
    await planted.getByText('jahat').filter({ visible: true }).first().waitFor();
    await planted.waitForLoadState('networkidle');
    expect(await scripts.harm()).toEqual([]);
    expect(scripts.count()).toBeGreaterThan(SCRIPTS.length);
    await planted.close();
  });

  it('knows the same structure again and goes straight on; only the people who changed are touched', async () => {
    const next = await send(fileOf('kiriman', '2025-11'));
    expect(next.struktur).toMatchObject({ cara: 'resep-cocok', versi: 1, perubahan: [] });
    expect(next.gerbang[0]).toMatchObject({ gerbang: 'pemetaan', hasil: 'lewat' });
    const { akibat } = next;
    expect(akibat.tetap).toBeGreaterThan(akibat.berubah);
    await page.getByRole('heading', { name: 'Dibandingkan kiriman sebelumnya' }).waitFor();
    const named = ((await kudus.ask('GET', `/api/kiriman/${KUDUS}/${next.kiriman}/orang`)).body as Json).jumlah;
    expect(named).toBe(akibat.baru + akibat.hilang + akibat.berubah);
    await look(page);
    const isHeld = next.gerbang.some(({ hasil }: Json) => hasil === 'menahan');
    expect((await publish(isHeld ? /alasan/ : /^Terbitkan/)).keadaan).toBe('terbit');
    const touched = await portal.database.withContext({ lingkup: 'instansi', instansi: KUDUS }, (transaction) =>
      transaction.query<{ n: number }>(
        `SELECT count(*)::integer AS n FROM registry.orang WHERE sisi = 'simpeg' AND sejak = (SELECT max(nomor) FROM registry.terbitan)`,
      ),
    );
    expect(touched[0]?.n).toBe(akibat.baru + akibat.berubah);
  });

  it('asks only about what drifted, tries the new version on what was published, and takes a publication back', async () => {
    const path = join(folder, 'bergeser.csv');
    const text = readFileSync(fileOf('kiriman', '2025-11'), 'utf8');
    // one column under another name, and a row that is no person
    writeFileSync(path, `${text.replace('Agama', 'Keyakinan').trimEnd()}\nJUMLAH\n`);
    const drifted = await send(path);
    expect(drifted.struktur).toMatchObject({ cara: 'resep-bergeser', versi: 1 });
    expect(drifted.struktur.perubahan.length).toBeGreaterThan(0);
    expect(drifted.struktur.perubahan.length).toBeLessThan(4);

    await page.getByRole('link', { name: /pemetaan$/ }).click();
    await page.getByRole('heading', { name: 'Sepuluh orang' }).waitFor();
    await page.getByRole('button', { name: 'Keyakinan', exact: true }).click();
    await page.getByRole('button', { name: 'Simpan sebagai v2' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Simpan dan coba pada 2 kiriman lama/ })
      .click();
    await page.getByRole('dialog').getByText(/sel/).first().waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Sahkan versi 2' }).click();
    await page
      .getByText(/pemetaan versi 2 dipakai seluruhnya/)
      .first()
      .waitFor();
    const checked = await detail();
    const isHeld = checked.gerbang.some(({ hasil }: Json) => hasil === 'menahan');
    expect((await publish(isHeld ? /alasan/ : /^Terbitkan/)).keadaan).toBe('terbit');

    await page.getByRole('button', { name: 'Kembalikan kiriman sebelumnya' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Kembalikan kiriman sebelumnya' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kiriman ditarik kembali' }).waitFor();
    const events = await portal.database.withContext({ lingkup: 'instansi', instansi: KUDUS }, (transaction) =>
      transaction.query<{ tindakan: string }>(
        "SELECT tindakan FROM platform.jejak WHERE sasaran = 'pemetaan/2' ORDER BY nomor",
      ),
    );
    expect(events.map(({ tindakan }) => tindakan)).toEqual(['pemetaan.simpan', 'pemetaan.uji', 'pemetaan.sahkan']);
    expect(portal.faults).toEqual([]);
  });

  it('takes the next file of BKN from its own page, and what the instansi sees follows', async () => {
    const home = async (): Promise<Json> => (await kudus.ask('GET', '/api/beranda')).body;
    const before = await home();
    const context = await browser()?.newContext(LAPTOP);
    const desk = (await context?.newPage()) as Page;
    desk.setDefaultTimeout(60_000);
    await signIn(desk, 'petugas.bkn');
    await desk.goto(`${address}/kiriman/kirim`);
    await desk.locator('input[type=file]').setInputFiles(join(folder, 'kiriman', '2025-11', 'bkn.csv'));
    await desk.getByRole('heading', { name: 'Gerbang' }).waitFor();
    await desk
      .getByRole('button', { name: /^Terbitkan/ })
      .first()
      .click();
    const reason = desk.getByRole('dialog').getByLabel('Alasan');
    if (await reason.isVisible()) await reason.fill('Sudah dicocokkan dengan Kantor Regional');
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /^Terbitkan/ })
      .click();
    await desk.getByRole('heading', { level: 1, name: 'Kiriman terbit' }).waitFor();
    await look(desk);
    await context?.close();

    const after = await home();
    expect(after.neraca.simpeg).toBe(before.neraca.simpeg);
    expect(after.selisih).not.toBe(before.selisih);
    await page.goto(`${address}/selisih`);
    await page.getByText(new Intl.NumberFormat('id-ID').format(after.selisih)).first().waitFor();
    expect(portal.faults).toEqual([]);
  });

  it('gives the rows kept aside back in the columns of their sender', async () => {
    const list = ((await kudus.ask('GET', '/api/kiriman')).body as Json).kiriman;
    const [{ kiriman, baris }] = list.filter((one: Json) => one.baris?.dikarantina > 0);
    const { text } = await kudus.ask('GET', `/api/kiriman/${KUDUS}/${kiriman}/karantina.csv`);
    const [head = '', ...rows] = text.trim().split(/\r?\n/);
    expect(head.startsWith('baris,')).toBe(true);
    expect(head.endsWith(',alasan')).toBe(true);
    expect(rows.length).toBeGreaterThanOrEqual(baris.dikarantina);
  });

  it('shows nobody the mapping of another instansi, and lets nobody change it without the right', async () => {
    const [{ kiriman }] = ((await kudus.ask('GET', '/api/kiriman')).body as Json).kiriman;
    const province = await portal.signIn('admin.provinsi');
    expect((await province.ask('GET', `/api/pemetaan/${KUDUS}/${kiriman}`)).status).toBe(200);
    const save = { ubahan: [], catatan: '' };
    expect((await province.ask('POST', `/api/pemetaan/${KUDUS}/${kiriman}/simpan`, save)).status).toBe(403);
    expect((await kudus.ask('GET', '/api/pemetaan/6411')).status).toBe(404);
    const secret = { ubahan: [{ letak: 900, kanonik: 'nip' }], letak: 0 };
    const refused = await kudus.ask('POST', `/api/pemetaan/${KUDUS}/${kiriman}/pratinjau`, secret);
    expect(refused).toMatchObject({ status: 400, body: { kode: 'PEMETAAN_UBAHAN' } });
  });

  testWorkbench(() => ({
    page,
    portal,
    kudus,
    address,
    folder,
    file: fileOf('kiriman', '2025-11'),
    look,
    settle,
  }));
}

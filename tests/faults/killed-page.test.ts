import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIsoDate } from '#kernel/local-date.ts';
import { generateSampleData } from '#sample-data';
import { runSql } from '../support/portal-database.ts';
import { askShared } from '../support/shared.ts';
import { openBrowser } from '../web/browser.ts';
import { fillForCrashes } from './crash-base.ts';
import { type DurablePostgres, startDurablePostgres } from './durable-postgres.ts';
import { startServerProcess } from './server-process.ts';
import { isLarge, report } from './size.ts';

const KUDUS = 6410;
const BASE = 'dasar';
/** Milliseconds after the click at which the server dies: before it reads, while it writes, after it answered. */
const MOMENTS = [0, 10, 30, 60, 90, 120, 160, 220, 300, 600];
/** Slows the confirmation down, so that a kill has a middle to meet. */
const SLOW = 'CREATE TRIGGER lambat BEFORE INSERT ON platform.pekerjaan FOR EACH ROW EXECUTE FUNCTION public.lambat()';

describe.runIf(isLarge)('a page whose server is killed while it confirms', { timeout: 1_200_000 }, () => {
  let folder = '';
  let postgres: DurablePostgres;
  let browser: Browser | undefined;
  let cookie: string;
  let kiriman: string;

  const urlOf = (database: string): string => postgres.url.replace(/\/postgres$/, `/${database}`);
  const files = (): string => join(folder, 'berkas');

  beforeAll(async () => {
    await askShared<string>({ jenis: 'web' });
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), 'uji-halaman-'));
    const per = parseIsoDate('2025-10-01');
    if (per === undefined) throw new Error('No such day');
    const sample = join(folder, 'contoh');
    await generateSampleData(
      { pegawai: 500, benih: 'mati', per, keluar: sample, kiriman: 1, wadah: 'csv', instansi: [String(KUDUS)] },
      () => undefined,
    );
    postgres = await startDurablePostgres();
    cookie = await fillForCrashes({ url: postgres.url, database: BASE, files: files(), sample, instansi: KUDUS });
    const later = join(sample, 'kiriman', '2025-11', 'simpeg');
    kiriman = await sendLater(join(later, readdirSync(later).find((name) => name.startsWith(`${KUDUS}.`)) ?? ''));
    await runSql(urlOf(BASE), SLOW);
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await postgres?.stop();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  /** Sends the delivery that waits to be published; gives its id. */
  async function sendLater(path: string): Promise<string> {
    const server = await startServerProcess({ databaseUrl: urlOf(BASE), folder: files() });
    const bytes = readFileSync(path);
    const ask = async (method: string, address: string, body?: object): Promise<Record<string, string>> => {
      const isBytes = Buffer.isBuffer(body);
      const type = isBytes ? 'application/octet-stream' : 'application/json';
      const reply = await fetch(`${server.address}${address}`, {
        method,
        headers: { cookie, ...(body ? { 'content-type': type } : {}), ...(isBytes ? { 'unggah-letak': '0' } : {}) },
        ...(body ? { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) } : {}),
      });
      return (await reply.json()) as Record<string, string>;
    };
    const sidikJari = createHash('sha256').update(bytes).digest('hex');
    const opened = { namaBerkas: 'kudus.csv', besarByte: bytes.length, sidikJari, per: '2025-11-01' };
    const { kiriman: id, pesan: refusal } = await ask('POST', '/api/kiriman', opened);
    if (id === undefined) throw new Error(refusal);
    await ask('PATCH', `/api/kiriman/${KUDUS}/${id}/isi`, bytes);
    for (;;) {
      const { keadaan, pesan } = await ask('GET', `/api/kiriman/${KUDUS}/${id}`);
      if (keadaan === 'diperiksa') break;
      if (pesan) throw new Error(pesan);
      await wait(100);
    }
    await server.stop();
    return id;
  }

  /** Fills in what the page asks for; the last click is the caller's. */
  async function openDialog(page: Page): Promise<() => Promise<void>> {
    await page
      .getByRole('button', { name: /^(Terbitkan|Minta terbit)/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    const button = dialog.getByRole('button', { name: /^Terbitkan/ });
    await button.waitFor();
    const reason = dialog.getByLabel('Alasan');
    if (await reason.isVisible()) await reason.fill('Sudah dicocokkan dengan bagian kepegawaian');
    return async () => button.click();
  }

  /** What the page says in the end. */
  async function told(page: Page): Promise<'tersimpan' | 'tidak tersimpan'> {
    const kept = page.getByRole('heading', { level: 1, name: /^(Menerbitkan|Kiriman terbit)/ });
    const lost = page.getByText('permintaan tadi tidak tersimpan');
    await kept.or(lost).first().waitFor({ timeout: 60_000 });
    return (await lost.isVisible()) ? 'tidak tersimpan' : 'tersimpan';
  }

  it('says truly whether it happened, whenever the server died (E2)', async (context) => {
    const used = browser ?? context.skip('no browser runs on this machine');
    const outcomes: { after: number; said: string; is: string }[] = [];
    for (const after of MOMENTS) {
      const name = `halaman_${after}`;
      await runSql(postgres.url, `CREATE DATABASE ${name} TEMPLATE ${BASE}`);
      const own = join(folder, name);
      cpSync(files(), own, { recursive: true });
      const place = { databaseUrl: urlOf(name), folder: own };
      let server = await startServerProcess(place);
      const { port } = new URL(server.address);
      const tab = await used.newContext({ locale: 'id-ID', reducedMotion: 'reduce' });
      const [key = '', value = ''] = cookie.split('=');
      await tab.addCookies([{ name: key, value, url: server.address }]);
      const page = await tab.newPage();
      page.setDefaultTimeout(60_000);
      await page.goto(`${server.address}/kiriman/${KUDUS}/${kiriman}`);
      const click = await openDialog(page);
      await click();
      await wait(after);
      server.crash();
      await wait(1500);
      server = await startServerProcess({ ...place, port: Number(port) });
      const said = await told(page);
      const [row] = await runSql<{ keadaan: string }>(
        place.databaseUrl,
        `SELECT keadaan FROM intake.kiriman WHERE kiriman_id = '${kiriman}'`,
      );
      outcomes.push({ after, said, is: row?.keadaan === 'diperiksa' ? 'tidak tersimpan' : 'tersimpan' });
      await tab.close();
      await server.stop();
      rmSync(own, { recursive: true, force: true });
    }
    const wrong = outcomes.filter(({ said, is }) => said !== is);
    expect(wrong).toEqual([]);
    // Both were met.
    expect(new Set(outcomes.map(({ is }) => is)).size).toBe(2);
    report(context, {
      uji: 'E2',
      dicoba: 'halaman yang servernya mati saat menerbitkan, berkata tersimpan atau tidak',
      jumlah: outcomes.length,
      terlarang: 'keliru',
      ditemukan: wrong.length,
    });
  });
});

// The pictures of the manual, taken from a portal on trial (`npm start`), whose people are invented: `npm run gambar -- <address>`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { SAMPLE_PASSWORD } from '#identity';
import { generateSampleData } from '#sample-data';
import { listDeliveries, SAMPLE_PEOPLE } from '../../src/app/sample/deliveries.ts';
import { sampleMonths } from '../../src/app/sample/months.ts';
import { today } from '../../src/app/today.ts';
import { openBrowser } from '../../tests/web/browser.ts';
import { toPalette } from './palette.ts';
import { PICTURES, type Picture } from './pictures.ts';

const LAPTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
const KUDUS = '6410';

const [address = 'http://127.0.0.1:8080', only = ''] = process.argv.slice(2);
const folder = join(import.meta.dirname, '..', '..', 'docs', 'gambar');
let made: Promise<string> | undefined;
const temporary = mkdtempSync(join(tmpdir(), 'gambar-'));
const browser = await openBrowser();
if (!browser) throw new Error('No browser runs on this machine');
try {
  const contexts = new Map<string, BrowserContext>();
  for (const picture of PICTURES.filter(({ name }) => name.includes(only))) {
    const key = `${picture.user} ${picture.isPhone ?? false}`;
    const context = contexts.get(key) ?? (await signIn(browser, picture));
    contexts.set(key, context);
    const page = await context.newPage();
    await page.goto(`${address}${picture.path}`);
    await settle(page);
    await picture.act?.(page, { delivery: nextDelivery });
    await settle(page);
    writeFileSync(join(folder, `${picture.name}.png`), toPalette(await page.screenshot({ animations: 'disabled' })));
    process.stderr.write(`${picture.name}.png\n`);
    await page.close();
  }
} finally {
  await browser.close();
  rmSync(temporary, { recursive: true, force: true });
}

async function signIn(from: Browser, { user, isPhone }: Picture): Promise<BrowserContext> {
  const context = await from.newContext({
    viewport: isPhone ? PHONE : LAPTOP,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(60_000);
  if (user === '') return context;
  const data = { namaPengguna: user, sandi: SAMPLE_PASSWORD };
  const answer = await context.request.post(`${address}/api/masuk`, { data, headers: { origin: address } });
  if (!answer.ok()) throw new Error(`${user}: ${await answer.text()}`);
  return context;
}

/** Waits until nothing is loading any more. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await page.waitForLoadState('networkidle');
  await page.locator('.grey-rows, .grey-bar').first().waitFor({ state: 'detached' });
}

/** What the office of the pictures would send next: the sample's people, a month after their last delivery. */
function nextDelivery(): Promise<string> {
  made ??= (async () => {
    const months = sampleMonths(today());
    let last = temporary;
    await generateSampleData(
      {
        ...SAMPLE_PEOPLE,
        instansi: [KUDUS],
        per: months[0] ?? today(),
        kiriman: months.length,
        keluar: temporary,
        kebenaran: false,
      },
      () => undefined,
      (_, to) => (last = to),
    );
    const found = listDeliveries(last).find(({ instansi }) => instansi === KUDUS);
    if (!found) throw new Error('The sample has no such office');
    return found.berkas;
  })();
  return made;
}

// The pictures of the manual, taken from a portal on trial (`npm start`), whose people are invented: `npm run gambar -- <address>`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { SAMPLE_PASSWORD } from '#identity';
import { openBrowser } from '../../tests/web/browser.ts';
import { toPalette } from './palette.ts';
import { PICTURES, type Picture } from './pictures.ts';

const LAPTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

const [address = 'http://127.0.0.1:8080', only = ''] = process.argv.slice(2);
const folder = join(import.meta.dirname, '..', '..', 'docs', 'gambar');
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
    await picture.act?.(page);
    await settle(page);
    writeFileSync(join(folder, `${picture.name}.png`), toPalette(await page.screenshot({ animations: 'disabled' })));
    process.stderr.write(`${picture.name}.png\n`);
    await page.close();
  }
} finally {
  await browser.close();
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

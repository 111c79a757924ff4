import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Arguments meant for the tiny machines that the package was made for; here they only break things. */
const UNWANTED = /^--(headless|single-process|no-zygote)/;

/** The browser that comes as an npm package; undefined where it cannot run. */
export async function openBrowser(): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const executablePath = await chromium.executablePath();
  return playwright.launch({ executablePath, args: chromium.args.filter((argument) => !UNWANTED.test(argument)) });
}

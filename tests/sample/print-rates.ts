// Prints the rates of defects asked for and reached, at any size: `npm run -s sample:rates -- 400000`. Long at large sizes; ends
// with 1 where a rate is missed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseIsoDate } from '#kernel/local-date.ts';
import { generateSampleData } from '#sample-data';
import { formatRates, judgeRates, type RateLine } from './rates.ts';

const [pegawai = '400000', benih = 'laju'] = process.argv.slice(2);
const per = parseIsoDate('2025-10-01');
if (per === undefined) throw new Error('No such day');
const keluar = mkdtempSync(join(tmpdir(), 'laju-'));
const cpu = process.cpuUsage();
try {
  await generateSampleData({ pegawai: Number(pegawai), benih, per, keluar, wadah: undefined }, () => undefined);
  const { user, system } = process.cpuUsage(cpu);
  const text = readFileSync(join(keluar, 'kebenaran', 'parameter.json'), 'utf8');
  const sums = judgeRates((JSON.parse(text) as { readonly tercapai: readonly RateLine[] }).tercapai);
  const seconds = (user + system) / 1e6;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${formatRates(sums)}\n`);
  process.stdout.write(
    `${pegawai} pegawai: ${seconds.toFixed(1)} detik CPU, ${((seconds / Number(pegawai)) * 1e6).toFixed(0)} mikrodetik seorang, puncak memori ${peak} MB\n`,
  );
  process.exitCode = sums.every(({ tercapai }) => tercapai) ? 0 : 1;
} finally {
  rmSync(keluar, { recursive: true, force: true });
}

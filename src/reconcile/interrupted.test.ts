import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stopReading } from '#formats';
import { reconcile } from './index.ts';
import { makePerson, toExport } from './testing/deliveries.ts';

it('a run that is stopped while it reads files ends at once and leaves nothing behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'henti-'));
  const bkn = join(folder, 'bkn.csv');
  writeFileSync(bkn, toExport([makePerson(0), makePerson(1)]));
  const keluar = join(folder, 'hasil');
  const simpeg = [{ instansi: '6410', berkas: bkn }];
  const listening = process.listenerCount('exit');
  const run = reconcile({ bkn, simpeg, pemetaan: new Map(), keluar, timpa: false, acuan: undefined }, stopReading);
  await expect(run).resolves.toMatchObject({ ok: false, error: { code: 'DIBATALKAN' } });
  expect(existsSync(keluar)).toBe(false);
  expect(process.listenerCount('exit')).toBe(listening);
  rmSync(folder, { recursive: true });
});

import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseIsoDate } from '#kernel/local-date.ts';
import { runIkd } from '#quality';
import { openReference } from '#reference';
import { IKD_INDICATORS } from '#rules/ikd/indicators.ts';
import { readCsvRecords } from '../support/csv-records.ts';
import { sharedSample } from '../support/sample-run.ts';

let folder = '';
let ledger: readonly Readonly<Record<string, string>>[] = [];

beforeAll(async () => {
  folder = await sharedSample('csv');
  ledger = readCsvRecords(join(folder, 'kebenaran', 'ikd.csv'));
}, 240_000);

/** Instansi and number of everybody who fails, as `ikd --nama` lists them. */
async function failingOf(nama: string): Promise<readonly string[]> {
  const per = parseIsoDate('2025-10-01');
  if (per === undefined) throw new Error('No such day');
  const options = {
    bkn: join(folder, 'bkn.csv'),
    per,
    format: 'json',
    reference: openReference(undefined),
    nama,
  } as const;
  const result = await runIkd(options);
  if (!result.ok) throw new Error(result.error.code);
  let text = '';
  for await (const piece of result.value) text += piece;
  const people = JSON.parse(text) as readonly { readonly instansi: string; readonly nip: string }[];
  return people.map(({ instansi, nip }) => `${instansi} ${nip}`).toSorted();
}

describe('the index names exactly the people whose record shows the failing', () => {
  it.each(IKD_INDICATORS.map(({ kode }) => kode))('%s', async (kode) => {
    const shown = ledger.filter(({ indikator, terlihat }) => indikator === kode && terlihat === 'ya');
    expect(await failingOf(kode)).toEqual(shown.map(({ instansi, nip }) => `${instansi} ${nip}`).toSorted());
  });

  it('knows a case of every weakness that the sample makes, rare ones as well', () => {
    const known = new Set(ledger.map(({ indikator }) => indikator));
    const made = [
      'ACC_1',
      'ACC_2',
      'ACC_3',
      'ACC_4',
      'ACC_5',
      'ACC_7',
      'ACC_8',
      'ACC_9',
      'CON_1',
      'CON_3',
      'CON_4',
      'TIM_5',
    ];
    expect(made.filter((kode) => !known.has(kode))).toEqual([]);
  });
});

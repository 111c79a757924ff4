import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDate } from '#kernel/local-date.ts';
import type { SampleOptions } from '#sample-data';
import { CONTOH_FOLDER } from '../folders.ts';

/** Which people are invented. */
export type SamplePeople = Pick<SampleOptions, 'pegawai' | 'benih' | 'instansi'>;

/** Those of `npm run contoh` and of a portal on trial: 36 offices. */
export const SAMPLE_PEOPLE: SamplePeople = { pegawai: 20_000, benih: 'contoh' };

/** The sample of `npm run contoh`, on a day that stays, so that its result does. */
export const SAMPLE = { ...SAMPLE_PEOPLE, per: 20251001 as LocalDate } as const;

export interface SampleDeliveries {
  readonly bkn: string;
  readonly simpeg: readonly { readonly instansi: string; readonly berkas: string }[];
}

/** Makes the sample where it is not there yet, whole and by this version of the generator. */
export async function makeSampleDeliveries(
  onProgress: (done: number, total: number) => void,
): Promise<SampleDeliveries> {
  const { generateSampleData, SAMPLE_VERSION } = await import('#sample-data');
  const kiriman = join(CONTOH_FOLDER, 'kiriman');
  const mark = join(CONTOH_FOLDER, 'selesai.json');
  const wanted = JSON.stringify({ ...SAMPLE, versi: SAMPLE_VERSION });
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
    rmSync(CONTOH_FOLDER, { recursive: true, force: true });
    await generateSampleData({ ...SAMPLE, keluar: kiriman }, onProgress);
    writeFileSync(mark, wanted);
  }
  return { bkn: join(kiriman, 'bkn.csv'), simpeg: listDeliveries(kiriman) };
}

/** One file of people an office; the payroll beside some of them is another delivery. */
export function listDeliveries(folder: string): SampleDeliveries['simpeg'] {
  return readdirSync(join(folder, 'simpeg'))
    .filter((name) => /^\d{4}\.[^-]+$/.test(name))
    .toSorted()
    .map((name) => ({ instansi: name.slice(0, 4), berkas: join(folder, 'simpeg', name) }));
}

import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseIsoDate } from '#kernel/local-date.ts';
import { reconcile } from '#reconcile';
import { generateSampleData } from '#sample-data';
import { askShared } from './shared.ts';

/** People of a sample run; more with UJI_PEGAWAI=20000. */
export const UJI_PEGAWAI = Number(process.env.UJI_PEGAWAI ?? 2000);

/** Seed of a sample run; another one with UJI_BENIH=lain. */
export const UJI_BENIH = process.env.UJI_BENIH ?? 'uji';

/** What a sample is made of; the words of `data-contoh`. */
export interface SampleChoice {
  readonly pegawai: number;
  readonly benih: string;
  readonly wadah?: 'csv';
  readonly profil?: 'bersih' | 'biasa' | 'buruk';
  readonly acuan?: string;
}

export interface SampleRun {
  readonly bkn: string;
  readonly simpeg: readonly { readonly instansi: string; readonly berkas: string }[];
  /** Folder of the truth. */
  readonly kebenaran: string;
  /** Folder of the engine's answer. */
  readonly hasil: string;
}

/** What may be done to the files between making and reconciling them. */
export interface SampleOptions {
  /** Which deliveries are reconciled; all unless told. */
  readonly isWanted?: (berkas: string) => boolean;
  /** Changes a file in its place, BKN's as well. */
  readonly change?: (berkas: string) => void;
}

type Wadah = 'csv' | 'campuran';

/** The folder of the sample that the test files of this run share; nobody changes a file in it. */
export async function sharedSample(wadah: Wadah): Promise<string> {
  return askShared({ jenis: 'contoh', pilihan: choiceOf(wadah) });
}

/** The shared sample with the engine's answer to all of it. */
export async function sharedRun(wadah: Wadah): Promise<SampleRun> {
  return askShared({ jenis: 'hasil', pilihan: choiceOf(wadah) });
}

function choiceOf(wadah: Wadah): SampleChoice {
  return { pegawai: UJI_PEGAWAI, benih: UJI_BENIH, ...(wadah === 'csv' ? { wadah } : {}) };
}

/** Reconciles a copy of the shared sample, or a part of it, in a folder that is gone when `use` is done. */
export async function withSampleRun(
  wadah: Wadah,
  use: (run: SampleRun) => Promise<void>,
  { isWanted = () => true, change = () => undefined }: SampleOptions,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'uji-contoh-'));
  try {
    const contoh = join(folder, 'contoh');
    cpSync(await sharedSample(wadah), contoh, { recursive: true });
    const made = listSample(contoh, join(folder, 'hasil'));
    const wanted = { ...made, simpeg: made.simpeg.filter(({ berkas }) => isWanted(berkas)) };
    for (const berkas of [wanted.bkn, ...wanted.simpeg.map((one) => one.berkas)]) change(berkas);
    await use(await reconcileRun(wanted));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function makeSample(contoh: string, { wadah, ...choice }: SampleChoice): Promise<void> {
  const per = parseIsoDate('2025-10-01');
  if (per === undefined) throw new Error('No such day');
  const container = wadah === undefined ? {} : { wadah };
  await generateSampleData({ ...choice, ...container, per, keluar: contoh }, () => undefined);
}

/** Reconciles the deliveries of a sample without any recipe or national list from outside. */
export async function reconcileSample(contoh: string, hasil: string, threads?: number): Promise<SampleRun> {
  return reconcileRun(listSample(contoh, hasil), threads);
}

function listSample(contoh: string, hasil: string): SampleRun {
  return {
    bkn: join(contoh, 'bkn.csv'),
    simpeg: listDeliveries(join(contoh, 'simpeg')),
    kebenaran: join(contoh, 'kebenaran'),
    hasil,
  };
}

async function reconcileRun(run: SampleRun, threads?: number): Promise<SampleRun> {
  const { bkn, simpeg, hasil } = run;
  const options = { bkn, simpeg, pemetaan: new Map<string, string>(), keluar: hasil, timpa: false, acuan: undefined };
  const outcome = await reconcile({ ...options, ...(threads === undefined ? {} : { threads }) }, () => undefined);
  if (!outcome.ok || outcome.value.refusals.length > 0) throw new Error('The sample was not reconciled');
  return run;
}

/** One file of people an office; the payroll beside some of them is another delivery. */
function listDeliveries(folder: string): SampleRun['simpeg'] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}\.[^-]+$/.test(name))
    .toSorted()
    .map((name) => ({ instansi: name.slice(0, 4), berkas: join(folder, name) }));
}

import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isAddress, stopSignal, splitTablePath } from '#formats';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { findBookFault, isInForce, readCrosswalk } from '#reference';
import { findSwapped } from './find-swapped.ts';
import { nameDeliveries } from './name-deliveries.ts';
import { hasSeveralFiles } from './report/files-of-instansi.ts';
import type { FileJob } from './protocol.ts';
import { readBknOnce } from './read-bkn.ts';
import { type Summary, type SummaryInput, summarise } from './report/summary.ts';
import { publishReport, writeTables } from './report/write-report.ts';
import { BknPeople } from './settle/bkn-people.ts';
import { settle } from './settle/settle.ts';
import { StageClock } from './stage-clock.ts';
import { type Refusal, WorkerPool } from './worker-pool.ts';

export interface ReconcileOptions {
  readonly bkn: string;
  readonly simpeg: readonly { readonly instansi: string; readonly berkas: string }[];
  /** Path of a recipe by name of its delivery (`nameDeliveries`). */
  readonly pemetaan: ReadonlyMap<string, string>;
  /** Folder of the recipe book: deliveries without a recipe of their own are recognised by it. */
  readonly buku?: string | undefined;
  readonly keluar: string;
  readonly timpa: boolean;
  /** Day of the comparison, for guessing who has retired; without it nothing is guessed. */
  readonly per?: LocalDate | undefined;
  /** Folder of imported reference tables. */
  readonly acuan: string | undefined;
  /** Folder in which the reading of BKN's file is kept for the next run with the same file; without it nothing is kept. */
  readonly simpananBkn?: string | undefined;
  /** Folder of accepted crosswalks; without it none act. */
  readonly silang?: string | undefined;
  readonly threads?: number;
  /**
   * Adds the rows of the files as last columns (`baris_bkn` in selisih.csv and hanya-bkn.csv, `baris_simpeg` in hanya-simpeg.csv), by
   * which the portal knows the people of whom a line speaks also where a NIP is missing or stands twice.
   */
  readonly baris?: boolean;
}

export type ReconcileStage = 'bkn' | 'simpeg' | 'tulis';

/** Told of progress: how many steps of a stage are done, and which file was the last. */
export type OnProgress = (stage: ReconcileStage, done: number, total: number, berkas: string) => void;

export interface ReconcileOutcome {
  readonly summary: Summary;
  /** Deliveries that had to be refused whole; all others were reconciled. */
  readonly refusals: readonly (Refusal & { readonly instansi: string; readonly kiriman: string })[];
}

/** Folder inside the result in which it is made; nothing half done stays behind. */
const PARTS_FOLDER = '.bagian';

/** The main job: takes the deliveries and BKN's export, and writes who and what differs into a folder. */
export async function reconcile(
  options: ReconcileOptions,
  onProgress: OnProgress,
): Promise<Result<ReconcileOutcome, Problem>> {
  const { keluar, timpa } = options;
  const isEmpty = !existsSync(keluar) || readdirSync(keluar).every((name) => name === PARTS_FOLDER);
  if (!isEmpty && !timpa) return fail(problem('FOLDER_TIDAK_KOSONG', { folder: keluar }));
  const absent = findAbsent(options);
  if (absent) return fail(absent);
  const bagian = join(keluar, PARTS_FOLDER);
  rmSync(bagian, { recursive: true, force: true });
  const isNew = !existsSync(keluar);
  mkdirSync(bagian, { recursive: true });
  const clean = (): void => {
    rmSync(bagian, { recursive: true, force: true });
    // Neither stays the folder that was made for a result which never came.
    if (isNew && existsSync(keluar) && readdirSync(keluar).length === 0) rmdirSync(keluar);
  };
  // Also where the program is left in the middle of a run.
  process.on('exit', clean);
  try {
    return await reconcileInto(bagian, options, onProgress);
  } finally {
    process.off('exit', clean);
    clean();
  }
}

/** A book that was named and is not there: a mistyped name must not pass for an empty one. */
function findAbsent({ buku, silang }: ReconcileOptions): Problem | undefined {
  if (buku !== undefined && !existsSync(buku)) return problem('BUKU_TIDAK_ADA', { buku });
  return silang === undefined ? undefined : findBookFault(silang);
}

async function reconcileInto(
  bagian: string,
  options: ReconcileOptions,
  onProgress: OnProgress,
): Promise<Result<ReconcileOutcome, Problem>> {
  const { keluar, simpeg } = options;
  const clock = new StageClock();

  onProgress('bkn', 0, 1, options.bkn);
  const bknQuarantine = join(bagian, 'bkn.karantina.csv');
  const bkn = await readBknOnce(options, bknQuarantine);
  if (!bkn.ok) {
    const isForeign = bkn.error.code === 'BKN_BUKAN';
    const swapped = isForeign
      ? await findSwapped(
          options.bkn,
          simpeg.map(({ berkas }) => berkas),
        )
      : undefined;
    return fail(swapped ?? bkn.error);
  }
  clock.end('bkn');
  onProgress('bkn', 1, 1, options.bkn);

  const crosswalks = readCrosswalks(options);
  const names = nameDeliveries(simpeg.map(({ instansi }) => instansi));
  const hasSeveral = hasSeveralFiles(simpeg);
  const jobs = simpeg.map(({ instansi, berkas }, file): FileJob => {
    const kiriman = names[file] ?? instansi;
    return {
      file,
      instansi,
      kiriman,
      isOneOfSeveral: hasSeveral,
      berkas,
      pemetaan: options.pemetaan.get(kiriman),
      silang: crosswalks?.get(instansi),
      per: options.per,
      buku: options.buku,
      folder: bagian,
      baris: options.baris,
    };
  });
  const pool = new WorkerPool(bkn.value.shared, threadsFor(options));
  try {
    let done = 0;
    const { reads, refusals } = await pool.read(largestFirst(jobs), (job) =>
      onProgress('simpeg', ++done, jobs.length, job.berkas),
    );
    if (stopSignal.aborted) return fail(problem('DIBATALKAN'));
    if (reads.length === 0) {
      const sebab = refusals.map(({ file, sentence }) => `${names[file]}: ${sentence}`).join(' ');
      return fail(problem('TANPA_KIRIMAN', { sebab }));
    }
    clock.end('simpeg');
    const settlement = settle(reads, bkn.value.shared);
    clock.end('pasangan');
    onProgress('tulis', 0, 1, keluar);
    const written = await pool.write(settlement.decisions);
    // From here on nothing is awaited until the report lies in its place.
    if (stopSignal.aborted) return fail(problem('DIBATALKAN'));
    const people = new BknPeople(bkn.value.shared);
    const counts = writeTables({
      keluar,
      bagian,
      hasSeveral,
      baris: options.baris ?? false,
      reads,
      written,
      settlement,
      people,
      bknQuarantine,
      per: options.per,
      bknDuplicates: bkn.value.duplicates,
    });
    const summary = summarise({
      options,
      names,
      bkn: { ...bkn.value.counts, stack: bkn.value.stack, unread: bkn.value.unread, hidden: bkn.value.hidden },
      bknDelivered: bkn.value.shared.delivered,
      reads,
      written,
      counts,
      refusals,
      settlement,
      crosswalks,
    });
    writeFileSync(join(bagian, 'ringkasan.json'), `${JSON.stringify(summary, null, 2)}\n`);
    clock.end('tulis');
    writeFileSync(join(bagian, 'kinerja.json'), `${JSON.stringify(clock.report(), null, 2)}\n`);
    publishReport(bagian, keluar);
    onProgress('tulis', 1, 1, keluar);
    return ok({
      summary,
      refusals: refusals.map((refusal) => ({
        ...refusal,
        instansi: simpeg[refusal.file]?.instansi ?? '',
        kiriman: names[refusal.file] ?? '',
      })),
    });
  } finally {
    await pool.close();
  }
}

/** What of each instansi's own crosswalk is in force; undefined without a folder of them. */
function readCrosswalks({ silang, simpeg, per }: ReconcileOptions): SummaryInput['crosswalks'] {
  if (silang === undefined) return undefined;
  const instansi = [...new Set(simpeg.map((one) => one.instansi))];
  return new Map(
    instansi.map((one) => [one, readCrosswalk(silang, one).filter((entry) => isInForce(entry, per))] as const),
  );
}

/** Largest files first, so that no thread is left alone with a large one at the end; how large a database is nobody knows. */
function largestFirst(jobs: readonly FileJob[]): FileJob[] {
  const size = ({ berkas }: FileJob): number =>
    isAddress(berkas)
      ? Number.MAX_SAFE_INTEGER
      : (statSync(splitTablePath(berkas).berkas, { throwIfNoEntry: false })?.size ?? 0);
  return jobs.toSorted((a, b) => size(b) - size(a) || a.file - b.file);
}

function threadsFor({ threads, simpeg }: ReconcileOptions): number {
  return Math.max(1, Math.min(threads ?? availableParallelism(), simpeg.length, 8));
}

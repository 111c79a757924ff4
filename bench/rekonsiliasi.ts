// The whole job beside what else one could do with the same files; see README.md.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeDeliveries, reconcileWords, writeCsvForms } from './lib/deliveries.ts';
import {
  type Bar,
  cpuOf,
  HASIL,
  medianRatio,
  peakOf,
  printBars,
  printRuns,
  printTable,
  saveResult,
  wallOf,
} from './lib/figures.ts';
import { interleave, measureNode, measureShell, type Usage } from './lib/measure.ts';
import { type BenchOptions, readOptions } from './lib/options.ts';

const LARGE = 5_000_000;
/** The dictionary program holds every person as an object. */
const KAMUS_HEAP = '--max-old-space-size=12288';
const DIFF =
  'sort "$1" > "$1.sorted" & sort "$2" > "$2.sorted" & wait; diff "$1.sorted" "$2.sorted" > "$1.diff" || true';

const options = readOptions(process.argv.slice(2));
const usual = await measureSize(options.pegawai, options);
const large = options.besar ? await measureSize(LARGE, options) : undefined;
if (large) {
  const perRow = (size: Measured): number => medianCpu(size.runs['portal'] ?? []) / size.rows;
  printBars([atMost('CPU a row, 5,000,000 people / the size above', 1.15, perRow(large) / perRow(usual))]);
}
saveResult('rekonsiliasi', { usual, large });

interface Measured {
  readonly pegawai: number;
  /** Rows read, Simpeg and BKN. */
  readonly rows: number;
  readonly runs: Readonly<Record<string, readonly Usage[]>>;
  readonly stages: readonly object[];
  readonly bars: readonly Bar[];
}

async function measureSize(pegawai: number, { ulang }: BenchOptions): Promise<Measured> {
  const isLarge = pegawai >= LARGE;
  const deliveries = makeDeliveries(pegawai, 'csv');
  const mixed = isLarge ? undefined : makeDeliveries(pegawai, 'campuran');
  const keluar = join(HASIL, 'keluaran', String(pegawai));
  const formsFile = await writeCsvForms(deliveries);
  // Not counted: fills the caches of the machine, and leaves the recipes that the dictionary program takes.
  measureNode(reconcileWords(deliveries, keluar));
  const kamus = [join(import.meta.dirname, 'kamus.ts'), formsFile, join(keluar, 'pemetaan')];
  const twins = isLarge ? undefined : writeTwins(kamus, deliveries.folder);
  const candidates: Record<string, () => Usage> = {
    portal: () => measureNode(reconcileWords(deliveries, keluar)),
    'DuckDB parses': () => measureNode([join(import.meta.dirname, 'peers', 'duckdb-parse.ts'), formsFile]),
  };
  if (twins) {
    candidates['kamus'] = () => measureNode([...kamus, `${keluar}-kamus`], [KAMUS_HEAP]);
    candidates['diff of twins'] = () => measureShell(DIFF, twins);
  }
  if (mixed) candidates['portal, mixed containers'] = () => measureNode(reconcileWords(mixed, `${keluar}-campuran`));
  const runs = interleave(candidates, ulang);
  const bars = judge(runs, isLarge);
  const rows = countRows(keluar);
  const stages = readStages(keluar);
  console.log(`\n${pegawai} people, ${rows} rows, median of ${ulang}`);
  printRuns(runs);
  printTable([
    ['stage of the last run', 'CPU s', 'wall s'],
    ...stages.map(({ tahap, detikCpu, detik }) => [tahap, detikCpu.toFixed(2), detik.toFixed(2)]),
  ]);
  console.log(
    `kamus: ${runs['kamus']?.[0]?.output.trim() ?? '-'}   DuckDB: ${runs['DuckDB parses']?.[0]?.output.trim() ?? '-'}`,
  );
  printBars(bars);
  return { pegawai, rows, runs, stages, bars };
}

function judge(runs: Readonly<Record<string, readonly Usage[]>>, isLarge: boolean): Bar[] {
  const { portal = [], 'DuckDB parses': duckdb = [], kamus, 'diff of twins': diff } = runs;
  return [
    atMost('CPU, portal / DuckDB parsing', 2.5, medianRatio(portal, duckdb, cpuOf)),
    atMost('peak memory of the portal, GB', isLarge ? 3.5 : 0.6, peakOf(portal)),
    ...(kamus
      ? [
          {
            promise: 'CPU, dictionary program / portal',
            limit: 5,
            isUpper: false,
            measured: medianRatio(kamus, portal, cpuOf),
          },
        ]
      : []),
    ...(diff ? [atMost('wall, portal / diff of sorted twins', 2, medianRatio(portal, diff, wallOf))] : []),
  ];
}

function atMost(promise: string, limit: number, measured: number): Bar {
  return { promise, limit, isUpper: true, measured };
}

function medianCpu(runs: readonly Usage[]): number {
  return runs.map(cpuOf).toSorted((a, b) => a - b)[Math.trunc(runs.length / 2)] ?? Number.NaN;
}

/** Both sides normalised, one line a person: what `diff` needs before it can say anything. */
function writeTwins(kamus: readonly string[], folder: string): string[] {
  measureNode([...kamus, folder, '--kembar'], [KAMUS_HEAP]);
  rmSync(join(folder, 'selisih.csv'));
  return [join(folder, 'kembar-simpeg.csv'), join(folder, 'kembar-bkn.csv')];
}

function countRows(keluar: string): number {
  const { berkas } = JSON.parse(readFileSync(join(keluar, 'ringkasan.json'), 'utf8')) as {
    berkas: { dibaca: number }[];
  };
  return berkas.reduce((sum, { dibaca }) => sum + dibaca, 0);
}

function readStages(keluar: string): { tahap: string; detik: number; detikCpu: number }[] {
  return (
    JSON.parse(readFileSync(join(keluar, 'kinerja.json'), 'utf8')) as {
      tahap: { tahap: string; detik: number; detikCpu: number }[];
    }
  ).tahap;
}

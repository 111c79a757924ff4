// The whole job beside what else one could do with the same files; see README.md.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeDeliveries, reconcileWords, writeCsvForms } from './lib/deliveries.ts';
import {
  atLeast,
  atMost,
  type Bar,
  cpuOf,
  HASIL,
  median,
  medianRatio,
  peakOf,
  printBars,
  printRuns,
  printTable,
  saveResult,
  wallOf,
} from './lib/figures.ts';
import { AS_ENGINE, interleave, measureNode, measureShell, type Usage } from './lib/measure.ts';
import { type BenchOptions, readOptions } from './lib/options.ts';

const LARGE = 5_000_000;
/** The dictionary program holds every person as an object. */
const KAMUS_HEAP = '--max-old-space-size=12288';
const DIFF =
  'sort "$1" > "$1.sorted" & sort "$2" > "$2.sorted" & wait; diff "$1.sorted" "$2.sorted" > "$1.diff" || true';

await measureSizes(readOptions(process.argv.slice(2)));

async function measureSizes({ pegawai, ulang, besar }: BenchOptions): Promise<void> {
  const usual = await measureSize(pegawai, ulang);
  const large = besar ? await measureSize(LARGE, ulang) : undefined;
  if (large) {
    const perRow = ({ runs, rows }: Measured): number => median((runs['portal'] ?? []).map(cpuOf)) / rows;
    printBars([atMost('CPU a row, 5,000,000 people / the size above', 1.15, perRow(large) / perRow(usual))]);
  }
  saveResult('rekonsiliasi', { usual, large });
}

type Runs = Readonly<Record<string, readonly Usage[]>>;

interface Measured {
  readonly pegawai: number;
  /** Rows read, Simpeg and BKN. */
  readonly rows: number;
  readonly runs: Runs;
  readonly stages: readonly Stage[];
  readonly bars: readonly Bar[];
}

/** As kinerja.json lists them. */
interface Stage {
  readonly tahap: string;
  readonly detik: number;
  readonly detikCpu: number;
}

async function measureSize(pegawai: number, ulang: number): Promise<Measured> {
  const keluar = join(HASIL, 'keluaran', String(pegawai));
  const runs = interleave(await prepareCandidates(pegawai, keluar), ulang);
  const { berkas } = readJson(join(keluar, 'ringkasan.json')) as { berkas: { dibaca: number }[] };
  const { tahap } = readJson(join(keluar, 'kinerja.json')) as { tahap: Stage[] };
  const rows = berkas.reduce((sum, { dibaca }) => sum + dibaca, 0);
  const measured = { pegawai, rows, runs, stages: tahap, bars: judge(runs, pegawai >= LARGE) };
  report(measured, ulang);
  return measured;
}

/** Makes what the candidates need, uncounted; the greatest size is left to the portal and DuckDB. */
async function prepareCandidates(pegawai: number, keluar: string): Promise<Record<string, () => Usage>> {
  const deliveries = makeDeliveries(pegawai, 'csv');
  const formsFile = await writeCsvForms(deliveries);
  // Fills the caches of the machine, and leaves the recipes that the dictionary program takes.
  measureNode(reconcileWords(deliveries, keluar));
  const common = {
    portal: () => measureNode(reconcileWords(deliveries, keluar), AS_ENGINE),
    'DuckDB parses': () => measureNode([join(import.meta.dirname, 'peers', 'duckdb-parse.ts'), formsFile]),
  };
  if (pegawai >= LARGE) return common;
  const mixed = makeDeliveries(pegawai, 'campuran');
  const kamus = [join(import.meta.dirname, 'kamus.ts'), formsFile, join(keluar, 'pemetaan')];
  const twins = writeTwins(kamus, deliveries.folder);
  return {
    ...common,
    kamus: () => measureNode([...kamus, `${keluar}-kamus`], { flags: [KAMUS_HEAP] }),
    'diff of twins': () => measureShell(DIFF, twins),
    'portal, mixed containers': () => measureNode(reconcileWords(mixed, `${keluar}-campuran`), AS_ENGINE),
  };
}

function report({ pegawai, rows, runs, stages, bars }: Measured, ulang: number): void {
  console.log(`\n${pegawai} people, ${rows} rows, median of ${ulang}`);
  printRuns(runs);
  printTable([
    ['stage of the last run', 'CPU s', 'wall s'],
    ...stages.map(({ tahap, detikCpu, detik }) => [tahap, detikCpu.toFixed(2), detik.toFixed(2)]),
  ]);
  for (const name of ['kamus', 'DuckDB parses']) console.log(`${name}: ${runs[name]?.[0]?.output.trim() ?? '-'}`);
  printBars(bars);
}

function judge(runs: Runs, isLarge: boolean): Bar[] {
  const { portal = [], 'DuckDB parses': duckdb = [], kamus, 'diff of twins': diff } = runs;
  return [
    atMost('CPU, portal / DuckDB parsing', 2.5, medianRatio(portal, duckdb, cpuOf)),
    atMost('peak memory of the portal, GB', isLarge ? 3.5 : 0.6, peakOf(portal)),
    ...(kamus ? [atLeast('CPU, dictionary program / portal', 5, medianRatio(kamus, portal, cpuOf))] : []),
    ...(diff ? [atMost('wall, portal / diff of sorted twins', 2, medianRatio(portal, diff, wallOf))] : []),
  ];
}

/** Both sides normalised, one line a person: what `diff` needs before it can say anything. */
function writeTwins(kamus: readonly string[], folder: string): string[] {
  measureNode([...kamus, folder, '--kembar'], { flags: [KAMUS_HEAP] });
  rmSync(join(folder, 'selisih.csv'));
  return [join(folder, 'kembar-simpeg.csv'), join(folder, 'kembar-bkn.csv')];
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

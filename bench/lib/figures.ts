import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Usage } from './measure.ts';

/** Results and made data; not under version control. */
export const HASIL = join(import.meta.dirname, '..', 'hasil');

/** A promise of the project beside what was measured. */
export interface Bar {
  readonly promise: string;
  readonly limit: number;
  readonly isUpper: boolean;
  readonly measured: number;
}

export function atMost(promise: string, limit: number, measured: number): Bar {
  return { promise, limit, isUpper: true, measured };
}

export function atLeast(promise: string, limit: number, measured: number): Bar {
  return { promise, limit, isUpper: false, measured };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.trunc(sorted.length / 2);
  return ((sorted[middle] ?? Number.NaN) + (sorted[sorted.length - 1 - middle] ?? Number.NaN)) / 2;
}

/** Median over the rounds of the ratio within one round: drift of the machine cancels out. */
export function medianRatio(above: readonly Usage[], below: readonly Usage[], of: (usage: Usage) => number): number {
  return median(
    above.flatMap((usage, round) => {
      const other = below[round];
      return other ? [of(usage) / of(other)] : [];
    }),
  );
}

export const cpuOf = (usage: Usage): number => usage.cpu;
export const wallOf = (usage: Usage): number => usage.wall;
/** Peak memory is the greatest of all rounds, not the median: a promise about memory must always hold. */
export const peakOf = (runs: readonly Usage[]): number => Math.max(...runs.map(({ peak }) => peak ?? Number.NaN));

export function printRuns(runs: Readonly<Record<string, readonly Usage[]>>): void {
  const rows = Object.entries(runs).map(([name, list]) => [
    name,
    median(list.map(cpuOf)).toFixed(2),
    list.length > 1 ? `${lowest(list).toFixed(2)}-${highest(list).toFixed(2)}` : '-',
    median(list.map(wallOf)).toFixed(2),
    Number.isNaN(peakOf(list)) ? '-' : peakOf(list).toFixed(3),
  ]);
  printTable([['', 'CPU s', 'of', 'wall s', 'peak GB'], ...rows]);
}

const lowest = (list: readonly Usage[]): number => Math.min(...list.map(cpuOf));
const highest = (list: readonly Usage[]): number => Math.max(...list.map(cpuOf));

export function printBars(bars: readonly Bar[]): void {
  const rows = bars.map(({ promise, limit, isUpper, measured }) => [
    promise,
    measured.toFixed(2),
    `${isUpper ? '<=' : '>='} ${limit}`,
    (isUpper ? measured <= limit : measured >= limit) ? 'held' : 'MISSED',
  ]);
  printTable([['', 'measured', 'bar', ''], ...rows]);
}

/** Rows with aligned columns, the first to the left, the others to the right. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const pad = (cell: string, at: number): string =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  for (const row of rows) console.log(row.map(pad).join('  ').trimEnd());
  console.log('');
}

/** Keeps the figures as JSON in bench/hasil with the machine they were taken on. */
export function saveResult(name: string, result: object): void {
  mkdirSync(HASIL, { recursive: true });
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? '', threads: cpus().length };
  const file = join(HASIL, `${name}.json`);
  writeFileSync(file, `${JSON.stringify({ taken: new Date().toISOString(), machine, ...result }, null, 2)}\n`);
  console.log(`Figures: ${file}`);
}

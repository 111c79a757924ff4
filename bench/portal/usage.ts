import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Seconds since it was made. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => (performance.now() - start) / 1000;
}

/** Seconds of processor time of this process so far. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const TICKS = 100;

/**
 * Seconds of processor time of PostgreSQL's processes so far, those that ended included. From /proc, so 0 where there is none: then only
 * the clock tells.
 */
export function serverCpu(dataFolder: string): number {
  try {
    const postmaster = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
    const own = statOf(postmaster);
    const children = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(statOf)
      .filter((stat) => stat?.parent === postmaster);
    // what ended is counted by its parent
    return (own?.all ?? 0) + children.reduce((sum, stat) => sum + (stat?.self ?? 0), 0);
  } catch {
    return 0;
  }
}

function statOf(pid: string) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const words = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = (from: number, to: number): number =>
      words.slice(from, to).reduce((sum, each) => sum + Number(each), 0) / TICKS;
    return { parent: words[1], self: ticks(11, 13), all: ticks(11, 15) };
  } catch {
    return undefined;
  }
}

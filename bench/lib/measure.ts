import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINE_FLAGS, LEAN_ENV } from '../../scripts/engine-flags.mjs';

/** What one run of a program used, start-up included. */
export interface Usage {
  /** Seconds on the clock. */
  readonly wall: number;
  /** User and system seconds of all threads. */
  readonly cpu: number;
  /** Greatest resident memory in GB (10^9 bytes); undefined where it is not known. */
  readonly peak: number | undefined;
  /** What the program printed. */
  readonly output: string;
}

const HOOK = join(import.meta.dirname, 'usage-hook.ts');
const MOST_OUTPUT = 64 * 1024 ** 2;

/** How a program is run: options of Node, variables of the environment. */
interface Manner {
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** As the portal's own commands run it. */
export const AS_ENGINE: Manner = { flags: ENGINE_FLAGS, env: LEAN_ENV };

/** Runs a TypeScript program under this Node to its end. Any platform: the program itself tells what it used. */
export function measureNode(words: readonly string[], { flags = [], env = {} }: Manner = {}): Usage {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'usage.json');
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, '--import', HOOK, ...words], {
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
    env: { ...env, ...process.env, BENCH_USAGE: file },
  });
  const wall = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${words[0]} ended with status ${status}\n${stderr}`);
  const { cpu, peak } = JSON.parse(readFileSync(file, 'utf8')) as { cpu: number; peak: number };
  rmSync(folder, { recursive: true });
  return { wall, cpu, peak, output: stdout };
}

/** Runs a line of the POSIX shell and counts the CPU seconds of what it started; memory is not known. */
export function measureShell(line: string, words: readonly string[]): Usage {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${line}\ntimes`, 'sh', ...words], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const wall = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`sh ended with status ${status}\n${stderr}`);
  const children = stdout.trimEnd().split('\n').at(-1) ?? '';
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
  return { wall, cpu, peak: undefined, output: stdout };
}

/** Runs every candidate once a round, in turn (A B C A B C), so that a slow spell of the machine hits all alike. */
export function interleave<Name extends string>(
  candidates: Readonly<Record<Name, () => Usage>>,
  rounds: number,
): Readonly<Record<Name, readonly Usage[]>> {
  const names = Object.keys(candidates) as Name[];
  const runs = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Usage[]>;
  for (let round = 1; round <= rounds; round++) {
    for (const name of names) {
      process.stderr.write(`round ${round} of ${rounds}: ${name} ...\n`);
      runs[name].push(candidates[name]());
    }
  }
  return runs;
}

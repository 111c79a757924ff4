import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { findJsonFault } from '#kernel/json-text.ts';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { findRecipeFaults } from '../check-recipe.ts';
import type { RecipeVersion } from './recipe-version.ts';

/** The recipe book as a folder: `<instansi>/<nomor>.json`. A version is written once and never again. */

const fileName = (nomor: number): string => `${String(nomor).padStart(4, '0')}.json`;
const FILE = /^\d{4,}\.json$/;
const INSTANSI = /^\d{4}$/;

/** Instansi of which the book holds a version, in order. */
export function listInstansi(buku: string): readonly string[] {
  if (!existsSync(buku)) return [];
  return readdirSync(buku, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && INSTANSI.test(entry.name))
    .map(({ name }) => name)
    .toSorted();
}

/** All versions of an instansi, the oldest first; none where the book knows nothing of it. */
export async function readVersions(buku: string, instansi: string): Promise<Result<readonly RecipeVersion[], Problem>> {
  const folder = join(buku, instansi);
  if (!INSTANSI.test(instansi) || !existsSync(folder)) return ok([]);
  const names = readdirSync(folder).filter((name) => FILE.test(name));
  const versions: RecipeVersion[] = [];
  // schemas are loaded only where there is something to read
  const [{ versionSchema }, { describeIssues, placeFault, UNREADABLE }] = await Promise.all([
    import('./recipe-version.ts'),
    import('../recipe-fault.ts'),
  ]);
  for (const name of names.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))) {
    const berkas = join(folder, name);
    const text = readFileSync(berkas, 'utf8');
    const slip = findJsonFault(text);
    if (slip) return fail(problem('BUKU_RUSAK', { berkas, ...slip }));
    const data: unknown = JSON.parse(text);
    const parsed = versionSchema.safeParse(data);
    const [fault] = parsed.success
      ? findRecipeFaults(parsed.data.pemetaan).map((each) => ({ ...each, path: ['pemetaan', ...each.path] }))
      : describeIssues(versionSchema, data, parsed.error.issues);
    if (!parsed.success || fault) {
      return fail(problem('BUKU_RUSAK', { berkas, ...placeFault(text, fault ?? UNREADABLE) }));
    }
    versions.push(parsed.data);
  }
  return ok(versions);
}

/**
 * Writes a version under the next free number and returns it. The file appears whole or not at all, and where somebody else takes the
 * number first the next one is taken: nothing is ever overwritten.
 */
export function writeVersion(buku: string, version: Omit<RecipeVersion, 'nomor'>): RecipeVersion {
  const folder = join(buku, version.instansi);
  mkdirSync(folder, { recursive: true });
  const last = readdirSync(folder)
    .filter((name) => FILE.test(name))
    .map((name) => Number.parseInt(name, 10));
  const beside = join(folder, `.baru-${process.pid}-${Math.trunc(performance.now() * 1000)}`);
  try {
    for (let nomor = Math.max(0, ...last) + 1; ; nomor++) {
      const { instansi, ...rest } = version;
      const whole: RecipeVersion = { instansi, nomor, ...rest };
      writeSynced(beside, `${JSON.stringify(whole, null, 2)}\n`);
      if (tryLink(beside, join(folder, fileName(nomor)))) return whole;
    }
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Makes a folder anew that holds these versions under their own numbers, for an engine that reads a book. */
export function layOutVersions(buku: string, versions: readonly RecipeVersion[]): void {
  rmSync(buku, { recursive: true, force: true });
  mkdirSync(buku, { recursive: true });
  for (const version of versions) {
    const folder = join(buku, version.instansi);
    mkdirSync(folder, { recursive: true });
    writeSynced(join(folder, fileName(version.nomor)), JSON.stringify(version));
  }
}

function writeSynced(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** False where the name is taken. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

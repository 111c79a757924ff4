import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { findJsonFault, placeInJson, type TextPlace } from '#kernel/json-text.ts';
import { formatIsoDate, type LocalDate, parseIsoDate } from '#kernel/local-date.ts';
import { type Problem, problem, RefusedFile } from '#kernel/problem.ts';
import { compareEntry, type ConfirmedRow, type CrosswalkBook, type CrosswalkEntry } from './entry.ts';

// One JSON file an instansi, an entry a line: small enough to read by eye and to compare by line. A later store in a database
// replaces this file alone.

/** Raised when the form changes; a file of another version is refused, never guessed at. */
const VERSION = 1;
const FILE = /^(\d{4})\.json$/;
const LARGEST_FILE = 256 * 1024 * 1024;

/** A folder that is named only to be read must be there: a mistyped name would pass for an empty book. */
export function findBookFault(folder: string): Problem | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return problem('SILANG_TIDAK_ADA', { folder });
  return found.isDirectory() ? undefined : problem('JALUR_BUKAN_FOLDER', { nama: folder });
}

const LOCK = '.kunci';
/** Milliseconds between two looks at a lock that somebody holds, and looks before it is given up. */
const WAIT = 20;
const MOST_LOOKS = 500;

/**
 * Does `work`, which reads the book and writes it again, while no other process does: else the later of two would write over the
 * decisions of the other. Waits some seconds; throws RefusedFile where the lock stays. A lock is broken only where the process that
 * left it is known to be gone; `onStale` is told.
 */
export function withBookLocked<T>(
  folder: string,
  work: () => T,
  { looks = MOST_LOOKS, onStale }: { readonly looks?: number; readonly onStale?: (found: Problem) => void } = {},
): T {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, LOCK);
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (let look = 1; !tryLock(lock); look++) {
    const gone = breakStale(lock);
    if (gone !== undefined) onStale?.(problem('SILANG_KUNCI_BASI', { kunci: lock, pid: gone }));
    else if (look >= looks) throw new RefusedFile(problem('SILANG_TERKUNCI', { folder, kunci: lock }));
    else Atomics.wait(sleeper, 0, 0, WAIT);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Makes the lock with its holder in it; false where somebody else holds it. */
function tryLock(path: string): boolean {
  try {
    writeFileSync(path, JSON.stringify({ pid: process.pid, komputer: hostname() }), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * Removes the lock of a process of this computer that is gone, and gives its number. Who breaks holds a lock for that, so that nobody
 * removes the one that another has made meanwhile.
 */
function breakStale(path: string): number | undefined {
  if (goneHolder(path) === undefined) return undefined;
  const breaking = `${path}.buka`;
  if (!tryLock(breaking)) return undefined;
  try {
    const gone = goneHolder(path);
    if (gone !== undefined) rmSync(path, { force: true });
    return gone;
  } finally {
    rmSync(breaking, { force: true });
  }
}

/** Number of the process that holds the lock, where it is certain that it is gone. */
function goneHolder(path: string): number | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (!isObject(holder) || holder['komputer'] !== hostname() || !isCount(holder['pid'])) return undefined;
    const { pid } = holder;
    try {
      process.kill(pid, 0);
      return undefined;
    } catch (error) {
      return hasCode(error, 'ESRCH') ? pid : undefined;
    }
  } catch {
    return undefined;
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** The whole book of a folder; empty where the folder is. Throws RefusedFile on a file that cannot be read as one. */
export function readCrosswalkBook(folder: string): CrosswalkBook {
  let names: readonly string[];
  try {
    names = readdirSync(folder).toSorted();
  } catch (error) {
    if (!isAbsent(error)) throw new RefusedFile(problem('SILANG_RUSAK', { berkas: folder }));
    return new Map();
  }
  return new Map(
    names.flatMap((name) => {
      const instansi = FILE.exec(name)?.[1];
      return instansi === undefined ? [] : [[instansi, readCrosswalk(folder, instansi)] as const];
    }),
  );
}

/** The entries of one instansi, in their order; none where it has no file. Throws RefusedFile as above. */
export function readCrosswalk(folder: string, instansi: string): readonly CrosswalkEntry[] {
  const path = join(folder, `${instansi}.json`);
  let text: string;
  try {
    if (statSync(path).size > LARGEST_FILE) throw new RefusedFile(problem('SILANG_RUSAK', { berkas: path }));
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isAbsent(error)) return [];
    // What cannot be read must not pass for empty: the next decision would overwrite it.
    throw error instanceof RefusedFile ? error : new RefusedFile(problem('SILANG_RUSAK', { berkas: path }));
  }
  const entries = parseFile(text);
  if ('sebab' in entries) throw new RefusedFile(problem('SILANG_RUSAK_DI', { berkas: path, ...entries }));
  return entries;
}

const isAbsent = (error: unknown): boolean => hasCode(error, 'ENOENT');

/** Replaces the file of one instansi at once: a broken run leaves the former one. */
export function writeCrosswalk(folder: string, instansi: string, entries: readonly CrosswalkEntry[]): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${instansi}.json`);
  const beside = `${path}.${process.pid}.baru`;
  const lines = entries.toSorted(compareEntry).map((entry) => `    ${JSON.stringify(formatEntry(entry))}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  try {
    writeFileSync(beside, `{\n  "versi": ${VERSION},\n  "instansi": "${instansi}",\n  "silang": ${list}\n}\n`);
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}

const formatDay = (day: LocalDate | undefined): string | null => (day === undefined ? null : formatIsoDate(day));

function formatEntry(entry: CrosswalkEntry): object {
  const { kolom, kode, label, id, acuan, status, mulai, sampai, dukungan, bertentangan, oleh, pada } = entry;
  const { nama, induk, jenis, status: statusAcuan, senama } = acuan;
  return {
    kolom,
    kode,
    label,
    id,
    acuan: { nama, induk, jenis, status: statusAcuan, senama },
    status,
    mulai: formatDay(mulai),
    sampai: formatDay(sampai),
    dukungan,
    bertentangan,
    oleh,
    pada: formatDay(pada),
  };
}

type BookFault = TextPlace & { readonly sebab: string };

function parseFile(text: string): readonly CrosswalkEntry[] | BookFault {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return findJsonFault(text) ?? { baris: 1, huruf: 1, sebab: 'isinya bukan JSON' };
  }
  if (!isObject(data) || data['versi'] !== VERSION) {
    return { ...placeInJson(text, ['versi']), sebab: `"versi" seharusnya ${VERSION}` };
  }
  const list: unknown = data['silang'];
  if (!Array.isArray(list)) return { ...placeInJson(text, ['silang']), sebab: 'daftar "silang" tidak ada' };
  const entries = list.map(parseEntry);
  const wrong = entries.indexOf(undefined);
  if (wrong < 0) return entries.filter((entry) => entry !== undefined);
  const sebab = `keputusan ke-${wrong + 1} tidak lengkap, atau isinya salah bentuk`;
  return { ...placeInJson(text, ['silang', wrong]), sebab };
}

type Loose = Readonly<Record<string, unknown>>;
const isObject = (data: unknown): data is Loose => typeof data === 'object' && data !== null;
const isText = (data: unknown): data is string => typeof data === 'string';
const isCount = (data: unknown): data is number => Number.isSafeInteger(data) && (data as number) >= 0;

/** By hand, as the manifest of the national lists: a reconciliation would pay for schemas otherwise. */
function parseEntry(data: unknown): CrosswalkEntry | undefined {
  if (!isObject(data)) return undefined;
  const { kolom, kode, label, id, status, dukungan, bertentangan, oleh } = data;
  const acuan = parseRow(data['acuan']);
  const [mulai, sampai, pada] = [parseDay(data['mulai']), parseDay(data['sampai']), parseDay(data['pada'])];
  if (!isText(kolom) || !isText(kode) || !isText(label) || !isText(id) || !isText(oleh) || !acuan) return undefined;
  if (status !== 'diterima' && status !== 'ditolak' && status !== 'diganti') return undefined;
  if (!isCount(dukungan) || !isCount(bertentangan)) return undefined;
  if (mulai === 'salah' || sampai === 'salah' || pada === 'salah' || pada === undefined) return undefined;
  return { kolom, kode, label, id, acuan, status, mulai, sampai, dukungan, bertentangan, oleh, pada };
}

function parseRow(data: unknown): ConfirmedRow | undefined {
  if (!isObject(data)) return undefined;
  const { nama, induk, jenis, status, senama } = data;
  return isText(nama) && isText(induk) && isText(jenis) && isText(status) && isCount(senama)
    ? { nama, induk, jenis, status, senama }
    : undefined;
}

function parseDay(data: unknown): LocalDate | undefined | 'salah' {
  if (data === null) return undefined;
  return (isText(data) ? parseIsoDate(data) : undefined) ?? 'salah';
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problem, RefusedFile } from '#kernel/problem.ts';
import { findDefinition, type TableDefinition } from './definitions.ts';
import type { ReferenceRow, RowSource } from './row.ts';
import { get } from './rows.ts';

// The imported form: one file a table, one line a row, cells parted by tabs: id, name, code, parent, kind, status, the other
// columns of the definition, and last the folded name, which would cost more to compute than to read. A line is taken
// apart when its row is asked for.

/** Raised when the form changes; a folder of another version counts as not imported. */
const VERSION = 1;
const MANIFEST = 'manifest.json';

export interface Manifest {
  readonly versi: number;
  /** Which import it was: 1, 2, 3 ...; 0 in folders of before they were counted. */
  readonly impor?: number;
  readonly tabel: readonly ManifestEntry[];
}

/** Imports before the current one that are kept, so that what changed can be told. Tables that did not change are one file. */
const FORMER_KEPT = 5;

interface ManifestEntry {
  readonly nama: string;
  readonly baris: number;
  readonly sidik: string;
}

/** A row with its folded name, ready to be stored. */
export interface StoredRow extends ReferenceRow {
  readonly folded: string;
}

export function formatRow(row: StoredRow, { ciri = [] }: TableDefinition): string {
  const fixed = [row.id, row.nama, row.kode ?? '', row.induk ?? '', row.jenis ?? '', row.status ?? ''];
  return [...fixed, ...ciri.map((name) => row.ciri?.[name] ?? ''), row.folded].map(oneLine).join('\t');
}

function parseRow(line: string, { ciri = [] }: TableDefinition): ReferenceRow {
  const [id = '', nama = '', kode, induk, jenis, status, ...rest] = line.split('\t');
  return {
    id,
    nama,
    ...(kode && { kode }),
    ...(induk && { induk }),
    ...(jenis && { jenis }),
    ...(status && { status }),
    ...(ciri.length > 0 && { ciri: Object.fromEntries(ciri.map((name, index) => [name, rest[index] ?? ''])) }),
  };
}

function oneLine(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ');
}

/**
 * Replaces the imported tables; the manifests of the last imports stay beside the current one. Each file bears its fingerprint in its
 * name and the manifest is switched last, so that a broken run leaves the former import untouched. The same tables again are no new
 * import; nothing else in the folder is touched.
 */
export function writeTables(folder: string, tables: ReadonlyMap<string, readonly string[]>): void {
  mkdirSync(folder, { recursive: true });
  const current = tryManifest(folder);
  const tabel = [...tables].map(([nama, lines]) => writeTable(folder, nama, lines));
  const isSame = current !== undefined && JSON.stringify(current.tabel) === JSON.stringify(tabel);
  const number = current?.impor ?? 0;
  if (current && !isSame) writeManifest(folder, formerName(number), current);
  writeManifest(folder, MANIFEST, { versi: VERSION, impor: isSame ? number : number + 1, tabel });
  dropStale(folder);
}

const formerName = (impor: number): string => `manifest-${impor}.json`;
const FORMER = /^manifest-(\d+)\.json$/;
const TABLE_FILE = /^[a-z_]+-[0-9a-f]{12}\.tsv$/;

function writeManifest(folder: string, name: string, manifest: Manifest): void {
  const beside = join(folder, `${name}.baru`);
  writeFileSync(beside, `${JSON.stringify(manifest, undefined, 2)}\n`);
  renameSync(beside, join(folder, name));
}

/** Numbers of the imports before the current one, the latest first. */
export function listFormerImports(folder: string): readonly number[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .flatMap((name) => FORMER.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => b - a);
}

/** Whether the folder holds an import; a broken one counts, for it is told when it is read. */
export const hasImport = (folder: string): boolean => existsSync(join(folder, MANIFEST));

/** A broken manifest is no reason to refuse the import that mends it. */
function tryManifest(folder: string, impor?: number): Manifest | undefined {
  try {
    return readManifest(folder, impor);
  } catch {
    return undefined;
  }
}

/** Forgets the oldest imports and every table that no import refers to any more. */
function dropStale(folder: string): void {
  const former = listFormerImports(folder);
  for (const impor of former.slice(FORMER_KEPT)) rmSync(join(folder, formerName(impor)), { force: true });
  const manifests = [undefined, ...former.slice(0, FORMER_KEPT)].map((impor) => tryManifest(folder, impor));
  const used = new Set(manifests.flatMap((each) => each?.tabel ?? []).map((entry) => tablePath(folder, entry)));
  for (const name of readdirSync(folder)) {
    if (TABLE_FILE.test(name) && !used.has(join(folder, name))) rmSync(join(folder, name), { force: true });
  }
}

function writeTable(folder: string, nama: string, lines: readonly string[]): ManifestEntry {
  const bytes = Buffer.from(lines.join('\n'));
  const entry = { nama, baris: lines.length, sidik: fingerprint(bytes) };
  writeFileSync(tablePath(folder, entry), bytes);
  return entry;
}

/**
 * What the folder holds now, or held after a former import; undefined where nothing was imported, or by another version. Throws
 * RefusedFile on a broken manifest.
 */
export function readManifest(folder: string, impor?: number): Manifest | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, impor === undefined ? MANIFEST : formerName(impor)), 'utf8');
  } catch {
    return undefined;
  }
  const manifest = parseJson(text);
  if (!isManifest(manifest)) throw new RefusedFile(problem('REFERENSI_RUSAK', { tabel: MANIFEST, folder }));
  return manifest.versi === VERSION ? manifest : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** By hand: loading schemas would cost every thread more than all else that it needs of the tables. */
function isManifest(data: unknown): data is Manifest {
  return (
    isObject(data) && typeof data['versi'] === 'number' && Array.isArray(data['tabel']) && data['tabel'].every(isEntry)
  );
}

function isEntry(data: unknown): data is ManifestEntry {
  return (
    isObject(data) &&
    typeof data['nama'] === 'string' &&
    typeof data['baris'] === 'number' &&
    typeof data['sidik'] === 'string'
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The rows of an imported table. Throws RefusedFile where the file is gone, cut or altered. */
export function readTableRows(folder: string, entry: ManifestEntry): RowSource {
  const { nama, baris, sidik } = entry;
  const broken = new RefusedFile(problem('REFERENSI_RUSAK', { tabel: nama, folder }));
  const definition = findDefinition(nama);
  const bytes = readBytes(tablePath(folder, entry));
  if (!definition || !bytes || fingerprint(bytes) !== sidik) throw broken;
  const lines = baris === 0 ? [] : bytes.toString('utf8').split('\n');
  const line = (index: number): string => get(lines, index);
  return {
    size: lines.length,
    at: (index) => parseRow(line(index), definition),
    idAt: (index) => line(index).slice(0, line(index).indexOf('\t')),
    foldedAt: (index) => line(index).slice(line(index).lastIndexOf('\t') + 1),
    tabelAt: () => nama,
  };
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function tablePath(folder: string, { nama, sidik }: ManifestEntry): string {
  return join(folder, `${nama}-${sidik.slice(0, 12)}.tsv`);
}

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

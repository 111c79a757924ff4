import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Problem, problem, RefusedFile } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { rowTexts } from './cell-text.ts';
import { openCsv } from './csv/csv.ts';
import { openDbf } from './dbf/dbf.ts';
import { detectKind, findEncoding, isGzip, type Kind } from './detect.ts';
import { openJson } from './json/json.ts';
import { SAMPLE_ROWS } from './limits.ts';
import { readTable } from './read-table.ts';
import { usesBackslash } from './sql/sql.ts';
import { surveyDump } from './sql/sql-survey.ts';
import { openBytes, type Opening } from './stream/byte-source.ts';
import type { Source } from './types.ts';
import { openXlsx } from './xlsx/xlsx.ts';

/** First bytes by which a file is recognised and its heading found. */
const HEAD_BYTES = 1024 ** 2;

/**
 * Recognises a file by its content and lists its tables with columns and first rows. Names and extensions decide nothing.
 * A file that cannot be used at all gives the reason with its remedy.
 */
export async function openSource(path: string): Promise<Result<Source, Problem>> {
  const berkas = basename(path);
  try {
    const raw = await readStart(path);
    if (raw.length === 0) return fail(problem('BERKAS_KOSONG', { berkas }));
    const gzipped = isGzip(raw);
    const unpacked = gzipped ? await readHead({ path, gzipped, encoding: 'utf-8' }) : raw;
    const encoding = findEncoding(unpacked);
    const file: Opening = { path, gzipped, encoding };
    const head = await readHead(file);
    if (head.length === 0) return fail(problem(gzipped ? 'BERKAS_TERPOTONG' : 'TANPA_TABEL', { berkas }));
    const kind = detectKind(head, berkas);
    return kind.ok ? await openKind(kind.value, file, head) : kind;
  } catch (error) {
    return fail(reasonOf(error, berkas));
  }
}

async function openKind(kind: Kind, file: Opening, head: Buffer): Promise<Result<Source, Problem>> {
  const berkas = basename(file.path);
  const name = plainName(berkas);
  switch (kind) {
    case 'csv': {
      const found = openCsv(head, name, berkas);
      if (!found.ok) return found;
      const { table, dialect } = found.value;
      return ok(await withSample({ ...file, container: 'csv', dialect, tables: [{ ...table, sample: [] }] }));
    }
    case 'xlsx': {
      if (file.gzipped) return fail(problem('GZIP_BERLAPIS', { berkas }));
      const tables = await openXlsx(file.path);
      if (!tables.ok) return tables;
      return ok({ ...file, container: 'xlsx', dialect: { kind: 'plain' }, tables: tables.value });
    }
    case 'dbf': {
      const table = openDbf(head, name, berkas);
      if (!table.ok) return table;
      const tables = [{ ...table.value, sample: [] }];
      return ok(await withSample({ ...file, container: 'dbf', dialect: { kind: 'plain' }, tables }));
    }
    case 'sql': {
      const backslash = usesBackslash(head);
      const tables = await surveyDump(file, backslash);
      return tables.ok
        ? ok({ ...file, container: 'sql', dialect: { kind: 'sql', backslash }, tables: tables.value })
        : tables;
    }
    case 'json': {
      const opened = await openJson(file, head, name);
      return opened.ok ? ok({ ...file, ...opened.value, dialect: { kind: 'plain' } }) : opened;
    }
    default:
      return kind satisfies never;
  }
}

/** The source of one table with the first rows of that table, read as everybody reads them. */
async function withSample(source: Source): Promise<Source> {
  const table = source.tables[0];
  if (table === undefined) return source;
  const sample: (readonly string[])[] = [];
  for await (const block of readTable(source, table.name)) {
    sample.push(...rowTexts(block, SAMPLE_ROWS - sample.length));
    if (sample.length >= SAMPLE_ROWS) break;
  }
  return { ...source, tables: [{ ...table, sample }] };
}

async function readStart(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const buffer = Buffer.alloc(4_096);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function readHead(file: Opening): Promise<Buffer> {
  const source = await openBytes(file);
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    let length = 0;
    for (;;) {
      const count = await source.read(buffer, length, buffer.length - length);
      length += count;
      if (count === 0 || length === buffer.length) return buffer.subarray(0, length);
    }
  } finally {
    await source.close();
  }
}

/** The name of a file without its folder and extensions. */
function plainName(berkas: string): string {
  return berkas.replace(/\.gz$/i, '').replace(/\.[^.]*$/, '') || berkas;
}

function reasonOf(error: unknown, berkas: string): Problem {
  if (error instanceof RefusedFile) return error.problem;
  if (!(error instanceof Error) || !('code' in error)) throw error;
  return problem(error.code === 'ENOENT' ? 'BERKAS_TIDAK_ADA' : 'BERKAS_TIDAK_TERBACA', { berkas });
}

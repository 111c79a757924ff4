import { basename } from 'node:path';
import { type Problem, problem, RefusedFile } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { rowTexts } from './cell-text.ts';
import { absentFile } from './absent-file.ts';
import { openCsv, readCsv } from './csv/csv.ts';
import { openDbf, readDbf } from './dbf/dbf.ts';
import { isFolder, openFolder } from './folder.ts';
import { openHtml } from './html/html.ts';
import { openMdb } from './mdb/mdb.ts';
import { openOds } from './ods/ods.ts';
import { openSpreadsheetMl } from './spreadsheetml/spreadsheetml.ts';
import { detectKind, findEncoding, isGzip, type Kind } from './detect.ts';
import { openJson } from './json/json.ts';
import { SAMPLE_ROWS } from './limits.ts';
import { isAddress } from './live/address.ts';
import { openLive } from './live/live.ts';
import type { LiveOptions } from './live/session.ts';
import { usesBackslash } from './sql/sql.ts';
import { surveyDump } from './sql/sql-survey.ts';
import { plainName } from './plain-name.ts';
import { stopSignal } from './stop.ts';
import { fileName, openBytes, type Opening } from './stream/byte-source.ts';
import type { RowBlock, Source, SourceTable } from './types.ts';
import { openXls } from './xls/xls.ts';
import { openXlsx } from './xlsx/xlsx.ts';
import { openArchive } from './zip/archive.ts';
import { openPackage } from './zip/open-package.ts';
import { packageKind } from './zip/package-kind.ts';

/** First bytes by which a file is recognised and its heading found. */
const HEAD_BYTES = 1024 ** 2;

/** Bytes that are read at once for the first rows of a CSV: they are few. */
const SAMPLE_ROOM = 64 * 1024;

/**
 * Recognises a file by its content and lists its tables with columns and first rows. Names and extensions decide nothing.
 * A file that cannot be used at all gives the reason with its remedy. A folder is one source, each of its files one or more
 * tables. The address of a database is opened only for those who say which of its columns are secret.
 */
export async function openSource(path: string, live?: LiveOptions): Promise<Result<Source, Problem>> {
  if (stopSignal.aborted) return fail(problem('DIBATALKAN'));
  if (isAddress(path)) {
    if (!live) return fail(problem('ALAMAT_BUKAN_DI_SINI'));
    return await openLive(path, {
      ...live,
      signal: live.signal ? AbortSignal.any([live.signal, stopSignal]) : stopSignal,
    });
  }
  if (isFolder(path)) {
    try {
      return await openFolder(path, openFile);
    } catch (error) {
      return fail(reasonOf(error, path));
    }
  }
  return await openFile({ path, gzipped: false, encoding: 'utf-8' });
}

/** Ends the session of a live database; of a file there is nothing to close. */
export async function closeSource({ dialect }: Source): Promise<void> {
  if (dialect.kind === 'sql') await dialect.live?.close();
}

/** A file, or a member of an archive, as it lies there: packing and encoding are found out here. */
async function openFile(plain: Opening): Promise<Result<Source, Problem>> {
  const berkas = fileName(plain);
  try {
    const raw = await readHead(plain);
    if (isOfficeLock(berkas, raw.bytes))
      return fail(problem('BERKAS_KUNCI', { berkas, asli: basename(berkas).slice(2) }));
    if (raw.bytes.length === 0) return fail(problem(raw.broken ? 'BERKAS_TERPOTONG' : 'BERKAS_KOSONG', { berkas }));
    const gzipped = isGzip(raw.bytes);
    const unpacked = gzipped ? await readHead({ ...plain, gzipped }) : raw;
    const encoding = findEncoding(unpacked.bytes);
    const file: Opening = { ...plain, gzipped, encoding };
    const { bytes: head } = encoding === 'utf-8' ? unpacked : await readHead(file);
    if (head.length === 0) return fail(problem(gzipped ? 'BERKAS_TERPOTONG' : 'TANPA_TABEL', { berkas }));
    const kind = detectKind(head, berkas);
    return kind.ok ? await openKind(kind.value, file, head) : kind;
  } catch (error) {
    return fail(reasonOf(error, plain.path, berkas));
  }
}

/** Size of the note that Office lays beside a file while it is open; it holds who opened it. */
const LOCK_BYTES = 200;

const isOfficeLock = (berkas: string, bytes: Buffer): boolean =>
  basename(berkas).startsWith('~$') && bytes.length <= LOCK_BYTES;

async function openKind(kind: Kind, file: Opening, head: Buffer): Promise<Result<Source, Problem>> {
  const berkas = fileName(file);
  const name = plainName(basename(berkas));
  switch (kind) {
    case 'csv': {
      const found = openCsv(head, name, berkas);
      if (!found.ok) return found;
      const { table, dialect } = found.value;
      const sample = await firstRows(readCsv(file, dialect, table.columns.length, SAMPLE_ROOM));
      return ok({ ...file, container: 'csv', dialect, tables: [{ ...table, sample }] });
    }
    case 'zip':
      return await openZipped(file);
    case 'xls':
      return ok({ ...file, container: kind, dialect: { kind: 'plain' }, tables: await openXls(file) });
    case 'mdb':
      return ok({ ...file, container: kind, dialect: { kind: 'plain' }, tables: await openMdb(file) });
    case 'html':
      return ok({ ...file, container: kind, dialect: { kind: 'plain' }, tables: await openHtml(file, head) });
    case 'spreadsheetml':
      return ok({ ...file, container: kind, dialect: { kind: 'plain' }, tables: await openSpreadsheetMl(file) });
    case 'dbf': {
      const table = openDbf(head, name, berkas);
      if (!table.ok) return table;
      const tables = [{ ...table.value, sample: await firstRows(readDbf(file)) }];
      return ok({ ...file, container: 'dbf', dialect: { kind: 'plain' }, tables });
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

/** A ZIP: a workbook, or an archive whose members are opened like files. */
async function openZipped(file: Opening): Promise<Result<Source, Problem>> {
  const zip = await openPackage(file);
  try {
    const kind = await packageKind(zip);
    if (!kind.ok) return kind;
    if (kind.value === 'ods') {
      return ok({ ...file, container: 'ods', dialect: { kind: 'plain' }, tables: await openOds(file) });
    }
    if (kind.value === 'archive') {
      const isNested = file.gzipped || file.member !== undefined;
      return isNested
        ? fail(problem('ZIP_BERLAPIS', { berkas: zip.berkas }))
        : await openArchive(zip, file.path, openFile);
    }
  } finally {
    zip.file.close();
  }
  const tables = await openXlsx(file);
  return tables.ok ? ok({ ...file, container: 'xlsx', dialect: { kind: 'plain' }, tables: tables.value }) : tables;
}

/** The first rows of a table, read as everybody reads them. */
async function firstRows(blocks: AsyncIterable<RowBlock>): Promise<SourceTable['sample']> {
  const rows: (readonly string[])[] = [];
  for await (const block of blocks) {
    rows.push(...rowTexts(block, SAMPLE_ROWS - rows.length));
    if (rows.length >= SAMPLE_ROWS) break;
  }
  return rows;
}

async function readHead(file: Opening): Promise<{ readonly bytes: Buffer; readonly broken: boolean }> {
  const source = await openBytes(file);
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    let length = 0;
    for (;;) {
      const count = await source.read(buffer, length, buffer.length - length);
      length += count;
      if (count > 0 && length < buffer.length) continue;
      return { bytes: buffer.subarray(0, length), broken: count === 0 && source.broken };
    }
  } finally {
    await source.close();
  }
}

function reasonOf(error: unknown, path: string, berkas = basename(path)): Problem {
  if (error instanceof RefusedFile) return error.problem;
  if (!(error instanceof Error) || !('code' in error)) throw error;
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return absentFile(path, berkas);
  return problem('BERKAS_TIDAK_TERBACA', { berkas });
}

import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { CsvWriter, XlsxWriter } from '#formats';
import { problem } from '#kernel/problem.ts';
import { RefusedRequest, type Transaction } from '#platform';

/** A table on its way into a file. */
export interface ExportTable {
  readonly judul: string;
  readonly kepala: readonly string[];
  readonly baris: AsyncIterable<readonly string[]>;
  /** The last line: who exported what and when. A file that turns up somewhere tells where it came from. */
  readonly jejak: (baris: number) => string;
}

/** Digits that a spreadsheet would round; in CSV an apostrophe keeps them text. */
const LONG_NUMBER = /^\d{12,}$/;

/**
 * Writes a table for spreadsheets row by row and tells how many rows it has. No cell becomes a formula: in CSV the writer keeps them
 * text, in a workbook they are text. Throws the reason of `signal` when it is aborted.
 */
export async function writeExport(
  path: string,
  bentuk: 'csv' | 'xlsx',
  { judul, kepala, baris, jejak }: ExportTable,
  signal: AbortSignal,
): Promise<number> {
  const writer = bentuk === 'csv' ? csvWriter(path) : await xlsxWriter(path, judul);
  let rows = 0;
  try {
    await writer.row(kepala);
    for await (const cells of baris) {
      signal.throwIfAborted();
      await writer.row(cells);
      rows += 1;
    }
    await writer.row([jejak(rows)]);
  } finally {
    await writer.close();
  }
  return rows;
}

interface Writer {
  row(cells: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

function csvWriter(path: string): Writer {
  const csv = new CsvWriter(path, { delimiter: ';', lineEnd: '\r\n' });
  let mark = '\uFEFF';
  return {
    row: async ([first = '', ...rest]) => {
      await csv.row([mark + first, ...rest].map((cell) => (LONG_NUMBER.test(cell) ? `'${cell}` : cell)));
      mark = '';
    },
    close: () => csv.close(),
  };
}

async function xlsxWriter(path: string, judul: string): Promise<Writer> {
  const xlsx = new XlsxWriter(path);
  await xlsx.startSheet(judul);
  return { row: (cells) => xlsx.writeRow(cells), close: () => xlsx.close() };
}

/** Minutes in which a link can be used. */
const MINUTES = 15;
/** Hours in which a file that a job wrote waits for whoever asked for it. */
const WAITING_HOURS = 4;
const MOST_AN_HOUR = 10;

export interface Exporter {
  readonly instansi: number;
  readonly penggunaId: string;
}

export const exportFolder = (files: string): string => join(files, 'ekspor');

/** Where the file of an export lies. */
export function exportPath(files: string, ekspor: string): string {
  mkdirSync(exportFolder(files), { recursive: true });
  return join(exportFolder(files), ekspor);
}

/** Any number that only this locks. */
const LOCK = 640_016;

/**
 * Refuses whoever exports over and over: that is how a register leaves in pieces. Until the end of the transaction the user's other
 * exports wait, so that many at once are counted too.
 */
export async function refuseOften(transaction: Transaction, { instansi, penggunaId }: Exporter): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [LOCK, penggunaId]);
  const rows = await transaction.query<{ jumlah: number }>(
    `SELECT count(*)::integer AS jumlah FROM findings.ekspor
     WHERE instansi_id = $1 AND pengguna_id = $2 AND dibuat_pada > now() - interval '1 hour'`,
    [instansi, penggunaId],
  );
  if ((rows[0]?.jumlah ?? 0) >= MOST_AN_HOUR)
    throw new RefusedRequest(429, problem('EKSPOR_TERLALU_SERING', { batas: MOST_AN_HOUR }), { retryAfter: 600 });
}

/** Makes a written file something that can be fetched: its ticket, of which only the hash is kept. In the scope of the exporter's instansi. */
export async function addExport(
  transaction: Transaction,
  { instansi, penggunaId }: Exporter,
  file: { readonly ekspor: string; readonly namaBerkas: string; readonly baris: number },
): Promise<{ readonly tiket: string; readonly berakhirPada: string }> {
  await refuseOften(transaction, { instansi, penggunaId });
  const tiket = randomBytes(32).toString('base64url');
  const rows = await transaction.query<{ berakhir: Date }>(
    `INSERT INTO findings.ekspor (instansi_id, ekspor_id, pengguna_id, sidik_jari, nama_berkas, baris, berakhir_pada)
     VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(mins => ${MINUTES})) RETURNING berakhir_pada AS berakhir`,
    [instansi, file.ekspor, penggunaId, hashTicket(tiket), file.namaBerkas, file.baris],
  );
  const [row] = rows;
  if (!row) throw new Error('An export was not kept');
  return { tiket, berakhirPada: row.berakhir.toISOString() };
}

/** What was asked of a job, kept until it ends. */
export interface KeptWish {
  readonly ekspor: string;
  readonly namaBerkas: string;
  readonly baris: number;
  readonly permintaan: unknown;
}

/** Keeps an export that a job is to write. In the scope of the exporter's instansi. */
export async function addWish(
  transaction: Transaction,
  { instansi, penggunaId }: Exporter,
  { ekspor, namaBerkas, baris, permintaan }: KeptWish,
): Promise<void> {
  await refuseOften(transaction, { instansi, penggunaId });
  await transaction.query(
    `INSERT INTO findings.ekspor (instansi_id, ekspor_id, pengguna_id, nama_berkas, baris, permintaan)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [instansi, ekspor, penggunaId, namaBerkas, baris, JSON.stringify(permintaan)],
  );
}

/** What a job is to write, and for whom; undefined where it is done or was given up. In the scope of the exporter's instansi. */
export async function findWish(
  transaction: Transaction,
  instansi: number,
  ekspor: string,
): Promise<{ readonly penggunaId: string; readonly oleh: string; readonly permintaan: unknown } | undefined> {
  const [found] = await transaction.query<{ penggunaId: string; oleh: string; permintaan: unknown }>(
    `SELECT e.pengguna_id AS "penggunaId", p.nama AS oleh, e.permintaan
     FROM findings.ekspor e JOIN identity.pengguna p USING (instansi_id, pengguna_id)
     WHERE e.instansi_id = $1 AND e.ekspor_id = $2 AND e.permintaan IS NOT NULL`,
    [instansi, ekspor],
  );
  return found;
}

/** A job wrote the file, or gives up (`baris` null): what was asked for is forgotten, as it may name a person. */
export async function endWish(
  transaction: Transaction,
  instansi: number,
  ekspor: string,
  baris: number | null,
): Promise<void> {
  await transaction.query(
    `UPDATE findings.ekspor SET permintaan = NULL, baris = coalesce($3, baris),
       siap_sampai = CASE WHEN $3::integer IS NULL THEN NULL ELSE now() + make_interval(hours => ${WAITING_HOURS}) END
     WHERE instansi_id = $1 AND ekspor_id = $2`,
    [instansi, ekspor, baris],
  );
}

/** Lets the sweep leave a written file alone while it waits to be fetched. */
export function keepWaiting(path: string): void {
  const until = new Date(Date.now() + (WAITING_HOURS * 60 - MINUTES) * 60_000);
  utimesSync(path, until, until);
}

/** A new link to a waiting file, in the place of any before; undefined where it is another's, was fetched or is gone. */
export async function renewTicket(
  transaction: Transaction,
  { instansi, penggunaId }: Exporter,
  ekspor: string,
): Promise<Link | undefined> {
  const tiket = randomBytes(32).toString('base64url');
  const [row] = await transaction.query<{ namaBerkas: string; baris: number; berakhir: Date }>(
    `UPDATE findings.ekspor SET sidik_jari = $4, berakhir_pada = least(siap_sampai, now() + make_interval(mins => ${MINUTES}))
     WHERE instansi_id = $1 AND pengguna_id = $2 AND ekspor_id = $3 AND diunduh_pada IS NULL AND siap_sampai > now()
     RETURNING nama_berkas AS "namaBerkas", baris, berakhir_pada AS berakhir`,
    [instansi, penggunaId, ekspor, hashTicket(tiket)],
  );
  return row && { tiket, namaBerkas: row.namaBerkas, baris: row.baris, berakhirPada: row.berakhir.toISOString() };
}

export interface Link {
  readonly tiket: string;
  readonly namaBerkas: string;
  readonly baris: number;
  readonly berakhirPada: string;
}

/** Uses a ticket up; undefined where it was used, has expired, is another's or never was. In the scope of the exporter's instansi. */
export async function takeExport(
  transaction: Transaction,
  { instansi, penggunaId }: Exporter,
  tiket: string,
): Promise<{ readonly ekspor: string; readonly namaBerkas: string; readonly baris: number } | undefined> {
  const rows = await transaction.query<{ ekspor: string; namaBerkas: string; baris: number }>(
    `UPDATE findings.ekspor SET diunduh_pada = now()
     WHERE instansi_id = $1 AND sidik_jari = $2 AND pengguna_id = $3 AND diunduh_pada IS NULL AND berakhir_pada > now()
     RETURNING ekspor_id AS ekspor, nama_berkas AS "namaBerkas", baris`,
    [instansi, hashTicket(tiket), penggunaId],
  );
  return rows[0];
}

const hashTicket = (tiket: string): Buffer => createHash('sha256').update(tiket).digest();

/** Removes the files of exports that can no longer be fetched; says how many. */
export function sweepExports(files: string, now: number): number {
  const folder = exportFolder(files);
  if (!existsSync(folder)) return 0;
  let removed = 0;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    // twice the time, for one that is being sent as it expires
    if (now - statSync(path).mtimeMs < MINUTES * 2 * 60_000) continue;
    rmSync(path, { force: true });
    removed += 1;
  }
  return removed;
}

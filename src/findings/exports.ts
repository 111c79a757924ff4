import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CsvWriter, XlsxWriter } from '#formats';
import type { Transaction } from '#platform';

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

/** Minutes in which an export can be fetched. */
const MINUTES = 15;

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

/** Makes a written file something that can be fetched: its ticket, of which only the hash is kept. In the scope of the exporter's instansi. */
export async function addExport(
  transaction: Transaction,
  { instansi, penggunaId }: Exporter,
  file: { readonly ekspor: string; readonly namaBerkas: string; readonly baris: number },
): Promise<{ readonly tiket: string; readonly berakhirPada: string }> {
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

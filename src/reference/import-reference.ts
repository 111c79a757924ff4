import { readdir } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { cellText, openSource, type RowBlock, type RowProblem, readTable } from '#formats';
import { fileProblem } from '#kernel/file-problem.ts';
import { problem, RefusedFile } from '#kernel/problem.ts';
import { foldText } from '#kernel/text.ts';
import { BUILT_IN } from './built-in.ts';
import { findDefinition, IMPORTABLE, type TableDefinition } from './definitions.ts';
import { formatRow, type StoredRow, writeTables } from './store.ts';

/** A row or file of an import that was not used, and why. A whole file is row 0. */
export type ImportProblem = RowProblem & { readonly berkas: string };

export interface ImportedTable {
  readonly tabel: string;
  readonly berkas: string;
  /** dibaca = diterima + karantina. */
  readonly dibaca: number;
  readonly diterima: number;
  readonly karantina: number;
}

export interface ImportSummary {
  readonly tabel: readonly ImportedTable[];
  readonly masalah: readonly ImportProblem[];
  /** Files that were not read: the table lives in the project (bawaan), or it is none of the known ones. */
  readonly dilewati: readonly { readonly berkas: string; readonly alasan: 'bawaan' | 'tidak_dikenal' }[];
  /** Importable tables that the folder does not hold. */
  readonly tidakAda: readonly string[];
}

/**
 * Imports the published tables of a folder (one file a table, named as BKN's service names them) into `intoFolder`, replacing
 * what was imported there before. Dirt is kept as published where it can be: two names of one id, repeated names, missing
 * kinds, unknown levels. Rows without id or name, rows marked as deleted and exact repeats are quarantined, each with its
 * reason. Throws RefusedFile where the folder holds no known table; then nothing is replaced.
 */
export async function importReference(folder: string, intoFolder: string): Promise<ImportSummary> {
  const files = await listFiles(folder);
  const imports: TableImport[] = [];
  for (const berkas of files) {
    const definition = findDefinition(parse(berkas).name);
    if (definition) imports.push(await importTable(folder, berkas, definition));
  }
  const read = imports.filter(({ lines }) => lines !== undefined);
  if (read.length === 0) throw new RefusedFile(problem('REFERENSI_TIDAK_ADA', { folder }));
  writeTables(intoFolder, new Map(read.map(({ summary, lines }) => [summary.tabel, lines ?? []])));
  const present = new Set(read.map(({ summary }) => summary.tabel));
  return {
    tabel: read.map(({ summary }) => summary),
    masalah: imports.flatMap(({ problems }) => problems),
    dilewati: files.flatMap(skipped),
    tidakAda: IMPORTABLE.map(({ tabel }) => tabel).filter((tabel) => !present.has(tabel)),
  };
}

async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .toSorted();
  } catch (error) {
    const found = fileProblem(error);
    throw found ? new RefusedFile(found) : error;
  }
}

function skipped(berkas: string): ImportSummary['dilewati'] {
  const tabel = parse(berkas).name;
  if (findDefinition(tabel)) return [];
  return [{ berkas, alasan: BUILT_IN.has(tabel) ? 'bawaan' : 'tidak_dikenal' }];
}

interface TableImport {
  readonly summary: ImportedTable;
  readonly problems: readonly ImportProblem[];
  /** Undefined where the file could not be read at all. */
  readonly lines: readonly string[] | undefined;
}

async function importTable(folder: string, berkas: string, definition: TableDefinition): Promise<TableImport> {
  const problems: ImportProblem[] = [];
  const nothing = { tabel: definition.tabel, berkas, dibaca: 0, diterima: 0, karantina: 0 };
  const refuse = (reason: RowProblem['problem']): TableImport => ({
    summary: nothing,
    problems: [{ berkas, row: 0, column: -1, value: '', problem: reason }],
    lines: undefined,
  });
  const source = await openSource(join(folder, berkas));
  if (!source.ok) return refuse(source.error);
  const [table] = source.value.tables;
  const reader = compileReader(definition, table?.columns ?? []);
  if (!table || typeof reader === 'string') {
    return refuse(problem('REFERENSI_KOLOM_KURANG', { berkas, kolom: String(reader), tabel: definition.tabel }));
  }
  const lines: string[] = [];
  const seen = new Set<string>();
  let karantina = 0;
  const quarantine = (row: RowProblem): void => {
    problems.push({ berkas, ...row });
    if (row.column < 0) karantina++;
  };
  for await (const block of readTable(source.value, table.name)) {
    for (const row of block.problems) quarantine(row);
    for (let row = 0; row < block.rows; row++) {
      const read = reader(block, row);
      const line = formatRow(read, definition);
      const reason =
        judgeRow(read, definition) ?? (seen.has(line) ? problem('REFERENSI_GANDA', { id: read.id }) : undefined);
      if (reason) quarantine({ row: block.rowNumbers[row] ?? 0, column: -1, value: '', problem: reason });
      else lines.push(line);
      seen.add(line);
    }
  }
  return {
    summary: { ...nothing, dibaca: lines.length + karantina, diterima: lines.length, karantina },
    problems,
    lines,
  };
}

function judgeRow(row: StoredRow, { id = 'id', nama = 'nama' }: TableDefinition): RowProblem['problem'] | undefined {
  if (row.id === '') return problem('REFERENSI_TANPA_ID', { kolom: id });
  if (row.nama === '') return problem('REFERENSI_TANPA_NAMA', { id: row.id, kolom: nama });
  // BKN marks rows as "#DELETE#", also with the former name or a rest of it behind the mark
  return row.nama.startsWith('#DELETE') ? problem('REFERENSI_DIHAPUS', { id: row.id }) : undefined;
}

type RowReader = (block: RowBlock, row: number) => StoredRow;

/** Finds the columns of the definition among the headings; gives the name of the first missing one instead. */
function compileReader(definition: TableDefinition, columns: readonly string[]): RowReader | string {
  const { id = 'id', nama = 'nama', fold = foldText, ciri = [] } = definition;
  const { kode, induk, jenis, status } = definition;
  const needed = [id, nama, kode, induk, jenis, status, ...ciri].filter((name) => name !== undefined);
  const missing = needed.find((name) => !columns.includes(name));
  if (missing !== undefined) return missing;
  const at = (block: RowBlock, row: number, name: string): string => cellText(block, row, columns.indexOf(name));
  const optional = { kode, induk, jenis, status };
  return (block, row) => {
    const name = at(block, row, nama);
    const marks = Object.entries(optional).flatMap(([mark, column]) =>
      column ? [[mark, at(block, row, column)]] : [],
    );
    return {
      id: at(block, row, id),
      nama: name,
      ...Object.fromEntries(marks),
      ciri: Object.fromEntries(ciri.map((column) => [column, at(block, row, column)])),
      folded: fold(name),
    };
  };
}

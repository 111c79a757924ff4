import { problem, RefusedFile } from '#kernel/problem.ts';
import { rowTexts } from '../cell-text.ts';
import { MAX_CELL, MAX_TABLES, SAMPLE_ROWS, sizeText } from '../limits.ts';
import { appendText } from '../sheet/append-text.ts';
import { SheetRows } from '../sheet/sheet-rows.ts';
import { fileName, type Opening } from '../stream/byte-source.ts';
import { DELIMITED, mendText } from '../stream/mend-text.ts';
import { readWhole } from '../stream/read-whole.ts';
import type { RowBlock, SourceTable } from '../types.ts';
import { damaged, refuse } from '../zip/zip.ts';
import { type JetFile, openJet, type Range, rowsOfPage } from './jet-file.ts';
import { type JetTable, listTables, readTableDefinition, valueRange } from './jet-table.ts';
import { TYPE, valueText } from './jet-values.ts';

/** Lists the tables of an Access database that hold rows. Throws `RefusedFile`. */
export async function openMdb(opening: Opening): Promise<readonly SourceTable[]> {
  const file = await openFile(opening);
  return guarded(file, () => {
    const listed = listTables(file);
    if (listed.length > MAX_TABLES) throw refuse('BATAS_TABEL', file.berkas, { batas: MAX_TABLES });
    const tables = listed.map(({ name, page }) => {
      const table = readTableDefinition(file, page);
      const columns = table.columns.map((column) => column.name);
      const [first] = blocksOf(file, table);
      return { name, columns, types: [], sample: first ? rowTexts(first, SAMPLE_ROWS) : [], page };
    });
    const filled = tables.filter(({ columns }) => columns.length > 0);
    if (filled.length === 0) throw refuse('TANPA_TABEL', file.berkas);
    return filled;
  });
}

/** Streams the rows of one table; the file is held in memory, which its cap bounds. Throws `RefusedFile`. */
export async function* readMdb(opening: Opening, { page = 0 }: SourceTable): AsyncGenerator<RowBlock, void, undefined> {
  const file = await openFile(opening);
  const table = guarded(file, () => readTableDefinition(file, page));
  yield* blocksOf(file, table);
}

async function openFile(opening: Opening): Promise<JetFile> {
  const bytes = await readWhole(opening);
  const berkas = fileName(opening);
  return openJet(bytes, berkas);
}

/** What points outside the file is damage. */
function guarded<T>({ berkas }: JetFile, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof RangeError ? damaged(berkas, 'katalog') : error;
  }
}

function* blocksOf(file: JetFile, table: JetTable): Generator<RowBlock, void, undefined> {
  const rows = new SheetRows(table.columns.length);
  const take = (): RowBlock => mendText(rows.block(), 0, rows.sink.length, DELIMITED);
  for (const page of table.pages) {
    for (const range of pageRows(file, page, table.page, rows)) {
      readRow(file, table, range, rows);
      if (!rows.isFull) continue;
      yield take();
      rows.clear();
    }
  }
  if (!rows.isEmpty) yield take();
}

/** A page that is not what its table says is reported as one lost row: how many it held is not known. */
function pageRows(file: JetFile, page: number, owner: number, rows: SheetRows): readonly Range[] {
  try {
    return rowsOfPage(file, page, owner);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    rows.reject(error.problem);
    return [];
  }
}

function readRow(file: JetFile, table: JetTable, range: Range, rows: SheetRows): void {
  rows.begin();
  rows.keep();
  try {
    for (const [at, column] of table.columns.entries()) {
      const value = valueRange(file, range, column);
      const from = rows.sink.length;
      if (column.type === TYPE.boolean) appendText(rows.sink, value ? 'TRUE' : 'FALSE');
      else if (value) {
        const text = valueText(file, column, value);
        if (!text.ok) rows.report(text.error, at, 0, 0, { batas: sizeText(MAX_CELL) });
        else if (rows.hasRoom(3 * text.value.length)) appendText(rows.sink, text.value);
        else {
          rows.dropRow();
          return;
        }
      }
      rows.put(at, from, rows.sink.length);
    }
    rows.end();
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof RefusedFile)) throw error;
    rows.dropRow(problem('BARIS_RUSAK'));
  }
}

import { utils, type WorkBook, write } from '@e965/xlsx';

/** A cell as a spreadsheet holds it. */
export type Cell = string | number | boolean | Date | null;
export type SheetOfCells = readonly [name: string, rows: readonly (readonly Cell[])[]];

/** Files of an independent program (SheetJS): `xls` is biff8 or biff5, `ods`, or `xlml` (XML Spreadsheet 2003), `html`. */
export function foreignWorkbook(
  bookType: 'biff8' | 'biff5' | 'ods' | 'xlml' | 'html' | 'xlsx',
  sheets: readonly SheetOfCells[],
  adjust?: (book: WorkBook) => void,
): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of sheets) {
    const sheet = utils.aoa_to_sheet(
      rows.map((row) => [...row]),
      { cellDates: bookType !== 'biff8' && bookType !== 'biff5', dateNF: 'dd/mm/yyyy', UTC: true },
    );
    utils.book_append_sheet(book, sheet, name);
  }
  adjust?.(book);
  const bytes: unknown = write(book, { type: 'buffer', bookType, bookSST: bookType !== 'biff5', compression: true });
  return Buffer.from(bytes as Uint8Array);
}

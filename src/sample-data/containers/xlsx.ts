import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type XlsxCell, XlsxWriter } from '#formats';
import { dayNumber, makeDate, parseIsoDate } from '#kernel/local-date.ts';
import type { Cell, DeliveryOptions, DeliveryWriter, TableSpec } from './delivery.ts';
import { FileSink } from './file-sink.ts';

/** What stands on the sheets around the rows. */
export interface SheetFrame {
  /** Lines above the rows, heading included; an empty list is a blank line. */
  readonly above: (columns: readonly string[], sheet: string) => readonly (readonly XlsxCell[])[];
  readonly merges: (columns: readonly string[]) => readonly string[];
  readonly below: readonly (readonly XlsxCell[])[];
  /** Number format of dates. */
  readonly dateFormat: string;
  /** Sheets after those of the rows. */
  readonly extra: readonly { readonly name: string; readonly rows: readonly (readonly XlsxCell[])[] }[];
}

const EPOCH = dayNumber(makeDate(1899, 12, 30) ?? (0 as never));

/**
 * A workbook. Rows wait in one plain file a sheet until the end, because the sheets fill side by side and a workbook is
 * written one sheet after the other.
 */
export function xlsxDelivery(options: DeliveryOptions, frame: SheetFrame): DeliveryWriter {
  const file = `${options.name}.xlsx`;
  const folder = mkdtempSync(join(tmpdir(), 'data-contoh-'));
  const sheets = new Map<string, FileSink>();
  let spec: TableSpec = { name: 'Sheet1', columns: [] };
  const sheetOf = (name: string): FileSink => {
    const known = sheets.get(name);
    if (known) return known;
    const sink = new FileSink(join(folder, String(sheets.size)), 'utf-8', 1 << 16);
    sheets.set(name, sink);
    return sink;
  };
  return {
    file,
    table: (table) => {
      spec = table;
      return { row: (cells, sheet) => sheetOf(sheet ?? table.name).write(`${JSON.stringify(cells)}\n`) };
    },
    close: async () => {
      const writer = new XlsxWriter(join(options.folder, file));
      const names = spec.columns.map(({ name }) => name);
      if (sheets.size === 0) sheetOf(spec.name);
      for (const [name, sink] of [...sheets].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        sink.close();
        await writer.startSheet(sheetName(name), frame.merges(names));
        for (const row of frame.above(names, name)) await writer.writeRow(row);
        for await (const line of createInterface({ input: createReadStream(sink.path) })) {
          await writer.writeRow(cellsOf(JSON.parse(line) as Cell[], spec, frame.dateFormat));
        }
        for (const row of frame.below) await writer.writeRow(row);
      }
      for (const { name, rows } of frame.extra) {
        await writer.startSheet(name);
        for (const row of rows) await writer.writeRow(row);
      }
      await writer.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** At most 31 characters, none that Excel forbids. */
export function sheetName(name: string): string {
  return name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}

function cellsOf(cells: readonly Cell[], { columns }: TableSpec, format: string): XlsxCell[] {
  return cells.map((cell, i) => {
    if (cell === null || cell === '') return undefined;
    const type = columns[i]?.type;
    if (type === 'Excel date') return dateCell(cell, format);
    return type === 'number' && /^\d+$/.test(cell) ? { number: numberText(cell) } : cell;
  });
}

function dateCell(cell: string, format: string): XlsxCell {
  const date = parseIsoDate(cell);
  return date === undefined ? cell : { serial: dayNumber(date) - EPOCH, format };
}

/** As Excel stores a long number: 15 digits and an exponent. */
function numberText(digits: string): string {
  if (digits.length <= 15) return digits;
  const significant = digits.slice(1, 15).replace(/0+$/, '');
  return `${digits.slice(0, 1)}${significant === '' ? '' : `.${significant}`}E+${digits.length - 1}`;
}

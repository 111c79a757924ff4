import { join } from 'node:path';
import type { Cell, DeliveryOptions, DeliveryWriter, TableSpec, TableWriter } from './delivery.ts';
import { FileSink } from './file-sink.ts';

/**
 * A CSV as another system would write it: its own delimiter and encoding, CRLF, and no neutralising of formulas, which a
 * foreign export does not have. The project's own tables go through the writer of `#formats`.
 */
export function csvDelivery(options: DeliveryOptions): DeliveryWriter {
  const file = `${options.name}.csv`;
  const sink = new FileSink(join(options.folder, file), options.encoding);
  const line = csvLine(options.delimiter, '\r\n');
  return {
    file,
    table: ({ columns }: TableSpec): TableWriter => {
      sink.write(line(columns.map(({ name }) => name)));
      return { row: (cells) => sink.write(line(cells)) };
    },
    close: () => {
      sink.close();
      return Promise.resolve();
    },
  };
}

/** Writes one line; cells with a quote, a line break, the delimiter or an outer blank are quoted. */
export function csvLine(delimiter: string, end: string): (cells: readonly Cell[]) => string {
  const special = delimiter === ';' ? /[";\r\n]/ : /[",\r\n]/;
  return (cells) => {
    let text = '';
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? '';
      if (i > 0) text += delimiter;
      text += special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    }
    return text + end;
  };
}

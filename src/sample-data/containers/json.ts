import { join } from 'node:path';
import type { Cell, DeliveryOptions, DeliveryWriter, TableSpec } from './delivery.ts';
import { FileSink } from './file-sink.ts';

/** One object a line, NULL written as null. Only one table. */
export function ndjsonDelivery(options: DeliveryOptions): DeliveryWriter {
  return objects(options, 'ndjson', () => ({ open: '', between: '\n', close: '\n' }));
}

/** An object that holds the array of rows under the table's name, as web services answer. */
export function jsonDelivery(options: DeliveryOptions): DeliveryWriter {
  return objects(options, 'json', (name) => ({ open: `{"code":1,"${name}":[\n`, between: ',\n', close: '\n]}\n' }));
}

interface Frame {
  readonly open: string;
  readonly between: string;
  readonly close: string;
}

function objects(options: DeliveryOptions, extension: string, frameOf: (table: string) => Frame): DeliveryWriter {
  const file = `${options.name}.${extension}`;
  const sink = new FileSink(join(options.folder, file));
  let end = '';
  return {
    file,
    table: ({ name, columns }: TableSpec) => {
      const frame = frameOf(name);
      const keys = columns.map((column) => `${JSON.stringify(column.name)}:`);
      end = frame.close;
      sink.write(frame.open);
      let first = true;
      return {
        row: (cells) => {
          sink.write((first ? '' : frame.between) + objectText(keys, cells));
          first = false;
        },
      };
    },
    close: () => {
      sink.write(end);
      sink.close();
      return Promise.resolve();
    },
  };
}

function objectText(keys: readonly string[], cells: readonly Cell[]): string {
  let text = '{';
  for (let i = 0; i < keys.length; i++) {
    const cell = cells[i] ?? null;
    text += `${i > 0 ? ',' : ''}${keys[i] ?? ''}${cell === null ? 'null' : JSON.stringify(cell)}`;
  }
  return `${text}}`;
}

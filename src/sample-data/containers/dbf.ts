import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell, DeliveryOptions, DeliveryWriter, TableSpec } from './delivery.ts';
import { FileSink } from './file-sink.ts';

interface Field {
  readonly name: string;
  readonly kind: 'C' | 'N' | 'D';
  readonly size: number;
}

const CP850 = 0x02;

/**
 * A dBASE III file: types 'C(18)', 'N(9)' or 'D'; names of at most 10 characters in upper case. The row count stands in the
 * heading, which is therefore written again at the end.
 */
export function dbfDelivery(options: DeliveryOptions): DeliveryWriter {
  const file = `${options.name}.dbf`;
  const path = join(options.folder, file);
  const sink = new FileSink(path, 'cp850');
  let rows = 0;
  let fields: readonly Field[] = [];
  return {
    file,
    table: ({ columns }: TableSpec) => {
      fields = columns.map(({ name, type }) => fieldOf(name, type));
      sink.bytes(heading(fields, 0));
      return {
        row: (cells) => {
          rows++;
          sink.write(record(fields, cells));
        },
      };
    },
    close: () => {
      sink.bytes(Uint8Array.of(0x1a));
      sink.close();
      const handle = openSync(path, 'r+');
      writeSync(handle, heading(fields, rows), 0, 32, 0);
      closeSync(handle);
      return Promise.resolve();
    },
  };
}

function fieldOf(name: string, type: string): Field {
  const size = Number(/\((\d+)\)/.exec(type)?.[1] ?? '8');
  const kind = type.startsWith('N') ? 'N' : type.startsWith('D') ? 'D' : 'C';
  return { name: name.toUpperCase().slice(0, 10), kind, size: kind === 'D' ? 8 : size };
}

function heading(fields: readonly Field[], rows: number): Buffer {
  const bytes = Buffer.alloc(32 + fields.length * 32 + 1);
  bytes[0] = 0x03;
  bytes.set([125, 10, 1], 1);
  bytes.writeUInt32LE(rows, 4);
  bytes.writeUInt16LE(bytes.length, 8);
  bytes.writeUInt16LE(1 + fields.reduce((sum, { size }) => sum + size, 0), 10);
  bytes[29] = CP850;
  fields.forEach(({ name, kind, size }, i) => {
    const at = 32 + i * 32;
    bytes.write(name, at, 10, 'latin1');
    bytes[at + 11] = kind.charCodeAt(0);
    bytes[at + 16] = size;
  });
  bytes[bytes.length - 1] = 0x0d;
  return bytes;
}

function record(fields: readonly Field[], cells: readonly Cell[]): string {
  let text = ' ';
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i];
    if (field === undefined) continue;
    const cell = (cells[i] ?? '').slice(0, field.size);
    text += field.kind === 'N' ? cell.padStart(field.size) : cell.padEnd(field.size);
  }
  return text;
}

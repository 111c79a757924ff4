import { join } from 'node:path';
import type { Cell, DeliveryOptions, DeliveryWriter, TableSpec, TableWriter } from './delivery.ts';
import { FileSink } from './file-sink.ts';
import { createSpool } from './spool.ts';

/** A dump by pg_dump: COPY blocks. Table names carry their schema: 'public.pegawai', 'validasi.pegawai'. */
export function postgresDelivery(options: DeliveryOptions): DeliveryWriter {
  const file = `${options.name}.sql`;
  const sink = new FileSink(join(options.folder, file), options.encoding);
  const spool = createSpool(options.encoding);
  const parts: FileSink[] = [];
  sink.write(
    "--\n-- PostgreSQL database dump\n--\n\nSET statement_timeout = 0;\nSET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\n\nCREATE SCHEMA validasi;\n\n",
  );
  return {
    file,
    table: ({ name, columns }: TableSpec): TableWriter => {
      const part = spool.part();
      parts.push(part);
      const qualified = name.includes('.') ? name : `public.${name}`;
      const quoted = columns.map((column) =>
        /^[a-z_][a-z0-9_]*$/.test(column.name) ? column.name : `"${column.name}"`,
      );
      const fields = columns.map((column, i) => `    ${quoted[i] ?? ''} ${typeOf(column.type)}`);
      part.write(
        `CREATE TABLE ${qualified} (\n${fields.join(',\n')}\n);\n\nCOPY ${qualified} (${quoted.join(', ')}) FROM stdin;\n`,
      );
      return { row: (cells) => part.write(copyLine(cells)) };
    },
    close: () => {
      for (const part of parts) part.write('\\.\n\n\n');
      spool.drainInto(sink);
      sink.write('--\n-- PostgreSQL database dump complete\n--\n');
      sink.close();
      return Promise.resolve();
    },
  };
}

/** Tables that all dumps have alike are declared in the types of MySQL. */
function typeOf(type: string): string {
  return type.replace(/^int\(\d+\)$/, 'integer').replace(/^datetime$/, 'timestamp without time zone');
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyLine(cells: readonly Cell[]): string {
  let text = '';
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? null;
    if (i > 0) text += '\t';
    text += cell === null ? '\\N' : cell.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
  }
  return `${text}\n`;
}

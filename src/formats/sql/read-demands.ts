import { problem } from '#kernel/problem.ts';
import { fileName, openBytes } from '../stream/byte-source.ts';
import { ByteWindow } from '../stream/byte-window.ts';
import { advance } from '../stream/read-blocks.ts';
import type { Source } from '../types.ts';
import { type DumpSink, SqlScanner } from './sql-scanner.ts';
import { DemandsCollector, type TableDemands } from './table-demands.ts';

/**
 * Goes once through a dump for what the database demands of its rows, by table. Empty where the source is no dump or is the live
 * database itself: then nothing is known.
 */
export async function readDemands(source: Source): Promise<ReadonlyMap<string, TableDemands>> {
  const { dialect } = source;
  if (dialect.kind !== 'sql' || dialect.live) return new Map();
  const bytes = await openBytes(source);
  const found = new DemandsCollector();
  const sink: DumpSink = {
    define: (table, text) => found.define(table, text),
    statement: (text) => found.statement(text),
    begin: () => false,
    row: () => false,
    reject: () => undefined,
    end: () => undefined,
  };
  const scanner = new SqlScanner(sink, dialect.backslash, problem('BERKAS_TERPOTONG', { berkas: fileName(source) }));
  const window = new ByteWindow(bytes);
  try {
    while (!window.ended) {
      await window.more();
      window.start = advance(window, scanner);
    }
  } finally {
    await bytes.close();
  }
  return found.result();
}

import type { LiveSession, RowBlock } from '../types.ts';
import type { Address } from './address.ts';
import { explainFault, refusal } from './faults.ts';
import type { LiveLimits } from './limits.ts';
import type { PacketBatch } from './packet-batch.ts';
import { type Controls, receive, type Receiver } from './receive.ts';

/** What a server tells about one of its tables or views, and how its rows are asked for. */
export interface LiveTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly types: readonly string[];
  /** SELECT without its limit. */
  readonly query: string;
}

/** What is the same for every server. */
export interface LiveOptions {
  /** Columns that are not even asked for. */
  readonly isSecret: (column: string) => boolean;
  /** Ends whatever is going on, at the server as well. */
  readonly signal?: AbortSignal | undefined;
}

export interface OpenedDatabase {
  readonly session: LiveSession;
  readonly tables: readonly LiveTable[];
}

/** One table that is wanted, all of it or its first rows. */
export interface Wanted {
  readonly table: LiveTable;
  readonly limit: number | undefined;
  /** The server's time for it, in milliseconds. */
  readonly time: number;
  /** Batches of what the driver hands over once its query was started, in bounded memory. */
  readonly receive: (start: (receiver: Receiver) => Controls) => AsyncGenerator<PacketBatch>;
}

/** What each server does in its own way. */
export interface Reader {
  rows(wanted: Wanted): AsyncGenerator<RowBlock>;
  /** After the rows of a table, however they ended. */
  settle?(): Promise<void>;
  /** A code for those errors of the driver that have none. */
  named?(error: unknown): unknown;
  close(): void;
}

/** An opened database as others see it: one table at a time, every trouble one sentence, ended by the signal. */
export function createSession(
  address: Address,
  limits: LiveLimits,
  { signal }: LiveOptions,
  tables: readonly LiveTable[],
  reader: Reader,
): LiveSession {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const cancelled = (): Error => refusal('BASIS_DIBATALKAN', address);
  let isReading = false;
  return {
    async *rows({ name }, limit) {
      const table = byName.get(name);
      if (!table) return;
      if (isReading) throw new Error('A session reads one table at a time');
      isReading = true;
      try {
        if (signal?.aborted) throw cancelled();
        yield* reader.rows({
          table,
          limit,
          time: limit === undefined ? limits.table : limits.question,
          receive: (start) => receive(start, { signal, silence: limits.silence, patience: limits.connect, cancelled }),
        });
      } catch (error) {
        throw signal?.aborted ? cancelled() : explainFault(reader.named?.(error) ?? error, address, name);
      } finally {
        await reader.settle?.();
        isReading = false;
      }
    },
    close: () => Promise.resolve(reader.close()),
  };
}

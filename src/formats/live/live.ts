import { type Problem, problem, RefusedFile } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { rowTexts } from '../cell-text.ts';
import { MAX_COLUMNS, MAX_TABLES, SAMPLE_ROWS } from '../limits.ts';
import type { LiveSession, RowBlock, Source, SourceTable } from '../types.ts';
import { type Address, formatAddress, parseAddress } from './address.ts';
import { basisProblem, refusal } from './faults.ts';
import { LIVE_LIMITS, type LiveLimits } from './limits.ts';
import { openMysql } from './mysql.ts';
import { openPostgres } from './postgres.ts';
import type { LiveOptions, LiveTable, OpenedDatabase } from './session.ts';
import { openSqlserver } from './sqlserver.ts';

const OPEN = { mysql: openMysql, postgresql: openPostgres, sqlserver: openSqlserver } as const;

/**
 * Opens a database at its address as a source: what its dump would be, read at the server in one read-only snapshot. It
 * has to be closed (`closeSource`). Every trouble is one sentence, none of which holds a password.
 */
export async function openLive(
  text: string,
  options: LiveOptions,
  limits: LiveLimits = LIVE_LIMITS,
): Promise<Result<Source, Problem>> {
  const address = parseAddress(text);
  if (!address.ok) return address;
  try {
    const { jenis } = address.value;
    const { session, tables } = await openUnlessStopped(address.value, limits, options);
    try {
      const listed = await listTables(address.value, session, tables);
      if (!listed.ok) {
        await session.close();
        return listed;
      }
      return ok({
        path: formatAddress(address.value),
        container: 'sql',
        gzipped: false,
        encoding: 'utf-8',
        dialect: { kind: 'sql', backslash: jenis === 'mysql', live: session, isSqlserver: jenis === 'sqlserver' },
        tables: listed.value,
      });
    } catch (error) {
      await session.close();
      throw error;
    }
  } catch (error) {
    if (error instanceof RefusedFile) return fail(error.problem);
    throw error;
  }
}

/** Who is stopped waits for no log-in and for no catalogue; a session that opens afterwards is closed again. */
async function openUnlessStopped(address: Address, limits: LiveLimits, options: LiveOptions): Promise<OpenedDatabase> {
  const { signal } = options;
  const opening = OPEN[address.jenis](address, limits, options);
  if (!signal) return await opening;
  const stopped = Promise.withResolvers<never>();
  const onAbort = (): void => {
    void opening.then(({ session }) => session.close()).catch(() => undefined);
    stopped.reject(refusal('BASIS_DIBATALKAN', address));
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort);
  try {
    return await Promise.race([opening, stopped.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Rows are not counted: the first ones must do, as with a dump. */
async function listTables(
  address: Address,
  session: LiveSession,
  tables: readonly LiveTable[],
): Promise<Result<readonly SourceTable[], Problem>> {
  const berkas = address.basis;
  if (tables.length === 0) return fail(basisProblem('BASIS_TANPA_TABEL', address));
  if (tables.length > MAX_TABLES) return fail(problem('BATAS_TABEL', { berkas, batas: MAX_TABLES }));
  const wide = tables.find(({ columns }) => columns.length > MAX_COLUMNS);
  if (wide) {
    const jumlah = wide.columns.length;
    return fail(problem('BATAS_KOLOM', { berkas, tabel: wide.name, jumlah, batas: MAX_COLUMNS }));
  }
  const listed: SourceTable[] = [];
  for (const { name, columns, types } of tables) {
    listed.push({ name, columns, types, sample: await firstRows(session.rows({ name }, SAMPLE_ROWS)) });
  }
  return ok(listed);
}

/** What one broken view, or a slow one, cannot spoil: who reads it is told. */
const OF_ONE_TABLE = new Set(['BASIS_HAK', 'BASIS_WAKTU', 'BASIS_TOLAK']);

async function firstRows(blocks: AsyncIterable<RowBlock>): Promise<SourceTable['sample']> {
  const rows: (readonly string[])[] = [];
  try {
    for await (const block of blocks) rows.push(...rowTexts(block, SAMPLE_ROWS - rows.length));
  } catch (error) {
    if (!(error instanceof RefusedFile) || !OF_ONE_TABLE.has(error.problem.code)) throw error;
  }
  return rows;
}

import { jobDeps } from '../../src/app/deliveries.ts';
import { createDeliveryJobs, endDeliveryJob } from '../../src/findings/index.ts';
import { type Database, openDatabase, startJobWorker, type WalkingTransaction } from '../../src/platform/index.ts';
import type { FilledPortal } from './filled.ts';
import { ownCpu, serverCpu, stopwatch } from './usage.ts';

/** What publishing everything took, by kind of statement. */
export interface Publishing {
  readonly wall: number;
  readonly cpu: number;
  readonly cpuServer: number;
  readonly stages: ReadonlyMap<string, number>;
}

/** Publishes all deliveries of a copy of the portal, as its worker does. */
export async function publishAll(portal: FilledPortal, name: string): Promise<Publishing> {
  const url = await portal.copy(name);
  const stages = new Map<string, number>();
  const database = openDatabase(url);
  const faults: unknown[] = [];
  const before = [ownCpu(), serverCpu(portal.data)] as const;
  const watch = stopwatch();
  const worker = startJobWorker({
    database,
    handlers: createDeliveryJobs(jobDeps(timed(database, stages), portal.files)),
    onEnded: endDeliveryJob,
    onFault: (error) => faults.push(error),
  });
  await worker.idle();
  const wall = watch();
  const cpuServer = serverCpu(portal.data) - before[1];
  const cpu = ownCpu() - before[0] + cpuServer;
  await worker.stop();
  await database.close();
  if (faults.length > 0) throw faults[0];
  return { wall, cpu, cpuServer, stages };
}

/** A database that adds the seconds of each kind of statement of walking transactions to `stages`. */
function timed(database: Database, stages: Map<string, number>): Database {
  const measure = async <T>(label: string, work: () => Promise<T>): Promise<T> => {
    const watch = stopwatch();
    try {
      return await work();
    } finally {
      stages.set(label, (stages.get(label) ?? 0) + watch());
    }
  };
  return {
    ...database,
    withContexts: async (work) => {
      let end = stopwatch();
      const value = await database.withContexts(async (transaction) => {
        const wrapped: WalkingTransaction = {
          enter: (scope) => transaction.enter(scope),
          query: (sql, values) => measure(labelOf(sql), () => transaction.query(sql, values)),
          copyInto: (target, rows) => measure(`COPY ${target.split(' ')[0]}`, () => transaction.copyInto(target, rows)),
        };
        const result = await work(wrapped);
        end = stopwatch();
        return result;
      });
      stages.set('COMMIT', (stages.get('COMMIT') ?? 0) + end());
      return value;
    },
  };
}

/** Verb and table of a statement. */
function labelOf(sql: string): string {
  const verb = /\b(INSERT INTO|UPDATE|ANALYZE|CREATE TEMPORARY TABLE|DROP TABLE|DELETE FROM|SELECT)\b/.exec(sql)?.[1];
  const table = /(?:INSERT INTO|UPDATE|ANALYZE|FROM)\s+([\w.]+)/.exec(sql)?.[1] ?? '';
  return `${verb ?? 'other'} ${table}`;
}

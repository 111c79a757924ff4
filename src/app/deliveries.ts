import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  addChangedPeopleRoutes,
  addFindingsRoutes,
  addWorkbenchRoutes,
  createDeliveryJobs,
  createExportJobs,
  createPeopleIndexes,
  endDeliveryJob,
  endExportJob,
  type JobDeps,
  quarantinePath,
} from '#findings';
import type { TakingLimits } from '#identity';
import { addIntakeRoutes, addScheduleRoutes } from '#intake';
import { type Database, type JobWorker, openObjectFolder, type Server, startJobWorker } from '#platform';
import { openReference } from '#reference';
import { ACUAN_FOLDER } from './folders.ts';

/** What jobs about deliveries need of this machine; `folder` is where deliveries lie. */
export function jobDeps(database: Database, folder: string): JobDeps {
  mkdirSync(folder, { recursive: true });
  return {
    database,
    files: { folder, objects: openObjectFolder(join(folder, 'isi')) },
    acuan: existsSync(ACUAN_FOLDER) ? ACUAN_FOLDER : undefined,
  };
}

/** Deliveries, differences and people; the worker of their jobs lives as long as the server. */
export function addDeliveries(
  server: Server,
  deps: JobDeps & { readonly batas: TakingLimits },
  onFault: (error: unknown) => void,
): JobWorker {
  const { database, files, acuan } = deps;
  const worker = startJobWorker({
    database,
    handlers: createDeliveryJobs(deps),
    onEnded: endDeliveryJob,
    onFault,
  });
  server.addHook('onClose', () => worker.stop());
  addIntakeRoutes(server, {
    database,
    files,
    wake: () => worker.wake(),
    quarantineOf: (kiriman) => quarantinePath(files, kiriman),
  });
  addScheduleRoutes(server, database);
  const reference = openReference(acuan);
  const findings = {
    database,
    reference,
    files: files.folder,
    indexes: createPeopleIndexes(),
    batas: deps.batas,
    onFault,
  };
  // Exports have a worker of their own: a file for one person holds up no publication.
  const exporter = startJobWorker({
    database,
    handlers: createExportJobs(findings),
    onEnded: endExportJob,
    onFault,
  });
  server.addHook('onClose', () => exporter.stop());
  addFindingsRoutes(server, findings, () => exporter.wake());
  addChangedPeopleRoutes(server, { database, files, reference });
  addWorkbenchRoutes(server, { database, files, reference, acuan, wake: () => worker.wake() });
  return worker;
}

import { existsSync, rmSync } from 'node:fs';
import { findActor, isAllowed } from '#identity';
import { problem, RefusedFile } from '#kernel/problem.ts';
import { endJob, type JobHandler, type OnJobEnded, type Scope } from '#platform';
import type { FindingsDeps } from '../deps.ts';
import { type ExportWish, exportWish, LIST_ACTIONS, writeWished, type WrittenExport } from '../exported-lists.ts';
import { endWish, exportPath, findWish, keepWaiting } from '../exports.ts';
import { recordExport } from '../record-export.ts';

/** Exports of many rows: the file is written while nobody waits, and can be fetched when the job is done. */
export function createExportJobs(deps: FindingsDeps): Readonly<Record<'ekspor', JobHandler>> {
  return {
    ekspor: async (job, { signal, report }) => {
      const own = { lingkup: 'instansi', instansi: job.instansi } as const;
      const asked = await deps.database.withContext(own, async (transaction) => {
        const found = await findWish(transaction, job.instansi, job.sasaran);
        if (!found) return undefined;
        const wish = exportWish.parse(found.permintaan);
        const owner = { instansi: job.instansi, penggunaId: found.penggunaId };
        const actor = await findActor(transaction, owner);
        // Rights are those of the moment, not of when it was asked for.
        const target = { instansi: wish.instansi ?? 0, isSelf: false };
        if (!actor || !isAllowed(actor, LIST_ACTIONS[wish.daftar], target))
          throw new RefusedFile(problem('TIDAK_BERHAK'));
        return { ...owner, oleh: found.oleh, wish };
      });
      if (!asked) {
        await deps.database.withContext(own, (transaction) => endJob(transaction, job, 'dibatalkan'));
        return;
      }
      const path = exportPath(deps.files, job.sasaran);
      try {
        const written = await writeWished(deps, asked.wish, {
          scope: scopeOf(asked.wish),
          path,
          oleh: asked.oleh,
          ekspor: job.sasaran,
          signal,
          report: (selesai, dari) => report({ tahap: 'Menyusun berkas', selesai, dari }),
        });
        signal.throwIfAborted();
        keepWaiting(path);
        await finish(asked.wish, asked.penggunaId, written);
      } catch (error) {
        if (existsSync(path)) rmSync(path, { force: true });
        throw error;
      }

      async function finish(wish: ExportWish, penggunaId: string, { baris, perInstansi }: WrittenExport) {
        await deps.database.withContexts(async (transaction) => {
          await recordExport(transaction, { instansi: job.instansi, penggunaId }, job.sasaran, wish, perInstansi);
          await transaction.enter(own);
          await endWish(transaction, job.instansi, job.sasaran, baris);
          await endJob(transaction, job, 'selesai');
        });
      }
    },
  };
}

/** Without an instansi all are read, which only those may ask for who see all. */
const scopeOf = ({ instansi }: ExportWish): Scope =>
  instansi === undefined ? { lingkup: 'provinsi' } : { lingkup: 'instansi', instansi };

/** An export that came to nothing forgets what was asked for. */
export const endExportJob: OnJobEnded = async (transaction, job) =>
  endWish(transaction, job.instansi, job.sasaran, null);

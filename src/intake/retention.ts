import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem, problem } from '#kernel/problem.ts';
import { type Database, recordEvent, RefusedRequest } from '#platform';
import { moveDelivery } from './deliveries.ts';
import type { DeliveryState } from './states.ts';
import { type DeliveryFiles, partialPath } from './uploads.ts';

/** For how many days what is kept; 0 for ever. */
export interface Retention {
  /** Uploads that nobody goes on with. */
  readonly unggahan: number;
  /** What was made out of deliveries that are no longer shown; it can be made again from their files. */
  readonly siap: number;
  /** Files of deliveries that are no longer shown. */
  readonly kiriman: number;
}

/** What was let go. */
export interface Swept {
  readonly unggahan: number;
  readonly siap: number;
  readonly kiriman: number;
}

interface OldDelivery {
  readonly instansi: number;
  readonly kiriman: string;
  readonly keadaan: DeliveryState;
  readonly sidikJari: string | null;
  readonly umur: number;
  /** The same bytes are still wanted, here or elsewhere. */
  readonly dipakai: boolean;
}

const DAY_SECONDS = 86_400;

/**
 * Lets go of files that were kept long enough. What is shown, and the delivery before it, to which one can go back, stay whatever
 * their age. Each file that goes leaves an event. Begun again after a fault it goes on.
 */
export async function sweepDeliveries(database: Database, files: DeliveryFiles, retention: Retention): Promise<Swept> {
  const swept = { unggahan: 0, siap: 0, kiriman: 0 };
  for (const old of await listOld(database)) {
    const isOver = (days: number): boolean => days > 0 && old.umur > days * DAY_SECONDS;
    if (old.keadaan === 'mengunggah') {
      if (isOver(retention.unggahan) && (await cancelUpload(database, files, old, retention.unggahan)))
        swept.unggahan += 1;
      continue;
    }
    if (isOver(retention.siap) && removeMade(join(files.folder, 'siap', old.kiriman))) swept.siap += 1;
    if (isOver(retention.kiriman) && (await removeFile(database, files, old))) swept.kiriman += 1;
  }
  return swept;
}

/** Deliveries that are neither shown nor on their way, but the newest of the replaced and withdrawn ones of each instansi; oldest first. */
async function listOld(database: Database): Promise<readonly OldDelivery[]> {
  return database.readSnapshot({ lingkup: 'provinsi' }, (transaction) =>
    transaction.query<OldDelivery>(
      `WITH lalu AS (
         SELECT DISTINCT ON (instansi_id) instansi_id, kiriman_id FROM intake.kiriman
         WHERE keadaan IN ('digantikan', 'ditarik') ORDER BY instansi_id, terbit_pada DESC NULLS LAST
       ), lama AS (
         SELECT k.* FROM intake.kiriman k WHERE keadaan IN ('mengunggah', 'digantikan', 'ditarik', 'ditolak', 'dibatalkan')
           AND NOT EXISTS (SELECT FROM lalu WHERE lalu.instansi_id = k.instansi_id AND lalu.kiriman_id = k.kiriman_id)
       )
       SELECT instansi_id AS instansi, kiriman_id AS kiriman, keadaan, encode(sidik_jari, 'hex') AS "sidikJari",
         extract(epoch FROM now() - diterima_pada)::float8 AS umur,
         EXISTS (SELECT FROM intake.kiriman p WHERE p.sidik_jari = lama.sidik_jari
           AND NOT EXISTS (SELECT FROM lama l WHERE l.instansi_id = p.instansi_id AND l.kiriman_id = p.kiriman_id)) AS dipakai
       FROM lama ORDER BY diterima_pada`,
    ),
  );
}

async function cancelUpload(
  database: Database,
  files: DeliveryFiles,
  { instansi, kiriman }: OldDelivery,
  hari: number,
): Promise<boolean> {
  const partial = partialPath(files, kiriman);
  const touched = statSync(partial, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Date.now() - touched < hari * DAY_SECONDS * 1000) return false;
  const pesan = describeProblem(problem('UNGGAH_DITINGGALKAN', { hari }));
  try {
    await database.withContext({ lingkup: 'instansi', instansi }, async (transaction) => {
      await moveDelivery(transaction, { instansi, kiriman }, 'batal', { pesan });
      await recordEvent(transaction, {
        instansi,
        pelaku: 'sistem',
        tindakan: 'kiriman.batal',
        sasaran: `kiriman/${kiriman}`,
        rincian: { masaSimpan: hari },
      });
    });
  } catch (error) {
    // its sender came back at this moment
    if (error instanceof RefusedRequest) return false;
    throw error;
  }
  rmSync(partial, { force: true });
  return true;
}

/** What was made out of a delivery goes, but for the list of its quarantined rows. */
function removeMade(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const made = readdirSync(folder).filter((name) => name !== 'karantina.csv');
  for (const name of made) rmSync(join(folder, name), { recursive: true, force: true });
  return made.length > 0;
}

async function removeFile(
  database: Database,
  files: DeliveryFiles,
  { instansi, kiriman, sidikJari, dipakai }: OldDelivery,
): Promise<boolean> {
  const made = join(files.folder, 'siap', kiriman);
  const isThere = sidikJari !== null && !dipakai && files.objects.stat(sidikJari) !== undefined;
  if (!isThere && !existsSync(made)) return false;
  await database.withContext({ lingkup: 'instansi', instansi }, (transaction) =>
    recordEvent(transaction, {
      instansi,
      pelaku: 'sistem',
      tindakan: 'kiriman.hapus-berkas',
      sasaran: `kiriman/${kiriman}`,
    }),
  );
  rmSync(made, { recursive: true, force: true });
  if (isThere) files.objects.remove(sidikJari);
  return true;
}

import { basename, join } from 'node:path';
import { BKN_INSTANSI } from '#identity';
import type { JobDeps } from '#findings';
import { addWholeDelivery, findDelivery, findPublished, type StoredDelivery } from '#intake';
import { formatIsoDate } from '#kernel/local-date.ts';
import { type Database, fingerprintFile } from '#platform';
import { listDeliveries } from './deliveries.ts';
import type { SampleMonth } from './make-months.ts';

/** The deliveries of a month in the portal. */
export interface MonthDeliveries {
  readonly bkn: StoredDelivery;
  readonly simpeg: readonly StoredDelivery[];
  readonly oleh: string;
}

/** Takes the files of a month in as deliveries that have arrived. Where nobody changed, the published delivery has the same bytes and stays. */
export async function addMonth(
  deps: JobDeps,
  { per, folder, oleh }: SampleMonth & { readonly oleh: string },
): Promise<MonthDeliveries> {
  const add = async (instansi: number, path: string): Promise<StoredDelivery> => {
    const published = await deps.database.withContext({ lingkup: 'instansi', instansi }, (transaction) =>
      findPublished(transaction, instansi),
    );
    if (published?.sidikJari === (await fingerprintFile(path))) return published;
    const kiriman = await addWholeDelivery(deps.database, deps.files, {
      instansi,
      path,
      per: formatIsoDate(per),
      namaBerkas: basename(path),
      oleh,
      pengirim: 'Data contoh',
    });
    return getDelivery(deps.database, { instansi, kiriman });
  };
  const bkn = await add(BKN_INSTANSI, join(folder, 'bkn.csv'));
  const simpeg: StoredDelivery[] = [];
  for (const { instansi, berkas } of listDeliveries(folder)) simpeg.push(await add(Number(instansi), berkas));
  return { bkn, simpeg, oleh };
}

/** The same deliveries as they stand now. */
export async function readMonth(database: Database, month: MonthDeliveries): Promise<MonthDeliveries> {
  const simpeg: StoredDelivery[] = [];
  for (const each of month.simpeg) simpeg.push(await getDelivery(database, each));
  return { ...month, bkn: await getDelivery(database, month.bkn), simpeg };
}

async function getDelivery(
  database: Database,
  { instansi, kiriman }: { readonly instansi: number; readonly kiriman: string },
): Promise<StoredDelivery> {
  const found = await database.withContext({ lingkup: 'instansi', instansi }, (transaction) =>
    findDelivery(transaction, instansi, kiriman),
  );
  if (!found) throw new Error('A sample delivery is gone');
  return found;
}

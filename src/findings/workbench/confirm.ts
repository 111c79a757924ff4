import {
  addVersion,
  confirmVersion,
  type DeliveryFiles,
  newestVersion,
  offerRecipe,
  offerWords,
  shareableWords,
  shareRecipe,
  type StoredDelivery,
  takeVersion,
} from '#intake';
import { describeProblem } from '#kernel/problem.ts';
import type { Database, Transaction } from '#platform';
import { folderOf, workbenchPath } from '../jobs/publication-files.ts';
import { readWorkbench } from './open-workbench.ts';
import { describeDelivery } from './tasks.ts';

/** Who confirms. */
export interface Confirming {
  readonly oleh: string;
  readonly nama: string;
}

/** From now on a version acts, and what of it is nobody's is offered to others. Refuses with 409 where it does already. */
export async function confirmAndOffer(
  transaction: Transaction,
  files: DeliveryFiles,
  { instansi, nomor }: { readonly instansi: number; readonly nomor: number },
  who: Confirming,
): Promise<void> {
  const version = await takeVersion(transaction, instansi, nomor);
  await confirmVersion(transaction, { instansi, nomor }, who);
  if ((await newestVersion(transaction, instansi)) !== nomor) return;
  const counts = readWorkbench(workbenchPath(files, version.kiriman))?.isi ?? {};
  await offerWords(transaction, instansi, shareableWords(version.pemetaan, counts));
  await offerRecipe(transaction, { instansi, nomor }, shareRecipe(version, counts));
}

/** Confirms the recipe by which a delivery was read, as it is, as the first version of its instansi: of the sample somebody has to. */
export async function confirmAsRead(
  database: Database,
  files: DeliveryFiles,
  delivery: StoredDelivery,
  who: Confirming,
): Promise<void> {
  const { berkas, meja } = folderOf(files, delivery);
  const { instansi, kiriman } = delivery;
  const workbench = readWorkbench(meja);
  if (!workbench) throw new Error('A delivery of the sample has no workbench');
  const described = await describeDelivery(berkas, workbench.recipe, workbench.riwayat);
  if (!described.ok) throw new Error(describeProblem(described.error));
  await database.withContext({ lingkup: 'instansi', instansi }, async (transaction) => {
    const { oleh, nama: pembuat } = who;
    const version = { instansi, kiriman, oleh, pembuat, catatan: '', ...described.value };
    const nomor = await addVersion(transaction, version);
    await confirmAndOffer(transaction, files, { instansi, nomor }, who);
  });
}

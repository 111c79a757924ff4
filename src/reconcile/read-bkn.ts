import type { Problem } from '#kernel/problem.ts';
import { ok, type Result } from '#kernel/result.ts';
import { createUnderstand, proposeRecipe } from '#mapping';
import { openReference } from '#reference';
import { type BknLoaded, loadBkn } from './load-bkn.ts';
import { openDelivery, openDeliveryFile, parseDeliveryPath, type RowSink } from './read-delivery.ts';

/** Reads BKN's export into shared memory, by a recipe proposed for it. */
export async function readBkn(
  bkn: string,
  acuan: string | undefined,
  quarantine: RowSink,
): Promise<Result<BknLoaded, Problem>> {
  const path = parseDeliveryPath(bkn);
  const source = await openDeliveryFile(path);
  if (!source.ok) return source;
  const reference = openReference(acuan);
  const recipe = await proposeRecipe(source.value, {
    reference,
    ...(path.tabel === undefined ? {} : { tabel: path.tabel }),
  });
  if (!recipe.ok) return recipe;
  const understand = createUnderstand(reference);
  const delivery = await openDelivery({
    source: source.value,
    // Nobody in BKN's file is left out: whoever has gone there while a Simpeg counts them in is a difference worth telling.
    recipe: { ...recipe.value, saring: [] },
    nama: bkn,
    understand,
    quarantine,
  });
  return ok(await loadBkn(delivery, acuan));
}

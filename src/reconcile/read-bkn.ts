import { basename } from 'node:path';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { createUnderstand, findHiddenSheets, findUnreadPeople, hasBknSigns, proposeRecipe } from '#mapping';
import { openReference } from '#reference';
import { type BknLoaded, loadBkn } from './load-bkn.ts';
import type { FileRead } from './protocol.ts';
import { openDelivery, type RowSink, withDelivery } from './read-delivery.ts';
import { PartFile } from './report/part-file.ts';
import { stackOf } from './report/stacked-tables.ts';
import { keepReading, keyOfReading, takeReading } from './store/keep-bkn.ts';

export interface BknRead extends BknLoaded, Pick<FileRead, 'stack' | 'unread' | 'hidden'> {}

/** Reads BKN's export into shared memory, by a recipe proposed for it; refuses a file with nothing of BKN's in it. */
export async function readBkn(
  bkn: string,
  acuan: string | undefined,
  quarantine: RowSink,
): Promise<Result<BknRead, Problem>> {
  const choose = (other: string): string => `samakan judul kolomnya, atau pilih tabel itu: --bkn "${bkn}#${other}"`;
  return withDelivery(bkn, async (source, tabel) => {
    const reference = openReference(acuan);
    const recipe = await proposeRecipe(source, { reference, ...(tabel === undefined ? {} : { tabel }) });
    if (!recipe.ok) return recipe;
    const delivery = await openDelivery({
      source,
      // Nobody in BKN's file is left out: whoever has gone there while a Simpeg counts them in is a difference worth telling.
      recipe: { ...recipe.value, saring: [] },
      nama: bkn,
      understand: createUnderstand(reference),
      quarantine,
    });
    const loaded = await loadBkn(delivery, acuan);
    if (loaded.counts.dibaca === 0) return fail(problem('BERKAS_TANPA_BARIS', { berkas: bkn }));
    const isBkn = hasBknSigns(source, recipe.value) || loaded.shared.instansiCodes.some((kode) => kode !== '');
    if (!isBkn) return fail(problem('BKN_BUKAN', { berkas: basename(bkn) }));
    return ok({
      ...loaded,
      stack: stackOf(source, recipe.value, loaded.counts.susunan, new Int32Array()),
      unread: tabel === undefined ? await findUnreadPeople(source, recipe.value, choose) : [],
      hidden: tabel === undefined ? findHiddenSheets(source) : undefined,
    });
  });
}

export interface BknFile {
  readonly bkn: string;
  readonly acuan: string | undefined;
  /** Where the reading is kept, and taken from the next time; without it the file is read. */
  readonly simpananBkn?: string | undefined;
}

/** As `readBkn`, with the quarantined rows in a file of their own; a file that was read before is not read again. */
export async function readBknOnce(
  { bkn, acuan, simpananBkn }: BknFile,
  quarantinePart: string,
): Promise<Result<BknRead, Problem>> {
  const key = simpananBkn === undefined ? '' : keyOfReading(bkn, acuan);
  const kept = simpananBkn === undefined ? undefined : takeReading(simpananBkn, key, quarantinePart);
  if (kept !== undefined) return ok(kept as BknRead);
  const quarantine = new PartFile(quarantinePart);
  try {
    const read = await readBkn(bkn, acuan, quarantine);
    if (read.ok && simpananBkn !== undefined) {
      quarantine.flush();
      keepReading(simpananBkn, key, read.value, quarantinePart);
    }
    return read;
  } finally {
    quarantine.close();
  }
}

import { basename } from 'node:path';
import { isAddress } from '#formats';
import { type Problem, problem } from '#kernel/problem.ts';
import { ok } from '#kernel/result.ts';
import { isBknExport } from '#mapping';
import { withDelivery } from './read-delivery.ts';

/** Where the file given as BKN's is none and a delivery is the export: that the two were swapped. */
export async function findSwapped(bkn: string, deliveries: readonly string[]): Promise<Problem | undefined> {
  for (const berkas of deliveries) {
    if (isAddress(berkas)) continue;
    const found = await withDelivery(berkas, async (source) => ok(isBknExport(source)));
    if (found.ok && found.value) {
      return problem('BKN_TERTUKAR', { berkas: basename(bkn), kiriman: basename(berkas) });
    }
  }
  return undefined;
}

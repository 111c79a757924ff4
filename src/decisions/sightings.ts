import type { Transaction } from '#platform';
import { advance, type CaseEvent } from './life.ts';
import { type CaseKey, keyOf, readCases, writeMoved } from './store.ts';

/** What a publication shows of a case: its difference, that both sides agree, or nothing. */
export interface Sighting extends CaseKey {
  readonly event: Extract<CaseEvent, { jenis: 'tampak' | 'selaras' | 'lepas' }>;
}

/** Takes down what a publication shows. A case that is not written yet begins with its difference. */
export async function noteSightings(
  transaction: Transaction,
  instansi: number,
  terbitan: number,
  sightings: readonly Sighting[],
): Promise<void> {
  const cases = await readCases(transaction, instansi, sightings);
  const moved = sightings.map(({ orang, bidang, event }) => {
    const known = cases.get(keyOf({ orang, bidang }));
    return { orang, bidang, versi: known?.versi ?? 0, events: [event], life: advance(known?.life, event) };
  });
  await writeMoved(transaction, instansi, moved, terbitan);
}

import { DICTIONARY_SLOTS, type Entry, getSlot, type Plan } from '#mapping';
import { instansiCodeOf } from './instansi-code.ts';
import type { BknShared } from './protocol.ts';
import type { Delivery, RowCounts } from './read-delivery.ts';
import { KeyIndex } from './store/key-index.ts';
import { shareEntries } from './store/entry-table.ts';
import { RecordReader, RecordWriter } from './store/record-store.ts';

const NIP = getSlot('nip');
const INSTANSI = getSlot('instansi');
const INSTANSI_KERJA = getSlot('instansi_kerja');

export interface BknLoaded {
  readonly shared: BknShared;
  readonly counts: RowCounts & { readonly tabel: string };
  /** Records that bear one NIP, two by two. */
  readonly duplicates: readonly (readonly [number, number])[];
}

/** Reads BKN's file into shared memory and indexes it by person id and NIP. */
export async function loadBkn(delivery: Delivery, acuan: string | undefined): Promise<BknLoaded> {
  const writer = new RecordWriter();
  const counts = await delivery.read((row, dataRow) => writer.append(dataRow, row));
  const store = writer.finish();
  const records = new RecordReader(store);
  const entries = listEntries(delivery.plan);
  const byNip = KeyIndex.build(records, NIP.int, 2);
  return {
    counts: { ...counts, tabel: delivery.recipe.tabel },
    duplicates: byNip.pairsOfOneKey(),
    shared: {
      store,
      byNip: byNip.buffers,
      byPnsId: KeyIndex.build(records, 0, 4).buffers,
      entries: entries.map(shareEntries),
      delivered: delivery.plan.delivered.map(({ index }) => index),
      instansiCodes: (entries[INSTANSI.dictionary] ?? []).map(instansiCodeOf),
      instansiKerjaCodes: (entries[INSTANSI_KERJA.dictionary] ?? []).map(instansiCodeOf),
      acuan,
    },
  };
}

function listEntries(plan: Plan): (readonly Entry[])[] {
  return DICTIONARY_SLOTS.map((slot) => plan.dictionaries[slot.dictionary]?.entries ?? []);
}

import { DICTIONARY_SLOTS, type Entry, getSlot, isClosedField, type Plan, type Slot } from '#mapping';
import { instansiCodeOf } from './instansi-code.ts';
import type { BknShared } from './protocol.ts';
import type { Delivery, RowCounts } from './read-delivery.ts';
import { KeyIndex } from './store/key-index.ts';
import { shareEntries } from './store/entry-table.ts';
import { takeUsualNames } from './store/usual-names.ts';
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
  const entries = listEntries(delivery.plan, records);
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

/** What BKN's cells mean; in lists without a closed set of codes the usual name of an id counts. */
function listEntries(plan: Plan, records: RecordReader): (readonly Entry[])[] {
  return DICTIONARY_SLOTS.map((slot) => {
    const entries = plan.dictionaries[slot.dictionary]?.entries ?? [];
    const isOpen = slot.field.pembanding === 'kode_lalu_teks' && !isClosedField(slot.field);
    return isOpen ? takeUsualNames(entries, countPeople(records, slot, entries.length)) : entries;
  });
}

function countPeople(records: RecordReader, slot: Slot, entries: number): (entry: number) => number {
  const people = new Uint32Array(entries);
  for (let record = 0; record < records.count; record++) {
    records.moveTo(record);
    const entry = records.ints[records.int + slot.int] as number;
    if (entry > 0) people[entry] = (people[entry] as number) + 1;
  }
  return (entry) => people[entry] ?? 0;
}

import { DICTIONARY_SLOTS, type Entry, getSlot, isClosedField, type Plan, type Slot } from '#mapping';
import { instansiCodeOf } from './instansi-code.ts';
import type { BknShared } from './protocol.ts';
import type { Delivery, ReadCounts } from './read-delivery.ts';
import { KeyIndex } from './store/key-index.ts';
import { shareEntries } from './store/entry-table.ts';
import { takeUsualNames } from './store/usual-names.ts';
import { RecordReader, RecordWriter, SEGMENT_SHIFT } from './store/record-store.ts';

const NIP = getSlot('nip');
const NIK = getSlot('nik');
const INSTANSI = getSlot('instansi');
const INSTANSI_KERJA = getSlot('instansi_kerja');

/** Lists without a closed set of codes. */
const OPEN_SLOTS = DICTIONARY_SLOTS.filter(
  ({ field }) => field.pembanding === 'kode_lalu_teks' && !isClosedField(field),
);

export interface BknLoaded {
  readonly shared: BknShared;
  readonly counts: ReadCounts & { readonly tabel: string };
  /** Records that bear one NIP, two by two. */
  readonly duplicates: readonly (readonly [number, number])[];
}

/** Reads BKN's file into shared memory and indexes it by person id and NIP. */
export async function loadBkn(
  delivery: Delivery,
  acuan: string | undefined,
  size: keyof typeof SEGMENT_SHIFT = 'large',
): Promise<BknLoaded> {
  const writer = new RecordWriter(SEGMENT_SHIFT[size]);
  const people = OPEN_SLOTS.map((): number[] => []);
  const counts = await delivery.read((row, dataRow) => {
    writer.append(dataRow, row);
    for (let i = 0; i < OPEN_SLOTS.length; i++) {
      countEntry(people[i] as number[], row.ints[(OPEN_SLOTS[i] as Slot).int] as number);
    }
  });
  const store = writer.finish();
  const records = new RecordReader(store);
  const entries = listEntries(delivery.plan, people);
  const byNip = KeyIndex.build(records, NIP.int, 2);
  return {
    counts: { ...counts, tabel: delivery.recipe.tabel },
    duplicates: byNip.pairsOfOneKey(),
    shared: {
      store,
      byNip: byNip.buffers,
      byPnsId: KeyIndex.build(records, 0, 4).buffers,
      entries: entries.map(shareEntries),
      delivered: delivery.plan.delivered.flatMap((slot) => (counts.isNikRounded && slot === NIK ? [] : [slot.index])),
      instansiCodes: (entries[INSTANSI.dictionary] ?? []).map(instansiCodeOf),
      instansiKerjaCodes: (entries[INSTANSI_KERJA.dictionary] ?? []).map(instansiCodeOf),
      acuan,
    },
  };
}

/** People by entry: entries are numbered as they come, so that the list grows by one. */
function countEntry(people: number[], entry: number): void {
  while (people.length <= entry) people.push(0);
  if (entry > 0) people[entry] = (people[entry] as number) + 1;
}

/** What BKN's cells mean; in lists without a closed set of codes the usual name of an id counts. */
function listEntries({ dictionaries }: Plan, people: readonly (readonly number[])[]): (readonly Entry[])[] {
  return DICTIONARY_SLOTS.map((slot) => {
    const entries = dictionaries[slot.dictionary]?.entries ?? [];
    const counts = people[OPEN_SLOTS.indexOf(slot)];
    return counts ? takeUsualNames(entries, (entry) => counts[entry] ?? 0) : entries;
  });
}

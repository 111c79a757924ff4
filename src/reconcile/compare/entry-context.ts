import { DICTIONARY_SLOTS } from '#mapping';
import { placeKind, type Reference } from '#reference';
import type { EntryTable } from '../store/entry-table.ts';
import type { EntryContext } from './compare-entries.ts';

/** What the national lists and BKN's own file say about the values of coded fields. */
export function createEntryContext(reference: Reference, bknEntries: readonly EntryTable[]): EntryContext {
  const dictionaryOf = new Map(DICTIONARY_SLOTS.map(({ field, dictionary }) => [field.nama, dictionary]));
  return {
    sameMeaning: (field, idA, idB) => reference.table(...(field.tabelReferensi ?? [])).sameMeaning(idA, idB),
    isKnownName: (field, folded) => bknEntries[dictionaryOf.get(field.nama) ?? -1]?.hasName(folded) ?? false,
    nameOfId: (field, id) => bknEntries[dictionaryOf.get(field.nama) ?? -1]?.nameOfCode(id) ?? '',
    kindOfPlace: (id) => placeKind(id) ?? kindOfPlace(reference, id),
  };
}

/** As the name of a place says it. */
function kindOfPlace(reference: Reference, id: string): 'kabupaten' | 'kota' | undefined {
  const nama = id === '' ? undefined : reference.table('lokasi_kabupaten').findById(id)?.nama.toUpperCase();
  if (nama === undefined) return undefined;
  if (nama.startsWith('KOTA ')) return 'kota';
  return nama.startsWith('KAB') ? 'kabupaten' : undefined;
}

import type { Field } from '#canonical';
import { DICTIONARY_SLOTS, type Entry } from '#mapping';
import type { Reference } from '#reference';
import type { EntryContext } from './compare-entries.ts';

/** What the national lists and BKN's own file say about the values of coded fields. */
export function createEntryContext(reference: Reference, bknEntries: readonly (readonly Entry[])[]): EntryContext {
  const known = new Map<string, ReadonlySet<string>>();
  const knownNames = (field: Field): ReadonlySet<string> => {
    const names = known.get(field.nama) ?? listNames(field, bknEntries);
    known.set(field.nama, names);
    return names;
  };
  const tableOf = (field: Field) => reference.table(...(field.tabelReferensi ?? []));
  return {
    sameMeaning: (field, idA, idB) => tableOf(field).sameMeaning(idA, idB),
    isKnownName: (field, folded) => knownNames(field).has(folded),
    kindOfPlace: (id) => kindOfPlace(reference, id),
  };
}

function listNames(field: Field, bknEntries: readonly (readonly Entry[])[]): ReadonlySet<string> {
  const slot = DICTIONARY_SLOTS.find((candidate) => candidate.field.nama === field.nama);
  const entries = slot ? (bknEntries[slot.dictionary] ?? []) : [];
  return new Set(entries.map(({ folded }) => folded));
}

/** BKN prints the four kabupaten and kota of one name alike; only their parents' lists tell them apart by name. */
function kindOfPlace(reference: Reference, id: string): 'kabupaten' | 'kota' | undefined {
  const nama = id === '' ? undefined : reference.table('lokasi_kabupaten').findById(id)?.nama.toUpperCase();
  if (nama === undefined) return undefined;
  if (nama.startsWith('KOTA ')) return 'kota';
  return nama.startsWith('KAB') ? 'kabupaten' : undefined;
}

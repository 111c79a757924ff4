import { findField } from '#canonical';
import { CROSSWALK_SLOTS } from '#reconcile';
import type { Reference, ReferenceTable } from '#reference';
import { askMeant } from '#kernel/nearest-word.ts';
import { type Problem, problem } from '#kernel/problem.ts';

/** What the national lists say about the fields of crosswalks. */
export interface Knowledge {
  /** The list of a field; undefined where it has none or none was imported. */
  readonly tableOf: (kolom: string) => ReferenceTable | undefined;
  /** Whether one list holds the values of the field for the whole country, imported or not. */
  readonly hasNationalList: (kolom: string) => boolean;
  /** The name of BKN's value; that of the list where BKN's file bears only the code, as it does for golongan. */
  readonly nameOf: (kolom: string, value: { readonly id: string; readonly nama: string }) => string;
  readonly isSame: (kolom: string, idA: string, idB: string) => boolean;
}

export function createKnowledge(reference: Reference): Knowledge {
  const namesOf = (kolom: string): readonly string[] => findField(kolom)?.tabelReferensi ?? [];
  const tableOf = (kolom: string): ReferenceTable | undefined => {
    const names = namesOf(kolom);
    if (names.length === 0 || !names.some((name) => reference.has(name))) return undefined;
    return reference.table(...names);
  };
  return {
    tableOf,
    hasNationalList: (kolom) => namesOf(kolom).length > 0,
    nameOf: (kolom, { id, nama }) => {
      const found = nama === id ? tableOf(kolom)?.findByCode(id) : undefined;
      return found?.kind === 'one' ? found.row.nama : nama;
    },
    isSame: (kolom, idA, idB) => tableOf(kolom)?.sameMeaning(idA, idB) ?? idA === idB,
  };
}

const FIELD_NAMES: readonly string[] = CROSSWALK_SLOTS.map(({ field }) => field.nama);

/** Why a field cannot be crossed; undefined where it can. */
export function findFieldFault(kolom: string): Problem | undefined {
  if (FIELD_NAMES.includes(kolom)) return undefined;
  return problem('SILANG_KOLOM', { kolom, saran: askMeant(kolom, FIELD_NAMES), pilihan: FIELD_NAMES.join(', ') });
}

import { KELUARGA } from './catalogue/keluarga.ts';
import { PEGAWAI } from './catalogue/pegawai.ts';
import { RIWAYAT } from './catalogue/riwayat.ts';
import type { FieldRow } from './field-row.ts';

export type { Entitas, FieldRow, Kelompok, Normalisasi, Pembanding, Tipe } from './field-row.ts';

/** Name of a field of the canonical model, as scripts and files use it. */
export type FieldName = (typeof PEGAWAI | typeof RIWAYAT | typeof KELUARGA)[number]['nama'];

/** Name of a field of a person. */
export type PegawaiField = (typeof PEGAWAI)[number]['nama'];

/** A row of the catalogue under its own name. */
export type Field = FieldRow & { readonly nama: FieldName };

/** The field catalogue, in the order of the screens. */
export const FIELDS: readonly Field[] = [...PEGAWAI, ...RIWAYAT, ...KELUARGA];

const BY_NAME: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.nama, field]));

export function findField(nama: string): Field | undefined {
  return BY_NAME.get(nama);
}

/** The catalogue row of a known name. */
export function getField(nama: FieldName): Field {
  const field = BY_NAME.get(nama);
  if (!field) throw new Error(`Field ${nama} is not in the catalogue`);
  return field;
}

/** The fields of a person that a reconciliation compares, in catalogue order. */
export const COMPARED_FIELDS: readonly Field[] = FIELDS.filter(
  (field) => field.entitas === 'pegawai' && field.dibandingkan === true,
);

import { FIELDS, findField } from '#canonical';
import { askMeant } from '#kernel/nearest-word.ts';
import { innerReader } from './made/made-columns.ts';
import { SLOTS } from './plan/slots.ts';
import type { ColumnMapping, Reader, Recipe } from './recipe.ts';

/** What in a recipe of the right form cannot be carried out: where, and why, in Indonesian. */
export interface RecipeFault {
  readonly path: readonly PropertyKey[];
  readonly sebab: string;
  /** The key itself is meant, not what stands behind it. */
  readonly atKey?: boolean;
}

/** The columns of a recipe that cannot be carried out, in their order. */
export const findRecipeFaults = ({ kolom }: Recipe): readonly RecipeFault[] => kolom.flatMap(findColumnFaults);

/**
 * Of the column at a place of the recipe: its field does not exist, or the plan would pass over its reader in silence. Fields that no
 * comparison reads may carry any reader.
 */
export function findColumnFaults({ kanonik, pembaca }: ColumnMapping, index: number): readonly RecipeFault[] {
  if (kanonik === null) return [];
  if (findField(kanonik) === undefined) {
    const names = FIELDS.map(({ nama }) => nama);
    const sebab = `tidak ada isian bernama "${kanonik}"${askMeant(kanonik, names)}`;
    return [{ path: ['kolom', index, 'kanonik'], sebab }];
  }
  if (serves(pembaca, kanonik)) return [];
  const sebab = `pembaca ${pembaca.jenis} tidak dapat dipakai untuk isian ${kanonik}`;
  return [{ path: ['kolom', index, 'pembaca'], sebab }];
}

function serves(reader: Reader, kanonik: string): boolean {
  const slot = SLOTS.find(({ field, idField }) => field.nama === kanonik || idField === kanonik);
  if (slot === undefined) return true;
  switch (reader.jenis) {
    case 'langsung':
    case 'sambung':
    case 'bentang':
      return true;
    case 'tanggal':
      return slot.kind === 'tanggal' || slot.field.normalisasi === 'tahun';
    case 'kode':
    case 'kode_lokal':
    case 'rujukan':
      return slot.kind === 'sandi' && slot.field.tipe !== 'gelar';
    case 'nama_bergelar':
      return kanonik === 'nama';
    case 'tanggal_terpisah':
      return slot.kind === 'tanggal' || slot.field.normalisasi === 'tahun';
    case 'teks_tanggal':
      return reader.ambil === 'teks' || serves(innerReader(reader), kanonik);
    case 'potong':
      return reader.ambil <= reader.dari && serves(reader.lalu, kanonik);
    case 'masa_kerja':
      return slot.field.normalisasi === 'masa_kerja';
    default:
      return reader satisfies never;
  }
}

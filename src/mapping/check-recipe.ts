import { FIELDS, findField } from '#canonical';
import { askMeant } from '#kernel/nearest-word.ts';
import { innerReader } from './made/made-columns.ts';
import { SLOTS } from './plan/slots.ts';
import type { ColumnMapping, Reader, Recipe } from './recipe.ts';

/** What in a recipe of the right form cannot be carried out: where, and why, in Indonesian. */
export interface RecipeFault {
  readonly path: readonly (string | number)[];
  readonly sebab: string;
}

/**
 * The first column of a recipe whose field does not exist or whose reader the plan would pass over in silence. Fields that no
 * comparison reads may carry any reader.
 */
export function findRecipeFault({ kolom }: Recipe): RecipeFault | undefined {
  for (const [index, column] of kolom.entries()) {
    const fault = findColumnFault(column);
    if (fault) return { path: ['kolom', index, ...fault.path], sebab: fault.sebab };
  }
  return undefined;
}

function findColumnFault({ kanonik, pembaca }: ColumnMapping): RecipeFault | undefined {
  if (kanonik === null) return undefined;
  if (findField(kanonik) === undefined) {
    const names = FIELDS.map(({ nama }) => nama);
    return { path: ['kanonik'], sebab: `tidak ada isian bernama "${kanonik}"${askMeant(kanonik, names)}` };
  }
  if (serves(pembaca, kanonik)) return undefined;
  return { path: ['pembaca'], sebab: `pembaca ${pembaca.jenis} tidak dapat dipakai untuk isian ${kanonik}` };
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

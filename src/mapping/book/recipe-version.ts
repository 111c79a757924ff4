import { z } from 'zod';
import { type Recipe, recipeSchema } from '../recipe.ts';
import type { Structure } from '../structure/structure.ts';

/** One confirmed version of a recipe in the book. Its keys are a contract, as those of the recipe are. */

const sharesSchema = z.record(z.string(), z.number());

const profileSchema = z.object({
  terisi: z.number(),
  ragam: z.number(),
  panjang: z.number(),
  bentuk: sharesSchema,
  pola: sharesSchema,
  isi: sharesSchema,
  tahun: z.tuple([z.number(), z.number(), z.number()]).optional(),
  tanggal_satu: z.number().optional(),
  urutan: z.enum(['dmy', 'mdy', 'ymd', 'ydm']).optional(),
});

const structureSchema = z.object({
  sidik: z.string(),
  sidik_lengkap: z.string(),
  tabel: z.array(
    z.object({
      nama: z.string(),
      peran: z.enum(['pegawai', 'riwayat', 'kode']),
      kolom: z.array(z.object({ nama: z.string(), jenis: z.string(), profil: profileSchema })),
      buatan: z.array(z.object({ nama: z.string(), profil: profileSchema })).optional(),
    }),
  ),
});

export const versionSchema = z.object({
  instansi: z.string(),
  nomor: z.number().int().positive(),
  /** When it was confirmed, as an ISO instant, and by whom. */
  disahkan: z.string(),
  oleh: z.string(),
  /** What changed, in the words of who confirmed it. */
  catatan: z.string(),
  struktur: structureSchema,
  pemetaan: recipeSchema,
});

export interface RecipeVersion {
  readonly instansi: string;
  readonly nomor: number;
  readonly disahkan: string;
  readonly oleh: string;
  readonly catatan: string;
  readonly struktur: Structure;
  readonly pemetaan: Recipe;
}

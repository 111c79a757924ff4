import type { Recipe, Turunan } from './recipe.ts';

const DERIVABLE: readonly Turunan['kanonik'][] = ['tanggal_lahir', 'tmt_cpns', 'jenis_kelamin'];

/** What the NIP tells of a person and no column does. */
export function deriveMissing({ entitas, kolom }: Pick<Recipe, 'entitas' | 'kolom'>): Pick<Recipe, 'turunan'> {
  const held = new Set(kolom.map(({ kanonik }) => kanonik));
  const missing = entitas === 'pegawai' && held.has('nip') ? DERIVABLE.filter((kanonik) => !held.has(kanonik)) : [];
  return missing.length === 0 ? {} : { turunan: missing.map((kanonik) => ({ kanonik, dari: 'nip' })) };
}

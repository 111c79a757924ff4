import { madeName, sourcesOf } from '../made/made-columns.ts';
import type { ColumnMapping, Recipe } from '../recipe.ts';
import { asked, type Change } from './changes.ts';

/** Columns of which a mapping needs every one: the parts of one value, or the groups of which the greatest counts. */
export function neededColumns({ kolom }: Recipe, mapping: ColumnMapping): readonly string[] {
  if (mapping.pembaca.jenis !== 'bentang') return sourcesOf(mapping);
  return kolom
    .filter(({ kanonik, pembaca }) => kanonik === mapping.kanonik && pembaca.jenis === 'bentang')
    .map(({ sumber }) => sumber);
}

/** Whether several columns make one value, so that the rest says nothing where one of them is gone. */
const isOverSeveral = ({ pembaca: { jenis } }: ColumnMapping): boolean =>
  jenis === 'sambung' || jenis === 'tanggal_terpisah' || jenis === 'bentang';

/**
 * One question for each set of columns of which some, not all, are gone, and the names that the question speaks of. `isThere` tells whether
 * a column of the recipe is in the delivery, `likely` which one may have taken its place.
 */
export function askForParts(
  recipe: Recipe,
  isThere: (sumber: string) => boolean,
  likely: (sumber: string) => string | undefined,
): { readonly changes: readonly Change[]; readonly columns: ReadonlySet<string> } {
  const columns = new Set<string>();
  const values = recipe.kolom.filter((mapping) => mapping.kanonik !== null && isOverSeveral(mapping));
  // groups of columns stand or fall together, whatever fields they feed
  const sets = Map.groupBy(values, (mapping) => (mapping.pembaca.jenis === 'bentang' ? '' : (madeName(mapping) ?? '')));
  const changes = [...sets.values()].flatMap((mappings): readonly Change[] => {
    const needed = [...new Set(mappings.flatMap((mapping) => neededColumns(recipe, mapping)))];
    const gone = needed.filter((sumber) => !isThere(sumber));
    const lost = mappings.filter((mapping) => neededColumns(recipe, mapping).some((sumber) => gone.includes(sumber)));
    const fields = [...new Set(lost.map(({ kanonik }) => kanonik ?? ''))];
    const [first = ''] = gone;
    if (gone.length === 0 || gone.length === needed.length) return [];
    for (const sumber of gone) columns.add(sumber);
    const kalimat = `Isian ${fields.join(', ')} dirangkai dari kolom ${needed.join(', ')}, tetapi ${gone.join(', ')} tidak ditemukan atau isinya lain. Kolom mana penggantinya? Sementara ini isian itu tidak dikirim.`;
    const kandidat = gone.flatMap((sumber) => likely(sumber) ?? []);
    return [asked('bagian_hilang', first, fields.length === 1 ? (fields[0] ?? null) : null, kalimat, kandidat)];
  });
  return { changes, columns };
}

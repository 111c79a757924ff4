import { sourcesOf } from '../made/made-columns.ts';
import type { Recipe } from '../recipe.ts';

/** Columns of one table that a recipe reads for anything: fields, joined values, filters, choices, keys of joins and of code tables. */
export function usedNames(recipe: Recipe, tabel: string): ReadonlySet<string> {
  const names = new Set<string>();
  const isPeople = tabel === recipe.tabel;
  const joined = recipe.gabung.filter((join) => join.tabel === tabel).map((join) => `${join.sebagai ?? join.tabel}.`);
  const prefixes = isPeople ? ['', ...joined] : joined;
  if (isPeople && recipe.satu_per !== undefined) names.add(recipe.satu_per);
  for (const sumber of readNames(recipe)) {
    for (const prefix of prefixes) if (sumber.startsWith(prefix)) names.add(sumber.slice(prefix.length));
  }
  for (const join of recipe.gabung) {
    if (isPeople) names.add(join.ke);
    if (join.tabel !== tabel) continue;
    for (const name of [join.kunci, join.terbesar, join.seri, ...join.hanya.map(({ sumber }) => sumber)]) {
      if (name !== undefined) names.add(name);
    }
  }
  for (const { pembaca } of recipe.kolom) {
    if (pembaca.jenis === 'rujukan' && pembaca.tabel === tabel) names.add(pembaca.kunci).add(pembaca.nilai);
  }
  return names;
}

function readNames({ kolom, saring, pilihan }: Recipe): readonly string[] {
  return [
    ...kolom.filter(({ kanonik }) => kanonik !== null).map(({ sumber }) => sumber),
    ...kolom.filter(({ kanonik }) => kanonik !== null).flatMap(sourcesOf),
    ...saring.map(({ sumber }) => sumber),
    ...pilihan.flatMap(({ menurut, bila, lain }) => [
      menurut,
      ...Object.values(bila),
      ...(lain === undefined ? [] : [lain]),
    ]),
  ];
}

import type { ColumnMapping, Recipe } from '../recipe.ts';

/** One difference between two recipes. */
export interface RecipeDifference {
  /** Part of the recipe, in its own keys. */
  readonly bagian: 'tabel' | 'satu_per' | 'kolom' | 'pembaca' | 'saring' | 'gabung' | 'pilihan' | 'rahasia';
  readonly nama: string;
  readonly sebelum: string;
  readonly sesudah: string;
}

/** What the second of two recipes reads otherwise than the first, in their own order. Evidence and certainty do not count. Pure. */
export function compareRecipes(before: Recipe, after: Recipe): readonly RecipeDifference[] {
  return [
    ...(before.tabel === after.tabel
      ? []
      : [{ bagian: 'tabel', nama: '', sebelum: before.tabel, sesudah: after.tabel } as const]),
    ...(before.satu_per === after.satu_per
      ? []
      : [{ bagian: 'satu_per', nama: '', sebelum: before.satu_per ?? '', sesudah: after.satu_per ?? '' } as const]),
    ...compareColumns(before, after),
    ...compareParts('saring', before.saring, after.saring, ({ sumber, alasan }) => `${sumber} ${alasan}`),
    ...compareParts('gabung', before.gabung, after.gabung, ({ tabel, sebagai }) => sebagai ?? tabel),
    ...compareParts('pilihan', before.pilihan, after.pilihan, ({ kanonik }) => kanonik),
    ...compareParts('rahasia', before.rahasia, after.rahasia, (name) => name),
  ];
}

const feeds = ({ kanonik }: ColumnMapping): boolean => kanonik !== null;

function compareColumns(before: Recipe, after: Recipe): readonly RecipeDifference[] {
  const bySource = (recipe: Recipe) => Map.groupBy(recipe.kolom.filter(feeds), ({ sumber }) => sumber);
  const [old, now] = [bySource(before), bySource(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((nama): readonly RecipeDifference[] => {
    const [was, is] = [old.get(nama) ?? [], now.get(nama) ?? []];
    const [from, to] = [was, is].map((list) => list.map(({ kanonik }) => kanonik).join(', ')) as [string, string];
    if (from !== to) return [{ bagian: 'kolom', nama, sebelum: from, sesudah: to }];
    return was.flatMap((column, i): readonly RecipeDifference[] => {
      const [sebelum, sesudah] = [stable(column.pembaca), stable(is[i]?.pembaca)];
      return sebelum === sesudah ? [] : [{ bagian: 'pembaca', nama: `${nama} (${column.kanonik})`, sebelum, sesudah }];
    });
  });
}

function compareParts<T>(
  bagian: RecipeDifference['bagian'],
  before: readonly T[],
  after: readonly T[],
  keyOf: (part: T) => string,
): readonly RecipeDifference[] {
  const byKey = (parts: readonly T[]): ReadonlyMap<string, string> =>
    new Map([...Map.groupBy(parts, keyOf)].map(([key, list]) => [key, list.map(stable).join('; ')]));
  const [old, now] = [byKey(before), byKey(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((nama) => {
    const [sebelum, sesudah] = [old.get(nama) ?? '', now.get(nama) ?? ''];
    return sebelum === sesudah ? [] : [{ bagian, nama, sebelum, sesudah }];
  });
}

/** JSON with the keys of objects in order, so that equal parts are equal texts. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

import type { Recipe } from '#mapping';

/** Fields whose columns may name a person, best first: what no correction changes comes before what one might. */
const KEY_FIELDS = ['@pegawai_key', 'pns_id_bkn', 'nip', 'nip_lama', 'nik'];

/** The column by which rows of people are found, and which of its texts find just one. */
export interface PersonKey {
  readonly column: number;
  readonly isUnique: (text: string) => boolean;
}

/**
 * The column by which the people's table names its rows: of the columns that may do so the one with the fewest empty or
 * repeated cells, the first of them where several are as good.
 */
export class PersonKeys {
  readonly #counts: { readonly column: number; readonly counts: Map<string, number>; bad: number }[];

  constructor(recipe: Recipe, columns: readonly string[], own: number) {
    const byField = KEY_FIELDS.flatMap((field) => recipe.kolom.filter(({ kanonik }) => kanonik === field));
    const named = [
      ...byField.filter(({ kanonik }) => kanonik === '@pegawai_key').map(({ sumber }) => sumber),
      ...recipe.gabung.filter(({ terbesar }) => terbesar !== undefined).map(({ ke }) => ke),
      ...columns.filter((name, index) => index < own && /^id(?:_?peg\w*)?$/i.test(name)),
      ...byField.map(({ sumber }) => sumber),
    ];
    const positions = [
      ...new Set(named.filter((name) => !recipe.rahasia.includes(name)).map((name) => columns.indexOf(name))),
    ];
    this.#counts = positions
      .filter((column) => column >= 0 && column < own)
      .map((column) => ({ column, counts: new Map(), bad: 0 }));
  }

  add(textOf: (column: number) => string): void {
    for (const each of this.#counts) {
      const text = textOf(each.column).toLowerCase();
      const count = (each.counts.get(text) ?? 0) + 1;
      each.counts.set(text, count);
      if (text === '' || count > 1) each.bad++;
    }
  }

  /** The best column; undefined where the recipe names none. */
  best(): PersonKey | undefined {
    const [first, ...others] = this.#counts;
    if (!first) return undefined;
    const { column, counts } = others.reduce((best, each) => (each.bad < best.bad ? each : best), first);
    return { column, isUnique: (text) => text !== '' && counts.get(text.toLowerCase()) === 1 };
  }
}

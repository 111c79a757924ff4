import type { RowBlock, Source } from '#formats';
import { cellText } from '#formats';
import type { LocalDate } from '#kernel/local-date.ts';
import { joinRule, type Recipe } from '#mapping';
import { type CurrentRows, readCurrentRows } from './current-rows.ts';

/** The joined tables of a recipe as packets need them: which person owns which current row. */
export class Histories {
  readonly #owners: readonly { readonly column: number; readonly keys: Map<string, number> }[];
  #current: readonly (CurrentRows | undefined)[] = [];

  constructor({ gabung }: Recipe, columns: readonly string[]) {
    this.#owners = gabung.map(({ ke }) => ({ column: columns.indexOf(ke), keys: new Map<string, number>() }));
  }

  /** Told of every row of the people's table: how many people point to a key. */
  see(block: RowBlock, row: number): void {
    for (const { column, keys } of this.#owners) {
      const owner = column < 0 ? '' : cellText(block, row, column);
      if (owner !== '') keys.set(owner, (keys.get(owner) ?? 0) + 1);
    }
  }

  /** Reads the current rows of the joins that are used, once each. */
  async read(source: Source, recipe: Recipe, used: ReadonlySet<number>, per: LocalDate | undefined): Promise<void> {
    const current: (CurrentRows | undefined)[] = [];
    for (const [index, join] of recipe.gabung.entries()) {
      const keys = new Set(this.#owners[index]?.keys.keys());
      current.push(
        used.has(index) ? await readCurrentRows(source, join, joinRule(recipe, join, per), keys) : undefined,
      );
    }
    this.#current = current;
  }

  of(join: number): CurrentRows | undefined {
    return this.#current[join];
  }

  /** The key by which a person's row leads to a joined table, and whether no other person has it. */
  ownerIn(join: number, cells: readonly (string | null)[]): { readonly key: string; readonly isAlone: boolean } {
    const { column = -1, keys } = this.#owners[join] ?? {};
    const key = (cells[column] ?? '').trim();
    return { key, isAlone: keys?.get(key) === 1 };
  }
}

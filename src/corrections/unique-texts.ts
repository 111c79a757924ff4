import type { TableDemands } from '#formats';

/** Columns of the people's table in which the database lets no text stand twice, and the texts that stand there. */
export class UniqueTexts {
  readonly #taken: ReadonlyMap<number, Set<string>>;

  /** `names` are the table's columns by position. */
  constructor(demands: TableDemands | undefined, names: readonly string[]) {
    const alone = (demands?.unique ?? [])
      .filter(({ length }) => length === 1)
      .map(([name = '']) => names.indexOf(name));
    this.#taken = new Map(alone.filter((column) => column >= 0).map((column) => [column, new Set()]));
  }

  /** Told of every row. */
  add(textOf: (column: number) => string): void {
    for (const [column, taken] of this.#taken) taken.add(fold(textOf(column)));
  }

  /** Whether a text would stand there twice. Texts that rows give up in the same packet count as taken: order would matter. */
  isTaken(column: number, text: string | null): boolean {
    return text !== null && text !== '' && this.#taken.get(column)?.has(fold(text)) === true;
  }

  take(column: number, text: string | null): void {
    if (text !== null) this.#taken.get(column)?.add(fold(text));
  }
}

/** As databases compare that take capitals and blanks lightly. */
const fold = (text: string): string => text.trim().toLowerCase();

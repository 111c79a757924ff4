/**
 * How the cells of a column are written, learned from its own cells. A form is a name out of a closed set per reader
 * ("dd/mm/yyyy"); one cell may fit several forms ("15-10-2019" says nothing about leading zeros), so forms are counted
 * and the one that most cells fit speaks for the column.
 */
export class FormTally {
  readonly #counts = new Map<string, number>();

  count(forms: readonly string[]): void {
    for (const form of forms) this.#counts.set(form, (this.#counts.get(form) ?? 0) + 1);
  }

  /** The commonest form, of `among` where the cell at hand narrows it down; the first met where several are as common. */
  best(among: readonly string[] = []): string | undefined {
    const candidates = among.length > 0 ? among : [...this.#counts.keys()];
    let best: string | undefined;
    for (const form of candidates) {
      if (best === undefined || this.of(form) > this.of(best)) best = form;
    }
    return best;
  }

  get forms(): readonly string[] {
    return [...this.#counts.keys()];
  }

  of(form: string): number {
    return this.#counts.get(form) ?? 0;
  }
}

/** Digits within a text with other signs between them: "12.345.678.9-501.000" has the form "##.###.###.#-###.###". */
export const digitForm = (cell: string): string => cell.replace(/\d/g, '#');

/** Puts digits into a form; undefined where their number is another one. */
export function fillDigits(form: string, digits: string): string | undefined {
  let at = 0;
  const text = form.replace(/#/g, () => digits[at++] ?? '');
  return at === digits.length ? text : undefined;
}

/** Whether a column writes all its words in capitals. A single small letter in a hundred cells is a slip. */
export class CaseTally {
  #capitals = 0;
  #others = 0;

  count(cell: string): void {
    if (!/\p{L}/u.test(cell)) return;
    if (cell === cell.toUpperCase()) this.#capitals++;
    else this.#others++;
  }

  write(text: string): string {
    return this.#capitals > 0 && this.#others <= this.#capitals * 0.05 ? text.toUpperCase() : text;
  }
}

/** How a column writes "none", as it stands in its cells: NULL, '', '-', '0000-00-00'. */
export class EmptyTally {
  readonly #counts = new Map<string | null, number>();

  count(cell: string | null): void {
    this.#counts.set(cell, (this.#counts.get(cell) ?? 0) + 1);
  }

  /** The commonest way; undefined where no cell of the column is empty. */
  best(): string | null | undefined {
    let best: string | null | undefined;
    for (const [cell, count] of this.#counts) {
      if (best === undefined || count > (this.#counts.get(best) ?? 0)) best = cell;
    }
    return best;
  }
}

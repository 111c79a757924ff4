import { innerReader, madeName } from '../made/made-columns.ts';
import type { ColumnMapping, Reader, Recipe } from '../recipe.ts';

/** A mapped column with its position in the rows. */
export interface Feed {
  readonly column: number;
  readonly sumber: string;
  readonly reader: Reader;
  /** The cell is made out of others, which may be impossible. */
  readonly isMade: boolean;
}

/** Which of several columns counts, by the value of another column. */
export interface FeedChoice {
  readonly column: number;
  /** Value -> position in the list of feeds. */
  readonly byValue: ReadonlyMap<string, number>;
  readonly otherwise: number | undefined;
}

/** The columns of a file by the canonical field they feed, in the order of the recipe. */
export interface Feeds {
  of(field: string | undefined): readonly Feed[];
  has(field: string): boolean;
  readerOf(field: string): Reader['jenis'] | undefined;
  choiceOf(field: string): FeedChoice | undefined;
  columnOf(sumber: string): number | undefined;
}

/** Where the months of a length of service stand beside its years, and where all of it stands in months. */
export const monthsOf = (years: string): string => years.replace(/_tahun$/, '_bulan');
export const totalMonthsOf = (years: string): string => years.replace(/_tahun$/, '_total_bulan');

export function findFeeds(recipe: Recipe, columns: readonly string[]): Feeds {
  const positions = new Map(columns.map((name, index) => [name, index]));
  const byField = new Map<string, Feed[]>();
  for (const mapping of recipe.kolom) {
    const made = madeName(mapping);
    const column = positions.get(made ?? mapping.sumber);
    if (mapping.kanonik === null || column === undefined || recipe.rahasia.includes(mapping.sumber)) continue;
    const list = byField.get(mapping.kanonik) ?? [];
    // a value over several columns may be listed at each of them
    if (!list.some((feed) => feed.column === column)) list.push(toFeed(mapping, column, made !== undefined));
    byField.set(mapping.kanonik, list);
  }
  const of = (field: string | undefined): readonly Feed[] => (field === undefined ? [] : (byField.get(field) ?? []));
  return {
    of,
    has: (field) => of(field).length > 0,
    readerOf: (field) => of(field)[0]?.reader.jenis,
    columnOf: (sumber) => positions.get(sumber),
    choiceOf(field) {
      const choice = recipe.pilihan.find(({ kanonik }) => kanonik === field);
      const column = choice && positions.get(choice.menurut);
      if (!choice || column === undefined) return undefined;
      const feeds = of(field);
      const indexOf = (sumber: string | undefined): number => feeds.findIndex((feed) => feed.sumber === sumber);
      const known = Object.entries(choice.bila).map(([value, sumber]): [string, number] => [value, indexOf(sumber)]);
      const otherwise = indexOf(choice.lain);
      return {
        column,
        byValue: new Map(known.filter(([, index]) => index >= 0)),
        otherwise: otherwise < 0 ? undefined : otherwise,
      };
    },
  };
}

function toFeed({ sumber, pembaca }: ColumnMapping, column: number, isMade: boolean): Feed {
  return { column, sumber, reader: innerReader(pembaca), isMade };
}

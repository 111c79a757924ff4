import type { Source } from '#formats';
import { columnNames } from '../column-names.ts';
import type { Link } from '../propose/decree-joins.ts';
import { findLink } from '../propose/joins.ts';
import { isAside } from '../propose/people-table.ts';
import type { Recipe } from '../recipe.ts';
import { isSecretName } from '../sample/secret-columns.ts';
import { sampleOf } from '../sample/table-sample.ts';

/** A table whose rows can be laid beside a person: by which columns, and what it holds. */
export interface LinkedTable extends Link {
  readonly tabel: string;
  /** Its columns without secret ones. */
  readonly kolom: readonly string[];
}

/** The tables of a source that a recipe joins, or could join because rows of theirs bear a key of the people's. */
export function findLinkedTables(source: Source, recipe: Recipe): readonly LinkedTable[] {
  const people = source.tables.find(({ name }) => name === recipe.tabel);
  return source.tables.flatMap((table): LinkedTable[] => {
    const join = recipe.gabung.find(({ tabel }) => tabel === table.name);
    const isOther = people !== undefined && table !== people && !isAside(table.name);
    const link = join ?? (isOther ? findLink(sampleOf(table), sampleOf(people)) : undefined);
    if (!link) return [];
    const kolom = columnNames(table.columns).filter((name) => !isSecretName(name));
    return [{ tabel: table.name, kunci: link.kunci, ke: link.ke, kolom }];
  });
}

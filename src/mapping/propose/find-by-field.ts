import type { Entitas } from '#canonical';
import type { SourceTable } from '#formats';
import { columnNames } from '../column-names.ts';
import { matchName } from '../names/name-score.ts';
import { nameColumns } from './candidates.ts';

/** Likeness from which a name says a field clearly. */
export const CLEAR = 0.85;

/** The first column of a history whose name clearly says one of the fields, in the order of the fields. */
export function findByField(table: SourceTable, entitas: Entitas, fields: readonly string[]): string | undefined {
  const names = nameColumns(columnNames(table.columns), { rowsOf: () => 'riwayat' });
  for (const field of fields) {
    const found = names.find(({ name, concepts }) =>
      matchName(name, { entitas, concepts })
        .slice(0, 2)
        .some((match) => match.field?.nama === field && match.likeness >= CLEAR),
    );
    if (found !== undefined) return found.name;
  }
  return undefined;
}

import { jaroWinkler } from '#kernel/similarity.ts';
import { compareText, foldText } from '#kernel/text.ts';
import { sheetsTable } from './sheet/sheet-tables.ts';
import type { Source, SourceTable } from './types.ts';

/** The single sheets or tables that are read one after the other as one table; the table itself where it is none of these. */
export function partsOf(table: SourceTable): readonly SourceTable[] {
  if (table.parts) return table.parts.flatMap((part) => partsOf(part.table));
  const { sheets = [], columns } = table;
  if (sheets.length < 2) return [table];
  return sheets.map((sheet) => ({ ...table, ...sheetsTable(sheet.name, columns, [sheet]) }));
}

/**
 * The source with one of its tables as `<berkas>#<tabel>` chooses it: a sheet or table of several that are read as one stands
 * alone. Undefined where there is no such table.
 */
export function pickTable(source: Source, name: string): Source | undefined {
  for (const table of source.tables) {
    const parts = partsOf(table);
    const part = parts.find((one) => one.name === name) ?? (table.name === name ? table : undefined);
    if (!part) continue;
    if (part === table) return source;
    return { ...source, tables: source.tables.map((other) => (other === table ? { ...part, alone: true } : other)) };
  }
  return undefined;
}

/** Names that may stand behind the #, those first that are spelt most like the wanted one. */
export function tableNames(source: Source, wanted: string): string {
  const names = source.tables.flatMap((table) => {
    const parts = partsOf(table).map(({ name }) => name);
    return parts.includes(table.name) ? parts : [table.name, ...parts];
  });
  const likeness = new Map(names.map((name) => [name, jaroWinkler(foldText(wanted), foldText(name))]));
  const of = (name: string): number => likeness.get(name) ?? 0;
  return [...new Set(names)].toSorted((a, b) => of(b) - of(a) || compareText(a, b)).join(', ');
}

/** A table cut down to some of its parts; sheets of one workbook are still read in one pass. */
export function sheetsOf(table: SourceTable, kept: readonly SourceTable[]): SourceTable {
  const all = partsOf(table);
  const [first] = kept;
  if (!first || kept.length === all.length) return table;
  const sheets = (table.sheets ?? []).filter(({ index }) =>
    kept.some((part) => part.sheets?.some((sheet) => sheet.index === index)),
  );
  return kept.length === 1 ? first : { ...table, ...sheetsTable(first.name, table.columns, sheets) };
}

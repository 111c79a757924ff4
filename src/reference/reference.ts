import { BUILT_IN } from './built-in.ts';
import { findDefinition, foldFor, IMPORTABLE } from './definitions.ts';
import type { RowSource } from './row.ts';
import { joinRows, listRows } from './rows.ts';
import { readManifest, readTableRows } from './store.ts';
import { ReferenceTable } from './table.ts';

/** All code tables: the short ones of the project and those that were imported. */
export interface Reference {
  /** Importable tables that were not imported, in alphabetical order. */
  readonly absent: readonly string[];
  has(tabel: string): boolean;
  /**
   * One table, or several that list the values of one field (`tabelReferensi` of the catalogue) read as one. Tables that are
   * absent or unknown are left out, so the table may be empty. Loaded when first asked for, then kept.
   */
  table(...tabel: readonly string[]): ReferenceTable;
}

/**
 * Opens the tables, as they are now or as a former import left them; without a folder, or with one where nothing was imported, only the
 * short national lists are there.
 */
export function openReference(dataFolder?: string, impor?: number): Reference {
  const entries = (dataFolder === undefined ? undefined : readManifest(dataFolder, impor))?.tabel ?? [];
  const imported = new Map(entries.map((entry) => [entry.nama, entry]));
  const loaded = new Map<string, RowSource | undefined>();
  const tables = new Map<string, ReferenceTable>();

  const load = (tabel: string): RowSource | undefined => {
    const entry = imported.get(tabel);
    if (entry && dataFolder !== undefined) return readTableRows(dataFolder, entry);
    const rows = BUILT_IN.get(tabel);
    return rows && listRows(tabel, rows, foldFor(tabel));
  };
  const sourceOf = (tabel: string): RowSource | undefined => {
    if (!loaded.has(tabel)) loaded.set(tabel, load(tabel));
    return loaded.get(tabel);
  };
  const table = (...names: readonly string[]): ReferenceTable => {
    const key = names.join(' ');
    const known = tables.get(key);
    if (known) return known;
    const made = createTable(names, sourceOf);
    tables.set(key, made);
    return made;
  };
  return {
    absent: IMPORTABLE.map(({ tabel }) => tabel).filter((tabel) => !imported.has(tabel)),
    has: (tabel) => imported.has(tabel) || BUILT_IN.has(tabel),
    table,
  };
}

function createTable(names: readonly string[], sourceOf: (tabel: string) => RowSource | undefined): ReferenceTable {
  const sources = names.map(sourceOf).filter((source) => source !== undefined);
  return new ReferenceTable(joinRows(sources), {
    fold: foldFor(names[0] ?? ''),
    distinctKinds: names.flatMap((name) => findDefinition(name)?.distinctKinds ?? []),
  });
}

import { type Field, FIELDS, findField } from '#canonical';
import type { Source } from '#formats';
import { foldIdentifier } from '#kernel/text.ts';
import { isBknId } from '#rules/bkn-id.ts';
import { columnNames } from './column-names.ts';
import { findPreset } from './presets.ts';
import type { Recipe } from './recipe.ts';
import { sampleOf } from './sample/table-sample.ts';

/** BKN's habit of naming the two halves of a coded field, which no Simpeg shares by chance in several columns. */
const PAIRED: ReadonlySet<string> = new Set(
  FIELDS.flatMap(({ judulSiasn }) =>
    judulSiasn !== undefined && / (?:ID|NAMA)$/.test(judulSiasn) ? [judulSiasn] : [],
  ).map(foldIdentifier),
);
const ENOUGH_PAIRED = 3;

/** Whether a table of the source has the headings of BKN's own export. */
export function isBknExport({ tables }: Source): boolean {
  return tables.some(({ columns }) => findPreset(columns) !== undefined);
}

/**
 * Whether the table of a recipe holds something that only BKN gives out: its headings, or ids of its own kind. Generous, since
 * exports get cut down and renamed on their way.
 */
export function hasBknSigns(source: Source, recipe: Recipe): boolean {
  const table = source.tables.find(({ name }) => name === recipe.tabel);
  if (!table) return false;
  if (findPreset(table.columns) !== undefined) return true;
  if (table.columns.filter((heading) => PAIRED.has(foldIdentifier(heading))).length >= ENOUGH_PAIRED) return true;
  const names = columnNames(table.columns);
  const { columns } = sampleOf(table);
  return recipe.kolom.some(({ sumber, kanonik }) => {
    const field: Field | undefined = kanonik === null ? undefined : findField(kanonik);
    if (field?.normalisasi !== 'id_bkn') return false;
    return [...(columns[names.indexOf(sumber)]?.distinct.keys() ?? [])].some(isBknId);
  });
}

import { type FieldName, getField } from '#canonical';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { foldIdentifier } from '#kernel/text.ts';
import type { Source, SourceTable } from '#formats';

/** Where the columns of BKN's "Data ASN" export stand in a table: the position of a field's column, or -1. */
export type ExportColumns = (field: FieldName) => number;

/** Without these no person is told from another and no body is known. */
const NEEDED: readonly FieldName[] = ['nip', 'instansi_id'];

/**
 * The columns by their headings, in any order: exports of 67 and 65 columns, and sheets derived from them. Fields that the
 * export lacks and sheets add (eselon) are found under the field's own name, with or without NAMA behind it.
 */
export function findExportColumns(headings: readonly string[]): ExportColumns {
  const positions = new Map<string, number>();
  for (const [index, heading] of headings.entries()) {
    const key = foldIdentifier(heading);
    if (!positions.has(key)) positions.set(key, index);
  }
  return (field) => {
    const { judulSiasn } = getField(field);
    const names = judulSiasn ? [judulSiasn] : [field, `${field} nama`];
    return names.map((name) => positions.get(foldIdentifier(name)) ?? -1).find((at) => at >= 0) ?? -1;
  };
}

/** The table of a file that holds the export: the named one, else the first that has the needed columns. */
export function findExportTable(source: Source, berkas: string, tabel?: string): Result<SourceTable, Problem> {
  const candidates = tabel === undefined ? source.tables : source.tables.filter(({ name }) => name === tabel);
  const missing = candidates.map((table) => firstMissing(table));
  const table = candidates[missing.indexOf(undefined)];
  if (table) return ok(table);
  if (tabel !== undefined && candidates.length === 0) {
    const ada = source.tables.map(({ name }) => name).join(', ');
    return fail(problem('TABEL_TIDAK_ADA', { berkas, tabel, ada }));
  }
  return fail(problem('IKD_BUKAN_EKSPOR', { berkas, kolom: missing[0] ?? getField('nip').judulSiasn ?? 'nip' }));
}

function firstMissing({ columns }: SourceTable): string | undefined {
  const position = findExportColumns(columns);
  const field = NEEDED.find((name) => position(name) < 0);
  return field && (getField(field).judulSiasn ?? field);
}

import { type FieldName, findField } from '#canonical';
import type { Reference } from '#reference';
import { IKD_INDICATORS, IKD_SOURCES, type IkdIndicator, type IkdSource } from '#rules/ikd/indicators.ts';
import { type ExportColumns, findExportColumns } from './export-columns.ts';

/** Indicators of which the source is missing, with the reason in words for people. They are never assessed. */
export function findMissingSources(headings: readonly string[], reference: Reference): ReadonlyMap<string, string> {
  const columns = findExportColumns(headings);
  const sources = findSources(columns, reference);
  const missing = new Map<string, string>();
  for (const indicator of IKD_INDICATORS) {
    const reason = findReason(indicator, columns, sources);
    if (reason !== undefined) missing.set(indicator.kode, reason);
  }
  return missing;
}

function findReason(
  { kolom, butuh }: IkdIndicator,
  columns: ExportColumns,
  sources: ReadonlySet<IkdSource>,
): string | undefined {
  if (butuh && !sources.has(butuh)) return `butuh ${IKD_SOURCES[butuh]}, yang tidak ada dalam data ini`;
  const fields = kolom.map((nama) => findField(nama)).filter((field) => field !== undefined);
  const absent = fields.filter(({ nama }) => columns(nama) < 0).map(({ nama, judulSiasn }) => judulSiasn ?? nama);
  if (absent.length === 0) return undefined;
  return `kolom ${absent.join(', ')} tidak ada dalam berkas`;
}

/** The eselon stands in sheets derived from the export; the level of functional posts in the imported table. */
function findSources(columns: ExportColumns, reference: Reference): ReadonlySet<IkdSource> {
  const sources = new Set<IkdSource>();
  const eselon: readonly FieldName[] = ['eselon_id', 'eselon'];
  if (eselon.some((field) => columns(field) >= 0)) sources.add('eselon');
  if (reference.has('jabatan_fungsional')) sources.add('jenjang');
  return sources;
}

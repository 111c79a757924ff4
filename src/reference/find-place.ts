import { foldBknId } from '#rules/bkn-id.ts';
import { foldTempat, type JenisTempat } from '#rules/tempat.ts';
import type { Found, NameContext, ReferenceRow } from './row.ts';
import type { ReferenceTable } from './table.ts';
import { TEMPAT_KEMBAR } from './tables/lokasi-jateng.ts';

const KABUPATEN_OR_KOTA: NameContext = { jenis: ['KB'] };

const KIND: ReadonlyMap<string, JenisTempat> = new Map(
  TEMPAT_KEMBAR.flatMap(({ kabupaten, kota }) => [[kabupaten, 'kabupaten'] as const, [kota, 'kota'] as const]),
);

/** Kabupaten or kota, for the places of which BKN's table holds both under one name; undefined for all others. */
export function placeKind({ id }: ReferenceRow): JenisTempat | undefined {
  return KIND.get(foldBknId(id));
}

/**
 * The place that a text names: as it stands, else without KAB., KABUPATEN or KOTA among the kabupaten and kota. The kind decides
 * between two places of one name where it is known which is which; a bare "Semarang" stays ambiguous.
 */
export function findPlace(places: ReferenceTable, text: string, context: NameContext = {}): Found {
  const exact = places.findByName(text, context);
  const { nama, jenis } = foldTempat(text);
  if (exact.kind !== 'none' || jenis === undefined) return exact;
  const found = places.findByName(nama, { ...context, ...KABUPATEN_OR_KOTA });
  if (found.kind !== 'many') return found;
  const rows = found.rows.filter((row) => (placeKind(row) ?? jenis) === jenis);
  const [row] = rows;
  if (!row) return { kind: 'none' };
  return rows.length === 1 ? { kind: 'one', row } : { kind: 'many', rows };
}

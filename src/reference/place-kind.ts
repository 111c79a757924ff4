import { foldBknId } from '#rules/bkn-id.ts';
import type { JenisTempat } from '#rules/tempat.ts';
import { TEMPAT_KEMBAR } from './tables/lokasi-jateng.ts';

const KIND: ReadonlyMap<string, JenisTempat> = new Map(
  TEMPAT_KEMBAR.flatMap(({ kabupaten, kota }) => [[kabupaten, 'kabupaten'] as const, [kota, 'kota'] as const]),
);

/** Kabupaten or kota by BKN's id, for the places of which its table holds both under one name; undefined for all others. */
export function placeKind(id: string): JenisTempat | undefined {
  return KIND.get(foldBknId(id));
}

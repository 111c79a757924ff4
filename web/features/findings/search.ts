import { z } from 'zod';
import { CHANGE_KINDS, CLASSES, GROUP_LABELS, peopleGroup, peopleOrder } from '#findings/contract';
import { listSearch } from '../../lists/search.ts';

const text = z.string().max(120).optional().catch(undefined);

/** What stands in the address of Selisih: a link shares the view. */
export const differenceSearch = z.object({
  ...listSearch,
  susun: z.enum(['sebab', 'orang', 'bidang', 'keputusan']).optional().catch(undefined),
  sebab: text,
  bidang: text,
  kelas: z.enum(CLASSES).optional().catch(undefined),
});
export type DifferenceSearch = z.infer<typeof differenceSearch>;

export const peopleSearch = z.object({
  ...listSearch,
  keadaan: peopleGroup.optional().catch(undefined),
  urut: peopleOrder.optional().catch(undefined),
});
export type PeopleSearch = z.infer<typeof peopleSearch>;

export const changeSearch = z.object({ jenis: z.enum(CHANGE_KINDS).catch('baru') });

interface Facets {
  readonly [part: string]: readonly { readonly nilai: string; readonly label: string }[];
}

/** The filter of a list of differences in words; facets name what the address has as keys. */
export function differenceWords(
  { sebab, bidang, kelas, cari }: Readonly<Partial<Record<'sebab' | 'bidang' | 'kelas' | 'cari', string | undefined>>>,
  facets: Facets | undefined,
): readonly string[] {
  const word = (part: string, name: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [`${name} ${facets?.[part]?.find(({ nilai }) => nilai === value)?.label ?? value}`];
  return [
    ...word('sebab', 'sebab:', sebab),
    ...word('bidang', 'bidang:', bidang),
    ...word('kelas', 'jenis:', kelas),
    ...searchWords(cari),
  ];
}

/** The filter of the list of people in words. */
export function peopleWords({ keadaan, cari }: Partial<PeopleSearch>): readonly string[] {
  return [...(keadaan === undefined ? [] : [`keadaan: ${GROUP_LABELS[keadaan]}`]), ...searchWords(cari)];
}

const searchWords = (cari: string | undefined): readonly string[] =>
  cari === undefined || cari === '' ? [] : [`memuat "${cari}"`];

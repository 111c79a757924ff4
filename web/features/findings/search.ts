import { z } from 'zod';
import {
  CHANGE_KINDS,
  CLASSES,
  GROUP_LABELS,
  type PeopleFacets,
  peopleGroup,
  peopleOrder,
  type PeopleOrder,
} from '#findings/contract';
import { listSearch } from '../../lists/search.ts';

const text = z.string().max(120).optional().catch(undefined);

/** What stands in the address of Selisih: a link shares the view. */
export const differenceSearch = z.object({
  ...listSearch,
  susun: z.enum(['sebab', 'orang', 'bidang']).optional().catch(undefined),
  sebab: text,
  bidang: text,
  kelas: z.enum(CLASSES).optional().catch(undefined),
});
export type DifferenceSearch = z.infer<typeof differenceSearch>;

export const peopleSearch = z.object({
  ...listSearch,
  keadaan: peopleGroup.optional().catch(undefined),
  golongan: text,
  unit: z.string().max(500).optional().catch(undefined),
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

/** The filter of the list of people in words; facets name what the address has as keys. */
export function peopleWords(
  { keadaan, golongan, unit, cari }: Partial<PeopleSearch>,
  facets?: PeopleFacets,
): readonly string[] {
  const word = (part: 'golongan' | 'unit', value: string | undefined): readonly string[] =>
    value === undefined
      ? []
      : [`${part}: ${facets?.[part]?.pilihan.find(({ nilai }) => nilai === value)?.label ?? value}`];
  return [
    ...(keadaan === undefined ? [] : [`keadaan: ${GROUP_LABELS[keadaan]}`]),
    ...word('golongan', golongan),
    ...word('unit', unit),
    ...searchWords(cari),
  ];
}

/** The orders of the list of people in words. */
export const ORDER_WORDS: Readonly<Record<PeopleOrder, string>> = {
  nama: 'urut nama',
  '-nama': 'urut nama, dari Z',
  nip: 'urut NIP',
  '-nip': 'urut NIP, dari yang terbesar',
  golongan: 'urut golongan, dari yang terendah',
  '-golongan': 'urut golongan, dari yang tertinggi',
  unit: 'urut unit',
  '-unit': 'urut unit, dari Z',
  selisih: 'urut jumlah selisih, dari yang tersedikit',
  '-selisih': 'urut jumlah selisih',
};

const searchWords = (cari: string | undefined): readonly string[] =>
  cari === undefined || cari === '' ? [] : [`memuat "${cari}"`];

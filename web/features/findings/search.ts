import { z } from 'zod';
import { CHANGE_KINDS } from '#findings/contract';

const text = z.string().max(120).optional().catch(undefined);

/** What stands in the address of Selisih: a link shares the view. */
export const differenceSearch = z.object({
  susun: z.enum(['sebab', 'orang', 'bidang']).optional().catch(undefined),
  sebab: text,
  bidang: text,
  kelas: text,
  cari: text,
  /** Hidden columns, separated by commas. */
  tanpa: text,
});
export type DifferenceSearch = z.infer<typeof differenceSearch>;

export const peopleSearch = z.object({
  keadaan: z.enum(['berpasangan', 'hanya-simpeg', 'hanya-bkn']).optional().catch(undefined),
  cari: text,
  tanpa: text,
});
export type PeopleSearch = z.infer<typeof peopleSearch>;

export const changeSearch = z.object({ jenis: z.enum(CHANGE_KINDS).catch('baru') });

export const hiddenColumns = (tanpa: string | undefined): readonly string[] =>
  tanpa === undefined || tanpa === '' ? [] : tanpa.split(',');

/** Requests and answers about views of lists that users named. */
import { z } from 'zod';
import type { Action } from './roles.ts';

/** Lists that have views, and what somebody has to be allowed to see the list at all. */
export const VIEW_LISTS = {
  selisih: 'selisih.lihat',
  pegawai: 'pegawai.lihat',
  kiriman: 'kiriman.lihat',
  pengguna: 'pengguna.lihat',
  audit: 'audit.lihat',
} as const satisfies Readonly<Record<string, Action>>;
export type ViewList = keyof typeof VIEW_LISTS;

/** Views that a user may keep of one list. */
export const MOST_VIEWS = 30;

const daftar = z.enum(Object.keys(VIEW_LISTS) as [ViewList, ...ViewList[]]);
const nama = z.string().trim().min(1).max(60);
/** What stands in the address of the list: names of its parts and their values. */
const isi = z
  .record(z.string().regex(/^[a-z]{1,20}$/), z.string().max(600))
  .refine((parts) => Object.keys(parts).length <= 20);

export const viewQuery = z.object({ daftar });
export const viewRow = z.object({
  tampilan: z.uuid(),
  nama: z.string(),
  isi: z.record(z.string(), z.string()),
  dibagikan: z.boolean(),
  /** Whether it is the asker's own. */
  milikSaya: z.boolean(),
  pemilik: z.string(),
  /** Whether the asker's list opens with it. */
  utama: z.boolean(),
});
/** `GET /api/tampilan?daftar=`: one's own, and those that others of the same instansi share; by name. */
export const viewListAnswer = z.object({ tampilan: z.array(viewRow) });
/** `POST /api/tampilan` */
export const addViewRequest = z.object({ daftar, nama, isi, dibagikan: z.boolean() });
export const addViewAnswer = z.object({ tampilan: z.uuid() });
/** `PATCH /api/tampilan/:tampilan`: what is named changes; only one's own. `DELETE` removes it. */
export const changeViewRequest = z.object({
  nama: nama.optional(),
  isi: isi.optional(),
  dibagikan: z.boolean().optional(),
});
/** `PUT /api/tampilan/utama`: null lets the list open without a view. */
export const defaultViewRequest = z.object({ daftar, tampilan: z.uuid().nullable() });

export type View = z.infer<typeof viewRow>;
export type AddView = z.infer<typeof addViewRequest>;
export type ChangeView = z.infer<typeof changeViewRequest>;

/** Requests and answers of exports, and of the jobs that people wait for. */
import { z } from 'zod';
import { CLASSES, peopleFilter, peopleOrder } from './list-words.ts';

export const EXPORT_FORMS = ['csv', 'xlsx'] as const;
/** Exports of more rows than this need a reason. */
export const ROWS_WITHOUT_REASON = 1_000;
/** More rows than this are written by a job, for which nobody has to wait. */
export const ROWS_AT_ONCE = 5_000;
/** Rows that can be chosen one by one. */
export const MOST_CHOSEN = 1_000;

/** Columns of the files, in their usual order, by the heads that they have there. */
export const DIFFERENCE_COLUMNS = {
  instansi: 'Instansi',
  nip: 'NIP',
  nama: 'Nama',
  jabatan: 'Jabatan',
  bidang: 'Isian',
  simpeg: 'Simpeg',
  bkn: 'BKN',
  kelas: 'Jenis',
  kalimat: 'Sebab',
  sejak: 'Sejak',
} as const;
export const PERSON_COLUMNS = {
  instansi: 'Instansi',
  nip: 'NIP',
  nama: 'Nama',
  golongan: 'Golongan',
  jabatan: 'Jabatan',
  unit: 'Unit',
  keadaan: 'Keadaan',
  selisih: 'Selisih',
} as const;

const columnsOf = <Key extends string>(columns: Readonly<Record<Key, string>>) =>
  z
    .array(z.enum(Object.keys(columns) as [Key, ...Key[]]))
    .min(1)
    .max(20)
    .optional();
const exportForm = {
  bentuk: z.enum(EXPORT_FORMS),
  cari: z.string().trim().min(2).max(100).optional(),
  /** Asked for above `ROWS_WITHOUT_REASON`. */
  alasan: z.string().trim().min(10).max(300).optional(),
};
/** Keys of rows: instansi, number of the person (63 bits), and what else the list is by. */
const chosen = (key: RegExp) =>
  z
    .array(
      z
        .string()
        .regex(key)
        .refine((text) => BigInt(text.split('-')[1] ?? '') < 2n ** 63n),
    )
    .min(1)
    .max(MOST_CHOSEN)
    .optional();

/** `POST /api/selisih/ekspor?instansi=`: the rows of the list under the same filter, or those of it that were chosen. */
export const differenceExport = z.object({
  ...exportForm,
  sebab: z.string().max(200).optional(),
  bidang: z.string().max(100).optional(),
  kelas: z.enum(CLASSES).optional(),
  /** Columns in their order; all where none are named. */
  kolom: columnsOf(DIFFERENCE_COLUMNS),
  /** Instansi, person and field of rows. */
  pilihan: chosen(/^\d{1,4}-\d{1,19}-\w{1,80}$/),
});
/** `POST /api/pegawai/ekspor?instansi=` */
export const personExport = z.object({
  ...exportForm,
  ...peopleFilter,
  urut: peopleOrder.optional(),
  kolom: columnsOf(PERSON_COLUMNS),
  /** Instansi and person of rows. */
  pilihan: chosen(/^\d{1,4}-\d{1,19}$/),
});

const fetchable = {
  tautan: z.string(),
  namaBerkas: z.string(),
  baris: z.number().int(),
  berakhirPada: z.iso.datetime(),
};
/** Where a file is fetched, once, by who asked, before it expires. Also of `POST /api/ekspor/:ekspor/tautan`. */
export const exportLink = z.object(fetchable);
/** A small export is there at once; of a large one the job that writes it (`GET /api/pekerjaan`). */
export const exportAnswer = z.discriminatedUnion('keadaan', [
  z.object({ keadaan: z.literal('siap'), ...fetchable }),
  z.object({ keadaan: z.literal('disusun'), ekspor: z.uuid(), baris: z.number().int() }),
]);

/** A job as whoever waits for it sees it. */
export const jobRow = z.object({
  pekerjaan: z.uuid(),
  jenis: z.string(),
  keadaan: z.enum(['antre', 'berjalan', 'selesai', 'gagal', 'dibatalkan']),
  tahap: z.string(),
  selesai: z.number(),
  dari: z.number(),
  pesan: z.string().nullable(),
  instansi: z.number().int(),
  /** What it is done to, a delivery or an export, and the name of its file. */
  sasaran: z.uuid(),
  namaBerkas: z.string(),
  milikSaya: z.boolean(),
  dibuatPada: z.iso.datetime(),
  berakhirPada: z.iso.datetime().nullable(),
  /** False until whoever asked for it saw that it ended. */
  dilihat: z.boolean(),
  /** Until when a written export can be fetched; null where there is nothing to fetch. */
  unduhSampai: z.iso.datetime().nullable(),
});
/**
 * `GET /api/pekerjaan`: what is being done in the asker's instansi, and what ended of one's own jobs of the last days, newest first.
 * Asked again and again. `POST /api/pekerjaan/dilihat`: that one saw what ended.
 */
export const jobList = z.object({ berjalan: z.array(jobRow), kabar: z.array(jobRow) });

export type DifferenceExport = z.infer<typeof differenceExport>;
export type PersonExport = z.infer<typeof personExport>;
export type ExportAnswer = z.infer<typeof exportAnswer>;
export type JobRow = z.infer<typeof jobRow>;

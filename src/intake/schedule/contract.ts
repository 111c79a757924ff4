/** Requests and answers of the calendar of deliveries; what the browser and the documentation of the API read. */
import { z } from 'zod';

/** Every how many months (January counts first), on which day of the month, and how many days before to remind; 0 for never. */
export const rhythmSchema = z.object({
  setiapBulan: z.literal([1, 3, 6, 12]),
  tanggal: z.number().int().min(1).max(31),
  ingatkan: z.number().int().min(0).max(14),
});

/** A change of rhythm that holds from the first day of a month on; null: again as everybody. */
const comingRhythm = z.object({ mulai: z.iso.date(), irama: rhythmSchema.nullable() }).nullable();

/** What became of a day on which a delivery is due. */
export const dueSchema = z.object({
  tempo: z.iso.date(),
  /**
   * `datang` received, before anything was expected · `tepat-waktu` · `datang-terlambat` · `ditunggu` due today or later · `terlambat` due
   * before today, nothing newer came · `terlewat` never came, newer data did.
   */
  keadaan: z.enum(['datang', 'tepat-waktu', 'datang-terlambat', 'ditunggu', 'terlambat', 'terlewat']),
  /** Days late: when it came, or until today. */
  hari: z.number().int(),
  kiriman: z.string().nullable(),
  /** The day for which its data speak, and the day on which it was received. */
  per: z.iso.date().nullable(),
  diterima: z.iso.date().nullable(),
});

export const scheduleRow = z.object({
  instansi: z.number().int(),
  nama: z.string(),
  irama: rhythmSchema.nullable(),
  /** Whether the rhythm is the instansi's own, and what it will be. */
  sendiri: z.boolean(),
  mendatang: comingRhythm,
  /** The next day on which something is due that has not come. */
  berikutnya: z.iso.date().nullable(),
  /** Missing since that day, for so many days, so many deliveries in a row. */
  terlambat: z.object({ sejak: z.iso.date(), hari: z.number().int(), kali: z.number().int() }).nullable(),
  /** Due days of the year, at most one a month. */
  jatuhTempo: z.array(dueSchema),
});

/** `GET /api/jadwal?instansi=&tahun=`: when deliveries are due in a year, and what came. Days are those of Jawa Tengah. */
export const scheduleAnswer = z.object({
  hariIni: z.iso.date(),
  tahun: z.number().int(),
  umum: z.object({ irama: rhythmSchema.nullable(), mendatang: comingRhythm }),
  baris: z.array(scheduleRow),
});
export const scheduleQuery = z.object({
  instansi: z.coerce.number().int().optional(),
  tahun: z.coerce.number().int().min(2000).max(2100).optional(),
});

/** `PUT /api/jadwal/umum`: the rhythm of everybody, from the next month on. */
export const setGeneralRequest = rhythmSchema;
/** `PUT /api/jadwal/:instansi`: of one instansi, from the next month on; null for that of everybody. */
export const setOwnRequest = z.object({ irama: rhythmSchema.nullable() });

export type RhythmAnswer = z.infer<typeof rhythmSchema>;
export type ScheduleAnswer = z.infer<typeof scheduleAnswer>;
export type ScheduleRow = z.infer<typeof scheduleRow>;
export type DueAnswer = z.infer<typeof dueSchema>;

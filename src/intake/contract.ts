/** Requests and answers of deliveries; what the browser and the documentation of the API read. */
import { z } from 'zod';
import { hasRealYear } from '#kernel/local-date.ts';

export * from './schedule/contract.ts';

/**
 * `mengunggah` bytes arrive · `diterima` whole, waiting to be checked · `memeriksa` dry run · `diperiksa` its effect is known ·
 * `menerbitkan` · `terbit` what everybody sees · `digantikan` an earlier one · `ditarik` taken back · `ditolak` cannot be read · `dibatalkan`.
 */
export const DELIVERY_STATES = [
  'mengunggah',
  'diterima',
  'memeriksa',
  'diperiksa',
  'menerbitkan',
  'terbit',
  'digantikan',
  'ditarik',
  'ditolak',
  'dibatalkan',
] as const;

/** One thing that is looked at before publishing; `menahan` needs a reason to go on. */
export const gateSchema = z.object({
  gerbang: z.enum([
    'pemetaan',
    'jumlah-baris',
    'isian-kosong',
    'orang-hilang',
    'perubahan-serentak',
    'nip-sah',
    'kolom',
    'tabel',
  ]),
  hasil: z.enum(['lewat', 'perhatian', 'menahan']),
  /** What was found, in one sentence. */
  kalimat: z.string(),
  kiriman: z.string(),
  batas: z.string(),
});

/** Rows: dibaca = diterima + dikarantina. */
export const rowCounts = z.object({
  dibaca: z.number().int(),
  diterima: z.number().int(),
  dikarantina: z.number().int(),
});

/** What publishing would change: sekarang + baru - hilang = sesudah. */
export const effectSchema = z.object({
  sekarang: z.number().int(),
  baru: z.number().int(),
  hilang: z.number().int(),
  berubah: z.number().int(),
  tetap: z.number().int(),
  sesudah: z.number().int(),
});

/** What of a structure is not as the recipe book knows it; where `ditanyakan`, nobody but a person can say what it means. */
export const structureChange = z.object({
  jenis: z.string(),
  kolom: z.string(),
  kanonik: z.string().nullable(),
  kalimat: z.string(),
  ditanyakan: z.boolean(),
});

export const jobSchema = z.object({
  pekerjaan: z.string(),
  jenis: z.enum(['periksa', 'terbitkan', 'kembalikan']),
  keadaan: z.enum(['antre', 'berjalan', 'selesai', 'gagal', 'dibatalkan']),
  /** Where it is, in words. */
  tahap: z.string(),
  selesai: z.number(),
  dari: z.number(),
  pesan: z.string().nullable(),
});

export const deliveryRow = z.object({
  instansi: z.number().int(),
  kiriman: z.string(),
  namaBerkas: z.string(),
  besarByte: z.number(),
  /** SHA-256, hexadecimal; null while the file is still arriving. */
  sidikJari: z.string().nullable(),
  pengirim: z.string(),
  diterimaPada: z.iso.datetime(),
  /** The day for which the data speak. */
  per: z.iso.date().nullable(),
  terbitPada: z.iso.datetime().nullable(),
  keadaan: z.enum(DELIVERY_STATES),
  baris: rowCounts.nullable(),
});

/** `GET /api/kiriman?instansi=`, newest first. */
export const deliveryList = z.object({ kiriman: z.array(deliveryRow) });

/** `GET /api/kiriman/:instansi/:kiriman` */
export const deliveryDetail = deliveryRow.extend({
  /** How the structure was understood: kept recipe, drifted, or proposed anew; with the columns in question. */
  struktur: z
    .object({
      cara: z.enum(['resep-cocok', 'resep-bergeser', 'usulan-baru']),
      kalimat: z.string(),
      /** Version of the recipe book that reads it; null where none does. */
      versi: z.number().int().nullable(),
      perubahan: z.array(structureChange),
      kolomDipakai: z.number().int(),
      kolomSemua: z.number().int(),
    })
    .nullable(),
  gerbang: z.array(gateSchema),
  akibat: effectSchema.nullable(),
  selisih: z.object({ tertutup: z.number().int(), baru: z.number().int(), sesudah: z.number().int() }).nullable(),
  kolomBerubah: z.array(z.object({ bidang: z.string(), label: z.string(), orang: z.number().int() })),
  karantina: z.array(
    z.object({
      baris: z.number().int(),
      kolom: z.string().nullable(),
      nilai: z.string().nullable(),
      kode: z.string(),
      pesan: z.string(),
    }),
  ),
  pekerjaan: jobSchema.nullable(),
  /** Why publishing was asked for although a gate held it. */
  alasan: z.string().nullable(),
  /** Why it was refused. */
  pesan: z.string().nullable(),
  /** Refused, but a person can map its columns by hand. */
  dapatDipetakan: z.boolean(),
});

/** `POST /api/kiriman?instansi=`: opens an upload; sent again for the same file it goes on where it stopped. */
export const openUploadRequest = z.object({
  namaBerkas: z.string().min(1).max(255),
  besarByte: z.number().int().positive(),
  /** SHA-256 of the whole file, hexadecimal, where the browser could compute it. */
  sidikJari: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The day for which the data speak; today where it is not said. */
  per: z.iso.date().refine(hasRealYear).optional(),
});
/** `PATCH /api/kiriman/:instansi/:kiriman/isi`, body bytes, header `Unggah-Letak: <offset>`. */
export const uploadAnswer = z.object({
  kiriman: z.string(),
  diterimaByte: z.number(),
  keadaan: z.enum(DELIVERY_STATES),
});
/**
 * `POST /api/kiriman/:instansi/:kiriman/terbitkan`; `.../batalkan` (stops what is being done with it, without a body) and
 * `.../kembalikan` (of the published one: the one before is published again). All answer with the detail.
 */
export const publishRequest = z.object({ alasan: z.string().trim().min(10).max(500).optional() });

export type DeliveryRow = z.infer<typeof deliveryRow>;
export type DeliveryDetail = z.infer<typeof deliveryDetail>;
export type Gate = z.infer<typeof gateSchema>;
export type Job = z.infer<typeof jobSchema>;
export type StructureChange = z.infer<typeof structureChange>;
export type Effect = z.infer<typeof effectSchema>;

/** Requests and answers about the audit trail. */
import { z } from 'zod';
import { hasRealYear } from '#kernel/local-date.ts';

const instantText = z.iso.datetime({ offset: true }).or(z.iso.date()).refine(hasRealYear);

/**
 * `GET /api/audit?instansi=&pelaku=&tindakan=&sasaran=&dari=&sampai=&sesudah=`, newest first, 100 a page. A day is one of Jawa Tengah, and
 * `sampai` holds the whole of it; of an instant, what was before it.
 */
export const auditQuery = z.object({
  instansi: z.string().optional(),
  /** Login name or id of a user. */
  pelaku: z.string().max(64).optional(),
  tindakan: z.string().max(60).optional(),
  sasaran: z.string().max(120).optional(),
  dari: instantText.optional(),
  sampai: instantText.optional(),
  sesudah: z
    .string()
    .regex(/^\d{1,17}\.\d{1,4}\.\d{1,15}$/)
    .optional(),
});
export const auditList = z.object({
  peristiwa: z.array(
    z.object({
      instansi: z.number().int(),
      nomor: z.number(),
      pada: z.iso.datetime(),
      pelaku: z.string(),
      namaPelaku: z.string().nullable(),
      /** Name of the user that it was done to. */
      namaSasaran: z.string().nullable(),
      tindakan: z.string(),
      sasaran: z.string(),
      rincian: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
  lanjut: z.string().nullable(),
});
/** `GET /api/audit/periksa`: the first broken link of each chain; empty when all are whole. */
export const auditVerification = z.object({
  peristiwa: z.number(),
  rantai: z.number().int(),
  pada: z.iso.datetime(),
  detik: z.number(),
  putus: z.array(z.object({ instansi: z.number().int(), nomor: z.number(), sebab: z.string() })),
});

/**
 * `GET /api/audit/kepala?instansi=`: the heads of the chains as they were kept day by day, the newest first, two months back. Whoever
 * keeps a copy elsewhere can show that no event before was changed.
 */
export const auditHeads = z.object({
  kepala: z.array(
    z.object({
      instansi: z.number().int(),
      tanggal: z.iso.date(),
      nomor: z.number(),
      /** SHA-256 of the event, hexadecimal. */
      sidikJari: z.string(),
    }),
  ),
});

/** `GET /api/orang/:instansi/:orang/dilihat?sesudah=` answers the same about anybody of the own instansi. */
/** `GET /api/saya/dilihat?sesudah=`: who looked at the record of the pegawai that asks, newest first. */
export const seenByList = z.object({
  dilihat: z.array(
    z.object({
      pada: z.iso.datetime(),
      tindakan: z.string(),
      /** Null for a user of another instansi, whose name is not theirs to know. */
      nama: z.string().nullable(),
      namaInstansi: z.string().nullable(),
      rincian: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
  lanjut: z.string().nullable(),
});

export type AuditList = z.infer<typeof auditList>;
export type AuditVerification = z.infer<typeof auditVerification>;
export type AuditHeads = z.infer<typeof auditHeads>;
export type SeenByList = z.infer<typeof seenByList>;

/** Requests and answers of signing in and of users; what the browser and the documentation of the API read. */
import { z } from 'zod';
import { hasRealYear } from '#kernel/local-date.ts';
import { ACTIONS, ROLES, type Role } from './roles.ts';

export { type Action, type Role, ROLES } from './roles.ts';

export const roleSchema = z.enum(Object.keys(ROLES) as [Role, ...Role[]]);

/** BKN as a tenant: its deliveries are its own, as those of an instansi. */
export const BKN_INSTANSI = 1;

export const instansiSchema = z.object({
  instansi: z.number().int(),
  nama: z.string(),
  jenis: z.enum(['provinsi', 'kabupaten', 'kota', 'bkn']),
});

/** `POST /api/masuk` */
export const signInRequest = z.object({ namaPengguna: z.string().min(1).max(64), sandi: z.string().min(1).max(256) });
/** `POST /api/keluar` ends the session. `POST /api/masuk/faktor-kedua`: the six digits of the app, or a recovery code. */
export const secondFactorRequest = z.object({ tiket: z.string().max(128), kode: z.string().min(6).max(32) });

/** `GET /api/saya`; also the answer to signing in. */
export const meAnswer = z.object({
  penggunaId: z.string(),
  nama: z.string(),
  namaPengguna: z.string(),
  peran: roleSchema,
  /** The instansi that the user belongs to. */
  instansi: instansiSchema,
  /** What the user may do, and how far it reaches. */
  hak: z.partialRecord(z.enum(ACTIONS), z.enum(['instansi', 'semua', 'diri'])),
  faktorKedua: z.boolean(),
  /** What has to be done before anything else is allowed. */
  wajib: z.enum(['ganti-sandi', 'faktor-kedua']).nullable(),
});
export const signInAnswer = z.discriminatedUnion('keadaan', [
  z.object({ keadaan: z.literal('masuk'), saya: meAnswer }),
  z.object({ keadaan: z.literal('faktor-kedua'), tiket: z.string() }),
]);

/** `GET /api/pengguna?instansi=` */
export const userRow = z.object({
  penggunaId: z.string(),
  nama: z.string(),
  namaPengguna: z.string(),
  peran: roleSchema,
  instansi: z.number().int(),
  faktorKedua: z.boolean(),
  aktif: z.boolean(),
  terakhirMasuk: z.iso.datetime().nullable(),
});
/** `POST /api/pengguna?instansi=`: the answer holds a first password, shown once. */
export const addUserRequest = z.object({
  nama: z.string().trim().min(1).max(120),
  namaPengguna: z.string().regex(/^[a-z0-9][a-z0-9._-]{2,63}$/),
  peran: roleSchema,
});

/** `GET /api/instansi`: those that the user may look at. */
export const instansiList = z.array(instansiSchema);

export const userList = z.object({ pengguna: z.array(userRow) });
/** A password that is shown once and must be changed at the first sign-in. */
export const firstPasswordAnswer = z.object({ penggunaId: z.string(), sandiPertama: z.string() });
/** `PATCH /api/pengguna/:penggunaId?instansi=`: what is named changes, and the user's sessions end. */
export const changeUserRequest = z.object({ aktif: z.boolean().optional(), peran: roleSchema.optional() });
/**
 * `POST /api/pengguna/:penggunaId/pulihkan?instansi=`: a new first password, and, where the phone is lost too, no second factor
 * any more; sessions end. `DELETE /api/pengguna/:penggunaId/sesi?instansi=` only ends the sessions.
 */
export const recoverUserRequest = z.object({ hapusFaktorKedua: z.boolean() });
/** `GET /api/pengguna/peran?instansi=`: the roles that the asker may give there. */
export const grantableRoles = z.object({ peran: z.array(roleSchema) });

/** `POST /api/saya/sandi`: also ends the user's other sessions. */
export const changePasswordRequest = z.object({
  sandiLama: z.string().min(1).max(256),
  sandiBaru: z.string().min(12).max(256),
});
/** `POST /api/saya/faktor-kedua/siapkan`: for the app on the phone: as text, as address, and as QR picture of the address. */
export const totpSetupAnswer = z.object({
  rahasia: z.string(),
  alamat: z.string(),
  /** The QR picture, as SVG. */
  gambar: z.string(),
});
/** `POST /api/saya/faktor-kedua/aktifkan`: proves that the app works; answered with recovery codes, shown once. */
export const totpConfirmRequest = z.object({ kode: z.string().regex(/^\d{6}$/) });
export const recoveryCodesAnswer = z.object({ kodePemulihan: z.array(z.string()) });
/** `POST /api/saya/faktor-kedua/matikan` and `.../kode-pemulihan` (new codes instead of the old). */
export const confirmPasswordRequest = z.object({ sandi: z.string().min(1).max(256) });

/** `GET /api/saya/sesi`; `DELETE /api/saya/sesi/:sesi` ends one. */
export const sessionList = z.object({
  sesi: z.array(
    z.object({
      sesi: z.string(),
      peramban: z.string(),
      masukPada: z.iso.datetime(),
      terakhirPada: z.iso.datetime(),
      sesiIni: z.boolean(),
    }),
  ),
});

const instantText = z.iso.datetime({ offset: true }).or(z.iso.date()).refine(hasRealYear);

/** `GET /api/audit?instansi=&pelaku=&tindakan=&sasaran=&dari=&sampai=&sesudah=`, newest first, 100 a page. */
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
  putus: z.array(z.object({ instansi: z.number().int(), nomor: z.number(), sebab: z.string() })),
});

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

export type Me = z.infer<typeof meAnswer>;
export type SignInAnswer = z.infer<typeof signInAnswer>;
export type Instansi = z.infer<typeof instansiSchema>;
export type UserRow = z.infer<typeof userRow>;
export type SessionList = z.infer<typeof sessionList>;
export type AuditList = z.infer<typeof auditList>;

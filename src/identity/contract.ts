/** Requests and answers of signing in and of users; what the browser and the documentation of the API read. */
import { z } from 'zod';
import { ACTIONS, ROLES, type Role } from './roles.ts';

export * from './audit-contract.ts';
export * from './mail/contract.ts';
export * from './views-contract.ts';
export { describeEvent, EVENT_GROUPS } from './events.ts';
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
  /** Whether there is a second factor, be it an app or a passkey. */
  faktorKedua: z.boolean(),
  /** Whether there is an app on the phone. */
  aplikasiKode: z.boolean(),
  /** Number of the person that the user is, for the address of the own record; null where the account is linked to nobody. */
  orang: z.string().nullable(),
  /** Whether there is a mail address, and whether reminders are to go there. */
  surel: z.boolean(),
  pengingat: z.boolean(),
  /** What has to be done before anything else is allowed. */
  wajib: z.enum(['ganti-sandi', 'faktor-kedua']).nullable(),
});
export const signInAnswer = z.discriminatedUnion('keadaan', [
  z.object({ keadaan: z.literal('masuk'), saya: meAnswer }),
  z.object({
    keadaan: z.literal('faktor-kedua'),
    tiket: z.string(),
    /** Whether a passkey will do instead of a code. */
    kunciSandi: z.boolean(),
  }),
]);

/** `GET /api/pengguna?instansi=` */
export const userRow = z.object({
  penggunaId: z.string(),
  nama: z.string(),
  namaPengguna: z.string(),
  peran: roleSchema,
  instansi: z.number().int(),
  /** The official mail address, by which a provider outside may vouch for the user. */
  surel: z.string().nullable(),
  faktorKedua: z.boolean(),
  aktif: z.boolean(),
  terakhirMasuk: z.iso.datetime().nullable(),
});
const surelSchema = z.string().trim().toLowerCase().pipe(z.email().max(120));

/** `POST /api/pengguna?instansi=`: the answer holds a first password, shown once. */
export const addUserRequest = z.object({
  nama: z.string().trim().min(1).max(120),
  namaPengguna: z.string().regex(/^[a-z0-9][a-z0-9._-]{2,63}$/),
  peran: roleSchema,
  surel: surelSchema.optional(),
});

/** `GET /api/instansi`: those that the user may look at. */
export const instansiList = z.array(instansiSchema);

export const userList = z.object({ pengguna: z.array(userRow) });
/** A password that is shown once and must be changed at the first sign-in. */
export const firstPasswordAnswer = z.object({ penggunaId: z.string(), sandiPertama: z.string() });
/** `PATCH /api/pengguna/:penggunaId?instansi=`: what is named changes, and the user's sessions end. */
export const changeUserRequest = z.object({
  aktif: z.boolean().optional(),
  peran: roleSchema.optional(),
  /** Null takes it away, and with it whatever the provider was linked to. */
  surel: surelSchema.nullable().optional(),
});
/**
 * `POST /api/pengguna/:penggunaId/pulihkan?instansi=`: a new first password for a day, and, where the phone is lost too, no second
 * factor any more; sessions end. Asks for the administrator's own password. `DELETE /api/pengguna/:penggunaId/sesi?instansi=` only ends the sessions.
 */
export const recoverUserRequest = z.object({ hapusFaktorKedua: z.boolean(), sandi: z.string().min(1).max(256) });
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
/** `POST /api/saya/faktor-kedua/aktifkan`: proves that the app works; answered with recovery codes where it is the first factor. */
export const totpConfirmRequest = z.object({ kode: z.string().regex(/^\d{6}$/) });
export const recoveryCodesAnswer = z.object({ kodePemulihan: z.array(z.string()) });
/** `POST /api/saya/faktor-kedua/matikan` and `.../kode-pemulihan` (new codes instead of the old). */
export const confirmPasswordRequest = z.object({ sandi: z.string().min(1).max(256) });

const BASE64URL = z.string().regex(/^[\w-]{1,20000}$/);
const credentialId = z.string().regex(/^[\w-]{16,1400}$/);
const passkeyName = z.string().trim().min(1).max(60);
/** What a browser says when a passkey was made (`PublicKeyCredential.toJSON`), as far as the portal reads it. */
const passkeyAnswer = z.object({
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: BASE64URL,
    attestationObject: BASE64URL,
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
  clientExtensionResults: z.object({}).default({}),
});
/** And when one was proved. */
const passkeyProof = z.object({
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: BASE64URL,
    authenticatorData: BASE64URL,
    signature: BASE64URL,
    userHandle: z
      .string()
      .regex(/^[\w-]{0,100}$/)
      .default(''),
  }),
  clientExtensionResults: z.object({}).default({}),
});
/** `POST /api/saya/kunci-sandi/siapkan` and `/api/masuk/kunci-sandi/siapkan`: what the browser hands to the authenticator. */
export const passkeyOptions = z.record(z.string(), z.unknown());
export const prepareSignInRequest = z.object({ tiket: z.string().max(128).optional() });
/** `POST /api/masuk/kunci-sandi`: alone, or as the second factor that a ticket waits for. */
export const passkeySignInRequest = z.object({ tiket: z.string().max(128).optional(), jawaban: passkeyProof });
/** `POST /api/saya/kunci-sandi`: with recovery codes where it is the first second factor; they are shown once. */
export const addPasskeyRequest = z.object({ nama: passkeyName, jawaban: passkeyAnswer });
export const addedPasskey = z.object({ kunci: z.string(), kodePemulihan: z.array(z.string()) });
/** `PATCH /api/saya/kunci-sandi/:kunci`; `POST /api/saya/kunci-sandi/:kunci/hapus` asks for the password. */
export const renamePasskeyRequest = z.object({ nama: passkeyName });
/** `GET /api/saya/kunci-sandi` */
export const passkeyRow = z.object({
  kunci: z.string(),
  nama: z.string(),
  dibuatPada: z.iso.datetime(),
  dipakaiPada: z.iso.datetime().nullable(),
});
export const passkeyList = z.object({ kunciSandi: z.array(passkeyRow) });

/** `GET /api/masuk/cara`: what the page of signing in offers besides a password. */
export const waysIn = z.object({
  /** A provider of identities outside; `GET /api/masuk/penyedia?kembali=` goes there. */
  penyedia: z.object({ nama: z.string() }).nullable(),
});
/** A page of the portal to go to after signing in; never an address elsewhere. */
export const returnPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])/);
/** Why the provider's answer let nobody in: `/masuk?gagal=`. */
export const PROVIDER_REFUSALS = {
  'tak-terhubung':
    'Akun dari penyedia itu tidak terhubung dengan akun portal yang aktif. Mintalah admin instansi Anda mengisi surel dinas Anda, atau masuk dengan kata sandi.',
  dibatalkan: 'Masuk lewat penyedia dibatalkan. Ulangi, atau masuk dengan kata sandi.',
  'tidak-sah':
    'Jawaban penyedia tidak sah atau waktunya habis, jadi tidak dipakai. Mulailah lagi dari tombol di bawah.',
  'tak-terjangkau': 'Penyedia tidak dapat dihubungi sekarang. Masuk dengan kata sandi, atau ulangi beberapa saat lagi.',
} as const;
export type ProviderRefusal = keyof typeof PROVIDER_REFUSALS;

/** `GET /api/saya/penyedia`: the provider outside, where there is one, and whether it leads to the own account. */
export const ownProvider = z.object({ nama: z.string().nullable(), terhubung: z.boolean() });
/** `POST /api/saya/penyedia/hubungkan`: where to go, to come back linked. `.../lepas` takes the link away; both ask for the password. */
export const providerAddress = z.object({ alamat: z.string() });
/** What came of linking: `/pengaturan?penyedia=`. */
export const LINK_OUTCOMES = {
  terhubung: 'Akun Anda terhubung. Mulai sekarang Anda dapat masuk lewat penyedia itu.',
  dipakai: 'Tidak dihubungkan: akun penyedia itu sudah dipakai akun portal lain, atau akun Anda sudah terhubung.',
  dibatalkan: 'Penghubungan dibatalkan di penyedia. Tidak ada yang berubah.',
  'tidak-sah': 'Jawaban penyedia tidak sah atau waktunya habis, jadi tidak dipakai. Mulailah lagi.',
} as const;
export type LinkOutcome = keyof typeof LINK_OUTCOMES;

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

export type Me = z.infer<typeof meAnswer>;
export type SignInAnswer = z.infer<typeof signInAnswer>;
export type Instansi = z.infer<typeof instansiSchema>;
export type UserRow = z.infer<typeof userRow>;
export type PasskeyAnswer = z.infer<typeof passkeyAnswer>;
export type PasskeyProof = z.infer<typeof passkeyProof>;
export type PasskeyRow = z.infer<typeof passkeyRow>;
export type SessionList = z.infer<typeof sessionList>;

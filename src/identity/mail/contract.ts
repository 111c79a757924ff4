/** Requests and answers about mails to users. */
import { z } from 'zod';

/** Why a mail waits or came to nothing, in words. */
export const MAIL_REASONS = {
  'tanpa-alamat': 'Surel dinas penerima belum diisi',
  'tak-terjangkau': 'Server surel tidak dapat dihubungi',
  ditolak: 'Server surel menolak alamat penerima',
  'lewat-waktu': 'Lewat waktu sebelum dapat dikirim',
  'tidak-dikehendaki': 'Penerima mematikan pengingat atau akunnya ditutup',
} as const;

/** `GET /api/surel?instansi=`, newest first: the last 200. `POST /api/surel/:instansi/:surel/kirim-ulang`, without a body. */
export const mailList = z.object({
  /** From whom mails come; null where no mail server is set, so that nothing is sent. */
  pengirim: z.string().nullable(),
  surel: z.array(
    z.object({
      surel: z.string(),
      instansi: z.number().int(),
      penerima: z.string(),
      judul: z.string(),
      isi: z.string(),
      keadaan: z.enum(['menunggu', 'terkirim', 'gagal', 'urung']),
      sebab: z
        .enum(Object.keys(MAIL_REASONS) as [keyof typeof MAIL_REASONS, ...(keyof typeof MAIL_REASONS)[]])
        .nullable(),
      percobaan: z.number().int(),
      dibuatPada: z.iso.datetime(),
      terkirimPada: z.iso.datetime().nullable(),
    }),
  ),
});
export type MailList = z.infer<typeof mailList>;

/** `PATCH /api/saya`: whether reminders go to the own mail address. */
export const changeMeRequest = z.object({ pengingat: z.boolean() });

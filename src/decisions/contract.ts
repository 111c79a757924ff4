/** Requests and answers of deciding about differences. */
import { z } from 'zod';
import { isPersonNumber, PERSON_NUMBER } from '#kernel/person-number.ts';
import { type Choice, CHOICES, STAGES } from './life.ts';

export { type Choice, CHOICES, type Stage } from './life.ts';

/** Choices as people read them, on buttons, in rows and in messages. */
export const CHOICE_WORDS: Readonly<Record<Choice, string>> = {
  bkn: 'BKN benar',
  simpeg: 'Simpeg benar',
  lain: 'keduanya salah',
  tunda: 'tunda',
  tanya: 'tanya',
};

/** Cases that somebody decides one by one in one request, or leaves out of a cause. */
export const MOST_SINGLE = 1_000;

const caseKey = z.strictObject({
  orang: z.string().regex(PERSON_NUMBER).refine(isPersonNumber),
  bidang: z.string().min(1).max(100),
});

/** What can be asked for; a third value needs the form of its field, which no screen has yet. */
const OFFERED = ['bkn', 'simpeg', 'tunda', 'tanya'] as const satisfies readonly Choice[];

/** Which differences: those that a filter leaves, without exceptions; or single ones as they were seen. */
export const chosenDifferences = z.union([
  z.strictObject({
    saringan: z.strictObject({
      sebab: z.string().max(200).optional(),
      bidang: z.string().max(100).optional(),
      kelas: z.string().max(30).optional(),
      cari: z.string().trim().min(2).max(100).optional(),
    }),
    kecuali: z.array(caseKey).max(MOST_SINGLE).default([]),
  }),
  z.strictObject({
    /** `versi` is what the list showed; others' decisions meanwhile are a collision. */
    perkara: z
      .array(caseKey.extend({ versi: z.number().int().nonnegative().max(2_000_000_000) }))
      .min(1)
      .max(MOST_SINGLE)
      .refine((all) => new Set(all.map(({ orang, bidang }) => `${orang}-${bidang}`)).size === all.length),
  }),
]);

/** `POST /api/keputusan/:instansi/pratinjau`: what deciding about them would do. */
export const previewRequest = z.object({ pilih: chosenDifferences, pilihan: z.enum(OFFERED) });
export const effectAnswer = z.object({
  perkara: z.number().int(),
  orang: z.number().int(),
  dilewati: z.number().int(),
  /** Whether the decision waits for a second pair of eyes. */
  menunggu: z.boolean(),
  /** The publication that it is about; a decision names the one that was seen. */
  terbitan: z.number().int(),
});

/** `POST /api/keputusan/:instansi`; the same `keputusan` sent again is the same decision. */
export const decisionRequest = z.object({
  keputusan: z.uuid(),
  pilih: chosenDifferences,
  pilihan: z.enum(OFFERED),
  /** Day from which what is postponed is open again; without one it waits until somebody decides. Of `tunda` only. */
  tunda: z.iso.date().optional(),
  /** The publication that was seen; after another one nothing is decided. */
  terbitan: z.number().int().nonnegative().max(2_000_000_000),
  catatan: z.string().trim().max(1000).default(''),
});

/** A decision in the list of them. */
export const decisionRow = z.object({
  instansi: z.number().int(),
  keputusan: z.uuid(),
  pilihan: z.enum(CHOICES),
  catatan: z.string(),
  /** What was decided about, in words. */
  kalimat: z.string(),
  perkara: z.number().int(),
  keadaan: z.enum(['menunggu', 'berlaku', 'ditolak', 'diurungkan']),
  oleh: z.string(),
  pada: z.iso.datetime(),
  /** Who brought it into its state, where that was not who took it. */
  keadaanOleh: z.string().nullable(),
  /** What the asker may do with it now. */
  boleh: z.array(z.enum(['sahkan', 'tolak', 'urungkan'])),
});
/** `GET /api/keputusan?instansi=&keadaan=`, the newest first. */
export const decisionList = z.object({ keputusan: z.array(decisionRow) });

/** `POST /api/perkara/:instansi`: where single differences stand; those without a case are open. */
export const casesRequest = z.object({ perkara: z.array(caseKey).min(1).max(MOST_SINGLE) });
export const caseRow = z.object({
  orang: z.string(),
  bidang: z.string(),
  versi: z.number().int(),
  tahap: z.enum(STAGES),
  pilihan: z.enum(CHOICES).nullable(),
  nilai: z.string().nullable(),
  /** Of what is postponed: the day from which it is open again. */
  tunda: z.iso.date().nullable(),
  oleh: z.string().nullable(),
  terbukaKarena: z.enum(['fakta-berubah', 'muncul-lagi', 'ditolak', 'masa-tunda-lewat']).nullable(),
  /** What both sides had when they last agreed. */
  sepakat: z.string().nullable(),
  bergerak: z.enum(['simpeg', 'bkn', 'keduanya', 'pembacaan', 'belum-pernah-sama']),
});
export const casesAnswer = z.object({ terbitan: z.number().int(), perkara: z.array(caseRow) });

/** `GET /api/perkara/:instansi/hitungan`: how many of the differences of a cause stand where; the rest are open and untouched. */
export const caseCounts = z.object({
  sebab: z.array(z.object({ sebab: z.string(), tahap: z.enum(STAGES), jumlah: z.number().int() })),
});

export type CaseCounts = z.infer<typeof caseCounts>;
export type DecisionRequest = z.infer<typeof decisionRequest>;
export type DecisionRow = z.infer<typeof decisionRow>;
export type DecisionList = z.infer<typeof decisionList>;
export type EffectAnswer = z.infer<typeof effectAnswer>;
export type CasesAnswer = z.infer<typeof casesAnswer>;
export type CaseRow = z.infer<typeof caseRow>;
export type ChosenDifferences = z.infer<typeof chosenDifferences>;

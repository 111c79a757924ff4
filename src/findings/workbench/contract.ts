/** Requests and answers of the mapping workbench; what the browser reads. */
import { z } from 'zod';

/** A column of the delivery as it is. */
export const columnLook = z.object({
  nama: z.string(),
  /** Declared type, or what the values look like, in a word. */
  jenis: z.string(),
  /** Share of filled cells, 0-1. */
  terisi: z.number(),
  /** Different values; `ragamLebih`: and more. */
  ragam: z.number().int(),
  ragamLebih: z.boolean(),
  /** Commonest values; masked where they are somebody's own numbers. */
  teratas: z.array(z.object({ nilai: z.string(), jumlah: z.number().int() })),
  tersamar: z.boolean(),
  /** Never read. */
  rahasia: z.boolean(),
});

/** How a column is read: `jenis` of the recipe's readers, and what belongs to it. */
export const readerView = z.looseObject({ jenis: z.string() });

export const codeView = z.object({
  kode: z.string(),
  /** People of the delivery who have it. */
  jumlah: z.number().int(),
  /** What it is read as now; null: nobody has said. */
  arti: z.string().nullable(),
  /** What most of the same people have at BKN, how many do, and how many have something else; null where nobody is known there. */
  bkn: z.string().nullable(),
  dukungan: z.number().int(),
  bertentangan: z.number().int(),
  pasti: z.boolean(),
  /** What other instansi confirmed for the same word. */
  saran: z.array(z.object({ arti: z.string(), instansi: z.number().int() })),
});

/** One line of the recipe; a column that feeds several fields has several. */
export const mappedColumn = z.object({
  /** Place in the recipe: by it a line is changed. */
  letak: z.number().int(),
  sumber: z.string(),
  kanonik: z.string().nullable(),
  label: z.string().nullable(),
  keyakinan: z.number(),
  tingkat: z.enum(['pasti', 'kuat', 'lemah', 'tidak']),
  bukti: z.string(),
  /** People on both sides, and those of them with the same value; null where the field is not compared. */
  cocok: z.object({ sama: z.number().int(), dari: z.number().int() }).nullable(),
  kandidat: z.array(z.object({ kanonik: z.string(), label: z.string(), keyakinan: z.number() })),
  pembaca: readerView,
  /** How it is read, in words. */
  cara: z.string(),
});

/** `GET /api/pemetaan/:instansi/:kiriman` */
export const workbenchAnswer = z.object({
  kiriman: z.string(),
  namaBerkas: z.string(),
  per: z.string().nullable(),
  keadaan: z.string(),
  tabel: z.string(),
  baris: z.number().int(),
  struktur: z.object({
    cara: z.enum(['resep-cocok', 'resep-bergeser', 'usulan-baru']),
    kalimat: z.string(),
    versi: z.number().int().nullable(),
    ditanyakan: z.array(z.object({ kolom: z.string(), kanonik: z.string().nullable(), kalimat: z.string() })),
  }),
  kolom: z.array(columnLook),
  pemetaan: z.array(mappedColumn),
  /** Tables of histories whose current row stands beside the person, and what chooses between columns or drops rows, in words. */
  gabung: z.array(z.string()),
  aturan: z.array(z.string()),
  /** Fields that may be chosen. */
  bidang: z.array(
    z.object({
      nama: z.string(),
      label: z.string(),
      kelompok: z.string(),
      /** Its values are those of a list. */
      berkode: z.boolean(),
    }),
  ),
  /** Number of the next version, and earlier deliveries on which it is tried. */
  versiBerikut: z.number().int(),
  kirimanLama: z.number().int(),
});

/** A change of one line of the recipe; without `pembaca` the portal chooses how the column is read. */
export const recipeEdit = z.object({
  letak: z.number().int().nonnegative(),
  kanonik: z.string().nullable(),
  pembaca: readerView.optional(),
});
const edits = z.array(recipeEdit).max(500);

/** `POST /api/pemetaan/:instansi/:kiriman/pratinjau`: reads some people anew by the changed recipe. */
export const previewRequest = z.object({
  ubahan: edits,
  /** The line that is looked at. */
  letak: z.number().int().nonnegative(),
  /** First of the ten people. */
  mulai: z.number().int().nonnegative().default(0),
});

const tally = z.object({
  /** People of the sample with the same value on both sides, with another one, with one side empty, and whose cell cannot be read. */
  sama: z.number().int(),
  berbeda: z.number().int(),
  kosong: z.number().int(),
  takTerbaca: z.number().int(),
  dari: z.number().int(),
});

export const previewAnswer = z.object({
  letak: z.number().int(),
  kanonik: z.string().nullable(),
  /** How the column is read now, also where the portal chose it. */
  pembaca: readerView,
  cara: z.string(),
  hitung: tally,
  orang: z.array(
    z.object({
      nama: z.string(),
      nip: z.string(),
      isi: z.string(),
      simpeg: z.string(),
      bkn: z.string(),
      hasil: z.enum(['sama', 'berbeda', 'kosong', 'tak-terbaca', 'dipelajari', 'tidak-dibandingkan', 'tanpa-bkn']),
    }),
  ),
  /** Other ways to read it, each with what it would give. */
  pilihan: z.array(z.object({ pembaca: readerView, cara: z.string(), hitung: tally })),
  /** Other fields that it may be, each with what it would give. */
  kandidat: z.array(z.object({ kanonik: z.string(), hitung: tally })),
  kode: z.array(codeView),
  milidetik: z.number(),
});

/** `POST /api/pemetaan/:instansi/:kiriman/simpan`: keeps the changed recipe as the next version, which does not act yet. */
export const saveRequest = z.object({ ubahan: edits, catatan: z.string().trim().max(300).default('') });
export const savedAnswer = z.object({ versi: z.number().int() });

/** `POST /api/pemetaan/:instansi/versi/:versi/uji`: reads earlier deliveries by it; nothing of them changes. */
export const trialAnswer = z.object({
  kiriman: z.array(
    z.object({
      kiriman: z.string(),
      namaBerkas: z.string(),
      per: z.string().nullable(),
      /** False: its structure is another one, which the version does not read. */
      terbaca: z.boolean(),
      baris: z.number().int(),
      barisBerubah: z.number().int(),
      selBerubah: z.number().int(),
      perBidang: z.array(z.object({ bidang: z.string(), label: z.string(), sel: z.number().int() })),
      contoh: z.array(
        z.object({ baris: z.number().int(), label: z.string(), sebelum: z.string(), sesudah: z.string() }),
      ),
    }),
  ),
});

/** `GET /api/pemetaan?instansi=`; `POST /api/pemetaan/:instansi/versi/:versi/sahkan` answers with it too. */
export const bookAnswer = z.object({
  versi: z.array(
    z.object({
      versi: z.number().int(),
      dibuatPada: z.string(),
      pembuat: z.string(),
      catatan: z.string(),
      kiriman: z.string(),
      kolom: z.number().int(),
      disahkanPada: z.string().nullable(),
      disahkanOleh: z.string().nullable(),
      diuji: z.boolean(),
    }),
  ),
});

export type ColumnLook = z.infer<typeof columnLook>;
export type MappedColumn = z.infer<typeof mappedColumn>;
export type CodeView = z.infer<typeof codeView>;
export type WorkbenchAnswer = z.infer<typeof workbenchAnswer>;
export type RecipeEdit = z.infer<typeof recipeEdit>;
export type PreviewAnswer = z.infer<typeof previewAnswer>;
export type TrialAnswer = z.infer<typeof trialAnswer>;
export type BookAnswer = z.infer<typeof bookAnswer>;

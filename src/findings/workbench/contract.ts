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

/** Rows that are dropped and counted; `selain`: every value that is not listed drops a row. */
export const filterRule = z.object({
  sumber: z.string(),
  nilai: z.array(z.string()).max(500),
  selain: z.boolean().default(false),
  alasan: z.enum(['tidak_aktif', 'bukan_asn', 'usulan', 'data_uji', 'bukan_orang']),
});
/** Of several columns of one field another column tells which counts: value -> column. */
export const choiceRule = z.object({
  kanonik: z.string(),
  menurut: z.string(),
  bila: z.record(z.string(), z.string()),
  lain: z.string().optional(),
});
/** A history whose current row is laid beside the person: by which key, and which of several rows it is. */
export const joinRule = z.object({
  tabel: z.string(),
  kunci: z.string(),
  ke: z.string(),
  terbesar: z.string().optional(),
  seri: z.string().optional(),
  hanya: z.array(z.object({ sumber: z.string(), nilai: z.array(z.string()).max(500) })).default([]),
  sebagai: z.string().optional(),
});
/** Rules of a recipe that speak of rows; a list that is sent takes the place of the whole list. */
export const recipeRules = z.object({
  saring: z.array(filterRule).max(50),
  pilihan: z.array(choiceRule).max(50),
  gabung: z.array(joinRule).max(30),
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
  aturan: recipeRules,
  /** What is told from the NIP, in words. */
  turunan: z.array(z.string()),
  /** Tables of the file whose rows can be laid beside a person. */
  riwayat: z.array(z.object({ tabel: z.string(), kunci: z.string(), ke: z.string(), kolom: z.array(z.string()) })),
  /** All tables of the file: another one may hold the people. */
  tabelLain: z.array(z.string()),
  /** Why no row could be read; null where some were. */
  sebabDitolak: z.string().nullable(),
  /** Other instansi with the same structure, and what their recipe would bring; null where there is none. */
  tawaran: z
    .object({
      instansi: z.number().int(),
      kolom: z.number().int(),
      /** Codes that enough people there share; nobody's values else. */
      kode: z.array(z.object({ kolom: z.string(), kode: z.string(), arti: z.string(), dukungan: z.number().int() })),
    })
    .nullable(),
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

/**
 * A change of one line of the recipe; without `pembaca` the portal chooses how the column is read. A line behind the last one is added: it
 * says of which column (`sumber`).
 */
export const recipeEdit = z.object({
  letak: z.number().int().nonnegative(),
  sumber: z.string().optional(),
  kanonik: z.string().nullable(),
  pembaca: readerView.optional(),
});
const changes = { ubahan: z.array(recipeEdit).max(500), aturan: recipeRules.partial().default({}) };

/** `POST /api/pemetaan/:instansi/:kiriman/pratinjau`: reads some people anew by the changed recipe. */
export const previewRequest = z.object({
  ...changes,
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

/** `POST /api/pemetaan/:instansi/:kiriman/pratinjau-saringan`: whom a filter of the changed recipe drops. */
export const filterPreviewRequest = z.object({
  ...changes,
  saringan: filterRule,
  mulai: z.number().int().nonnegative().default(0),
});
export const filterPreview = z.object({
  /** Rows of the file that it drops; null where its column was not counted. */
  baris: z.number().int().nullable(),
  dari: z.number().int(),
  orang: z.array(
    z.object({
      nama: z.string(),
      nip: z.string(),
      isi: z.string(),
      /** Standing at BKN. */
      bkn: z.string(),
      adaDiBkn: z.boolean(),
      dibuang: z.boolean(),
    }),
  ),
  /** Values of the column with the rows that have them; none where there are too many. */
  nilai: z.array(z.object({ nilai: z.string(), jumlah: z.number().int() })),
  milidetik: z.number(),
});

/** `POST /api/pemetaan/:instansi/:kiriman/dasar`: begins anew from another table of the file, or from what other instansi confirmed. */
export const baseRequest = z.union([z.object({ tabel: z.string() }), z.object({ tawaran: z.literal(true) })]);

/** `POST /api/pemetaan/:instansi/:kiriman/simpan`: keeps the changed recipe as the next version, which does not act yet. */
export const saveRequest = z.object({ ...changes, catatan: z.string().trim().max(300).default('') });
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
/** What a person changed: lines of the recipe, and whole lists of rules. */
export type RecipeChanges = Pick<z.infer<typeof previewRequest>, 'ubahan' | 'aturan'>;
export type RecipeRules = z.infer<typeof recipeRules>;
export type FilterRule = z.infer<typeof filterRule>;
export type ChoiceRule = z.infer<typeof choiceRule>;
export type JoinRule = z.infer<typeof joinRule>;
export type FilterPreview = z.infer<typeof filterPreview>;
export type BaseRequest = z.infer<typeof baseRequest>;
export type PreviewAnswer = z.infer<typeof previewAnswer>;
export type TrialAnswer = z.infer<typeof trialAnswer>;
export type BookAnswer = z.infer<typeof bookAnswer>;

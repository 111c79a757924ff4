import { z } from 'zod';

/**
 * The recipe of one source: which of its columns feed which canonical field, and how their values are read. It is plain
 * JSON that `petakan` prints, a person may edit, and `rekonsiliasi --pemetaan` takes. Keys are part of the contract of the
 * command line and so Indonesian. Objects are strict: a key that is misspelt must not be passed over in silence.
 */

/** How one value becomes a canonical value. Without a reader the catalogue's own normalising applies. */
const valueReaders = [
  /** The delivered text, normalised as the catalogue says. */
  z.strictObject({ jenis: z.literal('langsung') }),
  /**
   * A date; the order only decides where day and month could be swapped. Words and serials are always understood, and so are
   * years in front, which are followed by the month except with ydm: a column swapped before it was stored as ISO.
   */
  z.strictObject({ jenis: z.literal('tanggal'), urutan: z.enum(['dmy', 'mdy', 'ymd', 'ydm']) }),
  /** Local codes to canonical values: BKN's code where the field has a code table, else the label. */
  z.strictObject({ jenis: z.literal('kode'), tabel: z.record(z.string(), z.string()) }),
  /**
   * Local codes that nothing explains yet: their meaning is learned from people found on both sides. A code longer than
   * `panjang` is none of them.
   */
  z.strictObject({ jenis: z.literal('kode_lokal'), panjang: z.number().int().positive().optional() }),
  /** A name that may carry titles: "dr. SITI AMINAH, S.Ked., M.Kes". Feeds nama, gelar_depan and gelar_belakang at once. */
  z.strictObject({ jenis: z.literal('nama_bergelar') }),
  /** "12 tahun 3 bulan" or "12-03": feeds the years and the months at once. */
  z.strictObject({ jenis: z.literal('masa_kerja') }),
] as const;
const valueReaderSchema = z.discriminatedUnion('jenis', valueReaders);

/** How the values of a column, of several columns, or of a part of a column become canonical values. */
export const readerSchema = z.discriminatedUnion('jenis', [
  ...valueReaders,
  /** A pointer into a reference table of the same source; the label found there is read in place of the code. */
  z.strictObject({ jenis: z.literal('rujukan'), tabel: z.string(), kunci: z.string(), nilai: z.string() }),
  /**
   * One value over several columns, joined in this order ("KDU1".."KDU5"), empty ones at the end left off; listed at the first of
   * them or at each.
   */
  z.strictObject({ jenis: z.literal('sambung'), kolom: z.array(z.string()).min(1), pemisah: z.string() }),
  /** A date over three columns: day, month (number or name), year. Listed at one of them or at each. */
  z.strictObject({ jenis: z.literal('tanggal_terpisah'), hari: z.string(), bulan: z.string(), tahun: z.string() }),
  /** The text or the date of a column that holds both: "Kudus, 12 Maret 1980". The column is listed once for each. */
  z.strictObject({
    jenis: z.literal('teks_tanggal'),
    ambil: z.enum(['teks', 'tanggal']),
    urutan: z.enum(['dmy', 'mdy', 'ymd', 'ydm']).default('dmy'),
  }),
  /** One of the pieces of a column that always holds `dari` of them: "S1 - Teknik Informatika - UNDIP - 2004". Listed once a piece. */
  z.strictObject({
    jenis: z.literal('potong'),
    pemisah: z.string().min(1),
    dari: z.number().int().min(2).max(20),
    ambil: z.number().int().min(1).max(20),
    lalu: valueReaderSchema.default({ jenis: 'langsung' }),
  }),
  /**
   * A column of one of several groups that are really rows ("S1_PRODI", "S1_TAHUN", "S2_PRODI" ...): of the groups in which anything
   * stands the one with the greatest `urut` counts. With `ambil: kelompok` the name of the group is the value.
   */
  z.strictObject({
    jenis: z.literal('bentang'),
    kelompok: z.string().min(1),
    urut: z.number(),
    ambil: z.enum(['isi', 'kelompok']).default('isi'),
  }),
]);
export type Reader = z.infer<typeof readerSchema>;

const candidateSchema = z.strictObject({ kanonik: z.string(), keyakinan: z.number() });

/** What stands at BKN beside a local code, over the people who are on both sides. */
const codeRowSchema = z.strictObject({
  kode: z.string(),
  /** BKN's usual value beside it. */
  bkn: z.string(),
  /** People who have it, and people who have another one. */
  dukungan: z.number(),
  bertentangan: z.number(),
  /** Enough of them agree to believe it. */
  pasti: z.boolean(),
});
export type CodeRow = z.infer<typeof codeRowSchema>;

export const columnSchema = z.strictObject({
  /** Heading in the source; a repeated heading carries its number, "Nomor (2)"; a joined table's column its name, "r_jab.tmt". */
  sumber: z.string(),
  /** Canonical field, or null: left unmapped. */
  kanonik: z.string().nullable(),
  keyakinan: z.number().min(0).max(1).default(0),
  tingkat: z.enum(['pasti', 'kuat', 'lemah', 'tidak']).default('tidak'),
  kandidat: z.array(candidateSchema).max(3).default([]),
  pembaca: readerSchema.default({ jenis: 'langsung' }),
  bukti: z.string().default(''),
  /** Local codes beside BKN's values: for reading, not carried out; what is believed stands in `pembaca`. */
  silang: z.array(codeRowSchema).optional(),
});
export type ColumnMapping = z.infer<typeof columnSchema>;

/** Rows that are no facts about a person in service: dropped, counted and listed under the reason. */
export const filterSchema = z.strictObject({
  sumber: z.string(),
  /** Values that drop the row, words compared as folded texts; `selain` turns it round: every value that is not listed drops it. */
  nilai: z.array(z.string()),
  selain: z.boolean().default(false),
  alasan: z.enum(['tidak_aktif', 'bukan_asn', 'usulan', 'data_uji', 'bukan_orang']),
});
export type Filter = z.infer<typeof filterSchema>;

/** A table of histories whose current row of each person is laid beside the person's row. */
export const joinSchema = z.strictObject({
  tabel: z.string(),
  /** Column of the joined table and column of the people's table that hold the same key. */
  kunci: z.string(),
  ke: z.string(),
  /** Which of several rows is the current one: the greatest value of this column (a date or number), or the first row. */
  terbesar: z.string().optional(),
  /** Of rows that are equally late the one with the greatest value of this column counts (the date of the decree); else the first. */
  seri: z.string().optional(),
  /** Only rows with this value in this column count ("latest" flags, kinds of decree). */
  hanya: z.array(z.strictObject({ sumber: z.string(), nilai: z.array(z.string()) })).default([]),
  /** Prefix of the joined columns; by default the table's name. */
  sebagai: z.string().optional(),
});
export type Join = z.infer<typeof joinSchema>;

/** Several columns feed one field and another column says which of them counts (the post by the kind of post). */
export const choiceSchema = z.strictObject({
  kanonik: z.string(),
  menurut: z.string(),
  /** Value of `menurut` -> source column. */
  bila: z.record(z.string(), z.string()),
  /** Column where no value fits; without it the field is empty. */
  lain: z.string().optional(),
});
export type Choice = z.infer<typeof choiceSchema>;

/** A value that no column holds and the NIP tells: used to find people, never compared and never written back. */
export const derivedSchema = z.strictObject({
  kanonik: z.enum(['tanggal_lahir', 'tmt_cpns', 'jenis_kelamin']),
  dari: z.literal('nip'),
});
export type Turunan = z.infer<typeof derivedSchema>;

/** The lists of a recipe that speak of rows and not of single columns, each as a whole. */
export const rulesSchema = z
  .strictObject({ saring: z.array(filterSchema), pilihan: z.array(choiceSchema), gabung: z.array(joinSchema) })
  .partial();

export const recipeSchema = z.strictObject({
  berkas: z.string(),
  tabel: z.string(),
  entitas: z.string().default('pegawai'),
  baris: z.number().default(0),
  /** Several columns of one field: the first that is not empty counts, in this order, unless `pilihan` says otherwise. */
  kolom: z.array(columnSchema),
  rahasia: z.array(z.string()).default([]),
  saring: z.array(filterSchema).default([]),
  gabung: z.array(joinSchema).default([]),
  pilihan: z.array(choiceSchema).default([]),
  turunan: z.array(derivedSchema).optional(),
  /**
   * Column of a history without a table of people that tells whose row it is: one row of each person is read, the others are set aside.
   * The history is joined to itself, so that its current row stands beside that one.
   */
  satu_per: z.string().optional(),
  /**
   * The sheets, files or tables that are read one after the other as `tabel`, because they have its headings; the next delivery may call
   * them otherwise or have more. A single name: of several such only this one is read.
   */
  susun: z.array(z.string()).min(1).optional(),
});
export type Recipe = z.infer<typeof recipeSchema>;

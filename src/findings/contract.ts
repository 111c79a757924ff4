/** Requests and answers of what was found: Beranda, Selisih, Orang, search. What the browser and the API's documentation read. */
import { z } from 'zod';
import { CLASSES, personStates } from './list-words.ts';

export * from './export-contract.ts';
export * from './list-words.ts';
export * from './workbench/contract.ts';

const changeKinds = ['baru', 'hilang', 'berubah'] as const;

/** `GET /api/kiriman/:instansi/:kiriman/orang`, and `.../orang.csv` with all of them: whom publishing changes. */
export const changedPeopleQuery = z.object({
  jenis: z.enum(changeKinds).optional(),
  /** Only people of whom this field changes. */
  bidang: z.string().max(80).optional(),
  mulai: z.coerce.number().int().nonnegative().default(0),
});
export const changedPeople = z.object({
  orang: z.array(
    z.object({
      jenis: z.enum(changeKinds),
      nama: z.string(),
      nip: z.string(),
      unit: z.string(),
      /** What changes, as people read it; numbers by which somebody can be reached are masked. */
      ubah: z.array(z.object({ bidang: z.string(), lama: z.string(), baru: z.string() })),
    }),
  ),
  /** How many the filter leaves; a page holds fewer. */
  jumlah: z.number().int(),
});
export type ChangedPeopleQuery = z.infer<typeof changedPeopleQuery>;
export type ChangedPeople = z.infer<typeof changedPeople>;

/** Number of a person in addresses: 63 bits, as the database keeps it. */
export const personNumberText = z
  .string()
  .regex(/^\d{1,19}$/)
  .refine((text) => text.length < 19 || text <= '9223372036854775807');

/** From which data a figure comes; the same figure is the same everywhere. */
export const stampSchema = z.object({
  simpeg: z.iso.date().nullable(),
  bkn: z.iso.date().nullable(),
  dihitung: z.iso.datetime().nullable(),
});

/** People of both sides: simpeg = berpasangan + hanyaSimpeg, berpasangan = selaras + berselisih. */
export const balanceSchema = z.object({
  simpeg: z.number().int(),
  bkn: z.number().int(),
  berpasangan: z.number().int(),
  selaras: z.number().int(),
  berselisih: z.number().int(),
  hanyaSimpeg: z.number().int(),
  hanyaBkn: z.number().int(),
});

/** A group of differences that one thing explains. */
export const causeRow = z.object({
  /** Stable key, for the address. */
  sebab: z.string(),
  /** One sentence, such as "Tanggal dan bulan tertukar pada TMT golongan". */
  kalimat: z.string(),
  bidang: z.string(),
  selisih: z.number().int(),
  orang: z.number().int(),
});
/** `GET /api/selisih/sebab?instansi=`, most people first. */
export const causeList = z.object({
  cap: stampSchema,
  selisih: z.number().int(),
  orang: z.number().int(),
  sebab: z.array(causeRow),
});

/** `GET /api/selisih?instansi=&sebab=&bidang=&kelas=&cari=&orang=&urut=&sesudah=`, 100 a page; `lanjut` asks for the next. */
export const differenceRow = z.object({
  instansi: z.number().int(),
  /** Key of the person inside the instansi, for the address of the page. */
  orang: z.string(),
  nama: z.string(),
  nip: z.string(),
  jabatan: z.string().nullable(),
  bidang: z.string(),
  label: z.string(),
  nilaiSimpeg: z.string().nullable(),
  nilaiBkn: z.string().nullable(),
  kelas: z.enum(CLASSES),
  sebab: z.string().nullable(),
  kalimat: z.string().nullable(),
  /** Since which publication it stands. */
  sejak: z.iso.date().nullable(),
});
export const facetSchema = z.object({ nilai: z.string(), label: z.string(), jumlah: z.number().int() });
export const differenceList = z.object({
  cap: stampSchema,
  jumlah: z.number().int(),
  orang: z.number().int(),
  baris: z.array(differenceRow),
  lanjut: z.string().nullable(),
  segi: z.object({ bidang: z.array(facetSchema), kelas: z.array(facetSchema), sebab: z.array(facetSchema) }),
});

/** What became of differences: appeared, agrees now, or went with its person. */
export const CHANGE_KINDS = ['baru', 'terkoreksi', 'hilang'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
/** `GET /api/perubahan/:instansi`: since the delivery before the present one; null where there was none. */
export const changeCounts = z.object({
  /** For which day that delivery speaks. */
  sejak: z.iso.date().nullable(),
  jumlah: z.object({ baru: z.number().int(), terkoreksi: z.number().int(), hilang: z.number().int() }).nullable(),
});
/** `GET /api/perubahan/:instansi/selisih?jenis=&sesudah=`, 100 a page: values are those that differ or differed. */
export const changeList = z.object({
  sejak: z.iso.date().nullable(),
  jumlah: z.number().int(),
  baris: z.array(differenceRow),
  lanjut: z.string().nullable(),
});

/** `GET /api/orang/:instansi/:orang`; every read of it leaves an event. */
export const personAnswer = z.object({
  cap: stampSchema,
  instansi: z.number().int(),
  namaInstansi: z.string(),
  orang: z.string(),
  nama: z.string(),
  nip: z.string(),
  keadaan: z.enum(personStates),
  /** How the pair was found, in words; why there is none. */
  kalimat: z.string().nullable(),
  kelompok: z.array(
    z.object({
      nama: z.string(),
      bidang: z.array(
        z.object({
          bidang: z.string(),
          label: z.string(),
          simpeg: z.string().nullable(),
          bkn: z.string().nullable(),
          /** `tidak-dikirim`: the side's file has no such column. */
          simpegKeadaan: z.enum(['isi', 'kosong', 'tidak-dikirim']),
          bknKeadaan: z.enum(['isi', 'kosong', 'tidak-dikirim']),
          kelas: z.enum(CLASSES).nullable(),
          kalimat: z.string().nullable(),
          /** Masked; `POST .../buka` with a reason shows it. */
          tersamar: z.boolean(),
        }),
      ),
    }),
  ),
});
/** `POST /api/orang/:instansi/:orang/buka` */
export const revealRequest = z.object({ bidang: z.string().max(60), alasan: z.string().trim().min(10).max(300) });
export const revealAnswer = z.object({ simpeg: z.string().nullable(), bkn: z.string().nullable() });

/** `GET /api/cari?q=&instansi=`: by NIP, NIP lama or part of a name; 20 at most. */
export const searchAnswer = z.object({
  orang: z.array(
    z.object({
      instansi: z.number().int(),
      namaInstansi: z.string(),
      orang: z.string(),
      nama: z.string(),
      nip: z.string(),
      jabatan: z.string().nullable(),
    }),
  ),
});

/** `GET /api/pegawai?instansi=&keadaan=&golongan=&unit=&cari=&urut=&sesudah=`; `keadaan` is a group of the balance. */
export const personList = z.object({
  cap: stampSchema,
  jumlah: z.number().int(),
  baris: z.array(
    z.object({
      instansi: z.number().int(),
      orang: z.string(),
      nama: z.string(),
      nip: z.string(),
      golongan: z.string().nullable(),
      jabatan: z.string().nullable(),
      unit: z.string().nullable(),
      keadaan: z.enum(personStates),
      selisih: z.number().int(),
    }),
  ),
  lanjut: z.string().nullable(),
});

const wordFacet = z.object({
  /** How many different ones there are; most people first, the first 200 are listed, and the chosen one. */
  semua: z.number().int(),
  pilihan: z.array(facetSchema),
});
/** `GET /api/pegawai/segi?instansi=&keadaan=&golongan=&unit=&cari=`: each counted whatever the filter says of itself. */
export const peopleFacets = z.object({
  golongan: wordFacet,
  /** Null where people of several instansi are asked for. */
  unit: wordFacet.nullable(),
});

/** `GET /api/beranda?instansi=` */
export const homeAnswer = z.object({
  cap: stampSchema,
  neraca: balanceSchema,
  selisih: z.number().int(),
  sebab: z.array(causeRow),
  kirimanTerakhir: z
    .object({
      kiriman: z.string(),
      namaBerkas: z.string(),
      per: z.iso.date().nullable(),
      dibaca: z.number().int(),
      diterima: z.number().int(),
      dikarantina: z.number().int(),
    })
    .nullable(),
});
/** `GET /api/beranda/provinsi`: a row an instansi. */
export const provinceAnswer = z.object({
  cap: stampSchema,
  neraca: balanceSchema,
  selisih: z.number().int(),
  sebab: z.array(causeRow.extend({ instansi: z.number().int() })),
  baris: z.array(
    z.object({
      instansi: z.number().int(),
      nama: z.string(),
      simpegPer: z.iso.date().nullable(),
      neraca: balanceSchema,
      selisih: z.number().int(),
      /** Share of paired people without an open difference, 0-1; the newest last. */
      selaras: z.array(z.number()),
    }),
  ),
});

export type CauseList = z.infer<typeof causeList>;
export type DifferenceList = z.infer<typeof differenceList>;
export type DifferenceRow = z.infer<typeof differenceRow>;
export type PersonAnswer = z.infer<typeof personAnswer>;
export type SearchAnswer = z.infer<typeof searchAnswer>;
export type PersonList = z.infer<typeof personList>;
export type PeopleFacets = z.infer<typeof peopleFacets>;
export type HomeAnswer = z.infer<typeof homeAnswer>;
export type ProvinceAnswer = z.infer<typeof provinceAnswer>;
export type Balance = z.infer<typeof balanceSchema>;

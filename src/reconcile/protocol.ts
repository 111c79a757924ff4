import type { LocalDate } from '#kernel/local-date.ts';
import type { AbsentTable, DoubtfulColumn, HiddenSheets, Turunan, UnreadPeople } from '#mapping';
import type { CrosswalkEntry } from '#reference';
import type { RowCounts } from './read-delivery.ts';
import type { StackedTables } from './report/stacked-tables.ts';
import type { SharedEntries } from './store/entry-table.ts';
import type { KeyIndexBuffers } from './store/key-index.ts';
import type { RecordStore } from './store/record-store.ts';

/** BKN's side as every worker sees it: records in shared memory, and what their dictionary entries mean. */
export interface BknShared {
  readonly store: RecordStore;
  readonly byNip: KeyIndexBuffers;
  readonly byPnsId: KeyIndexBuffers;
  /** By `Slot.dictionary`; an empty list where BKN's file has no such column. */
  readonly entries: readonly SharedEntries[];
  /** Positions (in SLOTS) of the fields that BKN's file carries. */
  readonly delivered: readonly number[];
  /** Four-digit code of the owning instansi by entry of that field; '' where unknown. */
  readonly instansiCodes: readonly string[];
  readonly instansiKerjaCodes: readonly string[];
  /** Folder of imported reference tables, if any. */
  readonly acuan: string | undefined;
}

/** How a pair was found, by number in bulk arrays: the rungs of the ladder in their order. */
export const CARA = ['pns_id', 'nip', 'nip_lama', 'nik', 'kunci', 'probabilistik'] as const;
export type Cara = (typeof CARA)[number];

export interface FileJob {
  /** Position of the delivery in the command. */
  readonly file: number;
  readonly instansi: string;
  /** What the delivery is called (`nameDeliveries`). */
  readonly kiriman: string;
  /** An instansi of the run sent several files: lines of the result tell the delivery in a last column. */
  readonly isOneOfSeveral: boolean;
  /** Path, with `#table` where one was named. */
  readonly berkas: string;
  /** Path of the recipe where one was given. */
  readonly pemetaan: string | undefined;
  /** Day for which the data are read: rows of histories that are dated later stand behind the others. */
  readonly per: LocalDate | undefined;
  /** Folder of the recipe book where one was given. */
  readonly buku: string | undefined;
  /** The instansi's own crosswalk, as far as it is in force. */
  readonly silang: readonly CrosswalkEntry[] | undefined;
  /** Folder for the parts of the result. */
  readonly folder: string;
  /** Whether lines of the result tell the rows of the files as well. */
  readonly baris?: boolean | undefined;
}

/** A Simpeg row that no number paired: what the lower rungs look at. Arrays run in parallel, one place a row. */
export interface Unmatched {
  readonly dataRow: Int32Array;
  /** Record in the worker's own store of unmatched rows = position here. */
  readonly nip: Int32Array;
  readonly nipLama: Int32Array;
  readonly nik: Int32Array;
  readonly tanggalLahir: Int32Array;
  readonly tmtCpns: Int32Array;
  /** 'M', 'F' or ''. */
  readonly jenisKelamin: readonly string[];
  readonly nama: readonly string[];
  /** BKN record whose number the row bears but whose name and birth date are another's; -1 for none. */
  readonly refused: Int32Array;
}

/** Rows that the recipe's filters dropped as no longer in service, by NIP (two integers a row). */
export interface Inactive {
  readonly nip: Int32Array;
}

/** What the recipe book made of a delivery. */
export interface RecipeNote {
  readonly keadaan: 'dikenal' | 'bergeser' | 'tidak_dikenal';
  readonly versi: number | null;
  /** Questions that a person has to answer. */
  readonly ditanyakan: number;
  readonly kalimat: string;
}

/** What reading one delivery found. */
export interface FileRead extends RowCounts {
  readonly file: number;
  readonly instansi: string;
  readonly kiriman: string;
  readonly berkas: string;
  readonly tabel: string;
  /** The recipe as `petakan` prints it. */
  readonly pemetaan: string;
  readonly note: RecipeNote | undefined;
  /** Columns that a proposal only suspects of being a field: not read. */
  readonly doubtful: readonly DoubtfulColumn[];
  /** Tables that the recipe reads and the delivery lacks. */
  readonly absent: readonly AbsentTable[];
  /** The sheets, files or tables that were read as one; undefined where it is one. */
  readonly stack: StackedTables | undefined;
  /** Tables of people in the delivery that were not read, where no table was named. */
  readonly unread: readonly UnreadPeople[];
  /** Hidden sheets of its workbooks, which are not read; undefined where there are none. */
  readonly hidden: HiddenSheets | undefined;
  /** Positions (in SLOTS) of the fields that the delivery carries. */
  readonly delivered: readonly number[];
  /** Fields without a column that may be taken from the NIP to find people. */
  readonly turunan: readonly Turunan['kanonik'][];
  /** Pairs found by number, four integers each: data row, BKN record, rung, agreement (see `NumberHit`). */
  readonly pairs: Int32Array;
  /** NIP of the Simpeg row of each pair, two integers each. */
  readonly pairNip: Int32Array;
  readonly unmatched: Unmatched;
  readonly inactive: Inactive;
  /** Data rows that share a NIP within the file: row, high, low. */
  readonly duplicates: Int32Array;
  readonly quarantinePart: string;
}

/** What the ladder decided for one delivery. */
export interface FileDecision {
  readonly file: number;
  /** Pairs that lost their person to another row, by number, ascending. */
  readonly dropped: Int32Array;
  /** Pairs found by the lower rungs: position among the unmatched, BKN record, rung, three integers each. */
  readonly added: Int32Array;
}

/** What is written of one delivery. */
export interface FileWritten {
  readonly file: number;
  /** Parts of selisih.csv without header: certain differences, and typing variants. */
  readonly selisihPart: string;
  readonly miripPart: string;
  /** Count by "kolom kelas". */
  readonly counts: Readonly<Record<string, number>>;
  /** Codes learned: "kolom kode -> arti (n orang)". */
  readonly learned: readonly LearnedCode[];
  /** Codes that seem to have been numbered anew. */
  readonly turned: readonly TurnedField[];
}

export interface LearnedCode {
  readonly kolom: string;
  readonly kode: string;
  readonly arti: string;
  readonly dukungan: number;
  readonly bertentangan: number;
}

/** A code that the recipe explains and that people on both sides contradict as one. */
export interface TurnedCode {
  /** The source's code, where the recipe's own table names it. */
  readonly kode: string;
  /** What the recipe takes it for, and what most of its people have at BKN. */
  readonly arti: string;
  readonly bkn: string;
  readonly dukungan: number;
  readonly bertentangan: number;
}

/** The codes of one field that seem to have been numbered anew. */
export interface TurnedField {
  readonly kolom: string;
  /** Column of the source. */
  readonly sumber: string;
  readonly kode: readonly TurnedCode[];
  readonly kalimat: string;
}

export type ToWorker =
  | { readonly jenis: 'read'; readonly job: FileJob }
  | { readonly jenis: 'write'; readonly decision: FileDecision };

/** Ends the reading of a thread; it is not answered, since what is being read is. */
export interface StopWorker {
  readonly jenis: 'stop';
}

export type FromWorker =
  | { readonly jenis: 'read'; readonly result: FileRead }
  | { readonly jenis: 'written'; readonly result: FileWritten }
  | { readonly jenis: 'refused'; readonly file: number; readonly sentence: string };

import type { LocalDate } from '#kernel/local-date.ts';
import { compareText, foldText } from '#kernel/text.ts';

/** The word or code of a source: what a crosswalk leads from. One of the two may be ''. */
export interface SourceValue {
  /** Canonical field, the text half of a pair: "jabatan". */
  readonly kolom: string;
  /** The source's own code as it stands there, leading zeros included. */
  readonly kode: string;
  /** The words that stand for it in the source. */
  readonly label: string;
}

/** The row of the national list as it was when somebody confirmed it: against this later lists are held. */
export interface ConfirmedRow {
  readonly nama: string;
  readonly induk: string;
  readonly jenis: string;
  readonly status: string;
  /** How many things of the list bore that name. 0: the list was not at hand, `nama` is what BKN's file said. */
  readonly senama: number;
}

/** `diganti`: once accepted, then wholly replaced by another meaning; kept so that the book tells its own history. */
export type CrosswalkStatus = 'diterima' | 'ditolak' | 'diganti';

/** One decision of an instansi: this value of its Simpeg means (or does not mean) that id of BKN, within some time. */
export interface CrosswalkEntry extends SourceValue {
  /** BKN's id or code. */
  readonly id: string;
  readonly acuan: ConfirmedRow;
  readonly status: CrosswalkStatus;
  /** First and last day on which it holds; undefined: without beginning, without end. */
  readonly mulai: LocalDate | undefined;
  readonly sampai: LocalDate | undefined;
  /** People on both sides who bore it out when it was confirmed, and who did not. */
  readonly dukungan: number;
  readonly bertentangan: number;
  /** Who decided, and when. */
  readonly oleh: string;
  readonly pada: LocalDate;
}

/** All entries by instansi. */
export type CrosswalkBook = ReadonlyMap<string, readonly CrosswalkEntry[]>;

const FIRST_DAY = 0;
export const LAST_DAY = 99_999_999;

export const firstDay = ({ mulai }: Pick<CrosswalkEntry, 'mulai'>): number => mulai ?? FIRST_DAY;
export const lastDay = ({ sampai }: Pick<CrosswalkEntry, 'sampai'>): number => sampai ?? LAST_DAY;

/** Whether the entry acts on a day; without a day the meaning without an end counts. */
export function isInForce(entry: CrosswalkEntry, per: LocalDate | undefined): boolean {
  const day = per ?? LAST_DAY;
  return entry.status === 'diterima' && firstDay(entry) <= day && day <= lastDay(entry);
}

/** Values of one key are one value: words are compared folded, codes as they stand. */
export function keyOf({ kolom, kode, label }: SourceValue): string {
  return JSON.stringify([kolom, kode.trim(), foldText(label)]);
}

/** The order of entries in a file: the same decisions give the same bytes, in whatever order they were taken. */
export function compareEntry(a: CrosswalkEntry, b: CrosswalkEntry): number {
  return (
    compareText(a.kolom, b.kolom) ||
    compareText(a.kode, b.kode) ||
    compareText(foldText(a.label), foldText(b.label)) ||
    firstDay(a) - firstDay(b) ||
    compareText(a.status, b.status) ||
    compareText(a.id, b.id) ||
    a.pada - b.pada ||
    lastDay(a) - lastDay(b)
  );
}

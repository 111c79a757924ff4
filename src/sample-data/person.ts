import type { PegawaiField } from '#canonical';
import type { LocalDate } from '#kernel/local-date.ts';

/**
 * Plain values by canonical field: ISO dates, BKN's codes and ids, BKN's names, integers as text; an absent field is
 * unknown or does not apply. Both halves of an id/text pair are given (agama_id '1', agama 'Islam').
 */
export type Facts = Partial<Record<PegawaiField, string>>;

/** One event of a history with the decree that made it. `facts` are the canonical fields of the person it sets. */
export interface HistoryRow {
  readonly tmt: LocalDate;
  readonly tglSk: LocalDate;
  readonly noSk: string;
  readonly facts: Facts;
}

export type JenisAsn = 'pns' | 'pppk' | 'non_asn' | 'uji';

export interface Riwayat {
  readonly pangkat: readonly HistoryRow[];
  readonly jabatan: readonly HistoryRow[];
  readonly kgb: readonly HistoryRow[];
  readonly pendidikan: readonly HistoryRow[];
}

/** A synthetic person: constant facts, and a career off which every dated fact is read. */
export interface Person {
  /** Stable number of the person, unique over all offices. */
  readonly orangId: string;
  readonly jenisAsn: JenisAsn;
  /** BKN's four-digit code of the office that truly owns the person at the cut-off. */
  readonly instansi: string;
  /** Day of appointment: before it there is no such person in any file. */
  readonly masuk: LocalDate;
  /** Day and kind of leaving, where the person leaves before the last delivery. */
  readonly leaving: Leaving | undefined;
  /** Up to the last delivery, oldest row first. */
  readonly riwayat: Riwayat;
  /** Everything a file could say about the person on that day. */
  factsAt(date: LocalDate): Facts;
  /** What BKN says on the day of a delivery: it learns of each kind of event up to two months late. */
  factsOfBkn(date: LocalDate): Facts;
  /** Months by which BKN learns late. */
  readonly bknLags: BknLags;
  /** Facts that change between deliveries and are no event of the career. */
  readonly changes: readonly FactChange[];
}

export interface Leaving {
  readonly tmt: LocalDate;
  readonly jenis: 'pensiun' | 'meninggal' | 'berhenti' | 'pindah';
  /** Day on which the old office closes the row, where it does so late. */
  readonly ditutup?: LocalDate;
}

export interface FactChange {
  readonly tmt: LocalDate;
  readonly peristiwa: string;
  readonly lama: Facts;
  readonly baru: Facts;
}

export type BknLags = Readonly<Record<'pangkat' | 'jabatan' | 'kgb' | 'pendidikan' | 'status' | 'data', number>>;

export const NO_LAGS: BknLags = { pangkat: 0, jabatan: 0, kgb: 0, pendidikan: 0, status: 0, data: 0 };

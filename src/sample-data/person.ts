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
  /** Day and kind of leaving, where the person has left before the cut-off. */
  readonly leaving:
    | { readonly tmt: LocalDate; readonly jenis: 'pensiun' | 'meninggal' | 'berhenti' | 'pindah' }
    | undefined;
  /** Up to the cut-off, oldest row first. */
  readonly riwayat: Riwayat;
  /** Everything a file could say about the person on that day. */
  factsAt(date: LocalDate): Facts;
  /** What BKN says at the cut-off: it learns of events up to two months late. */
  factsOfBkn(): Facts;
}

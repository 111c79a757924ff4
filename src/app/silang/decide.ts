import { findField } from '#canonical';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, type Result } from '#kernel/result.ts';
import {
  acceptEntry,
  confirmedRow,
  type CrosswalkDecision,
  type CrosswalkEntry,
  INSTANSI_JATENG,
  readCrosswalk,
  rejectEntry,
  withBookLocked,
  writeCrosswalk,
} from '#reference';
import { foldBknId } from '#rules/bkn-id.ts';
import { findFieldFault, type Knowledge } from './knowledge.ts';
import type { DecidedRow } from './proposal-file.ts';

export interface Deciding {
  readonly silang: string;
  readonly knowledge: Knowledge;
  readonly mulai: LocalDate | undefined;
  readonly sampai: LocalDate | undefined;
  readonly oleh: string;
  readonly pada: LocalDate;
  /** Told where a lock was broken that a dead process had left. */
  readonly onStale?: (found: Problem) => void;
}

export interface DecidedSummary {
  readonly diterima: number;
  readonly ditolak: number;
  /** Rows that were not carried out, each with its reason. */
  readonly gagal: readonly { readonly baris: number; readonly problem: Problem }[];
}

/** Carries out decisions row by row; a row that cannot be stays out with its reason, and each instansi's file is written once. */
export function carryOut(rows: readonly DecidedRow[], deciding: Deciding): DecidedSummary {
  const { silang, onStale } = deciding;
  return withBookLocked(silang, () => decideAll(rows, deciding), onStale ? { onStale } : {});
}

function decideAll(rows: readonly DecidedRow[], deciding: Deciding): DecidedSummary {
  const books = new Map<string, readonly CrosswalkEntry[]>();
  const gagal: { baris: number; problem: Problem }[] = [];
  let [diterima, ditolak] = [0, 0];
  for (const decided of rows) {
    const { baris, row, keputusan } = decided;
    const result = keputusan.ok ? decideRow(decided, keputusan.value, books, deciding) : keputusan;
    if (!result.ok) {
      gagal.push({ baris, problem: result.error });
      continue;
    }
    books.set(row.instansi, result.value);
    if (keputusan.ok && keputusan.value === 'terima') diterima++;
    else ditolak++;
  }
  for (const [instansi, entries] of books) writeCrosswalk(deciding.silang, instansi, entries);
  return { diterima, ditolak, gagal };
}

function decideRow(
  { row }: DecidedRow,
  keputusan: 'terima' | 'tolak',
  books: ReadonlyMap<string, readonly CrosswalkEntry[]>,
  { silang, knowledge, mulai, sampai, oleh, pada }: Deciding,
): Result<readonly CrosswalkEntry[], Problem> {
  const { instansi, kolom, kode, label } = row;
  const id = row.id_bkn.trim();
  if (!INSTANSI_JATENG.some((each) => each.kode === instansi)) return fail(problem('SILANG_INSTANSI', { instansi }));
  const fault = findFieldFault(kolom);
  if (fault) return fail(fault);
  const table = knowledge.tableOf(kolom);
  // posts of structure and units are in no list, so only a list that is closed can refuse an id
  const known = table?.findByCode(id);
  if (keputusan === 'terima' && id !== '' && id.length < 32 && table && known?.kind !== 'one') {
    return fail(problem('SILANG_ID_TIDAK_ADA', { id, tabel: findField(kolom)?.tabelReferensi?.join(', ') ?? '' }));
  }
  const entries = books.get(instansi) ?? readCrosswalk(silang, instansi);
  const idInList = known?.kind === 'one' ? known.row.id : id;
  // a row that has left the list is remembered as it was: else deciding on it again would silence the alert
  const gone =
    table?.findById(idInList) === undefined ? entries.findLast((entry) => isAbout(entry, kolom, id)) : undefined;
  const decision: CrosswalkDecision = {
    kolom,
    kode,
    label,
    id: idInList,
    acuan: gone?.acuan ?? confirmedRow(table, idInList, row.nama_bkn),
    mulai,
    sampai,
    dukungan: countOf(row.dukungan),
    bertentangan: countOf(row.bertentangan),
    oleh,
    pada,
  };
  return keputusan === 'terima' ? acceptEntry(entries, decision) : rejectEntry(entries, decision);
}

const isAbout = (entry: CrosswalkEntry, kolom: string, id: string): boolean =>
  entry.kolom === kolom && foldBknId(entry.id) === foldBknId(id);

function countOf(text: string): number {
  const count = Number(text.replace(/\./g, ''));
  return Number.isSafeInteger(count) && count >= 0 ? count : 0;
}

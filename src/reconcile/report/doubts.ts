import { describeProblem, problem } from '#kernel/problem.ts';
import { instansiName } from '../instansi-code.ts';
import type { FileRead } from '../protocol.ts';
import type { RowCounts } from '../read-delivery.ts';
import type { Settlement } from '../settle/settle.ts';

/** Rows below which nothing is said: a handful of people may all be new. */
const FEWEST_ROWS = 10;

/** A file of which no row could be used, with the reason that most of them have. */
export function findUnused(file: RowCounts & Pick<FileRead, 'kiriman'>): string | undefined {
  const { kiriman, dibaca, diterima, kode_karantina: codes } = file;
  const [most] = Object.entries(codes).toSorted(([, a], [, b]) => b - a);
  if (diterima > 0 || dibaca === 0 || !most) return undefined;
  return describeProblem(problem('KIRIMAN_TANPA_BARIS', { kiriman, baris: dibaca, kode: most[0] }));
}

/** A file that ends before its end: how many rows are missing nobody can tell. */
export function findCut({ kiriman, dibaca, kode_karantina: codes }: RowCounts & Pick<FileRead, 'kiriman'>) {
  if (codes.BERKAS_TERPOTONG === undefined) return undefined;
  return describeProblem(problem('KIRIMAN_TERPOTONG', { kiriman, baris: dibaca }));
}

/** What makes a whole delivery doubtful: the wrong government's, or not the people of BKN's file. One sentence or none. */
export function findDoubt(read: FileRead, { lone }: Settlement): string | undefined {
  const { diterima, kiriman } = read;
  if (diterima < FEWEST_ROWS) return undefined;
  const elsewhere = new Map<string, number>();
  let moved = 0;
  let unknown = 0;
  for (const { row, reason } of lone) {
    if (row.read !== read) continue;
    if (reason.jenis !== 'pindah') {
      unknown += 1;
      continue;
    }
    moved += 1;
    elsewhere.set(reason.instansi, (elsewhere.get(reason.instansi) ?? 0) + 1);
  }
  if (moved * 2 > diterima) {
    const [kode] = [...elsewhere].reduce((most, one) => (one[1] > most[1] ? one : most));
    const lain = `${instansiName(kode)} (${kode})`;
    return describeProblem(problem('KIRIMAN_INSTANSI_LAIN', { kiriman, jumlah: moved, baris: diterima, lain }));
  }
  if (unknown * 2 <= diterima) return undefined;
  const ada = diterima - unknown;
  return describeProblem(problem('KIRIMAN_TAK_DIKENAL', { kiriman, jumlah: ada, baris: diterima }));
}

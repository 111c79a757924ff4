import type { TableDemands } from '#formats';
import { describeProblem, problem } from '#kernel/problem.ts';
import { compareText } from '#kernel/text.ts';
import type { Packet } from './packet.ts';

/** Kinds of storage that undo nothing when a packet stops half way. */
const WITHOUT_TRANSACTIONS = /^(?:myisam|aria|memory|csv|archive|mrg_myisam|heap)$/i;

/** What an operator has to know of the tables that a packet writes to, in sentences. */
export function notesOn(
  { changes, added }: Pick<Packet, 'changes' | 'added'>,
  demands: ReadonlyMap<string, TableDemands>,
): readonly string[] {
  const changed = new Set(changes.map(({ tabel }) => tabel));
  const grown = new Set(added.map(({ tabel }) => tabel));
  return [...new Set([...changed, ...grown])].toSorted(compareText).flatMap((tabel) => {
    const { engine = '', columns = [], triggers = [] } = demands.get(tabel) ?? {};
    const isTriggered =
      (changed.has(tabel) && triggers.includes('update')) || (grown.has(tabel) && triggers.includes('insert'));
    const touched = columns.filter((column) => column.touched).map(({ name }) => name);
    return [
      ...(WITHOUT_TRANSACTIONS.test(engine) ? [problem('CATATAN_TANPA_TRANSAKSI', { tabel, mesin: engine })] : []),
      ...(isTriggered ? [problem('CATATAN_PEMICU', { tabel })] : []),
      ...(touched.length > 0 && changed.has(tabel)
        ? [problem('CATATAN_KOLOM_WAKTU', { tabel, kolom: touched.join(', ') })]
        : []),
      ...(grown.has(tabel) ? [problem('CATATAN_NOMOR', { tabel })] : []),
    ].map(describeProblem);
  });
}

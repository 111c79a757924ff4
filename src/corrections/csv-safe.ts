import { isGuardedCsv } from '#formats';
import { problem } from '#kernel/problem.ts';
import type { Decision } from './decisions.ts';
import type { NewRow, Packet, RowChange } from './packet.ts';

/**
 * The packet without rows that CSV cannot give back as they are: a text that begins like a formula gets an apostrophe there, which would be
 * loaded along. What a decision changes elsewhere goes with it, so that no decision is half written.
 */
export function withoutFormulas(packet: Packet, accepted: readonly Decision[]): Packet {
  const shown = shownColumns(packet);
  const barred = new Set<string>();
  const rows = new Set(packet.changes.filter((change) => isUnsafe(change, shown)).map(rowOf));
  const isBarred = (change: RowChange): boolean =>
    rows.has(rowOf(change)) || namesOf(change).some((name) => barred.has(name));
  const isBarredNew = (row: NewRow): boolean =>
    row.cells.some(({ value }) => isGuarded(value)) || namesOf(row).some((name) => barred.has(name));
  for (let before = -1; before !== barred.size; ) {
    before = barred.size;
    for (const row of [...packet.changes.filter(isBarred), ...packet.added.filter(isBarredNew)]) {
      for (const name of namesOf(row)) barred.add(name);
    }
  }
  if (barred.size === 0) return packet;
  const known = new Set(packet.leftOut.map(({ decision }) => decision));
  const lost = accepted.filter((decision) => !known.has(decision) && barred.has(nameOf(decision.nip, decision.kolom)));
  return {
    ...packet,
    changes: packet.changes.filter((change) => !isBarred(change)),
    added: packet.added.filter((row) => !isBarredNew(row)),
    leftOut: [...packet.leftOut, ...lost.map((decision) => ({ decision, problem: problem('TULIS_CSV') }))],
    ditulis: packet.ditulis - lost.length,
  };
}

const isGuarded = (value: string | null | undefined): boolean => isGuardedCsv(value ?? '');
const nameOf = (nip: string, kolom: string): string => `${nip} ${kolom}`;
const namesOf = ({ nip, kolom }: RowChange | NewRow): readonly string[] => kolom.map((each) => nameOf(nip, each));
const rowOf = ({ tabel, kunci }: RowChange): string => JSON.stringify([tabel, kunci]);

/** Columns of each table that its file shows: those that find a row, and those that change anywhere. */
function shownColumns({ changes }: Packet): ReadonlyMap<string, ReadonlySet<number>> {
  const shown = new Map<string, Set<number>>();
  for (const { tabel, kunci, columns } of changes) {
    const of = shown.get(tabel) ?? new Set<number>();
    shown.set(tabel, of);
    for (const { column } of [...kunci, ...columns]) of.add(column);
  }
  return shown;
}

function isUnsafe({ tabel, cells, columns }: RowChange, shown: ReadonlyMap<string, ReadonlySet<number>>): boolean {
  const stands = [...(shown.get(tabel) ?? [])].some((column) => isGuarded(cells.get(column)));
  return stands || columns.some(({ lama, baru }) => isGuarded(lama) || isGuarded(baru));
}

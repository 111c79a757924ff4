import { CARA, type FileRead } from '../protocol.ts';
import type { BknPeople } from '../settle/bkn-people.ts';
import type { AddedPair, Settlement } from '../settle/settle.ts';
import type { PartFile } from './part-file.ts';

export interface PairsInput {
  readonly reads: readonly FileRead[];
  readonly settlement: Settlement;
  readonly people: BknPeople;
  /** An instansi sent several files: lines tell the delivery. */
  readonly hasSeveral: boolean;
}

/** Writes the pairs of the files in the given order, by data row; returns how many were found in which way. */
export function writePairs(
  out: PartFile,
  { reads, settlement, people, hasSeveral }: PairsInput,
  ordered: readonly FileRead[],
): Record<string, number> {
  const headings = ['instansi', 'baris_simpeg', 'baris_bkn', 'nip_simpeg', 'nip_bkn', 'cara', 'skor'];
  out.write(hasSeveral ? [...headings, 'kiriman'] : headings);
  const counts = new Int32Array(CARA.length);
  const write = (read: FileRead, pair: Readonly<PairLine>): void => {
    const { row } = out;
    row.text(read.instansi);
    row.number(pair.dataRow);
    row.number(people.dataRow(pair.record));
    out.nip(pair.nipHigh, pair.nipLow);
    out.nip(people.nipHigh(pair.record), people.nipLow(pair.record));
    row.text(CARA[pair.rung] ?? '');
    row.text(pair.skor);
    if (hasSeveral) row.text(read.kiriman);
    out.endRow();
    counts[pair.rung] = (counts[pair.rung] ?? 0) + 1;
  };
  for (const read of ordered) {
    const dropped = settlement.dropped[reads.indexOf(read)];
    eachByRow(read, settlement.added, (line, pair) => {
      if (pair < 0 || !dropped?.has(pair)) write(read, line);
    });
  }
  return Object.fromEntries(CARA.map((cara, rung) => [cara, counts[rung] ?? 0]));
}

interface PairLine {
  dataRow: number;
  record: number;
  rung: number;
  nipHigh: number;
  nipLow: number;
  skor: string;
}

/**
 * Visits the pairs of one file by data row: those found by number, which lie in the order of the rows (`pair` is their
 * number), and among them those of the lower rungs (-1). The line is one object, overwritten for each pair.
 */
function eachByRow(
  read: FileRead,
  allAdded: readonly AddedPair[],
  visit: (line: Readonly<PairLine>, pair: number) => void,
): void {
  const { pairs, pairNip, unmatched } = read;
  const rowOf = ({ position }: AddedPair): number => unmatched.dataRow[position] ?? 0;
  const added = allAdded.filter((one) => one.read === read).toSorted((a, b) => rowOf(a) - rowOf(b));
  const line: PairLine = { dataRow: 0, record: 0, rung: 0, nipHigh: 0, nipLow: 0, skor: '' };
  let next = 0;
  const visitAdded = (before: number): void => {
    for (let one = added[next]; one !== undefined && rowOf(one) < before; one = added[++next]) {
      line.dataRow = rowOf(one);
      line.record = one.record;
      line.rung = one.rung;
      line.nipHigh = unmatched.nip[one.position * 2] ?? 0;
      line.nipLow = unmatched.nip[one.position * 2 + 1] ?? 0;
      line.skor = CARA[one.rung] === 'probabilistik' ? one.score.toFixed(2) : '';
      visit(line, -1);
    }
  };
  for (let pair = 0; pair * 4 < pairs.length; pair++) {
    const dataRow = pairs[pair * 4] as number;
    visitAdded(dataRow);
    line.dataRow = dataRow;
    line.record = pairs[pair * 4 + 1] as number;
    line.rung = pairs[pair * 4 + 2] as number;
    line.nipHigh = pairNip[pair * 2] as number;
    line.nipLow = pairNip[pair * 2 + 1] as number;
    line.skor = '';
    visit(line, pair);
  }
  visitAdded(Number.POSITIVE_INFINITY);
}

import { FIRST_ESELON, KELAS_COUNT } from '../plan/kelas.ts';
import type { Horizon, Month } from '../plan/horizon.ts';
import { OFFICES } from '../lists/offices.ts';
import { hashText, randomOf } from '../random.ts';
import type { Unit } from '../units.ts';
import type { Rename } from './context.ts';
import { transferOf } from './transfers.ts';

/** Months of the yearly intakes of CPNS: one in March to June, the same for all offices. */
export function listIntakes(after: Month, until: Month, benih: string): Month[] {
  const months: Month[] = [];
  for (let month = after + 1; month <= until; month++) {
    const year = Math.trunc(month / 12);
    if (month % 12 === 2 + (hashText(`${benih}/penerimaan/${year}`) % 4)) months.push(month);
  }
  return months;
}

/** 1.5 to 3% of the office's PNS in each intake. */
export function countNewcomers(counts: readonly number[], intakes: number, key: string): number {
  const pns = counts.slice(0, KELAS_COUNT).reduce((sum, count) => sum + count, 0);
  const random = randomOf(key);
  let sum = 0;
  for (let i = 0; i < intakes; i++) sum += Math.round(pns * (0.015 + 0.015 * random.unit()));
  return sum;
}

/** Somebody who comes from another office: where the person stands there. */
export interface Move {
  readonly from: number;
  readonly index: number;
  readonly number: number;
}

interface MovesOptions {
  readonly counts: readonly (readonly number[])[];
  readonly officeStarts: readonly number[];
  readonly until: Month;
  readonly horizon: Horizon;
  readonly high: number;
}

/** All moves between offices until the last delivery, by the office that receives: some in ten thousand people. */
export function listMoves({ counts, officeStarts, until, horizon, high }: MovesOptions): readonly (readonly Move[])[] {
  const moves: Move[][] = OFFICES.map(() => []);
  if (until === horizon.month) return moves;
  for (const [from, office] of OFFICES.entries()) {
    let index = 0;
    for (let kind = 0; kind < FIRST_ESELON; kind++) {
      const end = index + (counts[from]?.[kind] ?? 0);
      for (; index < end; index++) {
        const number = (officeStarts[from] ?? 0) + index;
        const transfer = transferOf({ high, until, horizon, frame: { office } }, { kind, number });
        if (transfer) moves[transfer.to]?.push({ from, index, number });
      }
    }
  }
  return moves;
}

/** One office in six a year gives 2 to 10% of its units another name. */
export function renameUnits(
  units: readonly Unit[],
  after: Month,
  until: Month,
  key: string,
): ReadonlyMap<string, Rename> {
  const renames = new Map<string, Rename>();
  const random = randomOf(key);
  for (let month = after + 1; month <= until; month++) {
    const chance = random.unit();
    const share = 0.02 + 0.08 * random.unit();
    if (chance >= 1 / 72) continue;
    for (const { id, nama } of units) {
      if (random.unit() < share && !renames.has(id)) renames.set(id, { month, nama: `${nama} TERPADU` });
    }
  }
  return renames;
}

export function namesAt(units: readonly Unit[], renames: ReadonlyMap<string, Rename>, month: Month): readonly Unit[] {
  if (renames.size === 0) return units;
  return units.map((unit) => {
    const rename = renames.get(unit.id);
    return rename && rename.month <= month ? { ...unit, nama: rename.nama, namaLama: unit.nama } : unit;
  });
}

/** What became of a rate in one office. */
export interface QuotaCount {
  /** Units that could be hit: people, cells, rows. */
  readonly units: number;
  /** Cases that the rate asks for, less those for which the structure has no place. */
  readonly asked: number;
  /** Cases made. */
  readonly made: number;
  /** Cases that came about by themselves (an office that lags). */
  readonly byLag: number;
}

/**
 * Meets a rate instead of trusting to luck. People are dealt out evenly (`hit`): each adds the rate, and whoever is eligible when a
 * whole case has gathered gets it. Cells are thrown for (`wants`), so that no column is always the one; a case for which a unit
 * has no place waits for the next unit that has.
 */
export interface Quota {
  /** Counts one unit; true: this one gets the defect. */
  hit(eligible: boolean): boolean;
  /** Counts one unit with its throw in [0, 1); true: a case is due, to be taken if there is a place for it. */
  wants(chance: number): boolean;
  take(): void;
  /** The case could not be made here: the next unit gets it. */
  giveBack(): void;
  /** The case falls where the office's structure has no place for it: nobody gets it. */
  drop(): void;
  /** A case that came about by itself. */
  spend(): void;
  readonly count: QuotaCount;
}

export function createQuota(rate: number, start: number): Quota {
  let due = rate > 0 ? start : 0;
  let units = 0;
  let made = 0;
  let byLag = 0;
  let dropped = 0;
  return {
    hit: (eligible) => {
      units++;
      due += rate;
      if (!eligible || due < 1 || rate === 0) return false;
      due -= 1;
      made++;
      return true;
    },
    wants: (chance) => {
      units++;
      if (chance < rate) due += 1;
      return due >= 1;
    },
    take: () => {
      due -= 1;
      made++;
    },
    giveBack: () => {
      due += 1;
      made--;
    },
    drop: () => {
      made--;
      dropped++;
    },
    spend: () => {
      due -= 1;
      byLag++;
    },
    get count() {
      return { units, asked: units * rate - dropped, made, byLag };
    },
  };
}

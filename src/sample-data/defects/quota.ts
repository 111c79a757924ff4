/**
 * Meets a rate exactly instead of by luck: every person adds the rate, and whoever is eligible when a whole case has
 * gathered gets it. The start carries the fractions of the offices before, so that rare defects occur in small samples too.
 */
export interface Quota {
  /** Counts one unit; true: this one gets the defect. */
  hit(eligible: boolean): boolean;
  /** A case that came about by itself (an office that lags). */
  spend(): void;
  readonly reached: number;
}

export function createQuota(rate: number, start: number): Quota {
  let due = rate > 0 ? start : 0;
  let reached = 0;
  return {
    hit: (eligible) => {
      due += rate;
      if (!eligible || due < 1 || rate === 0) return false;
      due -= 1;
      reached++;
      return true;
    },
    spend: () => {
      due -= 1;
    },
    get reached() {
      return reached;
    },
  };
}

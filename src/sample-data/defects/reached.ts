import type { OfficeProfile } from '../offices/profiles.ts';
import type { CauseId } from './case.ts';
import type { QuotaCount } from './quota.ts';

/** Rates asked for and reached, over all offices of one profile. */
export interface RateReached {
  readonly cacat: CauseId;
  readonly profil: OfficeProfile['quality'];
  /** Units that could be hit. */
  readonly satuan: number;
  /** Cases asked for, those left out for which a structure has no place. */
  readonly diminta: number;
  readonly dibuat: number;
  /** Cases that the lag of an office made by itself; where there are more than asked for, none is added. */
  readonly tertinggal: number;
}

export interface Reached {
  add(profile: OfficeProfile, counts: Iterable<readonly [CauseId, QuotaCount]>): void;
  list(): readonly RateReached[];
}

export function createReached(): Reached {
  const sums = new Map<string, RateReached>();
  return {
    add: ({ quality }, counts) => {
      for (const [cacat, { units, asked, made, byLag }] of counts) {
        const before = sums.get(`${cacat} ${quality}`);
        sums.set(`${cacat} ${quality}`, {
          cacat,
          profil: quality,
          satuan: (before?.satuan ?? 0) + units,
          diminta: (before?.diminta ?? 0) + asked,
          dibuat: (before?.dibuat ?? 0) + made,
          tertinggal: (before?.tertinggal ?? 0) + byLag,
        });
      }
    },
    list: () =>
      [...sums.values()]
        .filter(({ satuan }) => satuan > 0)
        .toSorted((a, b) => order(a).localeCompare(order(b)))
        .map((row) => ({ ...row, diminta: Math.round(row.diminta * 100) / 100 })),
  };
}

const order = ({ cacat, profil }: RateReached): string => `${cacat} ${profil}`;

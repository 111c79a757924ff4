import type { Catalogue } from '../lists/lists.ts';
import type { Cohorts, Origin } from '../plan/cohorts.ts';
import type { Horizon, Month } from '../plan/horizon.ts';
import { Random } from '../random.ts';
import type { OfficeFrame } from './office-frame.ts';

/** What generating a person needs beside the person's number. */
export interface Context {
  readonly frame: OfficeFrame;
  readonly catalogue: Catalogue;
  readonly cohorts: Cohorts;
  readonly horizon: Horizon;
  /** Last month of the further deliveries; the cut-off's own where there are none. */
  readonly until: Month;
  /** Names that units take after the cut-off. */
  readonly renames: ReadonlyMap<string, Rename>;
  /** Two halves of the office's seed. */
  readonly high: number;
  readonly low: number;
}

export interface Rename {
  readonly month: Month;
  readonly nama: string;
}

/** One person's place: the kind, the rank within the kind in the office, the number in the office and over all. */
export interface Slot {
  readonly kind: number;
  readonly rank: number;
  readonly index: number;
  readonly number: number;
  readonly origin: Origin;
}

/** Purposes draw from streams of their own, so that a change in one leaves the others as they were. */
export const STREAM = {
  career: 1,
  posts: 2,
  name: 3,
  home: 4,
  study: 5,
  status: 6,
  contact: 7,
  bkn: 8,
  family: 9,
  future: 10,
} as const;

export function streamOf(context: Context, slot: Slot, stream: number): Random {
  return new Random(context.high ^ (stream * 0x9e3779b1), (context.low + slot.number * 0x6c078965) | 0);
}

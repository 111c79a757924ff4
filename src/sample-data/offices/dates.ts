import { BULAN } from '#rules/tanggal.ts';
import { dice } from '../dice.ts';

/** Writes an ISO date the office's way; the seed decides where one column mixes forms. */
export type DateForm = (iso: string, seed: number) => string;

const year = (iso: string): string => iso.slice(0, 4);
const month = (iso: string): string => iso.slice(5, 7);
const day = (iso: string): string => iso.slice(8, 10);

export const isoDate: DateForm = (iso) => iso;
export const isoMidnight: DateForm = (iso) => `${iso} 00:00:00`;
export const dashed: DateForm = (iso) => `${day(iso)}-${month(iso)}-${year(iso)}`;
export const slashed: DateForm = (iso) => `${day(iso)}/${month(iso)}/${year(iso)}`;
export const compact: DateForm = (iso) => `${year(iso)}${month(iso)}${day(iso)}`;

export const worded: DateForm = (iso) =>
  `${Number(day(iso))} ${BULAN[Number(month(iso)) - 1] ?? month(iso)} ${year(iso)}`;

/** Typed by hand: dd-mm-yyyy seven times of ten, in words twice, with slashes once. */
export const byHand: DateForm = (iso, seed) => {
  const throwOf = dice(seed, 71);
  if (throwOf < 0.7) return dashed(iso, seed);
  return throwOf < 0.9 ? worded(iso, seed) : slashed(iso, seed);
};

/** Two orders in one sheet. */
export const twoOrders: DateForm = (iso, seed) => (dice(seed, 72) < 0.6 ? dashed(iso, seed) : iso);

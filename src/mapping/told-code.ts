/**
 * A code means what at least this share of at least this many people have at BKN: nine of ten, from five people on. Where many people
 * bear a code, fewer may speak for its meaning: posts go stale by the dozen, so that nine of ten are rarely reached there, but never all
 * the same way. Settings, not a law.
 */
const TELLING = [
  { share: 0.9, people: 5 },
  { share: 0.75, people: 30 },
] as const;

/** Whether `most` people with one value at BKN, of `all` who bear a code, are enough to tell its meaning. */
export const isTold = (most: number, all: number): boolean =>
  TELLING.some(({ share, people }) => all >= people && most >= all * share);

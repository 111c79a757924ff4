import { damerauLevenshtein, jaroWinkler } from './similarity.ts';

/** Nearer than this in likeness, or a slip or two away: below that a guess would be a riddle. Settings, not law. */
const NEAR = 0.88;
const SLIPS = 2;

/** The word of a list that somebody meant who wrote `word`; undefined where none is near. Upper and lower case are one. */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  const near = words
    .map((each) => ({ each, likeness: jaroWinkler(wanted, each.toLowerCase()) }))
    .filter(({ each, likeness }) => likeness >= NEAR || isSlip(wanted, each.toLowerCase()));
  return near.toSorted((a, b) => b.likeness - a.likeness)[0]?.each;
}

/** Short words are near to everything after two slips: every slip must leave two letters right. */
const isSlip = (a: string, b: string): boolean =>
  damerauLevenshtein(a, b, SLIPS) <= Math.min(SLIPS, Math.floor(Math.max(a.length, b.length) / 3));

/** The question that goes behind a word that is none of the list, blank in front; '' where none is near. */
export function askMeant(word: string, words: readonly string[]): string {
  const meant = nearestWord(word, words);
  return meant === undefined ? '' : ` (maksud Anda "${meant}"?)`;
}

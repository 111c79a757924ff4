/**
 * Likeness of two texts, by UTF-16 code units. Working memory is reused between calls, so nothing is allocated; texts
 * beyond `LONGEST` units are judged by their beginning, which keeps a hostile megabyte from costing quadratic time.
 */

const LONGEST = 1024;

const usedA = new Uint8Array(LONGEST);
const usedB = new Uint8Array(LONGEST);

/**
 * Jaro-Winkler likeness, 0 to 1: prefix weight 0.1 over at most four units, given only where Jaro itself exceeds 0.7.
 * With `atLeast`, pairs that cannot reach it give 0 without being compared in full.
 */
export function jaroWinkler(a: string, b: string, atLeast = 0): number {
  if (a === b) return 1;
  const lengthA = Math.min(a.length, LONGEST);
  const lengthB = Math.min(b.length, LONGEST);
  if (lengthA === 0 || lengthB === 0) return 0;
  const prefix = commonPrefix(a, b, Math.min(lengthA, lengthB, 4));
  const canReach = (matches: number): boolean =>
    boost((matches / lengthA + matches / lengthB + 1) / 3, prefix) >= atLeast;
  let needed = Math.min(lengthA, lengthB);
  if (!canReach(needed)) return 0;
  while (needed > 1 && canReach(needed - 1)) needed--;
  const likeness = boost(jaro(a, lengthA, b, lengthB, needed), prefix);
  return likeness < atLeast ? 0 : likeness;
}

function boost(jaroLikeness: number, prefix: number): number {
  return jaroLikeness > 0.7 ? jaroLikeness + prefix * 0.1 * (1 - jaroLikeness) : jaroLikeness;
}

function commonPrefix(a: string, b: string, longest: number): number {
  let length = 0;
  while (length < longest && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** Jaro likeness; 0 where fewer than `needed` units match, which mostly shows after a few of them. */
function jaro(a: string, lengthA: number, b: string, lengthB: number, needed: number): number {
  const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1);
  usedA.fill(0, 0, lengthA);
  usedB.fill(0, 0, lengthB);
  let matches = 0;
  for (let i = 0; i < lengthA; i++) {
    if (matches + lengthA - i < needed) return 0;
    const code = a.charCodeAt(i);
    const end = Math.min(lengthB, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (usedB[j] === 1 || b.charCodeAt(j) !== code) continue;
      usedA[i] = 1;
      usedB[j] = 1;
      matches++;
      break;
    }
  }
  if (matches < needed) return 0;
  const swaps = countMisplaced(a, lengthA, b) / 2;
  return (matches / lengthA + matches / lengthB + (matches - swaps) / matches) / 3;
}

/** Matched units that stand at another place among the matched units of the other text. */
function countMisplaced(a: string, lengthA: number, b: string): number {
  let misplaced = 0;
  let j = 0;
  for (let i = 0; i < lengthA; i++) {
    if (usedA[i] === 0) continue;
    while (usedB[j] === 0) j++;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) misplaced++;
    j++;
  }
  return misplaced;
}

let row = new Int32Array(LONGEST + 1);
let above = new Int32Array(LONGEST + 1);
let aboveThat = new Int32Array(LONGEST + 1);

/**
 * Edits that turn one text into the other: insert, delete, replace, swap two neighbours (each part of a text edited at most
 * once). Beyond `limit` the answer is `limit + 1`, found in time proportional to length x limit.
 */
export function damerauLevenshtein(a: string, b: string, limit = LONGEST): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > 0 && endB > 0 && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const start = commonPrefix(a, b, Math.min(endA, endB));
  const lengthA = Math.min(endA - start, LONGEST);
  const lengthB = Math.min(endB - start, LONGEST);
  if (lengthA === 0 || lengthB === 0) return Math.min(Math.max(lengthA, lengthB), limit + 1);
  return limit === 1
    ? oneEditApart(a, b, start, lengthA, lengthB)
    : fillBand(a, b, { start, lengthA, lengthB, band: Math.min(limit, LONGEST) });
}

/** 1 or 2 (= more than one) for texts whose equal ends are cut off and of which neither part is empty. */
function oneEditApart(a: string, b: string, start: number, lengthA: number, lengthB: number): number {
  if (lengthA === 1 && lengthB === 1) return 1;
  if (lengthA !== 2 || lengthB !== 2) return 2;
  return a.charCodeAt(start) === b.charCodeAt(start + 1) && a.charCodeAt(start + 1) === b.charCodeAt(start) ? 1 : 2;
}

interface Middle {
  readonly start: number;
  readonly lengthA: number;
  readonly lengthB: number;
  readonly band: number;
}

/** The distance over cells at most `band` off the diagonal; a row wholly above the band ends the search. */
function fillBand(a: string, b: string, { start, lengthA, lengthB, band }: Middle): number {
  const tooFar = band + 1;
  for (let j = 0; j <= lengthB; j++) above[j] = Math.min(j, tooFar);
  for (let i = 1; i <= lengthA; i++) {
    const from = Math.max(1, i - band);
    const to = Math.min(lengthB, i + band);
    row[from - 1] = from === 1 ? Math.min(i, tooFar) : tooFar;
    let least = row[from - 1] as number;
    const code = a.charCodeAt(start + i - 1);
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(start + j - 1);
      const upper = j < i + band ? (above[j] as number) : tooFar;
      let cost = Math.min(upper + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + (code === other ? 0 : 1));
      const swapped = i > 1 && j > 1 && code === b.charCodeAt(start + j - 2) && a.charCodeAt(start + i - 2) === other;
      if (swapped) cost = Math.min(cost, (aboveThat[j - 2] as number) + 1);
      row[j] = Math.min(cost, tooFar);
      least = Math.min(least, cost);
    }
    if (least > band) return tooFar;
    [aboveThat, above, row] = [above, row, aboveThat];
  }
  return Math.min(above[lengthB] as number, tooFar);
}

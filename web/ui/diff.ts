/** A run of a value: the same on both sides, other on this side, or missing here while the other side has something. */
export interface Piece {
  readonly kind: 'same' | 'other' | 'gap';
  readonly text: string;
}

/** What a value is cut into before it is compared: names into characters, posts and units into words, gelar into titles. */
export type Grain = 'character' | 'word' | 'title';

/** Beyond this a value is marked as a whole: nobody reads a finer mark, and the table of the search grows with the square. */
const MOST_TOKENS = 400;
/** Below this share of equal characters the marks inside a word are noise; its words are compared instead. */
const ALIKE_ENOUGH = 0.5;

const NUMERIC = /^[\d\s./-]+$/;

/**
 * Marks inside two differing values what differs: digits by position in dates and numbers of equal length, else by the shortest
 * edit over tokens of the given grain. The texts of the pieces of a side, joined, are that side's value.
 */
export function markDifferences(left: string, right: string, grain: Grain): readonly [Piece[], Piece[]] {
  if (left === right) return [[{ kind: 'same', text: left }], [{ kind: 'same', text: right }]];
  if (left.length === right.length && NUMERIC.test(left) && NUMERIC.test(right)) return byPosition(left, right);
  const fine = byEdit(cut(left, grain), cut(right, grain));
  if (grain !== 'character' || shareOfSame(fine[0], left, right) >= ALIKE_ENOUGH) return fine;
  return byEdit(cut(left, 'word'), cut(right, 'word'));
}

function cut(text: string, grain: Grain): string[] {
  if (grain === 'character') return Array.from(text);
  return text.split(grain === 'word' ? /(\s+)/ : /(,\s*)/).filter((token) => token !== '');
}

function shareOfSame(pieces: readonly Piece[], left: string, right: string): number {
  const same = pieces.reduce((sum, piece) => sum + (piece.kind === 'same' ? piece.text.length : 0), 0);
  return same / Math.max(left.length, right.length);
}

function byPosition(left: string, right: string): readonly [Piece[], Piece[]] {
  const pieces: [Piece[], Piece[]] = [[], []];
  for (let at = 0; at < left.length; at++) {
    const kind = left[at] === right[at] ? 'same' : 'other';
    add(pieces[0], kind, left[at] ?? '');
    add(pieces[1], kind, right[at] ?? '');
  }
  return pieces;
}

function byEdit(left: readonly string[], right: readonly string[]): readonly [Piece[], Piece[]] {
  const pieces: [Piece[], Piece[]] = [[], []];
  if (left.length > MOST_TOKENS || right.length > MOST_TOKENS) {
    add(pieces[0], 'other', left.join(''));
    add(pieces[1], 'other', right.join(''));
    return pieces;
  }
  const common = commonLengths(left, right);
  const width = right.length + 1;
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const fromI = i;
    const fromJ = j;
    while (i < left.length && j < right.length && left[i] === right[j]) {
      add(pieces[0], 'same', left[i] ?? '');
      add(pieces[1], 'same', right[j] ?? '');
      i++;
      j++;
    }
    if (i > fromI) continue;
    while ((i < left.length || j < right.length) && !(i < left.length && j < right.length && left[i] === right[j])) {
      const withoutLeft = i < left.length ? (common[(i + 1) * width + j] ?? 0) : -1;
      const withoutRight = j < right.length ? (common[i * width + j + 1] ?? 0) : -1;
      if (withoutLeft >= withoutRight) i++;
      else j++;
    }
    addRun(pieces[0], left.slice(fromI, i).join(''));
    addRun(pieces[1], right.slice(fromJ, j).join(''));
  }
  return joinOverBlanks(pieces);
}

/** Two marked words are one mark: a blank between them is no agreement. Pieces of both sides stand opposite each other. */
function joinOverBlanks([left, right]: readonly [Piece[], Piece[]]): readonly [Piece[], Piece[]] {
  const joined: [Piece[], Piece[]] = [[], []];
  const isMarked = (at: number): boolean => left[at]?.kind === 'other' && right[at]?.kind === 'other';
  for (const [at, piece] of left.entries()) {
    const opposite = right[at] ?? piece;
    const isBridge = piece.kind === 'same' && piece.text.trim() === '' && isMarked(at - 1) && isMarked(at + 1);
    for (const [side, one] of [piece, opposite].entries()) {
      const pieces = joined[side as 0 | 1];
      if (one.kind === 'gap') pieces.push(one);
      else add(pieces, isBridge ? 'other' : one.kind, one.text);
    }
  }
  return joined;
}

/** Lengths of the longest common part of what follows each pair of places. */
function commonLengths(left: readonly string[], right: readonly string[]): Uint16Array {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        left[i] === right[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}

function addRun(pieces: Piece[], text: string): void {
  if (text === '') pieces.push({ kind: 'gap', text: '' });
  else add(pieces, 'other', text);
}

function add(pieces: Piece[], kind: 'same' | 'other', text: string): void {
  const last = pieces.at(-1);
  if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
  else pieces.push({ kind, text });
}

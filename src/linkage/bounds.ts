/** Texts beyond this length are not bounded. */
const LONGEST = 256;

/** Room for rounding, lest a text on the very threshold be lost. */
const ROUNDING = 1e-12;

/** How often each unit occurs, by its low byte; units that share one are taken for each other, which only loosens the bound. */
const counts = new Int32Array(256);

/**
 * The fewest edits that can turn one text into the other: an edit changes one unit, and a swap none, so units that the longer
 * text has and the other has not must each be edited.
 */
export function boundEdits(left: string, right: string): number {
  if (left.length > LONGEST || right.length > LONGEST) return 0;
  return Math.max(left.length, right.length) - countShared(left, right);
}

/**
 * The most that the Jaro-Winkler likeness of two texts can be, from the units that both have in whatever place. It takes time
 * linear in their length, a small part of the likeness itself, and settles most pairs that are not alike.
 */
export function boundAlikeness(left: string, right: string): number {
  if (left.length === 0 || right.length === 0 || left.length > LONGEST || right.length > LONGEST) return 1;
  const shared = countShared(left, right);
  const jaro = (shared / left.length + shared / right.length + 1) / 3;
  return Math.min(1, jaro > 0.7 ? jaro + commonStart(left, right) * 0.1 * (1 - jaro) : jaro) + ROUNDING;
}

function countShared(left: string, right: string): number {
  for (let at = 0; at < left.length; at++) {
    const unit = left.charCodeAt(at) & 255;
    counts[unit] = (counts[unit] as number) + 1;
  }
  let shared = 0;
  for (let at = 0; at < right.length; at++) {
    const unit = right.charCodeAt(at) & 255;
    const count = counts[unit] as number;
    if (count === 0) continue;
    shared++;
    counts[unit] = count - 1;
  }
  for (let at = 0; at < left.length; at++) counts[left.charCodeAt(at) & 255] = 0;
  return shared;
}

function commonStart(left: string, right: string): number {
  let length = 0;
  while (length < 4 && length < left.length && left.charCodeAt(length) === right.charCodeAt(length)) length++;
  return length;
}

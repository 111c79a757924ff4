/**
 * Ways from a value to the keys under which it is filed. Values that share a key meet in a block; several keys let a
 * mistyped value meet its right form. All are pure, give each key once, and bound the work that a hostile long value costs.
 */
export type KeysOf = (value: string) => readonly string[];

const LONGEST = 32;
const MOST_WORDS = 8;

/** The value as it stands. */
export const whole: KeysOf = (value) => [value];

/** The first units; a shorter value stands for itself. */
export function prefix(length: number): KeysOf {
  return (value) => [value.slice(0, length)];
}

/** The last units; a shorter value stands for itself. */
export function suffix(length: number): KeysOf {
  return (value) => [value.slice(-length)];
}

/** Units from `start` up to `end`, none where the value is too short: parts of dates and of numbers. */
export function slice(start: number, end: number): KeysOf {
  return (value) => (value.length < end ? [] : [value.slice(start, end)]);
}

/**
 * The value and all its forms with one unit left out. Two values share a key exactly if they are equal or near enough to
 * be made equal by leaving out at most one unit of each: one insertion, deletion, replacement or swap of neighbours.
 */
export const deletions: KeysOf = (value) => {
  const text = value.slice(0, LONGEST);
  const keys = [text];
  for (let at = 0; at < text.length; at++) {
    // One of equal neighbours left out gives the same key as the other.
    if (text[at] !== text[at - 1]) keys.push(text.slice(0, at) + text.slice(at + 1));
  }
  return keys;
};

/** Each word of at least `shortest` units. */
export function words(shortest = 1): KeysOf {
  return (value) => [...new Set(value.split(' ', MOST_WORDS).filter((word) => word.length >= shortest))];
}

/** The units in order of their codes, blanks left out: the same letters in any order meet. */
export const sortedUnits: KeysOf = (value) => [
  value.slice(0, LONGEST).replaceAll(' ', '').split('').toSorted().join(''),
];

/** Sound classes of a to z as in Soundex: vowels and h, w, y are silent. */
const SOUNDS = '.123.12..22455.12623.1.2.2';

/** The first four consonant classes, repeats joined: like-sounding spellings meet whatever their vowels. */
export const sound: KeysOf = (value) => {
  let key = '';
  let last = '';
  for (let at = 0; at < value.length && key.length < 4; at++) {
    const letter = (value.charCodeAt(at) | 32) - 97;
    const soundClass = SOUNDS[letter] ?? '';
    if (soundClass === '' || soundClass === '.') continue;
    if (soundClass !== last) key += soundClass;
    last = soundClass;
  }
  return key === '' ? [] : [key];
};

/** The keys of a transformation applied to each key of another. */
export function through(first: KeysOf, second: KeysOf): KeysOf {
  return (value) => [...new Set(first(value).flatMap(second))];
}

/** All keys of several transformations together. */
export function either(...several: readonly KeysOf[]): KeysOf {
  return (value) => [...new Set(several.flatMap((keysOf) => keysOf(value)))];
}

import { foldNama, compareNama } from '#rules/nama.ts';
import { dicePick, diceBelow, diceBits } from '../dice.ts';

/** Old and new spelling and sounds that clerks confuse; both directions. */
const SOUNDS: readonly (readonly [string, string])[] = [
  ['OE', 'U'],
  ['DJ', 'J'],
  ['TJ', 'C'],
  ['DH', 'D'],
  ['KH', 'H'],
  ['Y', 'I'],
];

const MUHAMMAD = ['MUHAMMAD', 'MUHAMAD', 'MOHAMMAD', 'MOCHAMAD', 'MOH', 'MUH', 'MOCH', 'M'] as const;

type Variant = (name: string, seed: number) => string;

const VARIANTS: readonly [Variant, ...Variant[]] = [
  oneLetter,
  oneLetter,
  otherSound,
  otherSound,
  otherMuhammad,
  joinWords,
  dropSecond,
];

/**
 * The name as another clerk would have spelled it, near enough for people to see the same name: what the rule of names calls
 * `mirip`, never the same and never another name. Undefined where the draws find none.
 */
export function misspell(name: string, seed: number): string | undefined {
  for (let attempt = 0; attempt < 8; attempt++) {
    const variant = dicePick(seed, 500 + attempt, VARIANTS)(name, diceBits(seed, 600 + attempt));
    if (variant !== name && isMirip(variant, name)) return variant;
  }
  return undefined;
}

/** Checked with the rule itself, in both directions: the truth must be what the contract asks for. */
function isMirip(a: string, b: string): boolean {
  return foldNama(a) !== foldNama(b) && compareNama(a, b).kelas === 'mirip' && compareNama(b, a).kelas === 'mirip';
}

function oneLetter(name: string, seed: number): string {
  const words = name.split(' ');
  const long = words.flatMap((word, i) => (word.length >= 5 ? [i] : []));
  const chosen = long[diceBelow(seed, 1, long.length)];
  const word = chosen === undefined ? undefined : words[chosen];
  if (word === undefined || chosen === undefined) return name;
  const at = 1 + diceBelow(seed, 2, word.length - 2);
  const kind = diceBelow(seed, 3, 3);
  const letter = word.slice(at, at + 1);
  const vowel = dicePick(seed, 4, ['A', 'I', 'U', 'E', 'O']);
  const replaced = kind === 0 ? '' : kind === 1 ? letter + letter : vowel;
  words[chosen] = word.slice(0, at) + replaced + word.slice(at + 1);
  return words.join(' ');
}

function otherSound(name: string, seed: number): string {
  const [from, to] = dicePick(seed, 5, SOUNDS as [(typeof SOUNDS)[number], ...typeof SOUNDS]);
  return diceBits(seed, 6) % 2 === 0 ? name.replace(from, to) : name.replace(to, from);
}

function otherMuhammad(name: string, seed: number): string {
  const [first = '', ...rest] = name.split(' ');
  if (rest.length === 0 || !MUHAMMAD.some((each) => each === first.replace('.', ''))) return name;
  return [dicePick(seed, 7, MUHAMMAD), ...rest].join(' ');
}

function joinWords(name: string): string {
  return name.replace(' ', '');
}

function dropSecond(name: string): string {
  const [first = '', , ...rest] = name.split(' ');
  return [first, ...rest].join(' ');
}

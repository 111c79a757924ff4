import { getField } from '#canonical';
import type { Reader } from '../recipe.ts';
import type { Assigned } from './assign.ts';

type Joined = Extract<Reader, { jenis: 'sambung' }>;

/** The columns of one code that is written over several, with the reader that joins them. */
export interface CodeParts {
  readonly parts: readonly Assigned[];
  readonly reader: Joined;
}

/** A stem followed by the numbers 1, 2, 3 ...: "KDU1".."KDU5". */
const NUMBERED = /^(.*\D)(\d)$/;
const FEWEST = 3;

/**
 * Finds a unit code that lies over numbered columns, one a level: short codes without a field of their own, of which each
 * level has more different values than all above it together allow to be chance.
 */
export function findCodeParts(assigned: readonly Assigned[]): CodeParts | undefined {
  const groups = Map.groupBy(
    assigned.filter(({ named }) => NUMBERED.test(named.name)),
    ({ named }) => NUMBERED.exec(named.name)?.[1] ?? '',
  );
  for (const group of groups.values()) {
    const parts = group.toSorted((a, b) => a.column.facts.index - b.column.facts.index);
    const isRun = parts.every(({ named }, index) => named.name.endsWith(String(index + 1)));
    if (parts.length < FEWEST || !isRun || !parts.every(isCodePart) || !isTree(parts)) continue;
    return { parts, reader: { jenis: 'sambung', kolom: parts.map(({ named }) => named.name), pemisah: '.' } };
  }
  return undefined;
}

/** The upper levels are filled, and tell units apart: spare columns are neither. */
const isTree = ([first, second]: readonly Assigned[]): boolean =>
  [first, second].every((level) => level && level.column.facts.filledShare > 0.5) &&
  (second?.column.facts.distinct.size ?? 0) > 1;

function isCodePart({ column, chosen }: Assigned): boolean {
  const { facts } = column;
  const isFree = !chosen?.field || chosen.field.nama.startsWith('unit_') || chosen.name < 0.9;
  return isFree && (facts.isEmpty || (facts.meanLength <= 4 && facts.share('bulat') > 0.9));
}

/** Lets every part feed the unit. */
export function assignCodeParts(assigned: readonly Assigned[], { parts }: CodeParts): readonly Assigned[] {
  const field = getField('unit_kerja');
  return assigned.map((one) =>
    parts.includes(one)
      ? {
          ...one,
          chosen: {
            field,
            score: 0.8,
            name: 0.5,
            fit: 0.5,
            isProved: false,
            bukti: 'kode unit bertingkat di beberapa kolom',
          },
        }
      : one,
  );
}

import { describe, expect, it } from 'vitest';
import { blockOn, keyOf } from './blocking-rule.ts';
import { alike, edits } from './comparison.ts';
import { deletions, sound, whole } from './keys.ts';
import { dedupe, link, type LinkSpec, trainWeights } from './link.ts';
import { randomFractions } from './random.ts';
import type { Records } from './records.ts';

const SYLLABLES = [
  'su',
  'tri',
  'no',
  'wa',
  'ti',
  'bu',
  'di',
  'har',
  'to',
  'pra',
  'se',
  'tyo',
  'ning',
  'sih',
  'yu',
  'la',
];

/** Invented people; with `damage`, that share of the values has one unit replaced or is missing. */
function people(size: number, seed: number, damage = 0): Records {
  const next = randomFractions(seed);
  const harm = randomFractions(seed + 1);
  const pick = (count: number): number => Math.floor(next() * count);
  const spoil = (value: string): string => {
    if (harm() >= damage) return value;
    const at = Math.floor(harm() * value.length);
    return harm() < 0.2 ? '' : `${value.slice(0, at)}x${value.slice(at + 1)}`;
  };
  const rows = Array.from({ length: size }, () => ({
    name: spoil(Array.from({ length: 3 }, () => SYLLABLES[pick(16)] ?? '').join('')),
    born: spoil(`${1960 + pick(40)}${String(1 + pick(12)).padStart(2, '0')}${String(1 + pick(28)).padStart(2, '0')}`),
    town: spoil(`town ${'abcdefgh'[pick(8)] ?? ''}`),
  }));
  return {
    size,
    columns: {
      name: rows.map((row) => row.name),
      born: rows.map((row) => row.born),
      town: rows.map((row) => row.town),
    },
  };
}

const SPEC: LinkSpec = {
  comparisons: [
    { field: 'born', levels: [edits(1), edits(2)] },
    { field: 'name', levels: [alike(0.92), alike(0.8)], byFrequency: true },
    { field: 'town', levels: [edits(1)], byFrequency: true },
  ],
  blocking: [
    blockOn('born', [keyOf('born', deletions)]),
    blockOn('name', [keyOf('name', sound), keyOf('town', whole)]),
  ],
};

const left = people(600, 11);
const right = people(600, 11, 0.1);

describe('linking two files', () => {
  const linked = link(left, right, SPEC);

  it('finds the same people without labels, each at most once', () => {
    const wrong = linked.pairs.filter((pair) => pair.left !== pair.right);
    expect(wrong).toEqual([]);
    expect(linked.pairs.length).toBeGreaterThan(560);
    expect(linked.pairs.map((pair) => pair.left)).toEqual(
      linked.pairs.map((pair) => pair.left).toSorted((a, b) => a - b),
    );
  });

  it('leaves doubtful pairs to a person, however likely', () => {
    const doubted = link(left, right, { ...SPEC, isDoubtful: (a, b) => a % 2 === 0 && a === b });
    expect(doubted.pairs.filter((pair) => pair.left % 2 === 0)).toEqual([]);
    expect(doubted.pairs.filter((pair) => pair.left % 2 === 1)).toEqual(
      linked.pairs.filter((pair) => pair.left % 2 === 1),
    );
    expect(doubted.review.filter((pair) => pair.left === pair.right).length).toBeGreaterThan(250);
  });

  it('gives the same result each time', () => {
    const { explain: _, ...again } = link(left, right, SPEC);
    const { explain: __, ...first } = linked;
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
  });

  it('explains each score by fields whose bits sum to it', () => {
    for (const pair of [...linked.pairs, ...linked.review]) {
      const { priorBits, fields, score } = linked.explain(pair.left, pair.right);
      const sum = fields.reduce((bits, field) => bits + field.bits + field.frequencyBits, priorBits);
      expect(score).toBe(pair.score);
      expect(sum).toBeCloseTo(score, 9);
      expect(fields.map((field) => field.field)).toEqual(['born', 'name', 'town']);
    }
  });

  it('keeps matches, review and rejection apart by the thresholds', () => {
    const { pairs, review } = link(left, right, { ...SPEC, thresholds: { match: 8, review: 0 } });
    expect(Math.min(...pairs.map((pair) => pair.score))).toBeGreaterThanOrEqual(8);
    expect(review.length).toBeGreaterThan(0);
    for (const { score } of review) expect(score).toBeGreaterThanOrEqual(0);
    const settled = new Set(pairs.map((pair) => pair.left));
    for (const pair of review) if (pair.score < 8) expect(settled.has(pair.left)).toBe(false);
  });

  it('takes stored weights for trained ones', () => {
    const stored: unknown = JSON.parse(JSON.stringify(trainWeights(left, right, SPEC)));
    expect(stored).toEqual(linked.weights);
    expect(link(left, right, { ...SPEC, weights: linked.weights }).pairs).toEqual(linked.pairs);
  });

  it('counts agreement on a rare value for more than on a common one', () => {
    const rare = {
      size: 4,
      columns: { name: ['ani', 'ani', 'ani', 'zul'], born: ['1', '2', '3', '4'], town: ['', '', '', ''] },
    };
    const { explain } = link(rare, { ...rare }, SPEC);
    const bitsOf = (row: number): number => explain(row, row).fields[1]?.frequencyBits ?? 0;
    expect(bitsOf(3)).toBeGreaterThan(bitsOf(0));
  });

  it.each([
    ['both empty', 0, 0],
    ['left empty', 0, 5],
    ['right empty', 5, 0],
    ['one each', 1, 1],
  ])('has an answer for files that are small: %s', (_, lefts, rights) => {
    const { pairs, review } = link(people(lefts, 1), people(rights, 2), SPEC);
    expect(pairs.length + review.length).toBeLessThanOrEqual(1);
  });

  it('names a column that the records do not carry', () => {
    expect(() => link({ size: 0, columns: {} }, left, SPEC)).toThrow('column born');
  });
});

describe('finding repeated records of one file', () => {
  const twice: Records = {
    size: left.size + right.size,
    columns: Object.fromEntries(
      Object.entries(left.columns).map(([field, values]) => [field, [...values, ...(right.columns[field] ?? [])]]),
    ),
  };
  const { pairs, clusters } = dedupe(twice, SPEC);

  it('pairs the two records of a person and names the group by its first', () => {
    const sameOnes = pairs.filter((pair) => pair.right === pair.left + left.size);
    expect(sameOnes.length / pairs.length).toBeGreaterThan(0.98);
    expect(sameOnes.length).toBeGreaterThan(510);
    for (const pair of pairs) {
      expect(pair.left).toBeLessThan(pair.right);
      expect(clusters[pair.left]).toBe(clusters[pair.right]);
    }
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockOn, blockOnEveryTwo, keyOf } from './blocking-rule.ts';
import type { BlockingRule } from './blocking-rule.ts';
import { findCandidates } from './candidates.ts';
import { prefix, whole } from './keys.ts';
import { type BothSides, Dictionary, encode, type Records } from './records.ts';

function table(rows: readonly (readonly [string, string])[]): Records {
  return { size: rows.length, columns: { name: rows.map(([name]) => name), town: rows.map(([, town]) => town) } };
}

function bothSides(left: Records, right: Records): BothSides {
  const dictionary = new Dictionary();
  const leftCodes = encode(left, ['name', 'town'], dictionary);
  return {
    left: leftCodes,
    right: left === right ? leftCodes : encode(right, ['name', 'town'], dictionary),
    dictionary,
  };
}

function listPairs(left: Records, right: Records, rules: readonly BlockingRule[], largest = 1000): string[] {
  const pairs: string[] = [];
  findCandidates(bothSides(left, right), rules, largest).visit(1, (one, other) => pairs.push(`${one}-${other}`));
  return pairs.toSorted();
}

const BY_NAME = blockOn('name', [keyOf('name', whole)]);
const BY_TOWN = blockOn('town', [keyOf('town', whole)]);

describe('candidates', () => {
  const left = table([
    ['ani', 'solo'],
    ['budi', ''],
    ['', 'solo'],
  ]);
  const right = table([
    ['budi', 'tegal'],
    ['ani', 'solo'],
    ['solo', 'ani'],
  ]);

  it('share a key of some rule, and each pair is visited once', () => {
    expect(listPairs(left, right, [BY_NAME, BY_TOWN])).toEqual(['0-1', '1-0', '2-1']);
  });

  it('need a key in every part; a missing value gives none', () => {
    expect(listPairs(left, right, [blockOn('both', [keyOf('name', whole), keyOf('town', whole)])])).toEqual(['0-1']);
    expect(
      listPairs(left, right, blockOnEveryTwo({ name: keyOf('name', prefix(1)), town: keyOf('town', whole) })),
    ).toEqual(['0-1']);
  });

  it('meet across fields where a part names several', () => {
    const swapped = keyOf(['name', 'town'], whole);
    expect(listPairs(left, right, [blockOn('swapped', [swapped])])).toEqual(['0-1', '0-2', '1-0', '2-1', '2-2']);
  });

  it('of a file with itself are ordered pairs of two records', () => {
    const people = table([
      ['ani', 'solo'],
      ['ani', 'solo'],
      ['ani', 'tegal'],
    ]);
    expect(listPairs(people, people, [BY_NAME, BY_TOWN])).toEqual(['0-1', '0-2', '1-2']);
  });

  it('equal those of comparing everybody with everybody', () => {
    const value = fc.constantFrom('', 'a', 'b', 'c');
    const records = fc.array(fc.tuple(value, value), { maxLength: 12 });
    fc.assert(
      fc.property(records, records, (ones, others) => {
        const expected = ones.flatMap(([name, town], one) =>
          others.flatMap(([otherName, otherTown], other) =>
            (name !== '' && name === otherName) || (town !== '' && town === otherTown) ? [`${one}-${other}`] : [],
          ),
        );
        expect(listPairs(table(ones), table(others), [BY_NAME, BY_TOWN])).toEqual(expected.toSorted());
      }),
    );
  });
});

describe('a block above the bound', () => {
  const crowd = table(Array.from({ length: 40 }, (_, at): [string, string] => ['ani', `town ${at % 20}`]));

  it('is left out and counted', () => {
    const { stats, visit } = findCandidates(bothSides(crowd, crowd), [BY_NAME], 100);
    expect(visit(1, () => undefined)).toBe(0);
    expect(stats).toEqual([
      { rule: 'name', blocks: 1, pairs: 780, splitBlocks: 0, droppedBlocks: 1, droppedPairs: 780 },
    ]);
  });

  it('is split by the second key', () => {
    const rule = blockOn('name', [keyOf('name', whole)], keyOf('town', whole));
    const { stats, visit } = findCandidates(bothSides(crowd, crowd), [rule], 100);
    expect(visit(1, () => undefined)).toBe(20);
    expect(stats).toEqual([{ rule: 'name', blocks: 20, pairs: 20, splitBlocks: 1, droppedBlocks: 0, droppedPairs: 0 }]);
  });

  it('is left out where the second key does not split it', () => {
    const rule = blockOn('name', [keyOf('name', whole)], keyOf('name', prefix(1)));
    const { stats } = findCandidates(bothSides(crowd, table([['ani', 'x']])), [rule], 39);
    expect(stats).toEqual([{ rule: 'name', blocks: 1, pairs: 40, splitBlocks: 1, droppedBlocks: 1, droppedPairs: 40 }]);
  });

  it('never lets a rule visit more pairs than its blocks allow', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 }),
        fc.integer({ min: 0, max: 200 }),
        (names, largest) => {
          const records = table(names.map((name) => [name, '']));
          const { visit } = findCandidates(bothSides(records, records), [BY_NAME], largest);
          expect(visit(1, () => undefined)).toBeLessThanOrEqual(largest * 3);
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { makeComparer } from './comparer.ts';
import { alike, type Comparison, edits, levelNames, same } from './comparison.ts';
import { Dictionary, encode } from './records.ts';

function levelOf(comparison: Comparison, left: Record<string, string>, right: Record<string, string>): string {
  const dictionary = new Dictionary();
  const fields = Object.keys(left);
  const asRecords = (values: Record<string, string>) => ({
    size: 1,
    columns: Object.fromEntries(fields.map((field) => [field, [values[field] ?? '']])),
  });
  const sides = {
    left: encode(asRecords(left), fields, dictionary),
    right: encode(asRecords(right), fields, dictionary),
    dictionary,
  };
  const { compare, levels } = makeComparer(comparison, sides);
  const level = levels[compare(0, 0)] ?? '';
  expect(levels[compare(0, 0)], 'remembered').toBe(level);
  return level;
}

describe('the level of two values', () => {
  const name: Comparison = { field: 'name', levels: [alike(0.92), alike(0.8), edits(3)] };
  it.each([
    ['sutrisno', 'sutrisno', 'exact'],
    ['sutrisno', 'sutrisna', 'alike 0.92'],
    ['dwayne', 'duane', 'alike 0.8'],
    ['ani', 'bob', 'edits 3'],
    ['sutrisno', 'dewa', 'different'],
    ['', 'dewa', 'missing'],
    ['dewa', '', 'missing'],
    ['', '', 'missing'],
  ])('%j and %j: %s', (left, right, expected) => {
    expect(levelOf(name, { name: left }, { name: right })).toBe(expected);
  });

  it.each([
    ['19920131', '19920113', 'edits 1'],
    ['19920131', '19930113', 'edits 2'],
    ['19920131', '19540807', 'different'],
  ])('dates %s and %s: %s', (left, right, expected) => {
    expect(levelOf({ field: 'born', levels: [edits(1), edits(2)] }, { born: left }, { born: right })).toBe(expected);
  });

  it('sees values in each other’s place, also where the other is missing', () => {
    const swapped: Comparison = { field: 'name', levels: [alike(0.92)], swappedWith: 'town' };
    expect(levelNames(swapped)).toEqual(['missing', 'exact', 'alike 0.92', 'swapped', 'different']);
    expect(levelOf(swapped, { name: 'ani', town: 'solo' }, { name: 'solo', town: 'ani' })).toBe('swapped');
    expect(levelOf(swapped, { name: 'ani', town: 'solo' }, { name: '', town: 'ani' })).toBe('swapped');
    expect(levelOf(swapped, { name: 'ani', town: '' }, { name: 'solo', town: '' })).toBe('different');
    expect(levelOf(swapped, { name: '', town: 'solo' }, { name: 'solo', town: '' })).toBe('missing');
  });

  it('takes values as the same that transform to the same', () => {
    const initial: Comparison = { field: 'name', levels: [same('initial', (value) => value.slice(0, 1) || undefined)] };
    expect(levelOf(initial, { name: 'ani' }, { name: 'a' })).toBe('initial');
    expect(levelOf(initial, { name: 'ani' }, { name: 'b' })).toBe('different');
  });
});

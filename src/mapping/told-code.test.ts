import { describe, expect, it } from 'vitest';
import { isTold } from './told-code.ts';

describe('the meaning of a code is told by people', () => {
  it.each<[number, number, boolean]>([
    [5, 5, true],
    [4, 4, false],
    [9, 10, true],
    [8, 10, false],
    [23, 30, true],
    [22, 30, false],
    [22, 29, false],
    [0, 0, false],
  ])('%i of %i: %s', (most, all, expected) => {
    expect(isTold(most, all)).toBe(expected);
  });
});

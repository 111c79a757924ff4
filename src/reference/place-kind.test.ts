import { describe, expect, it } from 'vitest';
import { placeKind } from './place-kind.ts';

describe('the kind of a place by its id', () => {
  it.each([
    ['A5EB03E21FE6F6A0E040640A040252AD', 'kabupaten'],
    ['a5eb03e22005f6a0e040640a040252ad', 'kota'],
    ['A5EB03E22005F6A0E040640A040252AE', undefined],
    ['', undefined],
  ])('%s: %s', (id, kind) => {
    expect(placeKind(id)).toBe(kind);
  });
});

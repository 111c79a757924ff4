import { expect, it } from 'vitest';
import { TILE_PLACES } from './tile-places.ts';

it('gives each of the 29 kabupaten and 6 kota a tile of its own inside 10 x 6, and leaves the corners to the keys', () => {
  const places = TILE_PLACES.map(({ at }) => at.join());
  expect(new Set(TILE_PLACES.map(({ code }) => code)).size).toBe(35);
  expect(new Set(places).size).toBe(35);
  expect(TILE_PLACES.filter(({ isKota }) => isKota)).toHaveLength(6);
  expect(TILE_PLACES.every(({ at: [column, row] }) => column >= 0 && column < 10 && row >= 0 && row < 6)).toBe(true);
  expect(places).not.toContain('0,0');
  expect(places).not.toContain('0,5');
});

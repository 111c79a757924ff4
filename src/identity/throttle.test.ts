import { integer, assert as property, property as forAll } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counted, networkOf, waitAfter } from './throttle.ts';

describe('waiting after failed sign-ins', () => {
  it.each<[Counted, number, number]>([
    ['akun+alamat', 4, 0],
    ['akun+alamat', 5, 1],
    ['akun+alamat', 8, 8],
    ['akun+alamat', 60, 900],
    ['akun', 19, 0],
    ['akun', 20, 1],
    ['alamat', 29, 0],
    ['alamat', 31, 2],
  ])('by %s after %i failures: %i seconds', (counted, failures, seconds) => {
    expect(waitAfter(counted, failures)).toBe(seconds);
  });

  it('never gets shorter with more failures, nor longer than a quarter of an hour', () => {
    property(
      forAll(integer({ min: 0, max: 100_000 }), (failures) => {
        for (const counted of ['akun', 'alamat', 'akun+alamat'] as const) {
          expect(waitAfter(counted, failures + 1)).toBeGreaterThanOrEqual(waitAfter(counted, failures));
          expect(waitAfter(counted, failures)).toBeLessThanOrEqual(900);
        }
      }),
    );
  });

  it.each([
    ['10.1.2.3', '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::ffff:10.1.2.3', '::ffff:10.1.2.3'],
  ])('counts %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

import { describe, expect, it } from 'vitest';
import { isRoomy } from '../files/free-space.ts';
import { judgeHealth } from './health.ts';

const GIB = 1024 ** 3;
const idle = { menunggu: 0, berjalan: 0, tertuaDetik: 0 };

describe('the health of a portal', () => {
  it.each([
    ['all is well', idle, 10 * GIB, 'siap', 'siap', 'siap', 'siap'],
    [
      'jobs wait behind a long one',
      { menunggu: 9, berjalan: 1, tertuaDetik: 900 },
      10 * GIB,
      'siap',
      'siap',
      'siap',
      'siap',
    ],
    [
      'a job was just asked for',
      { menunggu: 1, berjalan: 0, tertuaDetik: 2 },
      10 * GIB,
      'siap',
      'siap',
      'siap',
      'siap',
    ],
    [
      'jobs wait and nobody works',
      { menunggu: 1, berjalan: 0, tertuaDetik: 121 },
      10 * GIB,
      'terganggu',
      'siap',
      'tersendat',
      'siap',
    ],
    ['the disk is nearly full', idle, GIB - 1, 'terganggu', 'siap', 'siap', 'hampir penuh'],
    ['the database is silent', undefined, 10 * GIB, 'terganggu', 'tidak menjawab', undefined, 'siap'],
  ] as const)('where %s', (_, queue, free, keadaan, basisData, antrean, disk) => {
    const health = judgeHealth(queue, free);
    expect([health.keadaan, health.basisData, health.antrean?.keadaan, health.disk.keadaan]).toEqual([
      keadaan,
      basisData,
      antrean,
      disk,
    ]);
  });

  it('a file is taken only where room is left beside what is made out of it', () => {
    expect(isRoomy(GIB)).toBe(true);
    expect(isRoomy(4 * GIB, GIB)).toBe(true);
    expect(isRoomy(4 * GIB - 1, GIB)).toBe(false);
  });
});

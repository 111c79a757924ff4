import { describe, expect, it } from 'vitest';
import { nearestWord } from './nearest-word.ts';

describe('the word that was meant', () => {
  const words = ['rekonsiliasi', 'petakan', 'pemetaan', 'ikd', 'silang', 'perbaikan', 'per', 'pemetaan-lama'];
  it.each([
    ['rekonsilasi', 'rekonsiliasi'],
    ['REKONSILIASI', 'rekonsiliasi'],
    ['petkan', 'petakan'],
    ['pemetan', 'pemetaan'],
    ['ikdd', 'ikd'],
    ['silnag', 'silang'],
    ['hapus', undefined],
    ['xyz', undefined],
    ['', undefined],
  ])('%s: %s', (word, meant) => {
    expect(nearestWord(word, words)).toBe(meant);
  });
});

import { describe, expect, it } from 'vitest';
import { guessWord } from './abbreviations.ts';

const meaning = (word: string): string => guessWord(word)?.concepts.join(' ') ?? '';

describe('guessWord', () => {
  it.each([
    ['tnggl', 'tgl'],
    ['jbtn', 'jab'],
    ['pngkt', 'pangkat'],
    ['klmn', 'kelamin'],
    ['pndidk', 'pendidikan'],
    ['kecam', 'kecamatan'],
    ['tangagl', 'tgl'],
    ['jabatam', 'jab'],
  ])('%s stands for %s', (word, concept) => {
    expect(meaning(word)).toBe(concept);
  });

  it.each(['data', 'tbl', 'master', 'zxqw', 'x', 'a1b2'])('%s stands for nothing', (word) => {
    expect(meaning(word)).toBe('');
  });
});

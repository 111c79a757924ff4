import { expect, it } from 'vitest';
import { spreadWords } from './sambung.ts';

it.each<readonly [text: string, old: readonly string[], next: readonly string[]]>([
  ['SITI NUR AINI', ['SITI', 'NUR', 'AINI'], ['SITI', 'NUR', 'AINI']],
  ['SITI NUR AENI', ['SITI', 'NUR', 'AINI'], ['SITI', 'NUR', 'AENI']],
  ['SITI NOER AINI', ['SITI', 'NUR', 'AINI'], ['SITI', 'NOER', 'AINI']],
  ['SRI SITI NUR AINI', ['SITI', 'NUR', 'AINI'], ['SRI SITI', 'NUR', 'AINI']],
  ['SITI NUR AINI', ['SITI', '', 'AINI'], ['SITI', 'NUR', 'AINI']],
  ['SITI AINI', ['SITI', 'NUR', 'AINI'], ['SITI', '', 'AINI']],
  ['SITI', ['SITI', 'NUR', 'AINI'], ['SITI', '', '']],
  ['SITI NUR AINI PUTRI', ['SITI NUR', 'AINI'], ['SITI NUR', 'AINI PUTRI']],
  ['BUDI', ['SITI', 'NUR', 'AINI'], ['BUDI', '', '']],
  ['BUDI EKO', ['SITI', 'NUR', 'AINI'], ['BUDI', '', 'EKO']],
  ['BUDI EKO TRI UTOMO', ['SITI', 'NUR', 'AINI'], ['BUDI', 'EKO TRI', 'UTOMO']],
  ['BUDI EKO UTOMO', ['SITI', 'AINI'], ['BUDI', 'EKO UTOMO']],
  ['AINI', ['AINI', 'AINI', ''], ['AINI', '', '']],
  ['', ['SITI', 'NUR', 'AINI'], ['', '', '']],
])('"%s" over %j', (text, old, next) => {
  const pieces = spreadWords(text, old);
  expect(pieces).toEqual(next);
  expect(pieces.filter((piece) => piece !== '').join(' ')).toBe(text);
});

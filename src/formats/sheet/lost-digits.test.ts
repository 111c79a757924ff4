import { describe, expect, it } from 'vitest';
import { LostDigits, mayHaveLostDigits } from './lost-digits.ts';

describe('a number that may have lost its last digits', () => {
  it.each([
    ['15 digits kept, zeros behind', '198912062014031000', true],
    ['a floating number written out in short', '198912062014031900', true],
    ['a floating number written out in full', String(BigInt(Number('198912062014031901'))), true],
    ['a NIK of 15 digits and a zero', '3319010101809000', true],
    ['whole', '198912062014031001', false],
    ['a NIK that a floating number can hold', '3319010101809001', false],
    ['15 digits', '100000000000000', false],
    ['a text', '19891206 201403 100', false],
  ])('%s', (_name, digits, expected) => {
    expect(mayHaveLostDigits(digits)).toBe(expected);
  });

  it.each([
    ['alone', ['198912062014031900'], ['198912062014031E+3']],
    ['what 64 bits keep of 198912062014021001', ['198912062014020992'], ['198912062014021E+3']],
    ['a NIK', ['3319010101809000'], ['3.3190101018E+15']],
    [
      'beside one that is whole',
      ['198912062014031000', '198912062014031001'],
      ['198912062014031000', '198912062014031001'],
    ],
    [
      'though one among them is whole',
      ['198912062014031000', '198912062014032000', '198912062014031001'],
      ['198912062014031E+3', '198912062014032E+3', '198912062014031001'],
    ],
  ])('is written as spreadsheets show it: %s', (_name, cells, expected) => {
    const bytes = Buffer.from(cells.join(''), 'latin1');
    const lost = new LostDigits();
    let at = 0;
    for (const { length } of cells) lost.note(0, bytes, at, (at += length));
    lost.mark(bytes);
    expect(bytes.toString('latin1')).toBe(expected.join(''));
  });
});

import { describe, expect, it } from 'vitest';
import type { Entry } from '#mapping';
import { takeUsualNames } from './usual-names.ts';

const entry = (code: string, folded: string): Entry => ({ text: folded, code, folded, isBareCode: false });
const people = (counts: readonly number[]) => (index: number) => counts[index] ?? 0;

describe('the names beside one id', () => {
  const units = [
    entry('', ''),
    entry('A', 'DINAS'),
    entry('A', 'SEKRETARIAT'),
    entry('B', 'SEKRETARIAT'),
    entry('A', ''),
  ];

  it('are read as the one that most people bear', () => {
    const read = takeUsualNames(units, people([0, 9, 1, 4, 1]));
    expect(read.map(({ code, folded }) => `${code} ${folded}`)).toEqual([
      ' ',
      'A DINAS',
      'A DINAS',
      'B SEKRETARIAT',
      'A ',
    ]);
  });

  it('stay where none is borne by more people than another', () => {
    expect(takeUsualNames(units, people([0, 2, 2, 4, 1]))).toEqual(units);
  });

  it('count together where they only are written differently', () => {
    const written = [entry('A', 'DINAS'), { ...entry('A', 'DINAS'), text: 'Dinas' }, entry('A', 'BIDANG')];
    expect(takeUsualNames(written, people([1, 1, 1])).map(({ folded }) => folded)).toEqual(['DINAS', 'DINAS', 'DINAS']);
  });
});

import { describe, expect, it } from 'vitest';
import { getField } from '#canonical';
import { openReference } from '#reference';
import { bearsOut } from './learned-codes.ts';
import { found } from './reader-finding.ts';

const USUAL = found({ jenis: 'kode', tabel: { 1: 'C', 2: 'P', 3: 'PPPK' } }, '');
const row = (kode: string, bkn: string, dukungan: number) => ({ kode, bkn, dukungan, bertentangan: 0, pasti: true });

describe('a usual code table beside people in common', () => {
  it.each([
    ['all agree', [row('2', 'P', 185), row('1', 'C', 6)], true],
    ['five people of a rare code stand wrong at one side', [row('2', 'P', 185), row('1', 'P', 5)], true],
    ['the commonest code means another thing', [row('2', 'C', 20), row('1', 'P', 170)], false],
    ['none of its codes is borne by enough people', [], false],
  ])('is kept where nearly all of them bear it out: %s', (_, rows, expected) => {
    expect(bearsOut(getField('status_cpns_pns'), USUAL, rows, openReference(undefined))).toBe(expected);
  });
});

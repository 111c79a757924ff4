import { describe, expect, it } from 'vitest';
import type { Facts } from '../person.ts';
import { easiestKey, isPairedByCopy } from './pair-key.ts';

const BKN: Facts = {
  pns_id_bkn: 'A'.repeat(32),
  nip: '197406191994012901',
  nip_lama: '900300972',
  nama: 'SUSANTI',
  tanggal_lahir: '1974-06-19',
  tmt_cpns: '1994-01-01',
  jenis_kelamin: 'F',
};
const NO_MONTH = '197406191994002901';
const OTHER_SERIAL = '197406191994012971';
const SOME = ['nip', 'nama', 'tanggal_lahir', 'jenis_kelamin'];
const file = (carried: readonly string[], nipLost = false) => ({ carried: new Set(carried), nipLost });

describe('the easiest key of a pair', () => {
  it.each([
    ['the number', {}, file(SOME), 'nip'],
    ['the rest of a rounded number, where no column tells TMT CPNS', {}, file(SOME, true), 'kunci'],
    ['the rest of another number of the person', { nip: OTHER_SERIAL }, file(SOME), 'kunci'],
    ['likeness, where the number is none', { nip: NO_MONTH }, file(SOME), 'probabilistik'],
    ['likeness, where the name is another', { nama: 'SUSANTI YAYUK' }, file(SOME, true), 'probabilistik'],
  ] as const)('is %s', (_name, changes, carried, expected) => {
    expect(easiestKey({ ...BKN, ...changes }, BKN, carried)).toBe(expected);
  });
});

describe('of the two rows of a person, one with the old number in place of the new one', () => {
  const isPaired = (nip: string, carried: readonly string[], isCopyFirst: boolean): boolean =>
    isPairedByCopy({ ...BKN, nip }, { ...BKN, nip: '900300972' }, BKN, file(carried), isCopyFirst);

  it.each([
    ["the new number is BKN's", BKN.nip, SOME, true, false],
    ['the new number is broken: the old one stands on a higher rung', NO_MONTH, SOME, false, true],
    ['both are met by one key: the first in the file', NO_MONTH, [...SOME, 'nip_lama'], true, true],
    ['both are met by one key: the first in the file', NO_MONTH, [...SOME, 'nip_lama'], false, false],
    ["both are met by one key, but one has BKN's NIP", BKN.nip, [...SOME, 'pns_id_bkn'], true, false],
    ["both are met by one key, and neither has BKN's NIP", OTHER_SERIAL, [...SOME, 'pns_id_bkn'], true, true],
  ])('that one is the pair which the ladder takes: %s (%#)', (_name, nip = '', carried, isCopyFirst, expected) => {
    expect(isPaired(nip, carried, isCopyFirst)).toBe(expected);
  });
});

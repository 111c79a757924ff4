import { expect, it } from 'vitest';
import { DELIVERY_STATES } from './contract.ts';
import { stepOf } from './states.ts';

it.each([
  ['mengunggah', 'lengkap', 'diterima'],
  ['diterima', 'periksa', 'memeriksa'],
  // a killed worker's delivery is begun again
  ['memeriksa', 'periksa', 'memeriksa'],
  ['memeriksa', 'lolos', 'diperiksa'],
  ['memeriksa', 'tolak', 'ditolak'],
  ['diperiksa', 'terbitkan', 'menerbitkan'],
  ['menerbitkan', 'terbit', 'terbit'],
  ['menerbitkan', 'urung', 'diperiksa'],
  ['menerbitkan', 'basi', 'diterima'],
  ['terbit', 'ganti', 'digantikan'],
  ['digantikan', 'kembali', 'terbit'],
  ['terbit', 'tarik', 'ditarik'],
  // taking back can be taken back
  ['ditarik', 'kembali', 'terbit'],
  ['digantikan', 'tarik', undefined],
  // what nobody could read is mapped by a person and checked again
  ['ditolak', 'petakan', 'diterima'],
  // what was not checked is not published, what is published is not cancelled
  ['diterima', 'terbitkan', undefined],
  ['memeriksa', 'terbitkan', undefined],
  ['menerbitkan', 'terbitkan', undefined],
  ['terbit', 'batal', undefined],
  ['menerbitkan', 'batal', undefined],
] as const)('a delivery that is %s and meets %s becomes %s', (state, event, next) => {
  expect(stepOf(state, event)).toBe(next);
});

it('stays where it ended', () => {
  const events = [
    'lengkap',
    'periksa',
    'lolos',
    'tolak',
    'terbitkan',
    'terbit',
    'urung',
    'basi',
    'ganti',
    'batal',
  ] as const;
  for (const state of DELIVERY_STATES.filter((each) => each === 'ditolak' || each === 'dibatalkan'))
    for (const event of events) expect(stepOf(state, event)).toBeUndefined();
});

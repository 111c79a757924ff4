import { describe, expect, it } from 'vitest';
import { distinctNames } from './write-packet.ts';

describe('names of files and sheets', () => {
  it.each<[string, readonly string[], number | undefined, readonly string[]]>([
    ['stay as they are', ['pegawai', 'jabatan'], undefined, ['pegawai', 'jabatan']],
    ['are numbered where two are one', ['a_b', 'a_b', 'A_B'], undefined, ['a_b', 'a_b (2)', 'A_B (3)']],
    [
      'are told apart after the cut',
      ['riwayat_jabatan_1', 'riwayat_jabatan_2'],
      15,
      ['riwayat_jabatan', 'riwayat_jab (2)'],
    ],
  ])('%s', (_what, names, longest, expected) => {
    expect(distinctNames(names, longest)).toEqual(expected);
  });
});

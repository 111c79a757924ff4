import type { DueAnswer, RhythmAnswer } from '#intake/contract';
import { formatNumber } from '../../ui/format.ts';
import type { StateKind } from '../../ui/glyph.tsx';

export const EVERY_WORDS: Readonly<Record<RhythmAnswer['setiapBulan'], string>> = {
  1: 'tiap bulan',
  3: 'tiap triwulan (Januari, April, Juli, Oktober)',
  6: 'tiap semester (Januari, Juli)',
  12: 'tiap tahun (Januari)',
};
const EVERY_SHORT: Readonly<Record<RhythmAnswer['setiapBulan'], string>> = {
  1: 'bulanan',
  3: 'triwulan',
  6: 'semester',
  12: 'tahun',
};

export const describeRhythm = ({ setiapBulan, tanggal }: RhythmAnswer): string =>
  `${EVERY_WORDS[setiapBulan]}, paling lambat tanggal ${tanggal}`;
export const describeShortly = ({ setiapBulan, tanggal }: RhythmAnswer): string =>
  `${setiapBulan === 1 ? '' : `${EVERY_SHORT[setiapBulan]}, `}tgl ${tanggal}`;

/** What became of a due day, as a state with its word. */
export const DUE_WORDS: Readonly<Record<DueAnswer['keadaan'], readonly [StateKind, string]>> = {
  datang: ['ok', 'Datang'],
  'tepat-waktu': ['ok', 'Tepat waktu'],
  'datang-terlambat': ['warn', 'Datang terlambat'],
  ditunggu: ['none', 'Belum waktunya'],
  terlambat: ['bad', 'Terlambat'],
  terlewat: ['none', 'Tidak datang'],
};

export const describeDue = ({ keadaan, hari }: DueAnswer): string =>
  hari === 0 ? DUE_WORDS[keadaan][1] : `${DUE_WORDS[keadaan][1]} ${formatNumber(hari)} hari`;

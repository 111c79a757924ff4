import type { ReferenceRow } from '../row.ts';

// Codes about performance, as BKN's reference service publishes them (SIASN, 2025).

/** Predicates of performance. */
export const KUADRAN_NILAI: readonly ReferenceRow[] = [
  { id: '1', nama: 'SANGAT BAIK' },
  { id: '2', nama: 'BAIK' },
  { id: '3', nama: 'BUTUH PERBAIKAN' },
  { id: '4', nama: 'KURANG' },
  { id: '5', nama: 'SANGAT KURANG' },
];

/** Ratings of conduct and of results. */
export const PERILAKU_KINERJA: readonly ReferenceRow[] = [
  { id: '1', nama: 'DIATAS ESPEKTASI' },
  { id: '2', nama: 'SESUAI ESPEKTASI' },
  { id: '3', nama: 'DIBAWAH ESPEKTASI' },
];

/** Periods of assessment. */
export const PERIODIK: readonly ReferenceRow[] = [
  { id: '1', nama: 'bulanan' },
  { id: '2', nama: 'triwulan' },
];

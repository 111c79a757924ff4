import type { ReferenceRow } from '../row.ts';

// Codes about the person, as BKN's reference service publishes them (SIASN, 2025).

/** Religions. */
export const AGAMA: readonly ReferenceRow[] = [
  { id: '1', nama: 'Islam' },
  { id: '2', nama: 'Kristen' },
  { id: '3', nama: 'Katholik' },
  { id: '4', nama: 'Hindu' },
  { id: '5', nama: 'Budha' },
  { id: '6', nama: 'Konghucu' },
  { id: '7', nama: 'Lainnya' },
];

/** Marital states. */
export const JENIS_KAWIN: readonly ReferenceRow[] = [
  { id: '1', nama: 'Menikah' },
  { id: '2', nama: 'Cerai' },
  { id: '3', nama: 'Janda / Duda' },
  { id: '4', nama: 'Belum Kawin' },
];

/** Sexes; the short code is the 15th digit of the NIP and the code of the older PUPNS extract. */
export const JENIS_KELAMIN: readonly ReferenceRow[] = [
  { id: 'M', nama: 'Laki-laki', kode: '1' },
  { id: 'F', nama: 'Perempuan', kode: '2' },
];

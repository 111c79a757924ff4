import { TINGKAT_PENDIDIKAN_KEMENDAGRI } from './tables/kemendagri.ts';

const TINGKAT: ReadonlyMap<string, string> = new Map(TINGKAT_PENDIDIKAN_KEMENDAGRI);

/**
 * BKN's code for a code of Kepmendagri 17/2000, or undefined. The numbers of tingkat pendidikan overlap with BKN's own (10, 20,
 * 30, 40, 45): only the column as a whole tells which list it follows.
 */
export function fromKemendagri(tabel: 'golongan_pns' | 'tingkat_pendidikan', kode: string): string | undefined {
  const trimmed = kode.trim();
  if (tabel === 'tingkat_pendidikan') return TINGKAT.get(trimmed);
  return /^1(?:[123][1-4]|4[1-5])$/.test(trimmed) ? trimmed.slice(1) : undefined;
}

import type { VersionedTable } from '#platform';

/** People of either side; a side of one instansi is replaced at a time. */
export const ORANG: VersionedTable = {
  nama: 'registry.orang',
  kunci: ['sisi', 'orang'],
  isi: ['kunci', 'isi'],
};

import type { ReferenceRow } from '../row.ts';

// Levels of education, as BKN's reference service publishes them (SIASN, 2025).

/** Levels of education, lowest first: the number of the code rises with the rank; `jenis` is the group. */
export const TINGKAT_PENDIDIKAN: readonly ReferenceRow[] = [
  { id: '05', nama: 'Sekolah Dasar', jenis: 'SD/MI' },
  { id: '10', nama: 'SLTP', jenis: 'SLTP/MTs' },
  { id: '12', nama: 'SLTP Kejuruan', jenis: 'SLTP/MTs' },
  { id: '15', nama: 'SLTA', jenis: 'SLTA/SMK/MA/D-I' },
  { id: '17', nama: 'SLTA Kejuruan', jenis: 'SLTA/SMK/MA/D-I' },
  { id: '18', nama: 'SLTA Keguruan', jenis: 'SLTA/SMK/MA/D-I' },
  { id: '20', nama: 'Diploma I', jenis: 'SLTA/SMK/MA/D-I' },
  { id: '25', nama: 'Diploma II', jenis: 'D-II' },
  { id: '30', nama: 'Diploma III/Sarjana Muda', jenis: 'D-III' },
  { id: '35', nama: 'Diploma IV', jenis: 'S-1/D-IV' },
  { id: '40', nama: 'S-1/Sarjana', jenis: 'S-1/D-IV' },
  { id: '45', nama: 'S-2', jenis: 'S-2' },
  { id: '50', nama: 'S-3/Doktor', jenis: 'S-3' },
];

/** Levels that study programmes use and the published table lacks. By number they stand where they rank. */
export const TINGKAT_PENDIDIKAN_TAMBAHAN: readonly ReferenceRow[] = [
  { id: '42', nama: 'Profesi' },
  { id: '47', nama: 'Spesialis' },
  { id: '49', nama: 'Subspesialis' },
];

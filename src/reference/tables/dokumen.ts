import type { ReferenceRow } from '../row.ts';

// Documents, as BKN's reference service publishes them (SIASN, 2025).

/** Documents that BKN files under a history; `jenis` is the history. */
export const REF_DOKUMEN_IDS: readonly ReferenceRow[] = [
  { id: '858', nama: 'Dok SK KP', jenis: 'rw-golongan' },
  { id: '872', nama: 'Dok SK Jabatan', jenis: 'jabatan' },
  { id: '873', nama: 'Dok Surat Pelantikan', jenis: 'jabatan' },
  { id: '874', nama: 'Dok Sertifikat Diklat', jenis: 'diklat' },
  { id: '879', nama: 'Dok PAK', jenis: 'angkakredit' },
  { id: '880', nama: 'SK PAK', jenis: 'angkakredit' },
  { id: '881', nama: 'Dok Sertifikat Kursus', jenis: 'kursus' },
  { id: '882', nama: 'Dok SK Hukuman Disiplin', jenis: 'hukdis' },
  { id: '887', nama: 'Dok SK PNS', jenis: 'cpns' },
  { id: '888', nama: 'Dok SPMT', jenis: 'cpns' },
  { id: '889', nama: 'Dok SK CPNS', jenis: 'cpns' },
  { id: '890', nama: 'Dokumen Evaluasi Kinerja', jenis: 'kinerja' },
  { id: '891', nama: 'Dok Realisasi SKP', jenis: 'skp' },
  { id: '892', nama: 'Dok Sertifikat Penghargaan', jenis: 'penghargaan' },
  { id: '1179', nama: 'Dokumen Evaluasi Kinerja', jenis: 'kinerjaperiodik' },
];

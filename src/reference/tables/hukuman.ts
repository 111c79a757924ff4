import type { ReferenceRow } from '../row.ts';

// Codes about discipline, as BKN's reference service publishes them (SIASN, 2025).

/** Disciplinary penalties; `jenis` is the severity. */
export const JENIS_HUKUMAN: readonly ReferenceRow[] = [
  { id: '1', nama: 'TEGURAN LISAN', jenis: 'R' },
  { id: '2', nama: 'TEGURAN TERTULIS', jenis: 'R' },
  { id: '3', nama: 'PERNYATAAN TIDAK PUAS SECARA TERTULIS', jenis: 'R' },
  { id: '4', nama: 'PENUNDAAN KGB SELAMA 1 THN', jenis: 'S' },
  { id: '5', nama: 'PENURUNAN GAJI MAX 1 TH', jenis: 'S' },
  { id: '6', nama: 'PENUNDAAN GAJI MAX 1 THN', jenis: 'S' },
  { id: '7', nama: 'PENUNDAAN KP SELAMA 1 THN', jenis: 'S' },
  { id: '8', nama: 'PENURUNAN PANGKAT 1 TINGKAT 1 THN', jenis: 'S' },
  { id: '9', nama: 'PEMBEBASAN DARI JABATAN', jenis: 'B' },
  { id: '10', nama: 'PEMBERHENTIAN DENGAN HORMAT TIDAK ATAS PERMINTAAN SENDIRI', jenis: 'B' },
  { id: '11', nama: 'PEMBERHENTIAN TIDAK DENGAN HORMAT SEBAGAI PNS', jenis: 'B' },
  { id: '12', nama: 'PENGAKTIFAN HUKUMAN DISIPLIN', jenis: 'B' },
  { id: '13', nama: 'PEMINDAHAN DLM RANGKA PENURUNAN JABATAN 1 TINGKAT', jenis: 'B' },
  { id: '14', nama: 'PENURUNAN PANGKAT 1 TINGKAT 3 THN', jenis: 'B' },
  { id: '21', nama: 'SANKSI MORAL TERBUKA', jenis: 'R' },
  { id: '22', nama: 'SANKSI MORAL TERTUTUP', jenis: 'R' },
  { id: '23', nama: 'PEMOTONGAN TUNKIN 25% 6 BLN', jenis: 'S' },
  { id: '24', nama: 'PEMOTONGAN TUNKIN 25% 9 BLN', jenis: 'S' },
  { id: '25', nama: 'PEMOTONGAN TUNKIN 25% 12 BLN', jenis: 'S' },
  { id: '27', nama: 'PENURUNAN DARI JABATAN SETINGKAT LEBIH RENDAH SELAMA 12 BLN', jenis: 'B' },
  { id: '28', nama: 'PEMBEBASAN DARI JABATAN MENJADI PELAKSANA SELAMA 12 BLN', jenis: 'B' },
];

/** Severities. */
export const JENIS_TINGKAT_HUKUMAN: readonly ReferenceRow[] = [
  { id: 'R', nama: 'Ringan' },
  { id: 'S', nama: 'Sedang' },
  { id: 'B', nama: 'Berat' },
];

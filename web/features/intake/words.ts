import type { DeliveryRow, Gate, Job } from '#intake/contract';
import type { StateKind } from '../../ui/glyph.tsx';

export const DELIVERY_WORDS: Readonly<Record<DeliveryRow['keadaan'], readonly [StateKind, string]>> = {
  mengunggah: ['running', 'Mengunggah'],
  diterima: ['running', 'Diterima'],
  memeriksa: ['running', 'Memeriksa'],
  diperiksa: ['warn', 'Menunggu keputusan'],
  menerbitkan: ['running', 'Menerbitkan'],
  terbit: ['ok', 'Terbit'],
  digantikan: ['none', 'Digantikan'],
  ditarik: ['none', 'Ditarik kembali'],
  ditolak: ['bad', 'Ditolak'],
  dibatalkan: ['none', 'Dibatalkan'],
};

/** States in which a job of the portal works on the delivery. */
export const isAtWork = (keadaan: DeliveryRow['keadaan']): boolean =>
  keadaan === 'diterima' || keadaan === 'memeriksa' || keadaan === 'menerbitkan';

/** A job that was asked for and has not ended. */
export const isRunning = (job: Job | null): boolean => job?.keadaan === 'antre' || job?.keadaan === 'berjalan';

export const GATE_WORDS: Readonly<Record<Gate['gerbang'], string>> = {
  pemetaan: 'Pemetaan',
  'jumlah-baris': 'Jumlah baris',
  'isian-kosong': 'Isian kosong',
  'orang-hilang': 'Orang hilang',
  'perubahan-serentak': 'Perubahan serentak',
  'nip-sah': 'NIP sah',
  kolom: 'Kolom',
  tabel: 'Tabel lain',
};

export const GATE_RESULTS: Readonly<Record<Gate['hasil'], readonly [StateKind, string]>> = {
  lewat: ['ok', 'Lewat'],
  perhatian: ['warn', 'Perhatian'],
  menahan: ['bad', 'Menahan'],
};

import type { JobRow } from '#findings/contract';

/** What is being done, by kind of job. */
export const JOB_WORDS: Readonly<Record<string, string>> = {
  periksa: 'Memeriksa',
  terbitkan: 'Menerbitkan',
  kembalikan: 'Mengembalikan',
  ekspor: 'Menyusun ekspor',
};

const ENDED: Readonly<Record<string, string>> = {
  periksa: 'selesai diperiksa; akibatnya menunggu keputusan',
  terbitkan: 'terbit',
  kembalikan: 'dikembalikan ke terbitan sebelumnya',
  ekspor: 'siap diunduh',
};

/** What came of a job, in a sentence that names its file. */
export function wordOf({ jenis, keadaan, namaBerkas, pesan, unduhSampai }: JobRow): string {
  if (keadaan === 'gagal') return `${namaBerkas}: gagal. ${pesan ?? 'Coba lagi, atau hubungi pengelola portal.'}`;
  if (keadaan === 'dibatalkan') return `${namaBerkas}: dibatalkan.`;
  if (jenis === 'ekspor' && unduhSampai === null) return `${namaBerkas}: sudah diunduh atau lewat masanya.`;
  return `${namaBerkas}: ${ENDED[jenis] ?? 'selesai'}.`;
}

import { type DeliveryDetail, deliveryDetail } from '#intake/contract';
import { ask, Refusal } from '../../api/request.ts';
import { deliveryPath } from './queries.ts';

/** Milliseconds between two questions, and how many are asked before nobody waits any more. */
const PAUSE_MS = 1_000;
const QUESTIONS = 120;

/** What is said meanwhile. */
export const WAITING = 'Portal tidak menjawab. Menunggu portal, untuk memeriksa apakah permintaan tadi tersimpan …';
const NOT_KEPT =
  'Portal sempat tidak menjawab, dan permintaan tadi tidak tersimpan: kiriman masih seperti semula. Ulangi bila masih perlu.';
const UNKNOWN =
  'Portal belum menjawab, jadi belum diketahui apakah permintaan tadi tersimpan. Muat ulang halaman ini nanti: keadaan kiriman yang tampil di sini yang berlaku.';

/** No answer, one of something between, and the portal's own apology. */
const SILENCE = new Set(['TIDAK_TERSAMBUNG', 'TANPA_KODE', 'SEDANG_DIPULIHKAN']);

/** Whether the portal did not say what came of a request: it may have been done all the same. */
export const isSilence = (error: unknown): boolean => error instanceof Refusal && SILENCE.has(error.code);

/**
 * Asks until the portal answers again whether a step was taken that it did not confirm. Throws a `Refusal` that says so where it was
 * not, or where it cannot be told.
 */
export async function findOutStep(before: DeliveryDetail): Promise<void> {
  const now = await askPatiently(before);
  if (now === undefined) throw new Refusal(0, 'BELUM_DIKETAHUI', UNKNOWN);
  const isTaken = now.keadaan !== before.keadaan || now.pekerjaan?.pekerjaan !== before.pekerjaan?.pekerjaan;
  if (!isTaken) throw new Refusal(0, 'TIDAK_TERSIMPAN', NOT_KEPT);
}

async function askPatiently({ instansi, kiriman }: DeliveryDetail): Promise<DeliveryDetail | undefined> {
  for (let turn = 0; turn < QUESTIONS; turn++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    try {
      return await ask(deliveryDetail, deliveryPath(instansi, kiriman));
    } catch (error) {
      if (!isSilence(error)) throw error;
    }
  }
  return undefined;
}

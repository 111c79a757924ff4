import { useSyncExternalStore } from 'react';
import { type DeliveryRow, uploadAnswer } from '#intake/contract';
import { ask, Refusal } from '../../api/request.ts';
import { deliveryPath } from './queries.ts';

/** One file on its way. It goes on while the person looks at other pages. */
export interface Upload {
  readonly id: number;
  /** The day for which the data speak, yyyy-mm-dd. */
  readonly per: string;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly state: 'menyiapkan' | 'mengirim' | 'terputus' | 'selesai' | 'ditolak';
  readonly instansi: number;
  /** Known as soon as the portal opened the delivery. */
  readonly kiriman: string | undefined;
  readonly sentence: string | undefined;
}

const PIECE = 1024 * 1024;
/** Larger files are sent without a fingerprint: the browser would have to hold them whole. */
const MOST_HASHED = 64 * 1024 * 1024;
const WAITS_MS = [400, 1_600];

let uploads: readonly Upload[] = [];
const files = new Map<number, File>();
const listeners = new Set<() => void>();

function change(id: number, next: Partial<Upload>): void {
  uploads = uploads.map((one) => (one.id === id ? { ...one, ...next } : one));
  for (const tell of listeners) tell();
}

export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => uploads,
  );
}

/** Begins to send a file; the same file sent again goes on where it stopped. */
export function startUpload(file: File, instansi: number, per: string): number {
  const id = uploads.length + 1;
  files.set(id, file);
  uploads = [
    ...uploads,
    {
      id,
      per,
      name: file.name,
      size: file.size,
      sent: 0,
      state: 'menyiapkan',
      instansi,
      kiriman: undefined,
      sentence: undefined,
    },
  ];
  void run(id);
  return id;
}

export function resumeUpload(id: number): void {
  change(id, { state: 'menyiapkan', sentence: undefined });
  void run(id);
}

// A line that is back again is used at once.
globalThis.addEventListener?.('online', () => {
  for (const { id, state } of uploads) if (state === 'terputus') resumeUpload(id);
});

async function run(id: number): Promise<void> {
  const file = files.get(id);
  const upload = uploads.find((one) => one.id === id);
  if (file === undefined || upload === undefined) return;
  try {
    const opened = await open(file, upload);
    change(id, { state: 'mengirim', kiriman: opened.kiriman, sent: opened.diterimaByte });
    await sendPieces(file, upload.instansi, opened, (sent) => change(id, { sent }));
    change(id, { state: 'selesai', sent: file.size });
    files.delete(id);
  } catch (error) {
    const isBroken = !(error instanceof Refusal) || error.status === 0 || error.status >= 500;
    change(id, {
      state: isBroken ? 'terputus' : 'ditolak',
      sentence: error instanceof Refusal ? error.message : undefined,
    });
  }
}

interface Opened {
  readonly kiriman: string;
  readonly diterimaByte: number;
  readonly keadaan: DeliveryRow['keadaan'];
}

async function open(file: File, { instansi, per }: Upload): Promise<Opened> {
  const sidikJari = await fingerprint(file);
  return ask(uploadAnswer, 'kiriman', {
    method: 'POST',
    query: { instansi },
    body: { namaBerkas: file.name, besarByte: file.size, per, ...(sidikJari === undefined ? {} : { sidikJari }) },
  });
}

/** SHA-256, where the browser can and the file is not too large. */
async function fingerprint(file: File): Promise<string | undefined> {
  if (file.size > MOST_HASHED || globalThis.crypto?.subtle === undefined) return undefined;
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function sendPieces(file: File, instansi: number, opened: Opened, say: (sent: number) => void): Promise<void> {
  let at = opened.diterimaByte;
  while (at < file.size && opened.keadaan === 'mengunggah') {
    at = (await sendPiece(file, instansi, opened.kiriman, at)).diterimaByte;
    say(at);
  }
}

/** One piece, again after a short wait where the line broke; the portal says how far it got. */
async function sendPiece(file: File, instansi: number, kiriman: string, at: number): Promise<Opened> {
  for (const wait of [...WAITS_MS, undefined]) {
    try {
      return await ask(uploadAnswer, `${deliveryPath(instansi, kiriman)}/isi`, {
        method: 'PATCH',
        body: file.slice(at, at + PIECE),
        headers: { 'unggah-letak': String(at) },
      });
    } catch (error) {
      const isWorthAgain = error instanceof Refusal && (error.status === 0 || error.status >= 502);
      if (!isWorthAgain || wait === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  throw new Refusal(0, 'TIDAK_TERSAMBUNG', 'Unggahan terputus.');
}

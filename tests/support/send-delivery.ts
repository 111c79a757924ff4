import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from './portal-http.ts';

/** Loose reading of answers. */
// oxlint-disable-next-line typescript/no-explicit-any -- what an answer holds the tests themselves say
export type Json = any;

const STEP = 200_000;

/** The file of an instansi in a folder of sample deliveries. */
export function deliveryOf(folder: string, kode: string): string {
  const simpeg = join(folder, 'simpeg');
  return join(simpeg, readdirSync(simpeg).find((name) => name.startsWith(`${kode}.`)) ?? '');
}

/** Sends a file in parts, as a browser does; returns the delivery's address. */
export async function upload(who: Browser, instansi: number, path: string, per: string): Promise<string> {
  const bytes = readFileSync(path);
  const namaBerkas = path.slice(path.lastIndexOf('/') + 1);
  const sidikJari = createHash('sha256').update(bytes).digest('hex');
  const opened = await who.ask('POST', '/api/kiriman', { namaBerkas, besarByte: bytes.length, sidikJari, per });
  if (opened.status !== 200) throw new Error(opened.text);
  const { kiriman } = opened.body as Json;
  for (let at = 0; at < bytes.length; at += STEP) {
    const sent = await who.ask('PATCH', `/api/kiriman/${instansi}/${kiriman}/isi`, bytes.subarray(at, at + STEP), {
      'content-type': 'application/octet-stream',
      'unggah-letak': String(at),
    });
    if (sent.status !== 200) throw new Error(sent.text);
  }
  return `/api/kiriman/${instansi}/${kiriman}`;
}

/** Waits until the worker did what was asked. */
export async function settle(who: Browser, address: string): Promise<Json> {
  for (;;) {
    const { body } = (await who.ask('GET', address)) as Json;
    const isOpen = ['antre', 'berjalan'].includes(body.pekerjaan?.keadaan);
    if (!isOpen && !['diterima', 'memeriksa', 'menerbitkan'].includes(body.keadaan)) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function publish(who: Browser, address: string, alasan?: string): Promise<Json> {
  const asked = await who.ask('POST', `${address}/terbitkan`, alasan === undefined ? {} : { alasan });
  if (asked.status !== 200) throw new Error(asked.text);
  return settle(who, address);
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Ask } from './portal-process.ts';

/**
 * A delivery again with one row of a hundred changed: a digit of the last number of the row. `salt` makes another file each time; at most
 * `most` rows.
 */
export async function changedCopy(path: string, salt: number, most = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path, 'latin1') })) {
    if (lines.push(line) > most) break;
  }
  const changed = lines.map((line, at) => {
    if (at === 0 || at % 100 !== salt % 100) return line;
    const place = line.search(/\d[^\d]*$/);
    return place < 0 ? line : `${line.slice(0, place)}${(Number(line[place]) + 1) % 10}${line.slice(place + 1)}`;
  });
  return Buffer.from(`${changed.join('\n')}\n`, 'latin1');
}

interface Delivery {
  readonly keadaan: string;
  readonly pesan?: string | null;
  readonly pekerjaan?: { readonly keadaan: string } | null;
  readonly gerbang?: readonly { readonly hasil: string }[];
}

/** Sends a file whole, as the browser does; returns the address of the delivery. */
export async function send(ask: Ask, instansi: number, bytes: Buffer): Promise<string> {
  const opened = await ask('POST', `/api/kiriman?instansi=${instansi}`, {
    namaBerkas: `${instansi}.csv`,
    besarByte: bytes.length,
    sidikJari: createHash('sha256').update(bytes).digest('hex'),
    per: '2025-11-01',
  });
  if (opened.status !== 200) throw new Error(opened.text);
  const { kiriman } = JSON.parse(opened.text) as { kiriman: string };
  const address = `/api/kiriman/${instansi}/${kiriman}`;
  const part = 8 * 1024 * 1024;
  for (let at = 0; at < bytes.length; at += part) {
    const sent = await ask('PATCH', `${address}/isi`, bytes.subarray(at, at + part), { 'unggah-letak': String(at) });
    if (sent.status !== 200) throw new Error(sent.text);
  }
  return address;
}

/** Waits until a delivery has a state; looks every 20 ms, or as seldom as told. */
export async function waitFor(ask: Ask, address: string, keadaan: string, every = 20): Promise<Delivery> {
  for (;;) {
    const { text } = await ask('GET', address);
    const now = JSON.parse(text) as Delivery;
    if (now.keadaan === keadaan) return now;
    if (now.keadaan === 'ditolak' || now.keadaan === 'dibatalkan')
      throw new Error(`${now.keadaan}: ${now.pesan ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

/** Seconds from the arrival of the last byte until the dry run is there, and from its confirmation until everybody sees it. */
export async function redeliver(
  ask: Ask,
  instansi: number,
  bytes: Buffer,
): Promise<{ check: number; publish: number }> {
  const address = await send(ask, instansi, bytes);
  const arrived = performance.now();
  const { gerbang = [] } = await waitFor(ask, address, 'diperiksa');
  const confirmed = performance.now();
  const held = gerbang.some(({ hasil }) => hasil === 'menahan');
  const asked = await ask('POST', `${address}/terbitkan`, held ? { alasan: 'pengukuran kinerja' } : {});
  if (asked.status !== 200) throw new Error(asked.text);
  await waitFor(ask, address, 'terbit');
  return { check: (confirmed - arrived) / 1000, publish: (performance.now() - confirmed) / 1000 };
}

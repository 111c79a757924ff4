import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { DeliveryDetail } from '../../src/intake/contract.ts';

/** The states of a delivery that is sent, published and taken back, in their order. */
const ORDER = ['mengunggah', 'diterima', 'memeriksa', 'diperiksa', 'menerbitkan', 'terbit', 'ditarik'] as const;
const rankOf = (keadaan: string): number => ORDER.indexOf(keadaan as (typeof ORDER)[number]);

/** What the sender sees on the way; kill points hang on it. */
export type Moment = 'buka' | 'bagian' | 'bagian-akhir' | 'minta-terbit' | 'minta-kembali' | (typeof ORDER)[number];

export interface Sending {
  /** Throws where the portal is down and nobody killed it. */
  readonly address: () => string;
  readonly cookie: string;
  readonly instansi: number;
  readonly bytes: Buffer;
  readonly namaBerkas: string;
  readonly per: string;
  /** Called before a request and at each state that is seen; what it does may break everything. */
  readonly onMoment: (moment: Moment) => Promise<void>;
}

export interface Sent {
  readonly kiriman: string;
  /** Answers that confirmed something, and how many of these things were not there later. */
  readonly confirmed: number;
  readonly lost: readonly string[];
  /** Answers that were neither what was asked for nor a refusal in a sentence. */
  readonly torn: readonly string[];
  /** Answers that said, in a sentence, that the portal was away or without room. */
  readonly apologies: number;
  /** Seconds after which the portal went on, at the most, once it was disturbed. */
  readonly longestWait: number;
}

const PATIENCE_MS = 180_000;
const PARTS = 6;

/**
 * Sends a file, publishes it and takes it back, as a patient person would: whatever breaks is asked for again, from what the portal says
 * that it has. Everything that it ever confirmed must be there ever after.
 */
export async function sendThroughCrashes(sending: Sending): Promise<Sent> {
  const { address, cookie, instansi, bytes, namaBerkas, per, onMoment } = sending;
  const lost: string[] = [];
  const torn: string[] = [];
  let confirmed = 0;
  let apologies = 0;
  let longestWait = 0;
  let kiriman: string | undefined;
  /** The most that the portal ever said that it has. */
  let known = { byte: 0, rank: 0 };
  const sidikJari = createHash('sha256').update(bytes).digest('hex');

  /** One request; undefined where nothing, or only an apology, came back. */
  const ask = async (
    method: string,
    path: string,
    body?: Buffer | object,
    letak?: number,
  ): Promise<Answer | undefined> => {
    const base = address();
    try {
      const reply = await fetch(`${base}${path}`, {
        method,
        headers: {
          cookie,
          ...(body === undefined
            ? {}
            : { 'content-type': Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json' }),
          ...(letak === undefined ? {} : { 'unggah-letak': String(letak) }),
        },
        ...(body === undefined ? {} : { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
        signal: AbortSignal.timeout(30_000),
      });
      const answer = (await reply.json()) as Answer['body'];
      // Away for a moment, or without room: both say so.
      if ([503, 507].includes(reply.status) && typeof answer['pesan'] === 'string') {
        apologies += 1;
        return undefined;
      }
      if (reply.status >= 500 || (reply.status >= 400 && typeof answer['pesan'] !== 'string'))
        torn.push(`${method} ${path} ${reply.status} ${JSON.stringify(answer)}`);
      return reply.status >= 500 ? undefined : { status: reply.status, body: answer };
    } catch {
      // killed while it answered
      return undefined;
    }
  };

  const note = (detail: Pick<DeliveryDetail, 'keadaan'>, byte: number): void => {
    const rank = rankOf(detail.keadaan);
    if (rank < known.rank || (rank === 0 && byte < known.byte))
      lost.push(`${ORDER[known.rank] ?? ''} ${known.byte} -> ${detail.keadaan} ${byte}`);
    known = { byte: Math.max(known.byte, byte), rank: Math.max(known.rank, rank) };
  };

  const open = async (): Promise<void> => {
    const answer = await ask('POST', '/api/kiriman', { namaBerkas, besarByte: bytes.length, sidikJari, per });
    if (answer?.status === 200) {
      const {
        kiriman: id,
        diterimaByte,
        keadaan,
      } = answer.body as unknown as { kiriman: string; diterimaByte: number; keadaan: 'mengunggah' };
      if (kiriman !== undefined && id !== kiriman) lost.push(`${kiriman} -> ${id}`);
      kiriman = id;
      confirmed += 1;
      note({ keadaan }, diterimaByte);
    }
  };

  let spent = 0;
  let turnAt = Date.now();
  let progressAt = Date.now();
  let seen = '';
  while (spent < PATIENCE_MS) {
    // A machine that stood still meanwhile does not count.
    spent += Math.min(1000, Date.now() - turnAt);
    turnAt = Date.now();
    if (kiriman === undefined) {
      await onMoment('buka');
      await open();
      if (kiriman === undefined) await wait(50);
      continue;
    }
    const path = `/api/kiriman/${instansi}/${kiriman}`;
    const answer = await ask('GET', path);
    if (answer?.status !== 200) {
      if (answer?.status === 404) lost.push(`${kiriman} is gone`);
      await wait(50);
      continue;
    }
    const detail = answer.body as unknown as DeliveryDetail;
    note(detail, known.byte);
    if (detail.keadaan !== seen) {
      longestWait = Math.max(longestWait, Date.now() - progressAt);
      [seen, progressAt] = [detail.keadaan, Date.now()];
    }
    await onMoment(detail.keadaan as Moment);
    if (detail.keadaan === 'ditarik')
      return { kiriman, confirmed, lost, torn, apologies, longestWait: longestWait / 1000 };
    if (rankOf(detail.keadaan) < 0) throw new Error(`The delivery came to ${detail.keadaan}: ${detail.pesan}`);
    if (detail.keadaan === 'mengunggah') {
      // What it has is asked for anew: an answer that was lost may have been a confirmation.
      await open();
      const end = Math.min(bytes.length, known.byte + Math.ceil(bytes.length / PARTS));
      await onMoment(end === bytes.length ? 'bagian-akhir' : 'bagian');
      const sent = await ask('PATCH', `${path}/isi`, bytes.subarray(known.byte, end), known.byte);
      if (sent?.status === 200) {
        confirmed += 1;
        note(sent.body as unknown as DeliveryDetail, Number(sent.body['diterimaByte']));
        progressAt = Date.now();
      } else if (sent?.body['kode'] === 'UNGGAH_LETAK') {
        // It has more than it could say: bytes that lie there count.
        await open();
      }
    } else if (detail.keadaan === 'diperiksa') {
      await onMoment('minta-terbit');
      const asked = await ask('POST', `${path}/terbitkan`, { alasan: 'Diminta dalam uji kegagalan' });
      if (asked?.status === 200) {
        confirmed += 1;
        note(asked.body as unknown as DeliveryDetail, known.byte);
      }
    } else if (detail.keadaan === 'terbit' && !['antre', 'berjalan'].includes(detail.pekerjaan?.keadaan ?? '')) {
      await onMoment('minta-kembali');
      if ((await ask('POST', `${path}/kembalikan`))?.status === 200) confirmed += 1;
    } else {
      await wait(20);
    }
  }
  throw new Error(`The delivery stayed at ${seen}`);
}

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

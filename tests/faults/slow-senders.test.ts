import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../support/portal-database.ts';
import { type Browser, openTestPortal, type Reply, type TestPortal } from '../support/portal-http.ts';
import { isLarge, report, sized } from './size.ts';

const KUDUS = 6410;
const SIZE = 400_000;
const SLOW = sized(20, 200);
/** Until a request that does not come is let go: half a minute, until somebody looks, and a slow machine. */
const PATIENCE_MS = 60_000;

describe('senders that break off, lie or dawdle', { timeout: isLarge ? 300_000 : 60_000 }, () => {
  let postgres: TestServer;
  let portal: TestPortal;
  let kudus: Browser;
  let port: number;

  beforeAll(async () => {
    postgres = await startTestServer();
    portal = await openTestPortal(postgres);
    await portal.server.listen({ host: '127.0.0.1', port: 0 });
    ({ port } = portal.server.server.address() as AddressInfo);
    kudus = await portal.signIn('pengelola.kudus');
  });
  afterAll(async () => {
    await portal?.close();
    await postgres?.stop();
  });

  const bytesOf = (seed: number): Buffer =>
    Buffer.from(`NIP,NAMA\r\n${`${seed},UJI\r\n`.repeat(SIZE)}`).subarray(0, SIZE);

  interface Opened {
    readonly kiriman: string;
    readonly diterimaByte: number;
    readonly keadaan: string;
  }
  /** Opens an upload, or tells how far the one of these bytes is. */
  async function look(bytes: Buffer): Promise<Opened> {
    const sidikJari = createHash('sha256').update(bytes).digest('hex');
    const opened = { namaBerkas: `${sidikJari}.csv`, besarByte: bytes.length, sidikJari };
    return (await kudus.ask('POST', '/api/kiriman', opened)).body as Opened;
  }
  const open = async (bytes: Buffer): Promise<string> => (await look(bytes)).kiriman;

  const path = (kiriman: string): string => `/api/kiriman/${KUDUS}/${kiriman}`;
  const partial = (kiriman: string): string => join(portal.files, 'unggah', kiriman);
  /** A part by hand: head and bytes may be what they like. Gives the socket when all is on its way. */
  async function sendRaw(kiriman: string, from: number, length: number | string, bytes: Buffer): Promise<Socket> {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    const head = [
      `PATCH ${path(kiriman)}/isi HTTP/1.1`,
      'host: 127.0.0.1',
      `cookie: ${kudus.cookie}`,
      'content-type: application/octet-stream',
      `unggah-letak: ${from}`,
      `content-length: ${length}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    await new Promise<void>((resolve) => socket.write(bytes, () => resolve()));
    return socket;
  }

  /** What an answer begins with; empty where the line was closed without one. */
  const answerTo = async (socket: Socket): Promise<string> =>
    new Promise((resolve) => {
      let text = '';
      socket.on('data', (piece: Buffer) => {
        text += piece.toString();
        if (text.includes('\r\n\r\n')) resolve(text);
      });
      socket.once('close', () => resolve(text));
    });

  const finish = async (kiriman: string, bytes: Buffer): Promise<Reply> => {
    const { diterimaByte } = await look(bytes);
    return kudus.ask('PATCH', `${path(kiriman)}/isi`, bytes.subarray(diterimaByte), {
      'content-type': 'application/octet-stream',
      'unggah-letak': String(diterimaByte),
    });
  };

  async function until(isSo: () => boolean | Promise<boolean>, most = 200): Promise<void> {
    for (let turn = 0; turn < most; turn++) {
      if (await isSo()) return;
      await wait(25);
    }
    throw new Error('It did not come to that');
  }

  it.each([10, 50, 99])('goes on where an upload broke off at %i percent (B15)', async (percent) => {
    const bytes = bytesOf(percent);
    const kiriman = await open(bytes);
    const sent = Math.floor((bytes.length * percent) / 100);
    const socket = await sendRaw(kiriman, 0, bytes.length, bytes.subarray(0, sent));
    await until(() => existsSync(partial(kiriman)) && statSync(partial(kiriman)).size === sent);
    socket.resetAndDestroy();
    await until(async () => (await look(bytes)).diterimaByte === sent);
    expect((await finish(kiriman, bytes)).body).toMatchObject({ diterimaByte: bytes.length, keadaan: 'diterima' });
    await until(() => !existsSync(partial(kiriman)));
  });

  it('leaves nothing of an upload that broke off and was given up (B15)', async () => {
    const bytes = bytesOf(1);
    const kiriman = await open(bytes);
    const socket = await sendRaw(kiriman, 0, bytes.length, bytes.subarray(0, 1000));
    await until(() => existsSync(partial(kiriman)));
    socket.resetAndDestroy();
    await until(async () => (await look(bytes)).diterimaByte === 1000);
    expect((await kudus.ask('POST', `${path(kiriman)}/batalkan`)).status).toBe(200);
    expect(existsSync(partial(kiriman))).toBe(false);
  });

  it.each([
    ['more than the file holds', SIZE + 1000, SIZE + 1000, /^HTTP\/1\.1 413/],
    ['less than it says, and stays', SIZE, SIZE - 1000, undefined],
    ['nothing that is a number', 'banyak', 0, /^HTTP\/1\.1 400/],
    ['less than nothing', -5, 0, /^HTTP\/1\.1 400/],
    ['more than any number', '9'.repeat(30), 10, /^HTTP\/1\.1 4\d\d/],
  ])('does not believe a length of %s (B15)', async (_, length, sent, answer) => {
    const bytes = bytesOf(2);
    const kiriman = await open(bytes);
    const socket = await sendRaw(kiriman, 0, length, Buffer.concat([bytes, Buffer.alloc(1000)]).subarray(0, sent));
    if (answer) expect(await answerTo(socket)).toMatch(answer);
    socket.destroy();
    await until(async () => !(await isBusy(bytes)));
    const { keadaan, diterimaByte } = await look(bytes);
    expect(keadaan).toBe('mengunggah');
    expect(diterimaByte).toBeLessThan(SIZE);
    await kudus.ask('POST', `${path(kiriman)}/batalkan`);
  });

  /** Whether a part is still arriving: then another one is refused wherever it begins. */
  async function isBusy(bytes: Buffer): Promise<boolean> {
    const { kiriman, diterimaByte } = await look(bytes);
    const none = await kudus.ask('PATCH', `${path(kiriman)}/isi`, Buffer.alloc(0), {
      'content-type': 'application/octet-stream',
      'unggah-letak': String(diterimaByte),
    });
    return none.status === 409;
  }

  it('takes no second request that hides behind a part (B15)', async () => {
    const bytes = bytesOf(3);
    const kiriman = await open(bytes);
    const hidden = Buffer.from(`POST ${path(kiriman)}/batalkan HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n`);
    const socket = await sendRaw(kiriman, 0, 100, Buffer.concat([bytes.subarray(0, 100), hidden]));
    await until(async () => (await look(bytes)).diterimaByte === 100);
    socket.destroy();
    expect((await look(bytes)).keadaan).toBe('mengunggah');
    await kudus.ask('POST', `${path(kiriman)}/batalkan`);
  });

  it('answers others while many send a byte at a time, and lets those go (B15)', async (context) => {
    const slow: Socket[] = [];
    const files = Array.from({ length: SLOW }, (_, n) => Buffer.from(`pengirim lambat ${n} `.repeat(50)));
    const opened: string[] = [];
    for (const bytes of files) {
      const kiriman = await open(bytes);
      opened.push(kiriman);
      slow.push(await sendRaw(kiriman, 0, bytes.length, bytes.subarray(0, 1)));
    }
    const drip = setInterval(() => {
      for (const socket of slow) if (!socket.destroyed) socket.write('x');
    }, 1000);
    const others = await Promise.all(Array.from({ length: 50 }, async () => kudus.ask('GET', '/api/kiriman')));
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
    const isGone = (): boolean => slow.every((socket) => socket.destroyed || socket.readableEnded);
    if (isLarge) await until(isGone, PATIENCE_MS / 25);
    clearInterval(drip);
    const left = slow.filter((socket) => !socket.destroyed && !socket.readableEnded).length;
    for (const socket of slow) socket.destroy();
    for (const bytes of files) {
      await until(async () => !(await isBusy(bytes)));
      await kudus.ask('POST', `${path(await open(bytes))}/batalkan`);
    }
    expect(opened.filter((kiriman) => existsSync(partial(kiriman)))).toEqual([]);
    report(context, {
      uji: 'B15',
      dicoba: 'pengirim sebyte demi sebyte, sambil 50 permintaan lain dijawab',
      jumlah: SLOW,
      terlarang: isLarge ? 'masih tersambung sesudah 60 detik' : 'permintaan lain tertahan',
      ditemukan: isLarge ? left : 0,
    });
  });
});

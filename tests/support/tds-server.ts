import { createServer, type Server, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';

/**
 * As much of SQL Server's protocol (TDS 7.4) as the driver needs to log in and to be sent rows: it stands in where no real
 * server can be had. What it answers is told by the test; what it was asked it remembers.
 */
export interface TdsServer {
  readonly port: number;
  /** Statements as they came. */
  readonly statements: string[];
  /** Accounts that logged in, as "account/database". */
  readonly logins: string[];
  /** Signs to stop that came. */
  attentions: number;
  /** Rows that were written to the line. */
  sent: number;
  stop(): void;
}

export type Cell = string | number | null;

export type TdsAnswer =
  | { readonly error: number }
  /** A number is a `real` where the column is called so, else a `float`; rows may be endless. */
  | {
      readonly columns: readonly string[];
      readonly rows: Iterable<readonly Cell[]>;
      readonly reals?: readonly string[];
    }
  | 'silence'
  | 'hang up'
  | 'ok';

export interface TdsOptions {
  /** The error of a login, if it is to be refused. */
  readonly refuse?: readonly number[];
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Says that it wants encryption and has none: what a server with "Force Encryption" tells a client that comes without. */
  readonly wantsTls?: boolean;
  readonly answer: (sql: string) => TdsAnswer;
}

const PRELOGIN = 0x12;
const LOGIN = 0x10;
const BATCH = 0x01;
const ATTENTION = 0x06;
const RESPONSE = 0x04;

export async function startTdsServer(options: TdsOptions): Promise<TdsServer> {
  const sockets = new Set<Socket>();
  const listener: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    void serve(socket, options, server).catch(() => socket.destroy());
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  const server: TdsServer = {
    port: typeof address === 'object' && address ? address.port : 0,
    statements: [],
    logins: [],
    attentions: 0,
    sent: 0,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      listener.close();
    },
  };
  return server;
}

async function serve(socket: Socket, { refuse, tls, wantsTls, answer }: TdsOptions, server: TdsServer): Promise<void> {
  let line: Duplex = socket;
  let messages = readMessages(line);
  let isStopped = false;
  const send = async (type: number, body: Buffer, isLast = true): Promise<void> => {
    for (let at = 0; at === 0 || at < body.length; at += 4_000) {
      const part = body.subarray(at, at + 4_000);
      const packet = header(type, part, isLast && at + 4_000 >= body.length);
      if (!line.write(packet)) await new Promise((resolve) => line.once('drain', resolve));
      if (line.destroyed) throw new Error('gone');
    }
  };
  const first = await messages.next();
  if (first.done || first.value.type !== PRELOGIN) return void socket.end();
  if (tls) await messages.return(undefined);
  await send(RESPONSE, prelogin(tls || wantsTls ? 3 : 2));
  if (tls) {
    line = startTls(socket, tls);
    messages = readMessages(line);
  }
  let stop = (): void => undefined;
  let working: Promise<void> = Promise.resolve();
  for await (const { type, body } of messages) {
    if (type === LOGIN) {
      const [akun, basis] = readLogin(body);
      server.logins.push(`${akun}/${basis}`);
      const errors = (refuse ?? []).map(errorToken);
      await send(RESPONSE, Buffer.concat([...(errors.length > 0 ? errors : [LOGIN_ACK]), done(0)]));
      if (errors.length > 0) return void line.end();
    } else if (type === ATTENTION) {
      server.attentions += 1;
      isStopped = true;
      stop();
      await working;
      await send(RESPONSE, done(0x20));
    } else if (type === BATCH) {
      const sql = body.subarray(body.readUInt32LE(0)).toString('utf16le');
      server.statements.push(sql);
      isStopped = false;
      const stopped = new Promise<void>((resolve) => {
        stop = resolve;
      });
      const reply = async (given: TdsAnswer): Promise<void> => {
        if (given === 'hang up') {
          socket.destroy();
          return;
        }
        if (given === 'silence') {
          await stopped;
          return await send(RESPONSE, done(0));
        }
        if (given === 'ok') return await send(RESPONSE, done(0));
        if ('error' in given) return await send(RESPONSE, Buffer.concat([errorToken(given.error), done(2)]));
        await sendRows(given);
      };
      const sendRows = async (given: Exclude<TdsAnswer, string | { error: number }>): Promise<void> => {
        let waiting: Buffer[] = [metadata(given.columns, given.reals ?? [])];
        let size = 0;
        for (const row of given.rows) {
          if (isStopped) break;
          const bytes = rowToken(row, given);
          waiting.push(bytes);
          size += bytes.length;
          server.sent += 1;
          if (size < 30_000) continue;
          await send(RESPONSE, Buffer.concat(waiting), false);
          // Whoever has asked to stop meanwhile has to be heard.
          await new Promise((resolve) => setImmediate(resolve));
          [waiting, size] = [[], 0];
        }
        await send(RESPONSE, Buffer.concat([...waiting, done(0)]));
      };
      working = reply(answer(sql)).catch(() => void socket.destroy());
    }
  }
}

interface Message {
  readonly type: number;
  readonly body: Buffer;
}

/** Messages as they come, each joined from its packets. */
async function* readMessages(line: Duplex): AsyncGenerator<Message> {
  let left = Buffer.alloc(0);
  let parts: Buffer[] = [];
  for await (const chunk of line.iterator({ destroyOnReturn: false })) {
    left = Buffer.concat([left, chunk as Buffer]);
    for (;;) {
      const length = left.length < 8 ? Number.POSITIVE_INFINITY : left.readUInt16BE(2);
      if (length > left.length) break;
      parts.push(left.subarray(8, length));
      const [type, isLast] = [left[0] ?? 0, (left[1] ?? 0) & 1];
      left = left.subarray(length);
      if (isLast === 0) continue;
      yield { type, body: Buffer.concat(parts) };
      parts = [];
    }
  }
}

function header(type: number, body: Buffer, isLast: boolean): Buffer {
  const packet = Buffer.alloc(8 + body.length);
  packet[0] = type;
  packet[1] = isLast ? 1 : 0;
  packet.writeUInt16BE(packet.length, 2);
  body.copy(packet, 8);
  return packet;
}

/** Version 16 and whether the server encrypts: 2 it cannot, 3 it must. */
function prelogin(encryption: number): Buffer {
  return Buffer.from([0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff, 16, 0, 0, 0, 0, 0, encryption]);
}

/**
 * The handshake travels inside PRELOGIN messages, one answer to each; what follows is plain TLS. Which of the two a piece is
 * tells its first byte.
 */
function startTls(socket: Socket, { key, cert }: { key: string; cert: string }): Duplex {
  let isWrapped = true;
  let held: Buffer[] = [];
  const flush = (): void => {
    const body = Buffer.concat(held);
    held = [];
    if (body.length > 0) socket.write(header(PRELOGIN, body, true));
  };
  const under = new Duplex({
    read() {
      // The socket pushes.
    },
    write(chunk: Buffer, _encoding, callback) {
      if (!isWrapped) {
        if (socket.write(chunk)) callback();
        else socket.once('drain', callback);
        return;
      }
      if (held.length === 0) setTimeout(flush, 5);
      held.push(chunk);
      callback();
    },
    final(callback) {
      socket.end(callback);
    },
  });
  let left = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    left = Buffer.concat([left, chunk]);
    while (left.length >= 8 && left[0] === PRELOGIN && left.length >= left.readUInt16BE(2)) {
      const length = left.readUInt16BE(2);
      under.push(left.subarray(8, length));
      left = left.subarray(length);
    }
    if (left.length === 0 || left[0] === PRELOGIN) return;
    isWrapped = false;
    under.push(left);
    left = Buffer.alloc(0);
  });
  socket.resume();
  socket.on('close', () => under.push(null));
  const secure = new TLSSocket(under, { isServer: true, key, cert, maxVersion: 'TLSv1.2' });
  secure.on('error', () => socket.destroy());
  return secure;
}

/** Account and database of a LOGIN7 message. */
function readLogin(body: Buffer): [akun: string, basis: string] {
  const text = (at: number): string => {
    const [from, length] = [body.readUInt16LE(at), body.readUInt16LE(at + 2)];
    return body.toString('utf16le', from, from + 2 * length);
  };
  return [text(40), text(68)];
}

const ucs2 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const short = (text: string): Buffer => Buffer.concat([Buffer.from([text.length]), ucs2(text)]);

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

const LOGIN_ACK = ((): Buffer => {
  const body = Buffer.concat([Buffer.from([1, 0x74, 0, 0, 4]), short('uji'), Buffer.from([16, 0, 0, 0])]);
  return Buffer.concat([Buffer.from([0xad]), u16(body.length), body]);
})();

function errorToken(number: number): Buffer {
  const head = Buffer.alloc(6);
  head.writeInt32LE(number);
  head[4] = 1;
  head[5] = 16;
  const sentence = 'Kalimat server yang memuat rahasia9';
  const body = Buffer.concat([head, u16(sentence.length), ucs2(sentence), short('uji'), short(''), Buffer.alloc(4)]);
  return Buffer.concat([Buffer.from([0xaa]), u16(body.length), body]);
}

/** DONE with its flags: 0x20 answers the sign to stop, 2 tells of an error. */
function done(flags: number): Buffer {
  return Buffer.concat([Buffer.from([0xfd]), u16(flags), u16(0), Buffer.alloc(8)]);
}

/** All columns are nvarchar(4000), except those of numbers. */
function metadata(columns: readonly string[], reals: readonly string[]): Buffer {
  const list = columns.map((name) => {
    const type = /^(?:float|real)/.test(name)
      ? Buffer.from([0x6d, reals.includes(name) ? 4 : 8])
      : Buffer.concat([Buffer.from([0xe7]), u16(8_000), Buffer.from([9, 4, 0xd0, 0, 0x34])]);
    return Buffer.concat([Buffer.alloc(4), u16(9), type, short(name)]);
  });
  return Buffer.concat([Buffer.from([0x81]), u16(columns.length), ...list]);
}

function rowToken(
  row: readonly Cell[],
  { columns, reals = [] }: { readonly columns: readonly string[]; readonly reals?: readonly string[] },
): Buffer {
  const cells = row.map((value, column) => {
    const name = columns[column] ?? '';
    if (/^(?:float|real)/.test(name)) {
      if (typeof value !== 'number') return Buffer.from([0]);
      const bytes = Buffer.alloc(reals.includes(name) ? 5 : 9);
      bytes[0] = bytes.length - 1;
      if (bytes.length === 5) bytes.writeFloatLE(value, 1);
      else bytes.writeDoubleLE(value, 1);
      return bytes;
    }
    if (value === null) return u16(0xffff);
    const text = ucs2(String(value));
    return Buffer.concat([u16(text.length), text]);
  });
  return Buffer.concat([Buffer.from([0xd1]), ...cells]);
}

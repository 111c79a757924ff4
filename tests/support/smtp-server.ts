import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A mail as the server took it over. */
export interface TakenMail {
  readonly dari: string;
  readonly kepada: string;
  /** Headers and text as they came. */
  readonly isi: string;
}

/** An SMTP server on this machine: as much of RFC 5321 as a client needs to hand a mail over. */
export interface SmtpServer {
  readonly address: string;
  readonly mails: readonly TakenMail[];
  /** What is answered to the next mails in place of "250": a code for the recipient (`RCPT TO`). */
  answer(kepada: string, code: number): void;
  stop(): Promise<void>;
}

export async function startSmtpServer(): Promise<SmtpServer> {
  const mails: TakenMail[] = [];
  const answers = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    talk(socket, mails, answers);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no address');
  return {
    address: `smtp://127.0.0.1:${bound.port}`,
    mails,
    answer: (kepada, code) => void answers.set(kepada, code),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function talk(socket: Socket, mails: TakenMail[], answers: ReadonlyMap<string, number>): void {
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  let [dari, kepada] = ['', ''];
  let text: string[] | undefined;
  say('220 surel.uji ESMTP');
  createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
    if (text !== undefined) {
      if (line !== '.') return void text.push(line.replace(/^\.\./, '.'));
      mails.push({ dari, kepada, isi: text.join('\n') });
      text = undefined;
      return say('250 diterima');
    }
    const [, command = '', address = ''] = /^(\w+)(?:.*<(.*)>)?/.exec(line) ?? [];
    switch (command.toUpperCase()) {
      case 'EHLO':
      case 'HELO':
      case 'RSET':
        return say('250 surel.uji');
      case 'MAIL':
        dari = address;
        return say('250 baik');
      case 'RCPT': {
        kepada = address;
        const code = answers.get(address) ?? 250;
        return say(`${code} ${code < 400 ? 'baik' : `<${address}> ditolak`}`);
      }
      case 'DATA':
        text = [];
        return say('354 silakan');
      case 'QUIT':
        say('221 selesai');
        return void socket.end();
      default:
        return say('502 tidak dikenal');
    }
  });
}

import { createTransport } from 'nodemailer';
import { type Mailer, RefusedMail } from './mailer.ts';

/** An SMTP server, as the operator set it. */
export interface SmtpSettings {
  /** `smtp://akun:sandi@server:587` (with STARTTLS), or `smtps://...:465`. */
  readonly server: string;
  /** From whom mails come. */
  readonly pengirim: string;
}

/** Patience with a server that does not answer, in milliseconds. */
const PATIENCE_MS = 20_000;

/** Sends by SMTP, encrypted unless the server is on this machine. A connection a mail: there are few, hours apart. */
export function createSmtpMailer({ server, pengirim }: SmtpSettings): Mailer {
  const { hostname, protocol } = new URL(server);
  const isHere = hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
  const transport = createTransport({
    url: server,
    requireTLS: protocol === 'smtp:' && !isHere,
    ignoreTLS: isHere,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = pengirim.replace(/>$/, '').split('@').at(-1) ?? 'portal';
  return {
    send: async ({ id, kepada, judul, isi }) => {
      try {
        await transport.sendMail({
          from: pengirim,
          to: kepada,
          subject: judul,
          text: isi,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        if (isFinal(error)) throw new RefusedMail(describe(error));
        // oxlint-disable-next-line preserve-caught-error -- words and fields of the library repeat the address
        throw new Error(`The mail server did not take a mail: ${describe(error)}`);
      }
    },
  };
}

/** 5xx to the recipient or the mail itself. A refused password is 535, but the operator can mend that. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  return typeof responseCode === 'number' && responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
}

function describe(error: unknown): string {
  const { responseCode, code, command } = error as Readonly<Record<string, unknown>>;
  return [code, command, responseCode].filter((each) => typeof each === 'string' || typeof each === 'number').join(' ');
}

import { type Instansi, sendMails } from '#identity';
import { remind } from '#intake';
import { createSmtpMailer, type Database, type Server, type SmtpSettings } from '#platform';

const MINUTE = 60_000;
/** Reminders are looked for so often; a day has few. */
const REMIND_EVERY = 60;

export interface ReminderOptions {
  readonly database: Database;
  readonly instansi: readonly Instansi[];
  /** Without it mails stay in the outbox, where they can be read. */
  readonly surel: SmtpSettings | undefined;
  readonly publicOrigin: string | undefined;
}

/** Writes reminders when the portal starts and every hour, and sends mails every minute, as long as the server lives. */
export function addReminders(server: Server, options: ReminderOptions, onFault: (error: unknown) => void): void {
  const { database, instansi, surel, publicOrigin } = options;
  const mailer = surel && createSmtpMailer(surel);
  let turn = Promise.resolve();
  let minutes = 0;
  const work = async (): Promise<void> => {
    try {
      if (minutes++ % REMIND_EVERY === 0) await remind({ database, instansi, alamat: publicOrigin }, new Date());
      if (mailer) await sendMails(database, mailer, onFault);
    } catch (error) {
      onFault(error);
    }
  };
  const tick = (): void => {
    turn = turn.then(work);
  };
  const timer = setInterval(tick, MINUTE);
  server.addHook('onListen', async () => tick());
  server.addHook('onClose', async () => {
    clearInterval(timer);
    await turn;
  });
}

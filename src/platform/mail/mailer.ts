/** A mail as it is handed to a server. Plain text. */
export interface Mail {
  /** Stays the same however often it is sent: whoever gets it twice can tell. */
  readonly id: string;
  readonly kepada: string;
  readonly judul: string;
  readonly isi: string;
}

/** What mails are sent by. */
export interface Mailer {
  /** Resolves once the server has taken the mail over. Throws `RefusedMail` where sending it again would not help. */
  send(mail: Mail): Promise<void>;
}

/** The server will not take this mail, now or later. */
export class RefusedMail extends Error {}

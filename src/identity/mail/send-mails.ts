import { type Database, type Mailer, RefusedMail } from '#platform';

/** What came of a look into the outbox. */
export interface SentMails {
  readonly terkirim: number;
  readonly gagal: number;
  readonly ditunda: number;
}

/** Mails sent in one go; what is left waits for the next. */
const AT_ONCE = 100;
/** How long a mail is kept for a sender that is not heard of, and how often one is tried. */
const LEASE = "interval '10 minutes'";
const MOST_TRIES = 20;

interface Taken {
  readonly judul: string;
  readonly isi: string;
  readonly percobaan: number;
  readonly surel: string | null;
  readonly berlaku: boolean;
  readonly dikehendaki: boolean;
}

/**
 * Sends what waits in the outbox. Before a mail is sent it is put back for a while, so that a second sender leaves it alone and one that
 * broke down is sent again: each is sent at least once, under one id. Who has no address yet waits; who no longer wants it gets none.
 */
export async function sendMails(
  database: Database,
  mailer: Mailer,
  onFault: (error: unknown) => void,
): Promise<SentMails> {
  const sent = { terkirim: 0, gagal: 0, ditunda: 0 };
  const waiting = await database.withContext({ lingkup: 'provinsi' }, (transaction) =>
    transaction.query<{ instansi: number; id: string }>(
      `SELECT instansi_id AS instansi, surel_id AS id FROM identity.surel
       WHERE keadaan = 'menunggu' AND coba_pada <= now() ORDER BY dibuat_pada, surel_id LIMIT ${AT_ONCE}`,
    ),
  );
  for (const { instansi, id } of waiting) {
    const mail = await take(database, instansi, id);
    if (!mail) continue;
    const outcome = await deliver(mailer, id, mail, onFault);
    await conclude(database, instansi, id, outcome);
    sent[outcome.keadaan === 'terkirim' ? 'terkirim' : outcome.keadaan === 'menunggu' ? 'ditunda' : 'gagal'] += 1;
  }
  return sent;
}

async function take(database: Database, instansi: number, id: string): Promise<Taken | undefined> {
  const [taken] = await database.withContext({ lingkup: 'instansi', instansi }, (transaction) =>
    transaction.query<Taken>(
      `UPDATE identity.surel s SET percobaan = percobaan + 1, coba_pada = now() + ${LEASE}
       FROM identity.pengguna p
       WHERE s.instansi_id = $1 AND s.surel_id = $2 AND s.keadaan = 'menunggu' AND s.coba_pada <= now()
         AND p.instansi_id = s.instansi_id AND p.pengguna_id = s.pengguna_id
       RETURNING s.judul, s.isi, s.percobaan, p.surel, s.berlaku_sampai > now() AS berlaku, p.aktif AND p.pengingat AS dikehendaki`,
      [instansi, id],
    ),
  );
  return taken;
}

interface Outcome {
  readonly keadaan: 'terkirim' | 'menunggu' | 'gagal' | 'urung';
  readonly sebab: string | null;
  /** Minutes until it is tried again. */
  readonly tunda: number;
}

const HOUR = 60;

async function deliver(
  mailer: Mailer,
  id: string,
  { judul, isi, percobaan, surel, berlaku, dikehendaki }: Taken,
  onFault: (error: unknown) => void,
): Promise<Outcome> {
  if (!berlaku) return { keadaan: 'urung', sebab: 'lewat-waktu', tunda: 0 };
  if (!dikehendaki) return { keadaan: 'urung', sebab: 'tidak-dikehendaki', tunda: 0 };
  if (surel === null) return { keadaan: 'menunggu', sebab: 'tanpa-alamat', tunda: HOUR };
  try {
    await mailer.send({ id, kepada: surel, judul, isi });
    return { keadaan: 'terkirim', sebab: null, tunda: 0 };
  } catch (error) {
    if (error instanceof RefusedMail) return { keadaan: 'gagal', sebab: 'ditolak', tunda: 0 };
    onFault(error);
    if (percobaan >= MOST_TRIES) return { keadaan: 'gagal', sebab: 'tak-terjangkau', tunda: 0 };
    return { keadaan: 'menunggu', sebab: 'tak-terjangkau', tunda: Math.min(2 ** percobaan, 6 * HOUR) };
  }
}

async function conclude(
  database: Database,
  instansi: number,
  id: string,
  { keadaan, sebab, tunda }: Outcome,
): Promise<void> {
  await database.withContext({ lingkup: 'instansi', instansi }, (transaction) =>
    transaction.query(
      `UPDATE identity.surel SET keadaan = $3, sebab = $4, coba_pada = now() + make_interval(mins => $5),
         terkirim_pada = CASE $3 WHEN 'terkirim' THEN now() END
       WHERE instansi_id = $1 AND surel_id = $2 AND keadaan = 'menunggu'`,
      [instansi, id, keadaan, sebab, tunda],
    ),
  );
}

import { number } from '#kernel/number-format.ts';
import { problem } from '#kernel/problem.ts';
import { type Database, recordEvent, RefusedRequest, type Transaction } from '#platform';
import { PROVINCE_INSTANSI } from './contract.ts';
import { TAKEN_WORDS } from './events.ts';
import type { SessionOwner } from './session.ts';

/** What leaves the portal piece by piece: whole records that are opened, and exports. */
export type Taken = 'orang' | 'ekspor';

/** How many of each a user may take within an hour without saying why; 0 for as many as they like. */
export type TakingLimits = Readonly<Record<Taken, number>>;

/** Whether the hour is over; never for somebody who is held. A clock that was set back begins a new one. */
const IS_OVER = `(p.jumlah <= $4 AND p.sejak NOT BETWEEN clock_timestamp() - interval '1 hour' AND clock_timestamp())`;

/**
 * Counts something that is about to be taken. Over the limit it refuses until the user has said why (`answerAlarm`), and raises the
 * alarm: to the administrators of the user's instansi and of the province, and in the trails of both. Many at once are counted one
 * after the other.
 */
export async function countTaken(
  database: Database,
  user: SessionOwner,
  jenis: Taken,
  limits: TakingLimits,
): Promise<void> {
  const limit = limits[jenis];
  if (limit === 0) return;
  const own = { lingkup: 'instansi', instansi: user.instansi } as const;
  const [taken] = await database.withContext(own, (transaction) =>
    transaction.query<{ jumlah: number }>(
      `INSERT INTO identity.pengambilan AS p (instansi_id, pengguna_id, jenis, jumlah) VALUES ($1, $2, $3, 1)
       ON CONFLICT (instansi_id, pengguna_id, jenis) DO UPDATE SET
         sejak = CASE WHEN ${IS_OVER} THEN clock_timestamp() ELSE p.sejak END,
         jumlah = CASE WHEN ${IS_OVER} THEN 1 ELSE p.jumlah + 1 END
       RETURNING jumlah`,
      [user.instansi, user.penggunaId, jenis, limit],
    ),
  );
  if ((taken?.jumlah ?? 0) <= limit) return;
  await raiseAlarm(database, user, jenis, limit);
  throw new RefusedRequest(
    409,
    problem('PENGAMBILAN_DITAHAN', { jumlah: number.format(limit), apa: TAKEN_WORDS[jenis] }),
  );
}

/** What was counted and then not taken does not count. */
export async function giveBack(database: Database, user: SessionOwner, jenis: Taken): Promise<void> {
  await database.withContext({ lingkup: 'instansi', instansi: user.instansi }, (transaction) =>
    transaction.query(
      `UPDATE identity.pengambilan SET jumlah = jumlah - 1
       WHERE instansi_id = $1 AND pengguna_id = $2 AND jenis = $3 AND jumlah > 0`,
      [user.instansi, user.penggunaId, jenis],
    ),
  );
}

/** Once for each time that somebody is held, however often they go on trying. */
async function raiseAlarm(database: Database, user: SessionOwner, jenis: Taken, jumlah: number): Promise<void> {
  const { instansi: own, penggunaId } = user;
  await database.withContexts(async (transaction) => {
    await transaction.enter({ lingkup: 'instansi', instansi: own });
    const raised = await transaction.query(
      `INSERT INTO identity.peringatan (instansi_id, pengguna_id, jenis, jumlah) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [own, penggunaId, jenis, jumlah],
    );
    if (raised.length === 0) return;
    for (const instansi of whoIsTold(own)) {
      await transaction.enter({ lingkup: 'instansi', instansi });
      await recordEvent(transaction, {
        instansi,
        pelaku: penggunaId,
        tindakan: 'peringatan.ambil',
        sasaran: `pengguna/${penggunaId}`,
        rincian: { jenis, jumlah },
      });
    }
  });
}

/** Lets a held user go on, whose reason stands beside the alarm and in both trails. Refuses who is not held. */
export async function answerAlarm(database: Database, user: SessionOwner, alasan: string): Promise<void> {
  const { instansi: own, penggunaId } = user;
  await database.withContexts(async (transaction) => {
    await transaction.enter({ lingkup: 'instansi', instansi: own });
    const answered = await transaction.query<{ jenis: Taken }>(
      `UPDATE identity.peringatan SET alasan = $3, dijawab_pada = now()
       WHERE instansi_id = $1 AND pengguna_id = $2 AND dijawab_pada IS NULL RETURNING jenis`,
      [own, penggunaId, alasan],
    );
    if (answered.length === 0) throw new RefusedRequest(409, problem('PENGAMBILAN_TIDAK_DITAHAN'));
    await transaction.query(
      'DELETE FROM identity.pengambilan WHERE instansi_id = $1 AND pengguna_id = $2 AND jenis = ANY ($3)',
      [own, penggunaId, answered.map(({ jenis }) => jenis)],
    );
    for (const instansi of whoIsTold(own)) {
      await transaction.enter({ lingkup: 'instansi', instansi });
      await recordEvent(transaction, {
        instansi,
        pelaku: penggunaId,
        tindakan: 'peringatan.jawab',
        sasaran: `pengguna/${penggunaId}`,
        rincian: { alasan },
      });
    }
  });
}

const whoIsTold = (own: number): ReadonlySet<number> => new Set([own, PROVINCE_INSTANSI]);

export interface Alarm {
  readonly peringatan: string;
  readonly instansi: number;
  readonly nama: string;
  readonly namaPengguna: string;
  readonly jenis: Taken;
  readonly jumlah: number;
  readonly pada: string;
  readonly alasan: string | null;
}

/** Alarms of the last three months that the transaction's scope reaches, the newest first. */
export async function listAlarms(transaction: Transaction, instansi: number | undefined): Promise<readonly Alarm[]> {
  const rows = await transaction.query<Omit<Alarm, 'pada'> & { readonly pada: Date }>(
    `SELECT w.peringatan_id AS peringatan, w.instansi_id AS instansi, p.nama, p.nama_pengguna AS "namaPengguna", w.jenis,
       w.jumlah, w.pada, w.alasan
     FROM identity.peringatan w JOIN identity.pengguna p USING (instansi_id, pengguna_id)
     WHERE (w.instansi_id = $1 OR $1 IS NULL) AND w.pada > now() - interval '90 days'
     ORDER BY w.pada DESC, w.peringatan_id LIMIT 200`,
    [instansi ?? null],
  );
  return rows.map((row) => ({ ...row, pada: row.pada.toISOString() }));
}

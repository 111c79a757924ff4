import { type Database, recordEvent } from '#platform';

/** Days after which an occasion cannot come again: a mail that went before would be written anew. */
const LEAST_DAYS = 30;

/**
 * Deletes mails that were made more than `hari` days ago (30 at least, 0 for never) and wait no longer, with an event an instansi. Returns how
 * many went.
 */
export async function sweepMails(database: Database, hari: number): Promise<number> {
  if (hari === 0) return 0;
  const kept = Math.max(hari, LEAST_DAYS);
  const OLD = `dibuat_pada < now() - make_interval(days => $1) AND (keadaan <> 'menunggu' OR berlaku_sampai <= now())`;
  const old = await database.withContext({ lingkup: 'provinsi' }, (transaction) =>
    transaction.query<{ instansi: number }>(
      `SELECT DISTINCT instansi_id AS instansi FROM identity.surel WHERE ${OLD} ORDER BY 1`,
      [kept],
    ),
  );
  let deleted = 0;
  for (const { instansi } of old) {
    await database.withContext({ lingkup: 'instansi', instansi }, async (transaction) => {
      const gone = await transaction.query(`DELETE FROM identity.surel WHERE ${OLD} AND instansi_id = $2 RETURNING 1`, [
        kept,
        instansi,
      ]);
      // another server of the portal may have been quicker
      if (gone.length === 0) return;
      deleted += gone.length;
      await recordEvent(transaction, {
        instansi,
        pelaku: 'sistem',
        tindakan: 'surel.hapus',
        sasaran: 'surel',
        rincian: { jumlah: gone.length, masaSimpan: kept },
      });
    });
  }
  return deleted;
}

import { z } from 'zod';
import { problem } from '#kernel/problem.ts';
import { type Database, recordEvent, RefusedRequest, type Server, type Transaction } from '#platform';
import { accessOf } from '../guard.ts';
import { inOwn } from '../own-record.ts';
import { changeMeRequest, type MailList, mailList } from './contract.ts';
import { sendAgain } from './outbox.ts';

const SHOWN = 200;

/** The outbox, and whether one wants to be reminded. */
export function addMailRoutes(server: Server, database: Database, pengirim: string | undefined): void {
  server.get(
    '/api/surel',
    { config: { tindakan: 'surel.lihat' }, schema: { response: { 200: mailList } } },
    async (request) => {
      const { scope, instansi } = accessOf(request);
      const surel = await database.withContext(scope, (transaction) => listMails(transaction, instansi));
      return { pengirim: pengirim ?? null, surel: [...surel] };
    },
  );

  server.post(
    '/api/surel/:instansi/:surel/kirim-ulang',
    {
      config: { tindakan: 'surel.kirim-ulang' },
      schema: { params: z.object({ instansi: z.coerce.number().int(), surel: z.uuid() }) },
    },
    async (request, reply) => {
      const { scope, pelaku } = accessOf(request);
      const { instansi, surel } = request.params;
      await database.withContext(scope, async (transaction) => {
        const isPut = await sendAgain(transaction, instansi, surel);
        if (isPut === undefined) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
        if (!isPut) throw new RefusedRequest(409, problem('SUREL_MASIH_MENUNGGU'));
        await recordEvent(transaction, {
          instansi,
          pelaku: pelaku.penggunaId,
          tindakan: 'surel.kirim-ulang',
          sasaran: `surel/${surel}`,
        });
      });
      return reply.status(204).send();
    },
  );

  server.patch(
    '/api/saya',
    { config: { tindakan: 'masuk' }, schema: { body: changeMeRequest } },
    async (request, reply) => {
      const { pelaku } = accessOf(request);
      const { pengingat } = request.body;
      await inOwn(database, pelaku, async (transaction) => {
        const { instansi, penggunaId } = pelaku;
        await transaction.query(
          'UPDATE identity.pengguna SET pengingat = $3 WHERE instansi_id = $1 AND pengguna_id = $2',
          [instansi, penggunaId, pengingat],
        );
        await recordEvent(transaction, {
          instansi,
          pelaku: penggunaId,
          tindakan: 'akun.pengingat',
          sasaran: `pengguna/${penggunaId}`,
          rincian: { pengingat },
        });
      });
      return reply.status(204).send();
    },
  );
}

type Row = MailList['surel'][number];

/** The newest mails in scope; one that waited too long says so even where nobody sends. */
async function listMails(transaction: Transaction, instansi: number | undefined): Promise<readonly Row[]> {
  const rows = await transaction.query<
    Omit<Row, 'dibuatPada' | 'terkirimPada'> & { readonly dibuat: Date; readonly terkirim: Date | null }
  >(
    `SELECT s.surel_id AS surel, s.instansi_id AS instansi, p.nama AS penerima, s.judul, s.isi, s.percobaan,
       CASE WHEN s.keadaan = 'menunggu' AND s.berlaku_sampai <= now() THEN 'urung' ELSE s.keadaan END AS keadaan,
       CASE WHEN s.keadaan <> 'menunggu' THEN s.sebab WHEN s.berlaku_sampai <= now() THEN 'lewat-waktu'
         WHEN p.surel IS NULL THEN 'tanpa-alamat' ELSE nullif(s.sebab, 'tanpa-alamat') END AS sebab,
       s.dibuat_pada AS dibuat, s.terkirim_pada AS terkirim
     FROM identity.surel s JOIN identity.pengguna p USING (instansi_id, pengguna_id)
     WHERE $1::integer IS NULL OR s.instansi_id = $1 ORDER BY s.dibuat_pada DESC, s.surel_id LIMIT ${SHOWN}`,
    [instansi ?? null],
  );
  return rows.map(({ dibuat, terkirim, ...row }) => ({
    ...row,
    dibuatPada: dibuat.toISOString(),
    terkirimPada: terkirim?.toISOString() ?? null,
  }));
}

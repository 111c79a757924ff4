import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync, rmSync } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { accessOf } from '#identity';
import { number } from '#kernel/number-format.ts';
import { problem } from '#kernel/problem.ts';
import { addJob, cancelJobs, recordEvent, RefusedRequest, type Server } from '#platform';
import {
  differenceExport,
  type ExportAnswer,
  exportAnswer,
  exportLink,
  personExport,
  ROWS_AT_ONCE,
  ROWS_WITHOUT_REASON,
} from './contract.ts';
import type { FindingsDeps } from './deps.ts';
import { chooseWished, type ExportWish, writeWished } from './exported-lists.ts';
import { addExport, addWish, exportPath, refuseOften, renewTicket, takeExport } from './exports.ts';
import { recordExport } from './record-export.ts';

const query = z.object({ instansi: z.coerce.number().int().optional() });
const exportParams = z.object({ ekspor: z.uuid() });

/** Files of exactly what a list shows under its filter: masked as it is, fetched once, and never without an event of their making. */
export function addExportRoutes(server: Server, deps: FindingsDeps, wake: () => void): void {
  const { database, files } = deps;

  server.post(
    '/api/selisih/ekspor',
    {
      config: { tindakan: 'selisih.lihat', membaca: true },
      schema: { querystring: query, body: differenceExport, response: { 200: exportAnswer } },
    },
    async (request, reply) => answer(request, reply, { daftar: 'selisih', isi: request.body }),
  );

  server.post(
    '/api/pegawai/ekspor',
    {
      config: { tindakan: 'pegawai.lihat', membaca: true },
      schema: { querystring: query, body: personExport, response: { 200: exportAnswer } },
    },
    async (request, reply) => answer(request, reply, { daftar: 'pegawai', isi: request.body }),
  );

  /** Few rows are written while the browser waits, many by a job. */
  async function answer(request: FastifyRequest, reply: FastifyReply, list: ExportWish): Promise<ExportAnswer> {
    const { scope, instansi, pelaku } = accessOf(request);
    const wish = { ...list, instansi };
    const own = { instansi: pelaku.instansi, penggunaId: pelaku.penggunaId };
    await database.withContext({ lingkup: 'instansi', instansi: own.instansi }, (transaction) =>
      refuseOften(transaction, own),
    );
    const baris = await database.readSnapshot(
      scope,
      async (transaction) => (await chooseWished(transaction, deps, wish)).jumlah,
    );
    judge(wish, baris);
    const named = { ekspor: randomUUID(), namaBerkas: `${wish.daftar}-${instansi ?? 'provinsi'}.${wish.isi.bentuk}` };
    return baris > ROWS_AT_ONCE ? later(own, wish, { ...named, baris }) : atOnce(request, reply, wish, named);
  }

  /** Writes the file, and then in one transaction the events and the ticket: a file without an event cannot be fetched. */
  async function atOnce(
    request: FastifyRequest,
    reply: FastifyReply,
    wish: ExportWish,
    { ekspor, namaBerkas }: { readonly ekspor: string; readonly namaBerkas: string },
  ): Promise<ExportAnswer> {
    const { scope, pelaku } = accessOf(request);
    const own = { instansi: pelaku.instansi, penggunaId: pelaku.penggunaId };
    const path = exportPath(files, ekspor);
    const gone = new AbortController();
    // Who closes the page does not wait for the file.
    reply.raw.once('close', () => gone.abort());
    try {
      const written = await writeWished(deps, wish, { scope, path, oleh: pelaku.nama, ekspor, signal: gone.signal });
      const made = await database.withContexts(async (transaction) => {
        await recordExport(transaction, own, ekspor, wish, written.perInstansi);
        await transaction.enter({ lingkup: 'instansi', instansi: own.instansi });
        return addExport(transaction, own, { ekspor, namaBerkas, baris: written.baris });
      });
      const { berakhirPada } = made;
      return { keadaan: 'siap', tautan: `/api/ekspor/${made.tiket}`, namaBerkas, baris: written.baris, berakhirPada };
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    }
  }

  async function later(
    own: { readonly instansi: number; readonly penggunaId: string },
    wish: ExportWish,
    file: { readonly ekspor: string; readonly namaBerkas: string; readonly baris: number },
  ): Promise<ExportAnswer> {
    const { ekspor, baris } = file;
    await database.withContext({ lingkup: 'instansi', instansi: own.instansi }, async (transaction) => {
      await addWish(transaction, own, { ...file, permintaan: wish });
      await addJob(transaction, { instansi: own.instansi, jenis: 'ekspor', sasaran: ekspor, oleh: own.penggunaId });
    });
    wake();
    return { keadaan: 'disusun', ekspor, baris };
  }

  server.post(
    '/api/ekspor/:ekspor/tautan',
    { config: { tindakan: 'masuk' }, schema: { params: exportParams, response: { 200: exportLink } } },
    async (request) => {
      const { scope, pelaku } = accessOf(request);
      const { ekspor } = request.params;
      const link = await database.withContext(scope, (transaction) => renewTicket(transaction, pelaku, ekspor));
      if (!link) throw new RefusedRequest(404, problem('EKSPOR_TIADA'));
      const { tiket, ...file } = link;
      return { tautan: `/api/ekspor/${tiket}`, ...file };
    },
  );

  server.post(
    '/api/ekspor/:ekspor/batalkan',
    { config: { tindakan: 'masuk' }, schema: { params: exportParams } },
    async (request, reply) => {
      const { scope, pelaku } = accessOf(request);
      await database.withContext(scope, async (transaction) => {
        const { ekspor } = request.params;
        const own = await transaction.query(
          'SELECT 1 FROM findings.ekspor WHERE instansi_id = $1 AND ekspor_id = $2 AND pengguna_id = $3',
          [pelaku.instansi, ekspor, pelaku.penggunaId],
        );
        if (own.length === 0) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
        await cancelJobs(transaction, pelaku.instansi, ekspor);
      });
      wake();
      return reply.status(204).send();
    },
  );

  server.get(
    '/api/ekspor/:tiket',
    { config: { tindakan: 'masuk' }, schema: { params: z.object({ tiket: z.string().max(60) }) } },
    async (request, reply) => {
      const { scope, pelaku } = accessOf(request);
      const found = await database.withContext(scope, async (transaction) => {
        const taken = await takeExport(transaction, pelaku, request.params.tiket);
        if (!taken || !existsSync(exportPath(files, taken.ekspor)))
          throw new RefusedRequest(404, problem('EKSPOR_TIADA'));
        await recordEvent(transaction, {
          instansi: pelaku.instansi,
          pelaku: pelaku.penggunaId,
          tindakan: 'ekspor.unduh',
          sasaran: `ekspor/${taken.ekspor}`,
          rincian: { baris: taken.baris },
        });
        return taken;
      });
      const path = exportPath(files, found.ekspor);
      reply.raw.once('close', () => rmSync(path, { force: true }));
      return reply
        .type(found.namaBerkas.endsWith('.csv') ? 'text/csv; charset=utf-8' : XLSX_TYPE)
        .header('content-disposition', `attachment; filename="${found.namaBerkas}"`)
        .send(createReadStream(path));
    },
  );
}

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function judge({ isi }: ExportWish, rows: number): void {
  if (rows <= ROWS_WITHOUT_REASON || isi.alasan !== undefined) return;
  const counts = { baris: number.format(rows), batas: number.format(ROWS_WITHOUT_REASON) };
  throw new RefusedRequest(409, problem('EKSPOR_ALASAN', counts));
}

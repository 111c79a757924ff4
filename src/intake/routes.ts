import { createReadStream, existsSync, rmSync } from 'node:fs';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { accessOf, BKN_INSTANSI } from '#identity';
import { problem } from '#kernel/problem.ts';
import {
  addJob,
  cancelJobs,
  type Database,
  freeBytes,
  isRoomy,
  recordEvent,
  RefusedRequest,
  type Server,
  type Transaction,
} from '#platform';
import { deliveryDetail, deliveryList, openUploadRequest, publishRequest, uploadAnswer } from './contract.ts';
import { describeDelivery, findDelivery, listDeliveries, moveDelivery, takeDelivery } from './deliveries.ts';
import { plainFileName } from './file-name.ts';
import { type DeliveryFiles, openUpload, partialPath, receivePart } from './uploads.ts';

export interface IntakeDeps {
  readonly database: Database;
  readonly files: DeliveryFiles;
  /** Tells the worker that there is work. */
  readonly wake: () => void;
  /** Where the quarantined rows of a delivery are listed. */
  readonly quarantineOf: (kiriman: string) => string;
}

const ofInstansi = z.object({ instansi: z.coerce.number().int().optional() });
const deliveryParams = z.object({ instansi: z.coerce.number().int(), kiriman: z.uuid() });
const detailAnswer = { 200: deliveryDetail };
/** A part of an upload; browsers send less. */
const MOST_PART = 64 * 1024 * 1024;

export function addIntakeRoutes(server: Server, deps: IntakeDeps): void {
  const { database, files, wake } = deps;

  server.get(
    '/api/kiriman',
    { config: { tindakan: 'kiriman.lihat' }, schema: { querystring: ofInstansi, response: { 200: deliveryList } } },
    async (request) => {
      const { scope, instansi } = accessOf(request);
      return database.readSnapshot(scope, async (transaction) => ({
        kiriman: [...(await listDeliveries(transaction, instansi))],
      }));
    },
  );

  server.get(
    '/api/kiriman/:instansi/:kiriman',
    { config: { tindakan: 'kiriman.lihat' }, schema: { params: deliveryParams, response: detailAnswer } },
    async (request) =>
      // A delivery and its job are told as of one moment.
      database.readSnapshot(accessOf(request).scope, async (transaction) => {
        const found = await findDelivery(transaction, request.params.instansi, request.params.kiriman);
        if (!found) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
        return describeDelivery(transaction, found);
      }),
  );

  server.get(
    '/api/kiriman/:instansi/:kiriman/karantina.csv',
    { config: { tindakan: 'kiriman.kirim' }, schema: { params: deliveryParams } },
    async (request, reply) => {
      const { instansi, kiriman } = request.params;
      const access = accessOf(request);
      await database.withContext(access.scope, async (transaction) => {
        const found = await findDelivery(transaction, instansi, kiriman);
        if (!found || !existsSync(deps.quarantineOf(kiriman)))
          throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
        await recordEvent(transaction, {
          instansi,
          pelaku: access.pelaku.penggunaId,
          tindakan: 'kiriman.unduh-karantina',
          sasaran: `kiriman/${kiriman}`,
          rincian: { baris: found.baris?.dikarantina ?? 0 },
        });
      });
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="karantina-${instansi}.csv"`)
        .send(createReadStream(deps.quarantineOf(kiriman)));
    },
  );

  server.post(
    '/api/kiriman',
    {
      config: { tindakan: 'kiriman.kirim' },
      schema: { querystring: ofInstansi, body: openUploadRequest, response: { 200: uploadAnswer } },
    },
    async (request) => {
      const { scope, pelaku } = accessOf(request);
      const { namaBerkas, besarByte, sidikJari, per } = request.body;
      const upload = { namaBerkas: plainFileName(namaBerkas), besarByte, sidikJari, per };
      if (!isRoomy(freeBytes(files.folder), besarByte)) throw new RefusedRequest(507, problem('DISK_PENUH'));
      return database.withContext(scope, (transaction) =>
        openUpload(transaction, {
          ...upload,
          instansi: ownInstansi(request),
          oleh: pelaku.penggunaId,
          pengirim: pelaku.nama,
        }),
      );
    },
  );

  void server.register(async (plain) => {
    plain.addContentTypeParser('application/octet-stream', (_, payload, done) => done(null, payload));
    plain.patch(
      '/api/kiriman/:instansi/:kiriman/isi',
      {
        config: { tindakan: 'kiriman.kirim' },
        bodyLimit: MOST_PART,
        schema: {
          params: deliveryParams,
          headers: z.looseObject({ 'unggah-letak': z.coerce.number().int().nonnegative() }),
          response: { 200: uploadAnswer },
        },
      },
      async (request) => {
        const { params, headers, raw } = request;
        const { instansi, kiriman } = params as z.infer<typeof deliveryParams>;
        const answer = await receivePart(database, files, {
          instansi,
          kiriman,
          letak: Number(headers['unggah-letak']),
          isi: raw,
          oleh: accessOf(request).pelaku.penggunaId,
        });
        if (answer.keadaan === 'diterima') wake();
        return answer;
      },
    );
  });

  server.post(
    '/api/kiriman/:instansi/:kiriman/terbitkan',
    {
      config: { tindakan: 'kiriman.terbitkan' },
      schema: { params: deliveryParams, body: publishRequest, response: detailAnswer },
    },
    async (request) =>
      change(request, async (transaction, instansi, kiriman, oleh) => {
        const { hasil } = await takeDelivery(transaction, instansi, kiriman);
        const held = hasil?.gerbang.find((gate) => gate.hasil === 'menahan');
        const { alasan } = request.body;
        if (held && alasan === undefined)
          throw new RefusedRequest(409, problem('GERBANG_MENAHAN', { sebab: held.kalimat }));
        await moveDelivery(transaction, { instansi, kiriman }, 'terbitkan', { alasan: alasan ?? null });
        await addJob(transaction, { instansi, jenis: 'terbitkan', sasaran: kiriman, oleh });
      }),
  );

  server.post(
    '/api/kiriman/:instansi/:kiriman/kembalikan',
    { config: { tindakan: 'kiriman.kembalikan' }, schema: { params: deliveryParams, response: detailAnswer } },
    async (request) =>
      change(request, async (transaction, instansi, kiriman, oleh) => {
        if (instansi === BKN_INSTANSI) throw new RefusedRequest(409, problem('KIRIMAN_BKN_TIDAK_KEMBALI'));
        const { keadaan } = await takeDelivery(transaction, instansi, kiriman);
        if (keadaan !== 'terbit')
          throw new RefusedRequest(409, problem('KIRIMAN_KEADAAN', { keadaan, tindakan: 'dikembalikan' }));
        await addJob(transaction, { instansi, jenis: 'kembalikan', sasaran: kiriman, oleh });
      }),
  );

  server.post(
    '/api/kiriman/:instansi/:kiriman/batalkan',
    { config: { tindakan: 'kiriman.kirim' }, schema: { params: deliveryParams, response: detailAnswer } },
    async (request) => {
      const detail = await change(request, async (transaction, instansi, kiriman, oleh) => {
        const { keadaan } = await takeDelivery(transaction, instansi, kiriman);
        // What is being worked on gets its state from the worker that lets go of it.
        const stopped = await cancelJobs(transaction, instansi, kiriman);
        if (stopped !== 'diminta')
          await moveDelivery(transaction, { instansi, kiriman }, keadaan === 'menerbitkan' ? 'urung' : 'batal');
        await recordEvent(transaction, {
          instansi,
          pelaku: oleh,
          tindakan: 'kiriman.batal',
          sasaran: `kiriman/${kiriman}`,
        });
      });
      // Parts of a file that nobody goes on sending.
      rmSync(partialPath(files, request.params.kiriman), { force: true });
      return detail;
    },
  );

  /** One change of a delivery in one transaction, answered with what came of it. */
  async function change(
    request: FastifyRequest,
    work: (transaction: Transaction, instansi: number, kiriman: string, oleh: string) => Promise<void>,
  ) {
    const { scope, pelaku } = accessOf(request);
    const { instansi, kiriman } = request.params as z.infer<typeof deliveryParams>;
    const detail = await database.withContext(scope, async (transaction) => {
      await work(transaction, instansi, kiriman, pelaku.penggunaId);
      return describeDelivery(transaction, await takeDelivery(transaction, instansi, kiriman));
    });
    wake();
    return detail;
  }
}

function ownInstansi(request: FastifyRequest): number {
  const { instansi } = accessOf(request);
  if (instansi === undefined) throw new Error('A delivery belongs to one instansi');
  return instansi;
}

import { z } from 'zod';
import { accessOf } from '#identity';
import { problem } from '#kernel/problem.ts';
import { RefusedRequest, type Server } from '#platform';
import { countChanges, createChangeIndexes, findSpan, pageChanges } from './changes.ts';
import { CHANGE_KINDS, changeCounts, changeList } from './contract.ts';
import { formatPlace, parsePlace } from './cursor.ts';
import type { FindingsDeps } from './deps.ts';
import { createDisplay } from './display.ts';
import { placeAfter } from './lists.ts';
import { PAGE } from './queries.ts';
import { showDifference } from './shown-rows.ts';

const params = z.object({ instansi: z.coerce.number().int() });
const query = z.object({ jenis: z.enum(CHANGE_KINDS), sesudah: z.string().max(2000).optional() });

/** What became of an instansi's differences since its delivery before. */
export function addChangeRoutes(server: Server, { database, reference }: FindingsDeps): void {
  const display = createDisplay(reference);
  const changesOf = createChangeIndexes();

  server.get(
    '/api/perubahan/:instansi',
    { config: { tindakan: 'selisih.lihat' }, schema: { params, response: { 200: changeCounts } } },
    async (request) =>
      database.readSnapshot(accessOf(request).scope, async (transaction) => {
        const span = await findSpan(transaction, request.params.instansi);
        return span
          ? { sejak: span.per, jumlah: countChanges(await changesOf(transaction, span)) }
          : { sejak: null, jumlah: null };
      }),
  );

  server.get(
    '/api/perubahan/:instansi/selisih',
    { config: { tindakan: 'selisih.lihat' }, schema: { params, querystring: query, response: { 200: changeList } } },
    async (request) => {
      const { jenis, sesudah } = request.query;
      const place = parsePlace(sesudah);
      return database.readSnapshot(accessOf(request).scope, async (transaction) => {
        const span = await findSpan(transaction, request.params.instansi);
        if (!span) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
        const changes = await changesOf(transaction, span);
        const rows = await pageChanges(transaction, span, changes[jenis], place, PAGE + 1);
        const last = rows[PAGE - 1];
        return {
          sejak: span.per,
          jumlah: countChanges(changes)[jenis],
          baris: rows.slice(0, PAGE).map((row) => showDifference(row, display)),
          lanjut: last && rows.length > PAGE ? formatPlace(placeAfter(last)) : null,
        };
      });
    },
  );
}

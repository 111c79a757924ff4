import { z } from 'zod';
import type { Database, Server } from '#platform';
import { accessOf } from './guard.ts';
import { addView, changeView, listViews, refuseUnseen, removeView, setDefaultView } from './views.ts';
import {
  addViewAnswer,
  addViewRequest,
  changeViewRequest,
  defaultViewRequest,
  viewListAnswer,
  viewQuery,
} from './views-contract.ts';

const OWN = { config: { tindakan: 'masuk' } } as const;
const viewParams = z.object({ tampilan: z.uuid() });

/** Views of lists that users named: their own, or shared with the users of their instansi. */
export function addViewRoutes(server: Server, database: Database): void {
  server.get(
    '/api/tampilan',
    { ...OWN, schema: { querystring: viewQuery, response: { 200: viewListAnswer } } },
    async (request) => {
      const { pelaku, scope } = accessOf(request);
      const { daftar } = request.query;
      refuseUnseen(pelaku, daftar);
      const views = await database.withContext(scope, (transaction) => listViews(transaction, pelaku, daftar));
      return { tampilan: [...views] };
    },
  );

  server.post(
    '/api/tampilan',
    { ...OWN, schema: { body: addViewRequest, response: { 201: addViewAnswer } } },
    async (request, reply) => {
      const { pelaku, scope } = accessOf(request);
      refuseUnseen(pelaku, request.body.daftar);
      const tampilan = await database.withContext(scope, (transaction) => addView(transaction, pelaku, request.body));
      return reply.status(201).send({ tampilan });
    },
  );

  server.put('/api/tampilan/utama', { ...OWN, schema: { body: defaultViewRequest } }, async (request, reply) => {
    const { pelaku, scope } = accessOf(request);
    const { daftar, tampilan } = request.body;
    refuseUnseen(pelaku, daftar);
    await database.withContext(scope, (transaction) => setDefaultView(transaction, pelaku, daftar, tampilan));
    return reply.status(204).send();
  });

  server.patch(
    '/api/tampilan/:tampilan',
    { ...OWN, schema: { params: viewParams, body: changeViewRequest } },
    async (request, reply) => {
      const { pelaku, scope } = accessOf(request);
      await database.withContext(scope, (transaction) =>
        changeView(transaction, pelaku, request.params.tampilan, request.body),
      );
      return reply.status(204).send();
    },
  );

  server.delete('/api/tampilan/:tampilan', { ...OWN, schema: { params: viewParams } }, async (request, reply) => {
    const { pelaku, scope } = accessOf(request);
    await database.withContext(scope, (transaction) => removeView(transaction, pelaku, request.params.tampilan));
    return reply.status(204).send();
  });
}

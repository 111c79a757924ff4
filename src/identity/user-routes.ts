import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Database, Server } from '#platform';
import {
  addUserRequest,
  changeUserRequest,
  firstPasswordAnswer,
  grantableRoles,
  recoverUserRequest,
  userList,
} from './contract.ts';
import { grantable } from './grants.ts';
import { accessOf } from './guard.ts';
import { instansiOf } from './instansi.ts';
import { confirmPassword } from './own-account.ts';
import { addUser, changeUser, expelUser, listUsers, recoverUser, refuseUngrantable } from './users.ts';

const userParams = z.object({ penggunaId: z.uuid() });
const MANAGE = { config: { tindakan: 'pengguna.kelola' } } as const;

/** Users of an instansi, for those who manage them. */
export function addUserRoutes(server: Server, database: Database): void {
  server.get(
    '/api/pengguna',
    { config: { tindakan: 'pengguna.lihat' }, schema: { response: { 200: userList } } },
    async (request) => {
      const { scope, instansi } = accessOf(request);
      const users = await database.withContext(scope, (transaction) => listUsers(transaction, instansi));
      return { pengguna: [...users] };
    },
  );

  server.get('/api/pengguna/peran', { ...MANAGE, schema: { response: { 200: grantableRoles } } }, async (request) => {
    const { pelaku } = accessOf(request);
    const { scope, instansi } = oneInstansi(request);
    const { jenis } = await database.withContext(scope, (transaction) => instansiOf(transaction, instansi));
    return { peran: [...grantable(pelaku.role, jenis)] };
  });

  server.post(
    '/api/pengguna',
    { ...MANAGE, schema: { body: addUserRequest, response: { 201: firstPasswordAnswer } } },
    async (request, reply) => {
      const { pelaku } = accessOf(request);
      const { scope, instansi } = oneInstansi(request);
      const added = await database.withContext(scope, async (transaction) => {
        await refuseUngrantable(transaction, pelaku, instansi, request.body.peran);
        return addUser(transaction, { ...request.body, instansi }, pelaku.penggunaId);
      });
      return reply.status(201).send({ penggunaId: added.penggunaId, sandiPertama: added.sandi });
    },
  );

  server.patch(
    '/api/pengguna/:penggunaId',
    { ...MANAGE, schema: { params: userParams, body: changeUserRequest } },
    async (request, reply) => {
      const { scope, instansi } = oneInstansi(request);
      const owner = { instansi, penggunaId: request.params.penggunaId };
      await database.withContext(scope, (transaction) =>
        changeUser(transaction, accessOf(request).pelaku, owner, request.body),
      );
      return reply.status(204).send();
    },
  );

  server.post(
    '/api/pengguna/:penggunaId/pulihkan',
    { ...MANAGE, schema: { params: userParams, body: recoverUserRequest, response: { 200: firstPasswordAnswer } } },
    async (request) => {
      const { scope, instansi } = oneInstansi(request);
      const { pelaku } = accessOf(request);
      const owner = { instansi, penggunaId: request.params.penggunaId };
      await confirmPassword(database, pelaku, request.body.sandi, request.ip);
      const { penggunaId, sandi } = await database.withContext(scope, (transaction) =>
        recoverUser(transaction, pelaku, owner, request.body.hapusFaktorKedua),
      );
      return { penggunaId, sandiPertama: sandi };
    },
  );

  server.delete(
    '/api/pengguna/:penggunaId/sesi',
    { ...MANAGE, schema: { params: userParams } },
    async (request, reply) => {
      const { scope, instansi } = oneInstansi(request);
      const owner = { instansi, penggunaId: request.params.penggunaId };
      await database.withContext(scope, (transaction) => expelUser(transaction, accessOf(request).pelaku, owner));
      return reply.status(204).send();
    },
  );
}

/** A change concerns one instansi: the one that was named, or the user's own. */
function oneInstansi(request: FastifyRequest): {
  readonly scope: { readonly lingkup: 'instansi'; readonly instansi: number };
  readonly instansi: number;
} {
  const { instansi, pelaku } = accessOf(request);
  const one = instansi ?? pelaku.instansi;
  return { scope: { lingkup: 'instansi', instansi: one }, instansi: one };
}

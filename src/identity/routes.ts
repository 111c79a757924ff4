import type { FastifyRequest } from 'fastify';
import { recordEvent, type Server } from '#platform';
import { addAuditRoutes } from './audit-routes.ts';
import { instansiList, type Me, meAnswer, secondFactorRequest, signInAnswer, signInRequest } from './contract.ts';
import { readSessionCookie, writeSessionCookie } from './cookie.ts';
import { accessOf, type GuardOptions, isHttps } from './guard.ts';
import { seesAll } from './grants.ts';
import { listInstansi } from './instansi.ts';
import { rightsOf } from './roles.ts';
import { endSession, findSession, type Origin, type SignedIn } from './session.ts';
import { signIn, signInWithCode } from './sign-in.ts';
import { addOwnAccountRoutes, addUserRoutes } from './user-routes.ts';

/** Signing in and out, who one is, one's own account, users, and the audit trail. */
export function addIdentityRoutes(server: Server, options: GuardOptions): void {
  const { database, isFactorRequired } = options;
  const https = isHttps(options);

  server.post(
    '/api/masuk',
    { config: { tindakan: 'terbuka' }, schema: { body: signInRequest, response: { 200: signInAnswer } } },
    async (request, reply) => {
      const outcome = await signIn(database, request.body, originOf(request));
      if (outcome.jenis === 'tiket') return { keadaan: 'faktor-kedua' as const, tiket: outcome.token };
      await forgetSession(request);
      void reply.header('set-cookie', writeSessionCookie(outcome.token, https));
      return { keadaan: 'masuk' as const, saya: await describeToken(outcome.token) };
    },
  );

  server.post(
    '/api/masuk/faktor-kedua',
    { config: { tindakan: 'terbuka' }, schema: { body: secondFactorRequest, response: { 200: signInAnswer } } },
    async (request, reply) => {
      const token = await signInWithCode(database, request.body, originOf(request));
      await forgetSession(request);
      void reply.header('set-cookie', writeSessionCookie(token, https));
      return { keadaan: 'masuk' as const, saya: await describeToken(token) };
    },
  );

  server.post('/api/keluar', { config: { tindakan: 'terbuka' } }, async (request, reply) => {
    await forgetSession(request);
    await reply.status(204).header('set-cookie', writeSessionCookie('', https)).send();
  });

  server.get('/api/saya', { config: { tindakan: 'masuk' }, schema: { response: { 200: meAnswer } } }, async (request) =>
    describe(accessOf(request).pelaku),
  );

  server.get(
    '/api/instansi',
    { config: { tindakan: 'masuk' }, schema: { response: { 200: instansiList } } },
    async (request) => {
      const { pelaku } = accessOf(request);
      const list = await listInstansi(database);
      return seesAll(pelaku.role) ? [...list] : list.filter(({ instansi }) => instansi === pelaku.instansi);
    },
  );

  addOwnAccountRoutes(server, database);
  addUserRoutes(server, database);
  addAuditRoutes(server, database);

  /** Ends the session that a request came with, if any: leaving, or signing in anew in the same browser. */
  async function forgetSession(request: FastifyRequest): Promise<void> {
    const token = readSessionCookie(request.headers.cookie, https);
    const old = token === undefined ? undefined : await findSession(database, token, isFactorRequired);
    if (!old) return;
    await database.withContext({ lingkup: 'instansi', instansi: old.instansi }, async (transaction) => {
      await endSession(transaction, old, old.sesi);
      await recordEvent(transaction, {
        instansi: old.instansi,
        pelaku: old.penggunaId,
        tindakan: 'keluar',
        sasaran: 'sesi',
      });
    });
  }

  async function describeToken(token: string): Promise<Me> {
    const user = await findSession(database, token, isFactorRequired);
    if (!user) throw new Error('A session that was just opened is not there');
    return describe(user);
  }

  async function describe(user: SignedIn): Promise<Me> {
    const instansi = (await listInstansi(database)).find((each) => each.instansi === user.instansi);
    if (!instansi) throw new Error('A user of no instansi');
    const { penggunaId, nama, namaPengguna, faktorKedua, wajib } = user;
    return { penggunaId, nama, namaPengguna, peran: user.role, instansi, hak: rightsOf(user.role), faktorKedua, wajib };
  }
}

function originOf({ ip, headers }: FastifyRequest): Origin {
  return { alamat: ip, peramban: headers['user-agent'] ?? '' };
}

import type { FastifyRequest } from 'fastify';
import { recordEvent, type Server } from '#platform';
import { addAuditRoutes } from './audit-routes.ts';
import { instansiList, type Me, meAnswer } from './contract.ts';
import { readSessionCookie, writeSessionCookie } from './cookie.ts';
import { accessOf, isHttps } from './guard.ts';
import { seesAll } from './grants.ts';
import { listInstansi } from './instansi.ts';
import { addMailRoutes } from './mail/routes.ts';
import { rightsOf } from './roles.ts';
import { addOwnAccountRoutes } from './own-account-routes.ts';
import { endSession, findSession, type SignedIn } from './session.ts';
import { addSignInRoutes, type SignInOptions } from './sign-in-routes.ts';
import { addUserRoutes } from './user-routes.ts';
import { addViewRoutes } from './view-routes.ts';

/** Signing in and out, who one is, one's own account, users, and the audit trail. */
export function addIdentityRoutes(server: Server, options: SignInOptions): void {
  const { database, isFactorRequired } = options;
  const https = isHttps(options);

  addSignInRoutes(server, options, { forgetSession, describeToken });

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

  addOwnAccountRoutes(server, options);
  addUserRoutes(server, database);
  addViewRoutes(server, database);
  addAuditRoutes(server, database);
  addMailRoutes(server, database, options.pengirim);

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
    const { role: peran, sesi: _, ...own } = user;
    return { ...own, peran, instansi, hak: rightsOf(peran) };
  }
}

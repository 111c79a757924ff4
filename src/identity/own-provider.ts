import type { FastifyRequest } from 'fastify';
import { problem } from '#kernel/problem.ts';
import { RefusedRequest, type Server } from '#platform';
import { keepChallenge } from './challenge.ts';
import { confirmPasswordRequest, ownProvider, providerAddress } from './contract.ts';
import { writeVisitCookie } from './cookie.ts';
import { accessOf, type GuardOptions, isHttps } from './guard.ts';
import { isLinked, unlink } from './outside-identity.ts';
import { confirmPassword } from './own-account.ts';
import { inOwn, record } from './own-record.ts';
import type { Provider } from './provider.ts';

const OWN = { config: { tindakan: 'masuk' } } as const;

interface OwnProviderOptions extends GuardOptions {
  readonly provider: Provider | undefined;
  /** Where the provider sends back to, for the browser of a request. */
  readonly returnTo: (request: FastifyRequest) => string;
}

/** A user's own link to the provider outside: whether there is one, making it and taking it away. */
export function addOwnProviderRoutes(server: Server, options: OwnProviderOptions): void {
  const { database, provider, returnTo } = options;

  server.get('/api/saya/penyedia', { ...OWN, schema: { response: { 200: ownProvider } } }, async (request) => ({
    nama: provider?.nama ?? null,
    terhubung: await inOwn(database, accessOf(request).pelaku, (transaction) =>
      isLinked(transaction, accessOf(request).pelaku),
    ),
  }));

  // Who comes back is known by this challenge: the way back carries no session.
  server.post(
    '/api/saya/penyedia/hubungkan',
    { ...OWN, schema: { body: confirmPasswordRequest, response: { 200: providerAddress } } },
    async (request, reply) => {
      if (!provider) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
      const { pelaku } = accessOf(request);
      await confirmPassword(database, pelaku, request.body.sandi, request.ip);
      const { alamat, state, ...visit } = await provider.begin(returnTo(request)).catch(() => {
        throw new RefusedRequest(502, problem('PENYEDIA_TAK_TERJANGKAU'));
      });
      const { instansi, penggunaId } = pelaku;
      await keepChallenge(database, state, { ...visit, kembali: '/pengaturan', tautkan: { instansi, penggunaId } });
      void reply.header('set-cookie', writeVisitCookie(state, isHttps(options)));
      return { alamat };
    },
  );

  server.post(
    '/api/saya/penyedia/lepas',
    { ...OWN, schema: { body: confirmPasswordRequest } },
    async (request, reply) => {
      const { pelaku } = accessOf(request);
      await confirmPassword(database, pelaku, request.body.sandi, request.ip);
      await inOwn(database, pelaku, async (transaction) => {
        await unlink(transaction, pelaku);
        await record(transaction, pelaku, 'akun.lepas-penyedia');
      });
      return reply.status(204).send();
    },
  );
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { problem } from '#kernel/problem.ts';
import { RefusedRequest, type Server } from '#platform';
import { keepChallenge, takeChallenge } from './challenge.ts';
import {
  type LinkOutcome,
  type Me,
  passkeyOptions,
  passkeySignInRequest,
  prepareSignInRequest,
  type ProviderRefusal,
  returnPath,
  secondFactorRequest,
  signInAnswer,
  signInRequest,
  waysIn,
} from './contract.ts';
import { readVisitCookie, writeSessionCookie, writeVisitCookie } from './cookie.ts';
import { type GuardOptions, isHttps } from './guard.ts';
import { findLinkedUser, linkOwn, type OutsideIdentity } from './outside-identity.ts';
import { addOwnProviderRoutes } from './own-provider.ts';
import { preparePasskeySignIn, provePasskey, type Site } from './passkeys.ts';
import { createProvider, type Provider, type ProviderSettings, providerVisit } from './provider.ts';
import type { Origin, SessionOwner } from './session.ts';
import { finishSignIn, signIn, signInLinked, signInWithCode } from './sign-in.ts';

interface Hooks {
  /** Ends the session that a request came with, if any. */
  forgetSession(request: FastifyRequest): Promise<void>;
  describeToken(token: string): Promise<Me>;
}

export interface SignInOptions extends GuardOptions {
  /** A provider of identities outside; without one, nobody hears of it. */
  readonly penyedia?: ProviderSettings | undefined;
  /** From whom mails come; undefined where no mail server is set. */
  readonly pengirim?: string | undefined;
}

const OPEN = { config: { tindakan: 'terbuka' } } as const;

/** The ways in: password with a second factor, a passkey, a provider outside. */
export function addSignInRoutes(server: Server, options: SignInOptions, hooks: Hooks): void {
  const { database, publicOrigin } = options;
  const https = isHttps(options);
  const provider = options.penyedia && createProvider(options.penyedia);

  addOwnProviderRoutes(server, {
    ...options,
    provider,
    returnTo: (request) => `${siteOf(request, publicOrigin).origin}${RETURN}`,
  });

  async function open(request: FastifyRequest, reply: FastifyReply, token: string) {
    await hooks.forgetSession(request);
    void reply.header('set-cookie', writeSessionCookie(token, https));
    return { keadaan: 'masuk' as const, saya: await hooks.describeToken(token) };
  }

  server.get('/api/masuk/cara', { ...OPEN, schema: { response: { 200: waysIn } } }, async () => ({
    penyedia: provider ? { nama: provider.nama } : null,
  }));

  server.post(
    '/api/masuk',
    { ...OPEN, schema: { body: signInRequest, response: { 200: signInAnswer } } },
    async (request, reply) => {
      const outcome = await signIn(database, request.body, originOf(request));
      if (outcome.jenis === 'sesi') return open(request, reply, outcome.token);
      return { keadaan: 'faktor-kedua' as const, tiket: outcome.token, kunciSandi: outcome.kunciSandi };
    },
  );

  server.post(
    '/api/masuk/faktor-kedua',
    { ...OPEN, schema: { body: secondFactorRequest, response: { 200: signInAnswer } } },
    async (request, reply) => open(request, reply, await signInWithCode(database, request.body, originOf(request))),
  );

  server.post(
    '/api/masuk/kunci-sandi/siapkan',
    { ...OPEN, schema: { body: prepareSignInRequest, response: { 200: passkeyOptions } } },
    async (request) => ({
      ...(await preparePasskeySignIn(database, request.body.tiket, siteOf(request, publicOrigin))),
    }),
  );

  server.post(
    '/api/masuk/kunci-sandi',
    { ...OPEN, schema: { body: passkeySignInRequest, response: { 200: signInAnswer } } },
    async (request, reply) => {
      const user = await provePasskey(database, request.body, siteOf(request, publicOrigin));
      // With a ticket the password was counted, and is now known to have been right.
      const counted = request.body.tiket === undefined ? undefined : user.namaPengguna;
      return open(request, reply, await finishSignIn(database, user, originOf(request), counted));
    },
  );

  server.get(
    '/api/masuk/penyedia',
    { ...OPEN, schema: { querystring: z.object({ kembali: returnPath.optional().catch(undefined) }) } },
    async (request, reply) => {
      const { origin } = siteOf(request, publicOrigin);
      try {
        const { alamat, state, ...visit } = await known(provider).begin(`${origin}${RETURN}`);
        await keepChallenge(database, state, { ...visit, kembali: request.query.kembali ?? '/' });
        return await reply.header('set-cookie', writeVisitCookie(state, https)).redirect(alamat);
      } catch (error) {
        if (error instanceof RefusedRequest) throw error;
        return reply.redirect(refusedAt('tak-terjangkau'));
      }
    },
  );

  // A page of the provider sends the browser here, so it carries no session; the state's cookie tells that it left from here.
  server.get(RETURN, OPEN, async (request, reply) => {
    const site = siteOf(request, publicOrigin);
    const outcome = await comeBack(known(provider), request, site);
    void reply.header('set-cookie', writeVisitCookie('', https));
    if (typeof outcome === 'string') return reply.redirect(refusedAt(outcome));
    if ('tautan' in outcome) return reply.redirect(`/pengaturan?penyedia=${outcome.tautan}`);
    const { jenis, token } = outcome.masuk;
    // Behind the #, so that the ticket reaches the page and no log.
    if (jenis === 'tiket')
      return reply.redirect(`/masuk?kembali=${encodeURIComponent(outcome.kembali)}#tiket=${token}`);
    await hooks.forgetSession(request);
    void reply.header('set-cookie', writeSessionCookie(token, https));
    return reply.redirect(outcome.kembali);
  });

  async function linkOutcome(owner: SessionOwner, identity: OutsideIdentity | ProviderRefusal): Promise<LinkOutcome> {
    if (typeof identity !== 'string') return (await linkOwn(database, owner, identity)) ? 'terhubung' : 'dipakai';
    return identity === 'dibatalkan' ? 'dibatalkan' : 'tidak-sah';
  }

  async function comeBack(from: Provider, request: FastifyRequest, { origin }: Site) {
    const state = readVisitCookie(request.headers.cookie, https);
    const visit = state === undefined ? undefined : await takeChallenge(database, state, providerVisit);
    if (state === undefined || visit === undefined) return 'tidak-sah' as const;
    const identity = await from.finish(new URL(request.url, origin), state, visit);
    if (visit.tautkan) return { tautan: await linkOutcome(visit.tautkan, identity) };
    if (typeof identity === 'string') return identity;
    const user = await findLinkedUser(database, identity);
    const masuk = user && (await signInLinked(database, user, originOf(request)));
    if (!masuk) return 'tak-terhubung' as const;
    return { kembali: visit.kembali, masuk };
  }
}

const RETURN = '/api/masuk/penyedia/kembali';

function refusedAt(refusal: ProviderRefusal): string {
  return `/masuk?gagal=${refusal}`;
}

function known(provider: Provider | undefined): Provider {
  if (!provider) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
  return provider;
}

/** The portal's address as the browser of a request knows it. */
export function siteOf({ protocol, host }: FastifyRequest, publicOrigin: string | undefined): Site {
  return { origin: publicOrigin ?? `${protocol}://${host}` };
}

function originOf({ ip, headers }: FastifyRequest): Origin {
  return { alamat: ip, peramban: headers['user-agent'] ?? '' };
}

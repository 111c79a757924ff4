import type { FastifyRequest } from 'fastify';
import { problem } from '#kernel/problem.ts';
import { type Database, RefusedRequest, type Scope, type Server } from '#platform';
import { readSessionCookie } from './cookie.ts';
import { type Action, ACTIONS, isAllowed, reachOf } from './roles.ts';
import { findSession, type SignedIn } from './session.ts';

/** What a route declares: its action, or that everybody (`terbuka`) or everybody signed in (`masuk`) may ask it. */
export type RouteAction = Action | 'terbuka' | 'masuk';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may ask this route; a route without it cannot be added. */
    tindakan?: RouteAction;
    /** A request that is sent by POST and changes no row of anybody's: it may reach what reading reaches. */
    membaca?: true;
  }
}

export interface GuardOptions {
  readonly database: Database;
  /** Whether powerful roles must have a second factor before they may do anything. */
  readonly isFactorRequired: boolean;
  /** The portal's address as browsers know it, such as `https://portal.example.go.id`; undefined while it is tried on one machine. */
  readonly publicOrigin?: string | undefined;
}

/** What the guard found out about a request that it let pass. */
export interface Access {
  readonly pelaku: SignedIn;
  /** For `withContext`: what the request may touch. */
  readonly scope: Scope;
  /** The instansi that was asked for; undefined where all are read. */
  readonly instansi: number | undefined;
}

/** A route as it was added. */
export interface RouteDeclaration {
  readonly method: string;
  readonly url: string;
  readonly tindakan: RouteAction;
}

const declarations = new WeakMap<object, RouteDeclaration[]>();

/** Every route of a server that has the guard, in the order in which they were added. */
export function listRoutes(server: Server): readonly RouteDeclaration[] {
  return declarations.get(server) ?? [];
}

const accesses = new WeakMap<FastifyRequest, Access>();

/** Who asks, and whose rows the request may touch. Throws in a route that is open to everybody. */
export function accessOf(request: FastifyRequest): Access {
  const access = accesses.get(request);
  if (!access) throw new Error(`${request.routeOptions.url ?? 'This route'} is open: nobody is known there`);
  return access;
}

/**
 * Puts itself in front of every route that is added after it: session -> user -> instansi -> scope, and a refusal before the body
 * is read. Another instansi's things are answered as things that do not exist.
 */
export function addGuard(server: Server, options: GuardOptions): void {
  const declared: RouteDeclaration[] = [];
  declarations.set(server, declared);
  server.addHook('onRoute', ({ method, url, config }) => {
    const tindakan = config?.tindakan;
    if (tindakan === undefined || !isRouteAction(tindakan))
      throw new Error(`${String(method)} ${url} does not declare who may ask it (config.tindakan)`);
    for (const each of [method].flat()) declared.push({ method: each, url, tindakan });
  });
  server.addHook('onRequest', async (request) => {
    if (!SAFE_METHODS.has(request.method)) refuseForeignPages(request, options.publicOrigin);
    const { tindakan } = request.routeOptions.config;
    if (request.is404 || tindakan === 'terbuka') return;
    const token = readSessionCookie(request.headers.cookie, isHttps(options));
    const pelaku =
      token === undefined
        ? undefined
        : await findSession(options.database, token, options.isFactorRequired, isByPerson(request));
    if (!pelaku) throw new RefusedRequest(401, problem('BELUM_MASUK'));
    if (tindakan === undefined) throw new Error('A route without declaration was reached');
    const access = tindakan === 'masuk' ? accessToSelf(pelaku) : accessTo(request, pelaku, tindakan);
    if (access.instansi !== undefined && access.instansi !== pelaku.instansi)
      await refuseUnknownInstansi(options.database, access.instansi);
    accesses.set(request, access);
  });
}

/** Pages say of what they read while nobody moved a hand for a while: such a question does not keep a session alive. */
const isByPerson = ({ headers }: FastifyRequest): boolean => headers['x-tanpa-orang'] === undefined;

/** Whether browsers reach the portal by HTTPS. */
export function isHttps({ publicOrigin }: Pick<GuardOptions, 'publicOrigin'>): boolean {
  return publicOrigin?.startsWith('https:') === true;
}

async function refuseUnknownInstansi(database: Database, instansi: number): Promise<void> {
  const found = await database.withContext({ lingkup: 'acuan' }, (transaction) =>
    transaction.query('SELECT 1 FROM identity.instansi WHERE instansi_id = $1', [instansi]),
  );
  if (found.length === 0) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
}

function isRouteAction(text: string): text is RouteAction {
  return text === 'terbuka' || text === 'masuk' || ACTIONS.some((action) => action === text);
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * What changes something is done only for the portal's own pages: browsers say where a request comes from, and pages cannot
 * change that. Programs that are no browsers say nothing, and carry no cookie that was not given to them.
 */
function refuseForeignPages({ headers, host, protocol }: FastifyRequest, publicOrigin: string | undefined): void {
  const site = headers['sec-fetch-site'];
  const own = publicOrigin ?? `${protocol}://${host}`;
  const isForeign =
    (site !== undefined && site !== 'same-origin') || (headers.origin !== undefined && headers.origin !== own);
  if (isForeign) throw new RefusedRequest(403, problem('ASAL_LAIN'));
}

function accessToSelf(pelaku: SignedIn): Access {
  return { pelaku, scope: { lingkup: 'instansi', instansi: pelaku.instansi }, instansi: pelaku.instansi };
}

function accessTo(request: FastifyRequest, pelaku: SignedIn, action: Action): Access {
  if (pelaku.wajib === 'ganti-sandi') throw new RefusedRequest(403, problem('SANDI_HARUS_DIGANTI'));
  if (pelaku.wajib === 'faktor-kedua') throw new RefusedRequest(403, problem('FAKTOR_KEDUA_HARUS_DIPASANG'));
  const reach = reachOf(pelaku.role, action);
  if (reach === undefined) throw new RefusedRequest(403, problem('TIDAK_BERHAK'));
  const asked = instansiOf(request);
  // Reading may reach all; a change is made in one instansi, the user's own where none is named.
  const isReading = SAFE_METHODS.has(request.method) || request.routeOptions.config.membaca === true;
  if (asked === undefined && reach === 'semua' && isReading)
    return { pelaku, scope: { lingkup: 'provinsi' }, instansi: undefined };
  const instansi = asked ?? pelaku.instansi;
  const target = { instansi, isSelf: pelaku.orang !== null && paramOf(request, 'orang') === pelaku.orang };
  if (!isAllowed(pelaku, action, target)) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
  return { pelaku, scope: { lingkup: 'instansi', instansi }, instansi };
}

/** The instansi in the address, `:instansi` or `?instansi=`; undefined where none is named. */
function instansiOf(request: FastifyRequest): number | undefined {
  const query = (request.query as Readonly<Record<string, unknown>>)['instansi'];
  const param = paramOf(request, 'instansi');
  if (param !== undefined && query !== undefined && param !== query)
    throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
  const text = param ?? query;
  if (text === undefined) return undefined;
  if (typeof text !== 'string' || !/^[1-9]\d{0,3}$/.test(text))
    throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
  return Number(text);
}

function paramOf(request: FastifyRequest, name: string): string | undefined {
  return (request.params as Readonly<Record<string, string>>)[name];
}

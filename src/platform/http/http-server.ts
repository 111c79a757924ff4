import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { describeProblem, type Problem, problem, type ProblemCode } from '#kernel/problem.ts';
import { DatabaseOutage, isDiskFull, undoneProblem } from '../database/outage.ts';
import { RefusedRequest } from './refused-request.ts';
import { type Server, serializeWithZod, validateWithZod } from './zod-schemas.ts';

/** What a refused request is answered with. */
export interface ErrorAnswer {
  readonly kode: ProblemCode;
  /** What is wrong and what to do, in one Indonesian sentence. */
  readonly pesan: string;
  /** Finds the request in the log; people read it to those who help them. */
  readonly rujukan: string;
}

/** Told of faults that nobody expected; the answer to the browser holds the reference only. */
export type ReportFault = (rujukan: string, error: unknown) => void;

export interface HttpOptions {
  /** Addresses of the proxies that may say for whom they ask. */
  readonly trustProxy?: readonly string[] | false;
}

/** Everything the browser loads comes from the portal itself; nobody may frame it or keep its answers. */
const HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

/** A request that has not come whole by then is let go; one that sends a byte a second would hold its line for good. */
const REQUEST_MS = 30_000;
const HEAD_MS = 20_000;
/** How often lines are looked at. */
const LOOK_MS = 10_000;

/** After which a browser asks again while the database starts. */
const RECOVERY_SECONDS = 5;
/** After which what collided with another change may be tried again. */
const COLLISION_SECONDS = 1;

/** An HTTP server without routes; every refusal and fault leaves it as an `ErrorAnswer`, never with a stack or SQL. */
export function createHttpServer(reportFault: ReportFault, { trustProxy = false }: HttpOptions = {}): Server {
  const server: Server = Fastify({
    trustProxy: trustProxy === false ? false : [...trustProxy],
    logger: false,
    genReqId: () => randomBytes(5).toString('hex'),
    bodyLimit: 1024 * 1024,
    // Addresses that lead to no route at all, before any hook: the library would quote them in its own words.
    frameworkErrors: (error, request, reply) => {
      reply.raw.writeHead(statusOf(error), { ...HEADERS, 'content-type': 'application/json; charset=utf-8' });
      reply.raw.end(JSON.stringify(answer(problem('PERMINTAAN_SALAH'), request.id)));
    },
    requestTimeout: REQUEST_MS,
    // Told to Node itself besides: where its patience with heads is longer than that with requests, it takes the one for the other.
    http: { headersTimeout: HEAD_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: LOOK_MS },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  server.setValidatorCompiler(validateWithZod);
  server.setSerializerCompiler(serializeWithZod);
  // A form of another site can send text without asking first; JSON it cannot.
  server.removeContentTypeParser('text/plain');
  server.addHook('onSend', async (request, reply, payload) => {
    for (const [name, value] of Object.entries(HEADERS)) if (!reply.hasHeader(name)) void reply.header(name, value);
    if (request.protocol === 'https') void reply.header('strict-transport-security', 'max-age=31536000');
    return compress(request, reply, payload);
  });
  server.setNotFoundHandler(async (request, reply) => {
    await reply.status(404).send(answer(problem('ALAMAT_TIDAK_ADA'), request.id));
  });
  server.setErrorHandler(async (error, request, reply) => {
    if (error instanceof RefusedRequest) {
      if (error.retryAfter !== undefined) void reply.header('retry-after', error.retryAfter);
      await reply.status(error.status).send(answer(error.problem, request.id));
      return;
    }
    const status = statusOf(error);
    if (status >= 400 && status < 500) {
      await reply.status(status).send(answer(problem('PERMINTAAN_SALAH'), request.id));
      return;
    }
    reportFault(request.id, error);
    if (error instanceof DatabaseOutage) {
      const again = reply.status(503).header('retry-after', RECOVERY_SECONDS);
      await again.send(answer(problem('SEDANG_DIPULIHKAN'), request.id));
      return;
    }
    const undone = undoneProblem(error);
    if (undone) {
      const again = reply.status(503).header('retry-after', COLLISION_SECONDS);
      await again.send(answer(undone, request.id));
      return;
    }
    if (isDiskFull(error)) {
      await reply.status(507).send(answer(problem('PORTAL_PENUH'), request.id));
      return;
    }
    await reply.status(500).send(answer(problem('KESALAHAN_PORTAL'), request.id));
  });
  return server;
}

/** Below this a compressed answer is hardly smaller. */
const WORTH_COMPRESSING = 1_400;
const gzipAsync = promisify(gzip);

/** Lists of people compress to a tenth, which is what a slow line at a district office feels. Bytes and streams go as they are. */
async function compress({ headers }: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (typeof payload !== 'string' || payload.length < WORTH_COMPRESSING || reply.hasHeader('content-encoding'))
    return payload;
  void reply.header('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(String(headers['accept-encoding']))) return payload;
  void reply.header('content-encoding', 'gzip').removeHeader('content-length');
  return gzipAsync(payload);
}

function answer(reason: Problem, rujukan: string): ErrorAnswer {
  return { kode: reason.code, pesan: describeProblem(reason), rujukan };
}

/** Status that the HTTP library gave to a request it could not read (too large, not JSON). */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}

import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { describeProblem, type Problem, problem, type ProblemCode } from '#kernel/problem.ts';

/** What a refused request is answered with. */
export interface ErrorAnswer {
  readonly kode: ProblemCode;
  /** What is wrong and what to do, in one Indonesian sentence. */
  readonly pesan: string;
  /** Finds the request in the log; people read it to those who help them. */
  readonly rujukan: string;
}

/** Thrown by a route to refuse a request with a sentence. */
export class RefusedRequest extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, reason: Problem) {
    super(describeProblem(reason));
    this.name = 'RefusedRequest';
    this.status = status;
    this.problem = reason;
  }
}

/** Told of faults that nobody expected; the answer to the browser holds the reference only. */
export type ReportFault = (rujukan: string, error: unknown) => void;

/** Everything the browser loads comes from the portal itself; nobody may frame it or keep its answers. */
const HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

/** An HTTP server without routes; every refusal and fault leaves it as an `ErrorAnswer`, never with a stack or SQL. */
export function createHttpServer(reportFault: ReportFault): FastifyInstance {
  const server = Fastify({
    logger: false,
    genReqId: () => randomBytes(5).toString('hex'),
    bodyLimit: 1024 * 1024,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  server.addHook('onSend', async (_, reply) => {
    reply.headers(HEADERS);
  });
  server.setNotFoundHandler(async (request, reply) => {
    await reply.status(404).send(answer(problem('ALAMAT_TIDAK_ADA'), request.id));
  });
  server.setErrorHandler(async (error, request, reply) => {
    if (error instanceof RefusedRequest) {
      await reply.status(error.status).send(answer(error.problem, request.id));
      return;
    }
    const status = statusOf(error);
    if (status >= 400 && status < 500) {
      await reply.status(status).send(answer(problem('PERMINTAAN_SALAH'), request.id));
      return;
    }
    reportFault(request.id, error);
    await reply.status(500).send(answer(problem('KESALAHAN_PORTAL'), request.id));
  });
  return server;
}

function answer(reason: Problem, rujukan: string): ErrorAnswer {
  return { kode: reason.code, pesan: describeProblem(reason), rujukan };
}

/** Status that the HTTP library gave to a request it could not read (too large, not JSON). */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}

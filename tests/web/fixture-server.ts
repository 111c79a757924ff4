import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { deliveryRoutes } from './fixture-deliveries.ts';
import { decisionRoutes } from './fixture-decisions.ts';
import { FINDING_ROUTES } from './fixture-findings.ts';
import { identityRoutes } from './fixture-identity.ts';
import { listRoutes } from './fixture-lists.ts';
import { Refused } from './fixture-routes.ts';
import { SCHEDULE_ROUTES } from './fixture-schedule.ts';

/** Answers the contracts from memory, every answer checked against its contract; serves the built application beside them. */
export interface FixtureServer {
  readonly address: string;
  /** Breaks the line after this many more pieces of an upload. */
  breakUploadAfter(pieces: number): void;
  stop(): Promise<void>;
}

export async function startFixtureServer(dist: string): Promise<FixtureServer> {
  const identity = identityRoutes();
  const intake = deliveryRoutes();
  const routes = [
    ...identity.routes,
    ...FINDING_ROUTES,
    ...decisionRoutes(),
    ...listRoutes(),
    ...intake.routes,
    ...SCHEDULE_ROUTES,
  ];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://portal');
    if (!url.pathname.startsWith('/api/')) return serveFile(dist, url.pathname, response);
    const path = url.pathname.slice(5);
    const [, name = ''] = /pengguna=(\w+)/.exec(request.headers.cookie ?? '') ?? [];
    const me = name === '' ? undefined : identity.meBy(name);
    const bytes = await buffer(request);
    const isJson = request.headers['content-type'] === 'application/json';
    try {
      const route = routes.find(([method, pattern]) => method === request.method && pattern.test(path));
      if (route === undefined) throw new Refused(404, 'Alamat ini tidak ada.');
      if (me === undefined && !path.startsWith('masuk')) throw new Refused(401, 'Masuk dahulu.');
      const [, , schema, give] = route;
      const given = give({
        me,
        query: url.searchParams,
        body: isJson ? (JSON.parse(bytes.toString() || '{}') as Record<string, unknown>) : {},
        bytes: bytes.length,
        parts: path.split('/').map(decodeURIComponent),
        offset: Number(request.headers['unggah-letak'] ?? 0),
        cookie: (value) => response.setHeader('set-cookie', `pengguna=${value}; Path=/; HttpOnly; SameSite=Strict`),
      });
      if (schema === undefined) return void response.writeHead(204).end();
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(schema.parse(given)));
    } catch (error) {
      if (error instanceof Refused && error.status === 599) return void request.socket.destroy();
      const status = error instanceof Refused ? error.status : 500;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ kode: 'UJI', pesan: error instanceof Error ? error.message : '', rujukan: 'a1b2c3' }),
      );
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no address');
  return {
    address: `http://127.0.0.1:${bound.port}`,
    breakUploadAfter: intake.breakUploadAfter,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
/** As the portal sends it, so that a page that breaks it fails here. */
const POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

function serveFile(dist: string, path: string, response: ServerResponse): void {
  const wanted = join(dist, normalize(path));
  const isThere = extname(path) !== '' && existsSync(wanted);
  const file = isThere ? wanted : join(dist, 'index.html');
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
  });
  createReadStream(file).pipe(response);
}

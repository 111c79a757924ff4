import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Server } from './zod-schemas.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** One file of the browser application, as it is sent. */
interface Asset {
  readonly type: string;
  readonly tag: string;
  /** Its name holds a hash of what it is, so it never changes. */
  readonly isLasting: boolean;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

/**
 * Serves the built browser application of `folder`; says whether there is one. Its files are read once, here, so that no address
 * can reach another file of the disk. Addresses of its pages are answered with `index.html`; what begins with `/api/` never is.
 */
export function addWebApp(server: Server, folder: string): boolean {
  if (!existsSync(join(folder, 'index.html'))) return false;
  const assets = readAssets(folder);
  const page = assets.get('/index.html');
  server.get('/*', { config: { tindakan: 'terbuka' } }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const isPage = !path.startsWith('/api/') && extname(path) === '';
    const asset = assets.get(path) ?? (isPage ? page : undefined);
    if (!asset) return reply.callNotFound();
    void reply
      .type(asset.type)
      .header('etag', asset.tag)
      .header('vary', 'accept-encoding')
      .header('cache-control', asset.isLasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (request.headers['if-none-match'] === asset.tag) return reply.status(304).send();
    const accepted = request.headers['accept-encoding'] ?? '';
    if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(asset.brotli);
    if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(asset.gzip);
    return reply.send(asset.plain);
  });
  return true;
}

function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile() && TYPES[extname(name)] !== undefined);
  return new Map(
    files.map((name) => {
      const path = `/${name.replaceAll('\\', '/')}`;
      const plain = readFileSync(join(folder, name));
      return [
        path,
        {
          type: TYPES[extname(name)] ?? '',
          tag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
          isLasting: path.startsWith('/assets/'),
          plain,
          gzip: gzipSync(plain),
          brotli: brotliCompressSync(plain),
        },
      ];
    }),
  );
}

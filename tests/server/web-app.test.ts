import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addApiDocs, addWebApp, createHttpServer } from '#platform';

const PAGE = '<!doctype html><title>Portal</title>';
const SCRIPT = `export const x = ${JSON.stringify('a'.repeat(5000))};`;

describe('the built browser application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-web-'));
  const server = createHttpServer(() => undefined);
  beforeAll(() => {
    writeFileSync(join(folder, '..', 'di-luar.txt'), 'rahasia');
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), PAGE);
    writeFileSync(join(folder, 'assets', 'utama-Ab12.js'), SCRIPT);
    addApiDocs(server, '1.2.3');
    server.post(
      '/api/uji/:id',
      {
        config: { tindakan: 'terbuka' },
        schema: { body: z.object({ nama: z.string().min(3) }), response: { 200: z.object({ n: z.number() }) } },
      },
      async () => ({ n: 1 }),
    );
    server.get('/api/panjang', { config: { tindakan: 'terbuka' } }, async () => ({ isi: 'b'.repeat(5000) }));
    expect(addWebApp(server, folder)).toBe(true);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
    rmSync(join(folder, '..', 'di-luar.txt'));
  });

  it.each(['/', '/selisih', '/orang/6410/12?dari=cari'])(
    'answers the page %s with its start, never kept',
    async (url) => {
      const reply = await server.inject(url);
      expect({ status: reply.statusCode, body: reply.body }).toEqual({ status: 200, body: PAGE });
      expect(reply.headers['cache-control']).toBe('no-cache');
      expect(reply.headers['content-security-policy']).toContain("default-src 'self'");
    },
  );

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
    ['identity', (bytes: Buffer) => bytes],
  ])('sends what never changes once, as %s', async (encoding, read) => {
    const url = '/assets/utama-Ab12.js';
    const reply = await server.inject({ url, headers: { 'accept-encoding': encoding } });
    expect(read(reply.rawPayload).toString()).toBe(SCRIPT);
    expect(reply.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    const again = await server.inject({ url, headers: { 'if-none-match': String(reply.headers.etag) } });
    expect({ status: again.statusCode, length: again.rawPayload.length }).toEqual({ status: 304, length: 0 });
  });

  it.each(['/assets/tidak-ada.js', '/api/tidak-ada', '/../di-luar.txt', '/..%2fdi-luar.txt', '/%2e%2e/di-luar.txt'])(
    'has nothing at %s',
    async (url) => {
      const reply = await server.inject(url);
      expect({ status: reply.statusCode, kode: reply.json<{ kode: string }>().kode }).toEqual({
        status: 404,
        kode: 'ALAMAT_TIDAK_ADA',
      });
    },
  );

  it('compresses long answers of the API, and keeps none', async () => {
    const reply = await server.inject({ url: '/api/panjang', headers: { 'accept-encoding': 'gzip' } });
    expect(JSON.parse(gunzipSync(reply.rawPayload).toString())).toEqual({ isi: 'b'.repeat(5000) });
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  it('describes the API by the schemas that check it', async () => {
    const { openapi, paths } = (await server.inject('/api/docs/openapi.json')).json<{
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    }>();
    expect(openapi).toBe('3.1.0');
    expect(paths['/api/uji/{id}']?.['post']).toMatchObject({
      parameters: [{ name: 'id', in: 'path', required: true }],
      requestBody: {
        content: { 'application/json': { schema: { properties: { nama: { type: 'string', minLength: 3 } } } } },
      },
      responses: { 200: { content: { 'application/json': { schema: { required: ['n'] } } } } },
    });
    expect((await server.inject('/api/docs')).body).toContain('/api/uji/{id}');
  });
});

it('is left out where it was not built', () => {
  expect(
    addWebApp(
      createHttpServer(() => undefined),
      '/tidak-ada',
    ),
  ).toBe(false);
});

import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { problem } from '#kernel/problem.ts';
import { addHealth, createHttpServer, freePort, openDatabase, RefusedRequest } from '#platform';

describe('answers of the HTTP server', () => {
  const faults: unknown[] = [];
  const server = createHttpServer((_, error) => faults.push(error));
  server.get('/rusak', () => {
    throw new Error('SELECT rahasia FROM orang');
  });
  server.get('/tolak', () => {
    throw new RefusedRequest(403, problem('ALAMAT_TIDAK_ADA'));
  });
  server.post('/isi', async () => 'ok');
  afterEach(() => {
    faults.length = 0;
  });

  it.each([
    ['an unknown address', { url: '/entah' }, 404, 'ALAMAT_TIDAK_ADA', 0],
    ['a refused request', { url: '/tolak' }, 403, 'ALAMAT_TIDAK_ADA', 0],
    ['a fault of ours', { url: '/rusak' }, 500, 'KESALAHAN_PORTAL', 1],
    [
      'a body that is not JSON',
      { url: '/isi', method: 'POST', payload: '{', headers: { 'content-type': 'application/json' } },
      400,
      'PERMINTAAN_SALAH',
      0,
    ],
    [
      'a body that is too large',
      { url: '/isi', method: 'POST', payload: { a: 'x'.repeat(2_000_000) } },
      413,
      'PERMINTAAN_SALAH',
      0,
    ],
  ] as const)(
    'to %s hold a code, a sentence and a reference, and nothing of the inside',
    async (_, request, status, kode, reported) => {
      const reply = await server.inject(request);
      expect(reply.statusCode).toBe(status);
      const body = reply.json<Record<string, string>>();
      expect(Object.keys(body)).toEqual(['kode', 'pesan', 'rujukan']);
      expect(body).toMatchObject({ kode, rujukan: expect.stringMatching(/^[0-9a-f]{10}$/) });
      expect(reply.body).not.toMatch(/SELECT|stack|node_modules/);
      expect(faults).toHaveLength(reported);
    },
  );

  it('may not be framed, guessed at or kept', async () => {
    const { headers } = await server.inject('/entah');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('are 503 while the database does not answer', async () => {
    const database = openDatabase(`postgres://x:x@127.0.0.1:${await freePort()}/x`);
    const lonely = createHttpServer(() => undefined);
    addHealth(lonely, database, tmpdir());
    lonely.get('/orang', async () => database.withContext({ lingkup: 'acuan' }, async () => 'x'));
    const reply = await lonely.inject('/healthz');
    expect(reply.statusCode).toBe(503);
    expect(reply.json()).toMatchObject({ keadaan: 'terganggu', basisData: 'tidak menjawab' });
    const asked = await lonely.inject('/orang');
    expect(asked.statusCode).toBe(503);
    expect(asked.headers['retry-after']).toBe('5');
    expect(asked.json()).toMatchObject({ kode: 'SEDANG_DIPULIHKAN' });
    await database.close();
  });
});

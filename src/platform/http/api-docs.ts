import { z } from 'zod';
import type { Server } from './zod-schemas.ts';

interface Operation {
  readonly method: string;
  readonly url: string;
  readonly tindakan: string;
  readonly schema: Readonly<Partial<Record<'body' | 'querystring' | 'params', unknown>>> & {
    readonly response?: Readonly<Record<string, unknown>>;
  };
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Describes every API route that is added after it, from the same schemas that check requests: OpenAPI 3.1 at
 * `/api/docs/openapi.json`, and a page to read at `/api/docs`.
 */
export function addApiDocs(server: Server, version: string): void {
  const operations: Operation[] = [];
  server.addHook('onRoute', ({ method, url, schema = {}, config }) => {
    if (!url.startsWith('/api/')) return;
    for (const each of [method].flat().filter((name) => name !== 'HEAD')) {
      operations.push({ method: each, url, tindakan: config?.tindakan ?? '', schema: schema as Operation['schema'] });
    }
  });
  server.get('/api/docs/openapi.json', { config: { tindakan: 'masuk' } }, async () => describeApi(operations, version));
  server.get('/api/docs', { config: { tindakan: 'masuk' } }, async (_, reply) =>
    reply.type('text/html; charset=utf-8').send(pageOf(describeApi(operations, version))),
  );
}

interface Described {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

function describeApi(operations: readonly Operation[], version: string): Described & Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const path = operation.url.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[operation.method.toLowerCase()] = describeOperation(operation, path);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Portal Pelayanan Kepegawaian', version },
    paths,
    components: {
      securitySchemes: { sesi: { type: 'apiKey', in: 'cookie', name: 'sesi' } },
      schemas: {
        Penolakan: schemaOf(z.object({ kode: z.string(), pesan: z.string(), rujukan: z.string() }), 'output'),
      },
    },
  };
}

function describeOperation({ method, url, tindakan, schema }: Operation, path: string): Json {
  const answers = Object.entries(schema.response ?? {}).map(([status, answer]): [string, Json] => [
    status,
    { description: 'Jawaban', ...contentOf(answer, 'output') },
  ]);
  return {
    operationId: `${method.toLowerCase()}${path.replace(/[^a-zA-Z]+(\w?)/g, (_, next: string) => next.toUpperCase())}`,
    tags: [url.split('/')[2] ?? ''],
    summary: tindakan,
    security: tindakan === 'terbuka' ? [] : [{ sesi: [] }],
    parameters: [...parametersOf(pathSchema(url, schema.params), 'path'), ...parametersOf(schema.querystring, 'query')],
    ...(schema.body === undefined ? {} : { requestBody: { required: true, ...contentOf(schema.body, 'input') } }),
    responses: {
      ...(answers.length > 0 ? Object.fromEntries(answers) : { 204: { description: 'Tanpa isi' } }),
      default: {
        description: 'Penolakan',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Penolakan' } } },
      },
    },
  };
}

/** Parameters of the path, also where the route has no schema for them. */
function pathSchema(url: string, params: unknown): z.ZodType {
  if (params instanceof z.ZodType) return params;
  return z.object(Object.fromEntries([...url.matchAll(/:(\w+)/g)].map((match) => [match[1] ?? '', z.string()])));
}

function parametersOf(schema: unknown, place: 'path' | 'query'): readonly Json[] {
  if (!(schema instanceof z.ZodType)) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    readonly properties?: Json;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: each,
  }));
}

function contentOf(schema: unknown, io: 'input' | 'output'): Json {
  if (!(schema instanceof z.ZodType)) return {};
  return { content: { 'application/json': { schema: schemaOf(schema, io) } } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const described = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  // OpenAPI 3.1 names the dialect once, for the whole document.
  return Object.fromEntries(Object.entries(described).filter(([name]) => name !== '$schema' && name !== '~standard'));
}

/** A page without scripts: each route, opened to see what it takes and answers. */
function pageOf({ paths }: Described): string {
  const parts = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) =>
        `<details><summary><b>${escape(method.toUpperCase())}</b> ${escape(path)} <small>${escape(String(operation['summary']))}</small></summary><pre>${escape(JSON.stringify(operation, undefined, 2))}</pre></details>`,
    ),
  );
  return `<!doctype html><html lang="id"><meta charset="utf-8"><title>API Portal Kepegawaian</title>
<h1>API Portal Kepegawaian</h1><p>Bentuk untuk mesin: <a href="/api/docs/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
${parts.join('\n')}</html>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

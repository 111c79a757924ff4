import type { Browser } from '../support/portal-http.ts';

/** A JSON schema, as far as the suites read it. */
export interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly anyOf?: readonly Shape[];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
}

/** One thing that the portal can be asked, as its own description of the API has it: a new route is attacked without a line here. */
export interface Operation {
  readonly method: Parameters<Browser['ask']>[0];
  /** With `{name}` where a value goes. */
  readonly path: string;
  readonly key: string;
  /** The action that the route declares. */
  readonly tindakan: string;
  readonly parameters: readonly Parameter[];
  readonly body: Shape | undefined;
  /** Whether its answers are described: those that are not hand out files. */
  readonly isJson: boolean;
}

interface Described {
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Shape }>> };
  readonly responses: Readonly<Record<string, { readonly content?: unknown }>>;
}

export async function readOperations(browser: Browser): Promise<readonly Operation[]> {
  const { body } = await browser.ask('GET', '/api/docs/openapi.json');
  const { paths } = body as { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary, parameters, requestBody, responses }]) => ({
      method: method.toUpperCase() as Operation['method'],
      path,
      key: `${method.toUpperCase()} ${path}`,
      tindakan: summary,
      parameters,
      body: requestBody?.content['application/json']?.schema,
      isJson: responses['200']?.content !== undefined || responses['204'] !== undefined,
    })),
  );
}

/** The address of an operation with these values; a parameter of the query without one is left out. */
export function addressOf({ path, parameters }: Operation, values: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams();
  for (const { name, in: place } of parameters) {
    const value = values[name];
    if (place === 'query' && value !== undefined) query.set(name, value);
  }
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? '0'));
  return query.size > 0 ? `${address}?${query.toString()}` : address;
}

/** A body that the schema accepts, with `values` where a property bears such a name. */
export function bodyOf(shape: Shape, values: Readonly<Record<string, unknown>> = {}, name = ''): unknown {
  if (name in values) return values[name];
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.anyOf?.[0]) return bodyOf(shape.anyOf[0], values, name);
  if (shape.type === 'object' || shape.properties)
    return Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([key, each]) => [key, bodyOf(each, values, key)]),
    );
  if (shape.type === 'array') return shape.items ? [bodyOf(shape.items, values, name)] : [];
  if (shape.type === 'boolean') return true;
  if (shape.type === 'integer' || shape.type === 'number') return 5;
  if (shape.format === 'date') return '2025-10-01';
  if (shape.format === 'email') return 'uji@contoh.go.id';
  if (shape.format === 'uuid') return '00000000-0000-4000-8000-000000000000';
  if (shape.pattern === '^\\d{6}$') return '123456';
  return 'x'.repeat(Math.max(shape.minLength ?? 1, 12));
}

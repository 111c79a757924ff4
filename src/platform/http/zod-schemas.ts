import type {
  FastifyInstance,
  FastifySchemaCompiler,
  FastifyTypeProvider,
  RawServerDefault,
  FastifyBaseLogger,
} from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { problem } from '#kernel/problem.ts';
import { RefusedRequest } from './refused-request.ts';

/** Types of a route's body, query, parameters and answer from its zod schemas. */
interface ZodTypes extends FastifyTypeProvider {
  validator: this['schema'] extends z.ZodType ? z.output<this['schema']> : unknown;
  serializer: this['schema'] extends z.ZodType ? z.input<this['schema']> : unknown;
}

/** The HTTP server as rooms add routes to it. */
export type Server = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypes>;

/** What a route was sent is refused with the field and the reason; a body may hold no field that its schema does not name. */
export const validateWithZod: FastifySchemaCompiler<unknown> = ({ schema, httpPart }) => {
  const known = schemaOf(schema);
  const exact = httpPart === 'body' && known instanceof z.ZodObject ? known.strict() : known;
  return (data) => {
    const outcome = exact.safeParse(data, { reportInput: true });
    if (outcome.success && isStorable(outcome.data)) return { value: outcome.data };
    if (outcome.success) return { error: new RefusedRequest(400, UNSTORABLE) };
    return { error: new RefusedRequest(400, refusalOf(outcome.error.issues[0])) };
  };
};

/** An answer leaves with the fields of its schema only. Throws where it lacks one: a fault of ours. */
export const serializeWithZod = ({ schema }: { schema: unknown }): ((data: unknown) => string) => {
  const known = schemaOf(schema);
  return (data) => JSON.stringify(known.parse(data));
};

function schemaOf(schema: unknown): z.ZodType {
  if (schema instanceof z.ZodType) return schema;
  throw new Error('Routes are described by zod schemas');
}

const UNSTORABLE = problem('ISIAN_SALAH', { isian: 'permintaan', sebab: 'memuat tanda yang bukan huruf' });

/** Whether every text in a value is one that the database can hold: no NUL, no half of a pair of surrogates. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, each]) => isStorable(name) && isStorable(each));
}

type Issue = z.core.$ZodIssue;

function refusalOf(issue: Issue | undefined) {
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const isian = [...(issue?.path ?? []), ...keys.slice(0, 1)].map(String).join('.').slice(0, 80);
  return problem('ISIAN_SALAH', { isian: isian === '' ? 'permintaan' : isian, sebab: reasonOf(issue) });
}

/** Why a value was refused; it never quotes the value. */
function reasonOf(issue: Issue | undefined): string {
  const otherwise = 'tidak berbentuk seperti yang diminta';
  if (issue?.code === 'too_small') return `harus paling sedikit ${issue.minimum}${unitOf(issue.origin)}`;
  if (issue?.code === 'too_big') return `harus paling banyak ${issue.maximum}${unitOf(issue.origin)}`;
  if (issue?.code === 'unrecognized_keys') return 'tidak dikenal';
  if (issue?.code === 'invalid_value') return `harus salah satu dari: ${issue.values.slice(0, 20).join(', ')}`;
  return issue?.code === 'invalid_type' && issue.input === undefined ? 'harus diisi' : otherwise;
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' huruf';
  return origin === 'array' ? ' butir' : '';
}

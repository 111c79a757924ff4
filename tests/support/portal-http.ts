import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase, type Server } from '#platform';
import { SAMPLE_PASSWORD } from '#identity';
import { composePortal } from '../../src/app/server.ts';
import { readSettings } from '../../src/app/settings.ts';
import type { TestServer } from './portal-database.ts';

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  // Tests say what they expect of it.
  readonly body: unknown;
}

/** Sends requests with the cookie of one browser. */
export interface Browser {
  readonly cookie: string;
  ask(method: Method, url: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Reply>;
}

/** The whole portal with its sample accounts on a database of its own, asked without a port. */
export interface TestPortal {
  readonly url: string;
  /** Where its deliveries lie. */
  readonly files: string;
  readonly database: Database;
  readonly server: Server;
  /** Faults that the portal reported; a test expects none. */
  readonly faults: readonly string[];
  /** A browser in which nobody is signed in, or with the given cookie. */
  browse(cookie?: string): Browser;
  signIn(namaPengguna: string, sandi?: string): Promise<Browser>;
  close(): Promise<void>;
}

/**
 * `prepare` sees the server before it is closed to further hooks; `env` is the environment that its settings are read from; `reach`
 * gives the address by which the portal itself reaches its database.
 */
export async function openTestPortal(
  postgres: TestServer,
  prepare: (server: Server) => void = () => undefined,
  env: Readonly<Record<string, string>> = {},
  reach: (url: string) => string = (url) => url,
): Promise<TestPortal> {
  const url = await postgres.createPortalDatabase();
  const database = openDatabase(reach(url));
  const said: string[] = [];
  const files = mkdtempSync(join(tmpdir(), 'portal-berkas-'));
  const say = (line: string): void => void said.push(line);
  const server = await composePortal({ ...readSettings(env), database, folder: tmpdir(), files, say });
  prepare(server);
  await server.ready();
  said.length = 0;
  const browse = (cookie = ''): Browser => ({
    cookie,
    ask: async (method, path, body, headers = {}) => {
      const reply = await server.inject({
        method,
        url: path,
        headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
        ...(body ? { payload: body } : {}),
      });
      return { status: reply.statusCode, headers: reply.headers, text: reply.body, body: parse(reply.body) };
    },
  });
  return {
    url,
    files,
    database,
    server,
    faults: said,
    browse,
    signIn: async (namaPengguna, sandi = SAMPLE_PASSWORD) => {
      const reply = await browse().ask('POST', '/api/masuk', { namaPengguna, sandi });
      if (reply.status !== 200) throw new Error(`${namaPengguna}: ${reply.text}`);
      return browse(String(reply.headers['set-cookie']).split(';')[0]);
    },
    close: async () => {
      await server.close();
      await database.close();
      rmSync(files, { recursive: true, force: true });
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

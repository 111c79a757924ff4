import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { SampleChoice } from './sample-run.ts';

/**
 * What the test files of one run share. The main process makes a thing when it is first asked for and ends it with the run
 * (`share.ts`), so that whoever runs one folder waits for nothing else.
 */
export type Shared =
  /** Servers of this machine: `ServerPlace`. */
  | { readonly jenis: 'mariadb' }
  | { readonly jenis: 'postgres' }
  /** The portal's own PostgreSQL: address of its superuser. */
  | { readonly jenis: 'portal' }
  /** The browser application, built into `web/dist`: that folder. */
  | { readonly jenis: 'web' }
  /** A folder of sample deliveries. Nobody changes a file in it. */
  | { readonly jenis: 'contoh'; readonly pilihan: SampleChoice }
  /** Such a folder with the engine's answer to it: `SampleRun`. */
  | { readonly jenis: 'hasil'; readonly pilihan: SampleChoice };

/** Asks for a shared thing; throws with what went wrong in making it. */
export async function askShared<T>(thing: Shared): Promise<T> {
  const address = process.env.UJI_BERSAMA;
  if (address === undefined) throw new Error('Only a test run shares things');
  const reply = await post(address, JSON.stringify(thing));
  const answer = await text(reply);
  if (reply.statusCode !== 200) throw new Error(answer);
  return JSON.parse(answer) as T;
}

/** Not `fetch`, which gives up after five minutes: large samples take longer. */
async function post(address: string, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(address, { method: 'POST' }, resolve).once('error', reject).end(body);
  });
}

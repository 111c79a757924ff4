import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '..', '..', 'src');

/**
 * Files that may open a connection, and to where. None of these addresses comes from a user of the portal: an administrator writes the
 * provider's and the database's into the environment, and live databases are named on the command line by whoever runs it.
 */
const MAY_CONNECT: Readonly<Record<string, string>> = {
  'identity/throttle.ts': 'nobody: it tells kinds of addresses apart',
  'identity/provider.ts': "the operator's provider of identities",
  'platform/mail/smtp-mailer.ts': "the operator's mail server",
  'platform/database/database.ts': "the portal's database",
  'platform/database/migrate.ts': "the portal's database",
  'platform/database/databases.ts': 'the embedded server',
  'platform/database/claim.ts': 'the embedded server',
  'platform/database/embedded-server.ts': 'the embedded server, and a free port of the loopback address',
  'app/sample/date-back.ts': 'the embedded database of a portal on trial',
  'app/find-port.ts': 'a free port of this machine',
};
const LIVE = /^formats\/live\//;

/** What opens connections: modules of the platform and of packages, and `fetch`. */
const OPENERS = [
  /\bfrom '(?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns\/promises)'/,
  /\bimport\('(?:node:)?(?:http|https|http2|net|tls|dgram|dns)'\)/,
  /\bfrom '(?:pg|mysql2[^']*|tedious|undici|openid-client|nodemailer)'/,
  /\bimport\('(?:mysql2[^']*|tedious|undici|nodemailer)'\)/,
  /(?<![.\w])fetch\(/,
  /\bnew (?:WebSocket|EventSource)\(/,
];

/** Lines that only name types open nothing. */
const withoutTypes = (text: string): string => text.replaceAll(/^import type [^;]*;/gm, '');

export function openersIn(files: Iterable<readonly [name: string, text: string]>): readonly string[] {
  return [...files]
    .filter(([, text]) => OPENERS.some((opener) => opener.test(withoutTypes(text))))
    .map(([name]) => name)
    .toSorted();
}

describe('connections to elsewhere (W8)', () => {
  const names = globSync('**/*.ts', { cwd: src, exclude: ['**/*.test.ts', '**/testing/**'] });
  const opening = openersIn(names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(src, name), 'utf8')]));

  it('are opened by few files only, to addresses that no user of the portal gives', () => {
    expect(opening.filter((name) => !(name in MAY_CONNECT) && !LIVE.test(name))).toEqual([]);
    // What is listed and opens none would hide one that begins to.
    expect(Object.keys(MAY_CONNECT).filter((name) => !opening.includes(name))).toEqual([]);
  });

  it.each([
    ["import { get } from 'node:https';", true],
    ['const reply = await fetch(address);', true],
    ["const { createConnection } = await import('mysql2/promise');", true],
    ["import type { Socket } from 'node:net';", false],
    ['const reply = await cache.fetch(address);', false],
  ])('are found: %s', (line, isFound) => expect(openersIn([['a.ts', line]])).toEqual(isFound ? ['a.ts'] : []));
});

import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import {
  type Address,
  hasPassword,
  isAddress,
  parseAddress,
  passwordVariable,
  rememberPassword,
  splitTablePath,
} from '#formats';
import { type Problem, problem } from '#kernel/problem.ts';
import type { Terminal } from './terminal.ts';

/** Environment variable with the path of the file of passwords. */
const FILE_VARIABLE = 'BERKAS_SANDI';

/**
 * Finds the passwords of all addresses among the given files: in an environment variable of the account's name, in the
 * file of passwords, else by asking. They go into memory only. Answers what is wrong with an address or the file.
 */
export async function givePasswords(
  files: readonly (string | undefined)[],
  terminal: Pick<Terminal, 'askSecret'>,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Problem | undefined> {
  for (const text of files) {
    if (text === undefined || !isAddress(text)) continue;
    const address = parseAddress(splitTablePath(text).berkas);
    if (!address.ok) return address.error;
    if (hasPassword(address.value)) continue;
    const found = await findPassword(address.value, terminal, environment);
    if (typeof found === 'object') return found;
    if (found !== undefined) rememberPassword(address.value, found);
  }
  return undefined;
}

async function findPassword(
  address: Address,
  terminal: Pick<Terminal, 'askSecret'>,
  environment: NodeJS.ProcessEnv,
): Promise<string | Problem | undefined> {
  const given = environment[passwordVariable(address)];
  if (given !== undefined && given !== '') return given;
  const file = environment[FILE_VARIABLE];
  const listed = file === undefined || file === '' ? undefined : readPasswordFile(file, address);
  return listed ?? (await terminal.askSecret(`Kata sandi ${address.akun}@${address.host}:${address.port}`));
}

/** The password in the line of the account, "akun@server:port sandi"; the file must be closed to others. */
function readPasswordFile(path: string, { akun, host, port }: Address): string | Problem | undefined {
  const berkas = basename(path);
  let text: string;
  try {
    // Windows keeps no such bits.
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
      return problem('SANDI_BERKAS_TERBUKA', { berkas });
    }
    text = readFileSync(path, 'utf8');
  } catch {
    return problem('SANDI_BERKAS_TIDAK_ADA', { berkas, variabel: FILE_VARIABLE });
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const match = /^(.+)@(\S+):(\d+) (.+)$/.exec(line);
    if (!match) return problem('SANDI_BERKAS_SALAH', { berkas, baris: index + 1 });
    if (match[1] === akun && match[2]?.toLowerCase() === host && Number(match[3]) === port) return match[4];
  }
  return undefined;
}

/** A text of the command line as it may be repeated: what stands between a colon and the last @ is taken out. */
export function withoutPassword(text: string): string {
  return text.replace(/(:\/\/[^:@/]*):.*@/s, '$1:***@');
}

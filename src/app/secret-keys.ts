import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecretBox, KEY_BYTES, type SecretBox } from '#identity';
import { problem, RefusedFile } from '#kernel/problem.ts';

/** Where keys come from: the environment, else a file beside the deliveries, which is not in the database nor in its backups. */
export interface KeySource {
  /** Of `PORTAL_KUNCI`: keys in base64, the newest first. */
  readonly kunci: string | undefined;
  readonly files: string;
}

const fileIn = (folder: string): string => join(folder, 'kunci-rahasia');

/** The box of the portal's secrets; a key is made where there is none yet. Throws `RefusedFile` where the keys cannot be meant. */
export function openSecretBox(source: KeySource): SecretBox {
  if (source.kunci === undefined && !existsSync(fileIn(source.files)))
    writeKeys(source.files, [randomBytes(KEY_BYTES)]);
  return createSecretBox(() => readKeys(source));
}

/**
 * A new key in front of the file. The one before stays until the next time, for a portal that still runs with it. With keys of the
 * environment nothing is done: there the operator puts the new one in front.
 */
export function renewKey(source: KeySource): void {
  if (source.kunci !== undefined || !existsSync(fileIn(source.files))) return;
  writeKeys(source.files, [randomBytes(KEY_BYTES), ...readKeys(source).slice(0, 1)]);
}

function readKeys({ kunci, files }: KeySource): readonly Buffer[] {
  const lines = kunci === undefined ? readFileSync(fileIn(files), 'utf8').split('\n') : kunci.split(',');
  const keys = lines.flatMap((line) => (line.trim() === '' ? [] : [Buffer.from(line.trim(), 'base64')]));
  if (keys.length === 0 || keys.some(({ length }) => length !== KEY_BYTES))
    throw new RefusedFile(
      problem('SETELAN_SALAH', {
        nama: kunci === undefined ? fileIn(files) : 'PORTAL_KUNCI',
        bentuk: `kunci ${KEY_BYTES} byte dalam base64, yang terbaru lebih dulu; buat dengan: openssl rand -base64 ${KEY_BYTES}`,
      }),
    );
  return keys;
}

/** Whole or not at all: a lost key costs everybody the second factor. */
function writeKeys(files: string, keys: readonly Buffer[]): void {
  mkdirSync(files, { recursive: true });
  const making = `${fileIn(files)}.baru`;
  writeFileSync(making, `${keys.map((key) => key.toString('base64')).join('\n')}\n`, { mode: 0o600 });
  renameSync(making, fileIn(files));
}

import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  createReadStream,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

/** Whole files by what they hold, kept untouched: a port behind which a folder or an object store lies. */
export interface ObjectStore {
  /**
   * Takes a finished file in by its SHA-256. It stays where it was as well, for what stands on it may not be written yet: whoever handed it
   * in lets it go. One that is there already stays.
   */
  put(path: string, sidikJari: string): void;
  /** Where a stored file can be read. */
  get(sidikJari: string): string;
  /** Bytes of a stored file; undefined where it is not there. */
  stat(sidikJari: string): number | undefined;
  /** Lets a stored file go; one that is not there is no fault. */
  remove(sidikJari: string): void;
}

export function openObjectFolder(folder: string): ObjectStore {
  const pathOf = (sidikJari: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sidikJari)) throw new Error('An object is named by its SHA-256');
    return join(folder, sidikJari.slice(0, 2), sidikJari);
  };
  return {
    put: (path, sidikJari) => {
      const target = pathOf(sidikJari);
      if (existsSync(target)) return;
      const below = join(folder, sidikJari.slice(0, 2));
      mkdirSync(below, { recursive: true });
      addName(path, target);
      syncFolder(below);
    },
    get: pathOf,
    stat: (sidikJari) => statSync(pathOf(sidikJari), { throwIfNoEntry: false })?.size,
    remove: (sidikJari) => rmSync(pathOf(sidikJari), { force: true }),
  };
}

/** A second name for the file; on a disk that has no such thing a copy, which has its name once it is whole. */
function addName(path: string, target: string): void {
  try {
    linkSync(path, target);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!['EPERM', 'EXDEV', 'ENOTSUP', 'EOPNOTSUPP'].includes(code)) throw error;
    copyFileSync(path, `${target}.baru`);
    renameSync(`${target}.baru`, target);
  }
}

/** A name is on the disk once its folder is. */
function syncFolder(folder: string): void {
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** SHA-256 of a file, in hexadecimal. */
export async function fingerprintFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer);
  return hash.digest('hex');
}

import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { SLOTS } from '#mapping';

/** Raised when records, or what reading makes of a cell, are no longer what they were. */
const FORM = 1;

const [DATA, BYTES, QUARANTINE, MARK] = ['isi.json', 'isi.bin', 'karantina.csv', 'tanda.txt'] as const;

const markOf = (key: string, bytes: number): string => `${key} ${bytes}`;

/** Where a piece of shared memory lies in the file of bytes: `size` of its `length` bytes from `at` on, the rest is zero. */
interface Piece {
  readonly at: number;
  readonly size: number;
  readonly length: number;
}

/** What was read holds for one state of BKN's file, of the reference tables and of the catalogue of fields. */
export function keyOfReading(bkn: string, acuan: string | undefined): string {
  const stateOf = (path: string): unknown[] => {
    const { size, mtimeMs } = statSync(path);
    return [path, size, mtimeMs];
  };
  const slots = SLOTS.map(({ field, kind, int, text, dictionary }) => [field, kind, int, text, dictionary]);
  const all = [FORM, stateOf(bkn), acuan === undefined ? null : stateOf(acuan), slots];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

/**
 * Keeps what was read of BKN's file, with the quarantined rows beside it: plain data as JSON, shared memory as bytes. Nothing half
 * written is ever found again.
 */
export function keepReading(folder: string, key: string, reading: unknown, quarantine: string): void {
  const making = `${folder}.baru`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const file = openSync(join(making, BYTES), 'w');
  let end = 0;
  const put = (shared: SharedArrayBuffer): Piece => {
    const bytes = Buffer.from(shared);
    const size = usedBytes(bytes);
    for (let at = 0; at < size; ) at += writeSync(file, bytes, at, size - at);
    const piece = { at: end, size, length: bytes.length };
    end += size;
    return piece;
  };
  try {
    const text = JSON.stringify(reading, (_, value: unknown) =>
      value instanceof SharedArrayBuffer ? { dibagi: put(value) } : value,
    );
    writeFileSync(join(making, DATA), text);
    writeFileSync(join(making, MARK), markOf(key, end));
  } finally {
    closeSync(file);
  }
  copyFileSync(quarantine, join(making, QUARANTINE));
  rmSync(folder, { recursive: true, force: true });
  renameSync(making, folder);
}

/** What `keepReading` kept under this key, its quarantined rows written to `quarantine`; undefined where it is another or none. */
export function takeReading(folder: string, key: string, quarantine: string): unknown {
  if (!existsSync(join(folder, MARK))) return undefined;
  const mark = markOf(key, statSync(join(folder, BYTES)).size);
  if (readFileSync(join(folder, MARK), 'utf8') !== mark) return undefined;
  const file = openSync(join(folder, BYTES), 'r');
  try {
    copyFileSync(join(folder, QUARANTINE), quarantine);
    return JSON.parse(readFileSync(join(folder, DATA), 'utf8'), (_, value: unknown) =>
      isPlace(value) ? take(file, value.dibagi) : value,
    );
  } finally {
    closeSync(file);
  }
}

const isPlace = (value: unknown): value is { readonly dibagi: Piece } =>
  typeof value === 'object' && value !== null && 'dibagi' in value;

function take(file: number, { at, size, length }: Piece): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(length);
  const bytes = Buffer.from(shared);
  for (let done = 0; done < size; ) {
    const read = readSync(file, bytes, done, size - done, at + done);
    if (read === 0) throw new Error('What was kept of the reading is cut');
    done += read;
  }
  return shared;
}

/** Bytes before the zeros at the end: the last segment of records is hardly ever full. */
function usedBytes(bytes: Buffer): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return end;
}

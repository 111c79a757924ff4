import { statfsSync } from 'node:fs';

/** Below this the portal still reads, but takes no more files. */
const KEPT_FREE = 1024 ** 3;

/** Bytes that the disk of a folder still takes. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Whether a disk with so many bytes free takes a file of a size, and what is made out of it. Pure. */
export function isRoomy(sisaByte: number, besarByte = 0): boolean {
  // The parts as they arrive, what is laid out of them, and the rows in the database.
  return sisaByte - 3 * besarByte >= KEPT_FREE;
}

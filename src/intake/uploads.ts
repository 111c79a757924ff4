import {
  closeSync,
  copyFileSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { formatIsoDate } from '#kernel/local-date.ts';
import { problem } from '#kernel/problem.ts';
import { dayInWib, formatWholeDay } from '#kernel/wib.ts';
import {
  addJob,
  type Database,
  fingerprintFile,
  type ObjectStore,
  recordEvent,
  RefusedRequest,
  type Transaction,
} from '#platform';
import type { DeliveryRow } from './contract.ts';
import { findSameFile, moveDelivery, type StoredDelivery, takeDelivery } from './deliveries.ts';

/** Where deliveries lie. */
export interface DeliveryFiles {
  readonly objects: ObjectStore;
  /** Folder of files that are still arriving, and of what is made out of whole ones. */
  readonly folder: string;
}

/** The most that a delivery may hold; the readers' own limits hold beyond it. */
const MOST_BYTES = 2 * 1024 ** 3;

export interface NewUpload {
  readonly instansi: number;
  readonly namaBerkas: string;
  readonly besarByte: number;
  readonly sidikJari: string | undefined;
  readonly per: string | undefined;
  /** Id and name of the user. */
  readonly oleh: string;
  readonly pengirim: string;
}

export interface Upload {
  readonly kiriman: string;
  readonly diterimaByte: number;
  readonly keadaan: DeliveryRow['keadaan'];
}

/** Opens an upload, or finds the one of the same file that stopped half way. Refuses a file that was processed already. */
export async function openUpload(transaction: Transaction, upload: NewUpload): Promise<Upload> {
  const { instansi, namaBerkas, besarByte, sidikJari, oleh } = upload;
  if (besarByte > MOST_BYTES)
    throw new RefusedRequest(413, problem('UNGGAH_TERLALU_BESAR', { batas: MOST_BYTES / 1024 ** 2 }));
  if (sidikJari !== undefined) refuseSame(await findSameFile(transaction, instansi, sidikJari));
  const open = await transaction.query<Upload>(
    `SELECT kiriman_id AS kiriman, diterima_byte::float8 AS "diterimaByte", keadaan FROM intake.kiriman
     WHERE instansi_id = $1 AND keadaan = 'mengunggah' AND nama_berkas = $2 AND besar_byte = $3
       AND sidik_diumumkan IS NOT DISTINCT FROM decode($4, 'hex') ORDER BY diterima_pada DESC LIMIT 1`,
    [instansi, namaBerkas, besarByte, sidikJari ?? null],
  );
  if (open[0]) return open[0];
  const made = await transaction.query<Upload>(
    `INSERT INTO intake.kiriman (instansi_id, nama_berkas, besar_byte, keadaan, pengirim, sidik_diumumkan, per)
     VALUES ($1, $2, $3, 'mengunggah', $4, decode($5, 'hex'), coalesce($6::date, (now() AT TIME ZONE 'Asia/Jakarta')::date))
     RETURNING kiriman_id AS kiriman, diterima_byte::float8 AS "diterimaByte", keadaan`,
    [instansi, namaBerkas, besarByte, upload.pengirim, sidikJari ?? null, upload.per ?? null],
  );
  const [row] = made;
  if (!row) throw new Error('An upload was not opened');
  await recordEvent(transaction, {
    instansi,
    pelaku: oleh,
    tindakan: 'kiriman.kirim',
    sasaran: `kiriman/${row.kiriman}`,
  });
  return row;
}

function refuseSame(same: StoredDelivery | undefined): void {
  if (!same) return;
  const tanggal = formatWholeDay(formatIsoDate(dayInWib(new Date(same.diterimaPada))));
  throw new RefusedRequest(409, problem('KIRIMAN_SUDAH_ADA', { tanggal }));
}

/** A file of this machine as a delivery that arrived whole; it waits to be checked. Returns its id. */
export async function addWholeDelivery(
  database: Database,
  files: DeliveryFiles,
  { path, ...upload }: Omit<NewUpload, 'besarByte' | 'sidikJari'> & { readonly path: string },
): Promise<string> {
  const { instansi } = upload;
  const sidikJari = await fingerprintFile(path);
  const besarByte = statSync(path).size;
  const scope = { lingkup: 'instansi', instansi } as const;
  const { kiriman } = await database.withContext(scope, (transaction) =>
    openUpload(transaction, { ...upload, besarByte, sidikJari }),
  );
  const partial = partialPath(files, kiriman);
  mkdirSync(dirname(partial), { recursive: true });
  copyFileSync(path, partial);
  files.objects.put(partial, sidikJari);
  rmSync(partial, { force: true });
  await database.withContext(scope, async (transaction) => {
    await transaction.query(
      `UPDATE intake.kiriman SET sidik_jari = decode($3, 'hex'), diterima_byte = besar_byte
       WHERE instansi_id = $1 AND kiriman_id = $2`,
      [instansi, kiriman, sidikJari],
    );
    await moveDelivery(transaction, { instansi, kiriman }, 'lengkap');
  });
  return kiriman;
}

export interface UploadPart {
  readonly instansi: number;
  readonly kiriman: string;
  /** Where in the file the part begins. */
  readonly letak: number;
  readonly isi: Readable;
  readonly oleh: string;
}

/** Uploads of which a part is arriving in this process: a second one would write into the same file. */
const arriving = new Set<string>();

/**
 * Takes a part of a file in. What is answered as received lies on the disk; whatever of a part came before it broke off counts as
 * well. The last part makes the delivery whole and asks for its check.
 */
export async function receivePart(database: Database, files: DeliveryFiles, part: UploadPart): Promise<Upload> {
  const { instansi, kiriman, letak } = part;
  const scope = { lingkup: 'instansi', instansi } as const;
  if (arriving.has(kiriman)) throw new RefusedRequest(409, problem('UNGGAH_LETAK', { letak }));
  arriving.add(kiriman);
  try {
    const upload = await database.withContext(scope, (transaction) => takeDelivery(transaction, instansi, kiriman));
    if (upload.keadaan !== 'mengunggah') {
      const { keadaan, besarByte } = upload;
      if (letak === besarByte) return { kiriman, diterimaByte: besarByte, keadaan };
      throw new RefusedRequest(409, problem('KIRIMAN_KEADAAN', { keadaan, tindakan: 'diunggah' }));
    }
    if (letak !== upload.diterimaByte)
      throw new RefusedRequest(409, problem('UNGGAH_LETAK', { letak: upload.diterimaByte }));
    const path = partialPath(files, kiriman);
    const end = await writePart(path, part, upload.besarByte);
    await database.withContext(scope, (transaction) =>
      transaction.query('UPDATE intake.kiriman SET diterima_byte = $3 WHERE instansi_id = $1 AND kiriman_id = $2', [
        instansi,
        kiriman,
        end,
      ]),
    );
    if (end < upload.besarByte) return { kiriman, diterimaByte: end, keadaan: 'mengunggah' };
    return await finishUpload(database, files, part, upload);
  } finally {
    arriving.delete(kiriman);
  }
}

/** Where the parts of an upload that is not whole lie. */
export const partialPath = ({ folder }: DeliveryFiles, kiriman: string): string => join(folder, 'unggah', kiriman);

/** Writes the bytes behind `letak` and waits for the disk; returns where the file now ends. */
async function writePart(path: string, { letak, isi }: UploadPart, besarByte: number): Promise<number> {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, letak === 0 ? 'w' : 'r+');
  let end = letak;
  try {
    // Bytes that were never confirmed are written anew.
    ftruncateSync(file, letak);
    for await (const piece of isi) {
      const bytes = piece as Buffer;
      if (end + bytes.length > besarByte) throw new RefusedRequest(413, problem('UNGGAH_LEBIH', { besar: besarByte }));
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, end + at);
      end += bytes.length;
    }
  } catch (error) {
    // A sender who went away: what came is kept, and the rest is sent later.
    if (error instanceof RefusedRequest || !isi.destroyed) throw error;
  } finally {
    fsyncSync(file);
    closeSync(file);
  }
  return end;
}

async function finishUpload(
  database: Database,
  files: DeliveryFiles,
  { instansi, kiriman, oleh }: UploadPart,
  { besarByte }: StoredDelivery,
): Promise<Upload> {
  const path = partialPath(files, kiriman);
  const sidikJari = await fingerprintFile(path);
  const scope = { lingkup: 'instansi', instansi } as const;
  const refusal = await database.withContext(scope, async (transaction) => {
    const announced = await transaction.query<{ sidik: string | null }>(
      "SELECT encode(sidik_diumumkan, 'hex') AS sidik FROM intake.kiriman WHERE instansi_id = $1 AND kiriman_id = $2",
      [instansi, kiriman],
    );
    const isOther = announced[0]?.sidik !== null && announced[0]?.sidik !== sidikJari;
    const refused = isOther
      ? new RefusedRequest(409, problem('UNGGAH_SIDIK'))
      : await sameFileRefusal(transaction, instansi, sidikJari);
    if (refused) {
      await moveDelivery(transaction, { instansi, kiriman }, 'batal', { pesan: refused.message });
      return refused;
    }
    files.objects.put(path, sidikJari);
    await transaction.query(
      `UPDATE intake.kiriman SET sidik_jari = decode($3, 'hex') WHERE instansi_id = $1 AND kiriman_id = $2`,
      [instansi, kiriman, sidikJari],
    );
    await moveDelivery(transaction, { instansi, kiriman }, 'lengkap');
    await addJob(transaction, { instansi, jenis: 'periksa', sasaran: kiriman, oleh });
    return undefined;
  });
  rmSync(path, { force: true });
  if (refusal) throw refusal;
  return { kiriman, diterimaByte: besarByte, keadaan: 'diterima' };
}

async function sameFileRefusal(
  transaction: Transaction,
  instansi: number,
  sidikJari: string,
): Promise<RefusedRequest | undefined> {
  try {
    refuseSame(await findSameFile(transaction, instansi, sidikJari));
    return undefined;
  } catch (error) {
    if (error instanceof RefusedRequest) return error;
    throw error;
  }
}

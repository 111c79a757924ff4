import type { Database, Transaction } from '../database/database.ts';

/** Work that outlives a request. One table for all kinds; who works on a job holds a lease of it. */
export interface NewJob {
  readonly instansi: number;
  readonly jenis: string;
  /** What it is done to, by its id. */
  readonly sasaran: string;
  /** The user who asked for it. */
  readonly oleh: string;
  readonly masukan?: Readonly<Record<string, unknown>>;
}

export const JOB_STATES = ['antre', 'berjalan', 'selesai', 'gagal', 'dibatalkan'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** How far a job is, as people see it. */
export interface JobView {
  readonly pekerjaan: string;
  readonly jenis: string;
  readonly keadaan: JobState;
  readonly tahap: string;
  readonly selesai: number;
  readonly dari: number;
  readonly pesan: string | null;
}

/** A job in the hands of one worker. */
export interface ClaimedJob extends NewJob {
  readonly pekerjaan: string;
  readonly masukan: Readonly<Record<string, unknown>>;
  /** Rises each time the job is taken: whoever holds an older number has lost it. */
  readonly percobaan: number;
  /** Of those, the ones that the machine broke, such as by a full disk; 0 where it is not said. */
  readonly dimaafkan?: number;
}

/** A worker that did not renew its lease found out that somebody else has the job now. */
export class LostJob extends Error {}

/** How long a job is kept for a worker that is not heard of. */
const LEASE = "interval '45 seconds'";
/** A job that broke this often is put aside. */
export const MOST_TRIES = 3;

/** Asks for a job in the transaction of what it follows from. */
export async function addJob(transaction: Transaction, job: NewJob): Promise<string> {
  const rows = await transaction.query<{ id: string }>(
    `INSERT INTO platform.pekerjaan (instansi_id, jenis, sasaran, diminta_oleh, masukan)
     VALUES ($1, $2, $3, $4, $5) RETURNING pekerjaan_id AS id`,
    [job.instansi, job.jenis, job.sasaran, job.oleh, JSON.stringify(job.masukan ?? {})],
  );
  return rows[0]?.id ?? '';
}

/** The newest job of each thing. */
export async function findJobs(
  transaction: Transaction,
  instansi: number,
  sasaran: readonly string[],
): Promise<ReadonlyMap<string, JobView>> {
  const rows = await transaction.query<JobView & { sasaran: string }>(
    `SELECT DISTINCT ON (sasaran) sasaran, pekerjaan_id AS pekerjaan, jenis, keadaan, tahap, selesai, dari, pesan
     FROM platform.pekerjaan WHERE instansi_id = $1 AND sasaran = ANY ($2::uuid[])
     ORDER BY sasaran, nomor DESC`,
    [instansi, sasaran],
  );
  return new Map(rows.map(({ sasaran: id, ...job }) => [id, job]));
}

/**
 * Asks the worker of a thing's open job to stop. `berhenti` when nobody had begun: then it is over; `diminta` when its worker will say
 * how it ended; undefined where there was no open job.
 */
export async function cancelJobs(
  transaction: Transaction,
  instansi: number,
  sasaran: string,
): Promise<'berhenti' | 'diminta' | undefined> {
  const rows = await transaction.query<{ keadaan: JobState }>(
    `UPDATE platform.pekerjaan SET batal_diminta = true,
       keadaan = CASE keadaan WHEN 'antre' THEN 'dibatalkan' ELSE keadaan END,
       berakhir_pada = CASE keadaan WHEN 'antre' THEN now() END
     WHERE instansi_id = $1 AND sasaran = $2 AND keadaan IN ('antre', 'berjalan') RETURNING keadaan`,
    [instansi, sasaran],
  );
  if (rows.length === 0) return undefined;
  return rows.some(({ keadaan }) => keadaan === 'berjalan') ? 'diminta' : 'berhenti';
}

/**
 * SQL: whether a worker is still heard of. A lease that ends much later than any that is given was given before the clock was set back;
 * it would hold its job until the clock has caught up.
 */
export const IS_LEASED = "(sewa_sampai BETWEEN now() AND now() + interval '10 minutes')";
const FREE = `(keadaan = 'antre' OR (keadaan = 'berjalan' AND NOT ${IS_LEASED}))`;

/** Takes the oldest job of these kinds that waits or whose worker is no longer heard of; undefined where there is none. */
export async function claimJob(database: Database, jenis: readonly string[]): Promise<ClaimedJob | undefined> {
  const free = await database.withContext({ lingkup: 'provinsi' }, (transaction) =>
    transaction.query<{ instansi: number; id: string }>(
      `SELECT instansi_id AS instansi, pekerjaan_id AS id FROM platform.pekerjaan
       WHERE keadaan IN ('antre', 'berjalan') AND jenis = ANY ($1) AND ${FREE} ORDER BY nomor LIMIT 10`,
      [jenis],
    ),
  );
  for (const { instansi, id } of free) {
    const taken = await database.withContext({ lingkup: 'instansi', instansi }, (transaction) =>
      transaction.query<ClaimedJob>(
        `UPDATE platform.pekerjaan
         SET keadaan = 'berjalan', percobaan = percobaan + 1, sewa_sampai = now() + ${LEASE}
         WHERE instansi_id = $1 AND pekerjaan_id = $2 AND ${FREE}
         RETURNING instansi_id AS instansi, pekerjaan_id AS pekerjaan, jenis, sasaran, masukan, percobaan, dimaafkan,
           diminta_oleh AS oleh`,
        [instansi, id],
      ),
    );
    if (taken[0]) return taken[0];
  }
  return undefined;
}

export interface JobProgress {
  readonly tahap: string;
  readonly selesai: number;
  readonly dari: number;
}

/** Renews the lease and tells how far the work is; answers whether it was asked to stop. Throws `LostJob`. */
export async function renewLease(database: Database, job: ClaimedJob, progress: JobProgress): Promise<boolean> {
  const rows = await database.withContext({ lingkup: 'instansi', instansi: job.instansi }, (transaction) =>
    transaction.query<{ batal: boolean }>(
      `UPDATE platform.pekerjaan SET tahap = $4, selesai = $5, dari = $6, sewa_sampai = now() + ${LEASE}
       WHERE instansi_id = $1 AND pekerjaan_id = $2 AND percobaan = $3 AND keadaan = 'berjalan'
       RETURNING batal_diminta AS batal`,
      [job.instansi, job.pekerjaan, job.percobaan, progress.tahap, progress.selesai, progress.dari],
    ),
  );
  if (!rows[0]) throw new LostJob(job.pekerjaan);
  return rows[0].batal;
}

/**
 * Ends a job in the transaction of its result, which so stands once and only if the job was still this worker's. The transaction must
 * be in the scope of the job's instansi. Throws `LostJob`.
 */
export async function endJob(
  transaction: Transaction,
  job: ClaimedJob,
  keadaan: 'selesai' | 'gagal' | 'dibatalkan' | 'antre',
  pesan: string | null = null,
): Promise<void> {
  const rows = await transaction.query(
    `UPDATE platform.pekerjaan SET keadaan = $4, pesan = $5, sewa_sampai = NULL,
       berakhir_pada = CASE $4 WHEN 'antre' THEN NULL ELSE now() END, selesai = CASE $4 WHEN 'selesai' THEN dari ELSE selesai END
     WHERE instansi_id = $1 AND pekerjaan_id = $2 AND percobaan = $3 AND keadaan = 'berjalan' RETURNING 1`,
    [job.instansi, job.pekerjaan, job.percobaan, keadaan, pesan],
  );
  if (rows.length === 0) throw new LostJob(job.pekerjaan);
}

/** Puts a job back that the machine broke off: what is its own fault alone counts. Throws `LostJob`. */
export async function forgiveJob(transaction: Transaction, job: ClaimedJob): Promise<void> {
  await endJob(transaction, job, 'antre');
  await transaction.query(
    'UPDATE platform.pekerjaan SET dimaafkan = dimaafkan + 1 WHERE instansi_id = $1 AND pekerjaan_id = $2',
    [job.instansi, job.pekerjaan],
  );
}

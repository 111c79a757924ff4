import { type Transaction, UNTIL_NOW } from '#platform';
import { findBefore, findPublication } from '#registry';
import { CHANGE_KINDS, type ChangeKind } from './contract.ts';
import type { Place } from './cursor.ts';
import type { StoredDifference } from './queries.ts';

/** Between which publications differences are compared: the present one, and what was shown before its delivery. */
export interface Span {
  readonly instansi: number;
  readonly sebelum: number;
  /** For which day the former delivery speaks. */
  readonly per: string | null;
}

/** Since when an instansi's differences changed; undefined where there was no delivery before the present one. */
export async function findSpan(transaction: Transaction, instansi: number): Promise<Span | undefined> {
  const now = await findPublication(transaction, instansi);
  const former = now && (await findBefore(transaction, now));
  return former && { instansi, sebelum: former.nomor, per: former.simpegPer };
}

const HELD_BEFORE = 's.sejak <= $2 AND s.hingga > $2';
const elsewhere = (holds: string): string =>
  `NOT EXISTS (SELECT FROM findings.selisih o WHERE o.instansi_id = s.instansi_id AND o.orang = s.orang AND o.bidang = s.bidang AND ${holds})`;

/**
 * A difference is the same as long as it is in the same field of the same person, whatever its values. `terkoreksi` where the person is
 * still on both sides, so that the field agrees now; `hilang` where the person is not.
 */
const CHANGES: Readonly<Record<ChangeKind, string>> = {
  baru: `s.hingga = ${UNTIL_NOW} AND s.sejak > $2 AND ${elsewhere('o.sejak <= $2 AND o.hingga > $2')}`,
  terkoreksi: `${HELD_BEFORE} AND s.hingga <> ${UNTIL_NOW} AND ${elsewhere(`o.hingga = ${UNTIL_NOW}`)} AND p.keadaan = 'berpasangan'`,
  hilang: `${HELD_BEFORE} AND s.hingga <> ${UNTIL_NOW} AND ${elsewhere(`o.hingga = ${UNTIL_NOW}`)} AND p.keadaan IS DISTINCT FROM 'berpasangan'`,
};

const FROM = `findings.selisih s LEFT JOIN findings.pegawai p
  ON p.instansi_id = s.instansi_id AND p.orang = s.orang AND p.hingga = ${UNTIL_NOW}`;

/** How many differences appeared, were corrected, or went with their person. */
export async function countChanges(
  transaction: Transaction,
  { instansi, sebelum }: Span,
): Promise<Readonly<Record<ChangeKind, number>>> {
  const counts = CHANGE_KINDS.map((kind) => `count(*) FILTER (WHERE ${CHANGES[kind]})::integer AS ${kind}`);
  const [found] = await transaction.query<Record<ChangeKind, number>>(
    `SELECT ${counts.join(', ')} FROM ${FROM}
     WHERE s.instansi_id = $1 AND (s.sejak > $2 OR (s.hingga > $2 AND s.hingga <> ${UNTIL_NOW}))`,
    [instansi, sebelum],
  );
  return found ?? { baru: 0, terkoreksi: 0, hilang: 0 };
}

/** A page of them by name. */
export async function pageChanges(
  transaction: Transaction,
  { instansi, sebelum }: Span,
  kind: ChangeKind,
  sesudah: Place | undefined,
  most: number,
): Promise<readonly StoredDifference[]> {
  const after = sesudah ? 'AND (s.nama, s.orang, s.bidang) > ($3, $4::bigint, $5)' : '';
  const place = sesudah ? [sesudah.nama, sesudah.orang, sesudah.bidang] : [];
  return transaction.query<StoredDifference>(
    `SELECT s.instansi_id AS instansi, s.orang::text AS orang, s.nama, coalesce(p.nip, l.nip, '') AS nip,
       coalesce(p.jabatan, l.jabatan, '') AS jabatan, s.bidang, s.nilai_simpeg AS "nilaiSimpeg", s.nilai_bkn AS "nilaiBkn",
       s.kelas, s.sebab, s.rincian, (t.terbit_pada AT TIME ZONE 'Asia/Jakarta')::date::text AS sejak
     FROM ${FROM}
     LEFT JOIN findings.pegawai l ON p.orang IS NULL AND l.instansi_id = s.instansi_id AND l.orang = s.orang
       AND l.sejak <= $2 AND l.hingga > $2
     LEFT JOIN registry.terbitan t ON t.instansi_id = s.instansi_id AND t.nomor = s.sejak
     WHERE s.instansi_id = $1 AND ${CHANGES[kind]} ${after}
     ORDER BY s.nama, s.orang, s.bidang LIMIT ${most}`,
    [instansi, sebelum, ...place],
  );
}

import { type Transaction, UNTIL_NOW } from '#platform';
import { findBefore, findPublication } from '#registry';
import { CHANGE_KINDS, type ChangeKind } from './contract.ts';
import type { Place } from './cursor.ts';
import { type Lines, lineAt, linesOf } from './people-index.ts';
import type { StoredDifference } from './queries.ts';

/** Between which publications differences are compared: the present one, and what was shown before its delivery. */
export interface Span {
  readonly instansi: number;
  readonly nomor: number;
  readonly sebelum: number;
  /** For which day the former delivery speaks. */
  readonly per: string | null;
}

/** Since when an instansi's differences changed; undefined where there was no delivery before the present one. */
export async function findSpan(transaction: Transaction, instansi: number): Promise<Span | undefined> {
  const now = await findPublication(transaction, instansi);
  const former = now && (await findBefore(transaction, now));
  return former && { instansi, nomor: now.nomor, sebelum: former.nomor, per: former.simpegPer };
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

const JOIN_PERSON = `LEFT JOIN findings.pegawai p
  ON p.instansi_id = s.instansi_id AND p.orang = s.orang AND p.hingga = ${UNTIL_NOW}`;

/** Which differences changed within a span, by kind: a line each, name, person, field and first publication, in the order of lists. */
export type Changes = Readonly<Record<ChangeKind, Lines>>;

/**
 * Changes of the spans that were asked for, kept in memory as `PeopleIndexes` keeps people: they belong to the numbers of two publications,
 * so they cannot be stale, and tell only which rows to ask for, in the scope of the asker.
 */
export type ChangeIndexes = (transaction: Transaction, span: Span) => Promise<Changes>;

/** Lines that are kept, 60 bytes each; those that were not asked for longest go first. */
const MOST_KEPT = 500_000;

export function createChangeIndexes(): ChangeIndexes {
  const kept = new Map<string, Changes>();
  return async (transaction, span) => {
    const key = [span.instansi, span.nomor, span.sebelum].join(' ');
    const changes = kept.get(key) ?? (await readChanges(transaction, span));
    kept.delete(key);
    kept.set(key, changes);
    let lines = [...kept.values()].reduce((sum, each) => sum + countAll(each), 0);
    for (const [other, each] of kept) {
      if (lines <= MOST_KEPT || other === key) break;
      kept.delete(other);
      lines -= countAll(each);
    }
    return changes;
  };
}

const countLines = ({ starts }: Lines): number => starts.length - 1;
const countAll = (changes: Changes): number => CHANGE_KINDS.reduce((sum, kind) => sum + countLines(changes[kind]), 0);

/** How many differences appeared, were corrected, or went with their person. */
export const countChanges = ({ baru, terkoreksi, hilang }: Changes): Readonly<Record<ChangeKind, number>> => ({
  baru: countLines(baru),
  terkoreksi: countLines(terkoreksi),
  hilang: countLines(hilang),
});

async function readChanges(transaction: Transaction, { instansi, sebelum }: Span): Promise<Changes> {
  const cases = CHANGE_KINDS.map((kind) => `WHEN ${CHANGES[kind]} THEN '${kind}'`);
  const rows = await transaction.query<{ readonly jenis: ChangeKind; readonly baris: string }>(
    `SELECT jenis, string_agg(concat_ws(E'\\t', translate(nama, E'\\n\\t', '  '), orang, bidang, sejak), E'\\n' ORDER BY nama, orang, bidang) AS baris
     FROM (SELECT s.nama, s.orang, s.bidang, s.sejak, CASE ${cases.join(' ')} END AS jenis
       FROM findings.selisih s ${JOIN_PERSON}
       WHERE s.instansi_id = $1 AND (s.sejak > $2 OR (s.hingga > $2 AND s.hingga <> ${UNTIL_NOW}))) c
     WHERE jenis IS NOT NULL GROUP BY jenis`,
    [instansi, sebelum],
  );
  const linesFor = (kind: ChangeKind): Lines => linesOf(rows.find(({ jenis }) => jenis === kind)?.baris ?? '');
  return { baru: linesFor('baru'), terkoreksi: linesFor('terkoreksi'), hilang: linesFor('hilang') };
}

interface ChangeKey {
  readonly nama: string;
  readonly orang: string;
  readonly bidang: string;
  readonly sejak: number;
}

function keyAt(lines: Lines, line: number): ChangeKey {
  const [nama = '', orang = '', bidang = '', sejak = ''] = lineAt(lines, line).split('\t');
  return { nama, orang, bidang, sejak: Number(sejak) };
}

/** The first line behind a place. Pure. */
export function lineBehind(lines: Lines, place: Place): number {
  const nama = place.nama.replaceAll(/[\n\t]/g, ' ');
  const isBehind = (line: number): boolean => {
    const own = keyAt(lines, line);
    if (own.nama !== nama) return own.nama > nama;
    if (own.orang !== place.orang) return BigInt(own.orang) > BigInt(place.orang);
    return own.bidang > place.bidang;
  };
  let [from, to] = [0, countLines(lines)];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBehind(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** A page of them by name. */
export async function pageChanges(
  transaction: Transaction,
  { instansi, sebelum }: Span,
  lines: Lines,
  sesudah: Place | undefined,
  most: number,
): Promise<readonly StoredDifference[]> {
  const from = sesudah ? lineBehind(lines, sesudah) : 0;
  const keys = Array.from({ length: Math.min(most, countLines(lines) - from) }, (_, at) => keyAt(lines, from + at));
  if (keys.length === 0) return [];
  return transaction.query<StoredDifference>(
    `SELECT s.instansi_id AS instansi, s.orang::text AS orang, s.nama, coalesce(p.nip, l.nip, '') AS nip,
       coalesce(p.jabatan, l.jabatan, '') AS jabatan, s.bidang, s.nilai_simpeg AS "nilaiSimpeg", s.nilai_bkn AS "nilaiBkn",
       s.kelas, s.sebab, s.rincian, (t.terbit_pada AT TIME ZONE 'Asia/Jakarta')::date::text AS sejak
     FROM unnest($3::bigint[], $4::text[], $5::integer[]) AS k(orang, bidang, sejak)
     JOIN findings.selisih s ON s.instansi_id = $1 AND s.orang = k.orang AND s.bidang = k.bidang AND s.sejak = k.sejak
     ${JOIN_PERSON}
     LEFT JOIN findings.pegawai l ON p.orang IS NULL AND l.instansi_id = s.instansi_id AND l.orang = s.orang
       AND l.sejak <= $2 AND l.hingga > $2
     LEFT JOIN registry.terbitan t ON t.instansi_id = s.instansi_id AND t.nomor = s.sejak
     ORDER BY s.nama, s.orang, s.bidang`,
    [
      instansi,
      sebelum,
      keys.map(({ orang }) => orang),
      keys.map(({ bidang }) => bidang),
      keys.map(({ sejak }) => sejak),
    ],
  );
}

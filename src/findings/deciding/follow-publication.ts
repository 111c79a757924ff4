import { FIELDS } from '#canonical';
import { noteSightings, type Sighting } from '#decisions';
import { type Transaction, UNTIL_NOW } from '#platform';
import { findPublication, type StoredPublication } from '#registry';

/** Cases that are written at once. */
const AT_ONCE = 5_000;

/** The other half of a pair of id and text, by the name of the text, which is the one that differences bear. */
const HALVES: ReadonlyMap<string, string> = new Map(
  FIELDS.flatMap(({ nama, pasangan }) => (pasangan === undefined ? [] : [[nama, pasangan] as const])),
);

/**
 * Takes down what the present publication of an instansi, `nomor`, shows of its cases, in the transaction that publishes: differences that
 * appeared where both sides had agreed, and whatever changed for cases that are known. A case is closed by values alone: both sides have
 * the field, and it is not among the differences. Repeated it finds nothing more.
 */
export async function followPublication(transaction: Transaction, instansi: number, nomor: number): Promise<void> {
  const publication = await findPublication(transaction, instansi);
  if (publication?.nomor !== nomor) throw new Error('Not the present publication is followed');
  // What parted is told first: of a closed case it knows on what both sides had agreed.
  for (const find of [findParted, findChanged]) {
    const sightings = await find(transaction, publication);
    for (let at = 0; at < sightings.length; at += AT_ONCE)
      await noteSightings(transaction, instansi, nomor, sightings.slice(at, at + AT_ONCE));
  }
}

interface KnownRow {
  readonly orang: string;
  readonly bidang: string;
  readonly selisih: boolean;
  readonly simpeg: string | null;
  readonly bkn: string | null;
}

/** Known cases for which the publication shows something else than what was taken down last. */
async function findChanged(transaction: Transaction, publication: StoredPublication): Promise<readonly Sighting[]> {
  const { instansi } = publication;
  const rows = await transaction.query<KnownRow>(
    `WITH k AS (
       SELECT p.orang, p.bidang, p.tahap, p.simpeg, p.bkn, s.orang IS NOT NULL AS selisih, s.nilai_simpeg, s.nilai_bkn
       FROM decisions.perkara p LEFT JOIN findings.selisih s
         ON s.instansi_id = p.instansi_id AND s.orang = p.orang AND s.bidang = p.bidang AND s.hingga = ${UNTIL_NOW}
       WHERE p.instansi_id = $1),
     gone AS (
       SELECT k.*, ${valueAt('a.isi')} AS isi_simpeg, ${valueAt('b.isi')} AS isi_bkn
       FROM k LEFT JOIN registry.orang a ON a.instansi_id = $1 AND a.sisi = 'simpeg' AND a.orang = k.orang AND a.hingga = ${UNTIL_NOW}
       LEFT JOIN registry.orang b ON b.instansi_id = $1 AND b.sisi = 'bkn' AND b.orang = k.orang AND b.hingga = ${UNTIL_NOW}
       LEFT JOIN unnest($2::text[], $3::integer[], $4::integer[]) AS f(bidang, tempat, pasangan) ON f.bidang = k.bidang
       WHERE NOT k.selisih AND k.tahap <> 'selesai')
     SELECT orang::text AS orang, bidang, true AS selisih, nilai_simpeg AS simpeg, nilai_bkn AS bkn FROM k
     WHERE selisih AND (tahap IN ('selesai', 'lepas') OR nilai_simpeg <> simpeg OR nilai_bkn <> bkn)
     UNION ALL
     SELECT orang::text, bidang, false, isi_simpeg, isi_bkn FROM gone WHERE tahap <> 'lepas' OR ${AGREES}`,
    [instansi, ...placesOf(publication)],
  );
  return rows.map(({ orang, bidang, selisih, simpeg, bkn }) => {
    const nilai = { simpeg: simpeg ?? '', bkn: bkn ?? '' };
    if (selisih) return { orang, bidang, event: { jenis: 'tampak', nilai } };
    const event = simpeg && bkn ? ({ jenis: 'selaras', nilai } as const) : ({ jenis: 'lepas' } as const);
    return { orang, bidang, event };
  });
}

/** Values on both sides: one that is missing, or could not be read, proves nothing. */
const AGREES = `(isi_simpeg <> '' AND isi_bkn <> '')`;

/** The value of a field in a stored row: its text, or where that is empty the id beside it. */
function valueAt(isi: string): string {
  return `coalesce(nullif(split_part(${isi}, chr(31), f.tempat), ''), split_part(${isi}, chr(31), nullif(f.pasangan, 0)), split_part(${isi}, chr(31), f.tempat))`;
}

/** Fields that both files carry, their places among the stored values, and those of their other halves (0 for none). */
function placesOf({ susunan, bidangSimpeg, bidangBkn }: StoredPublication): [string[], number[], number[]] {
  const carries = (fields: readonly string[], nama: string): boolean =>
    fields.includes(nama) || fields.includes(HALVES.get(nama) ?? nama);
  const both = susunan.filter((nama) => carries(bidangSimpeg, nama) && carries(bidangBkn, nama));
  const placeOf = (nama: string): number => susunan.indexOf(nama) + 1;
  return [both, both.map(placeOf), both.map((nama) => placeOf(HALVES.get(nama) ?? ''))];
}

interface PartedRow {
  readonly orang: string;
  readonly bidang: string;
  readonly simpeg: string;
  readonly bkn: string;
  readonly sepakatSimpeg: string;
  readonly sepakatBkn: string;
}

/** Differences of this publication where the one before it shows that both sides agreed. */
async function findParted(transaction: Transaction, publication: StoredPublication): Promise<readonly Sighting[]> {
  const { instansi, nomor } = publication;
  const [before] = await transaction.query<{ susunan: string[]; bidangSimpeg: string[]; bidangBkn: string[] }>(
    `SELECT susunan, bidang_simpeg AS "bidangSimpeg", bidang_bkn AS "bidangBkn" FROM registry.terbitan
     WHERE instansi_id = $1 AND nomor = $2`,
    [instansi, nomor - 1],
  );
  if (!before) return [];
  const held = (alias: string): string => `${alias}.sejak < $2 AND ${alias}.hingga >= $2`;
  const rows = await transaction.query<PartedRow>(
    `WITH parted AS (
       SELECT s.orang, s.bidang, s.nilai_simpeg, s.nilai_bkn, ${valueAt('a.isi')} AS isi_simpeg, ${valueAt('b.isi')} AS isi_bkn
       FROM findings.selisih s JOIN unnest($3::text[], $4::integer[], $5::integer[]) AS f(bidang, tempat, pasangan) USING (bidang)
       JOIN registry.orang a ON a.instansi_id = $1 AND a.sisi = 'simpeg' AND a.orang = s.orang AND ${held('a')}
       JOIN registry.orang b ON b.instansi_id = $1 AND b.sisi = 'bkn' AND b.orang = s.orang AND ${held('b')}
       WHERE s.instansi_id = $1 AND s.hingga = ${UNTIL_NOW} AND s.sejak = $2
         AND NOT EXISTS (SELECT FROM findings.selisih o WHERE o.instansi_id = $1 AND o.orang = s.orang AND o.bidang = s.bidang AND ${held('o')})
         AND NOT EXISTS (SELECT FROM decisions.perkara p
           WHERE p.instansi_id = $1 AND p.orang = s.orang AND p.bidang = s.bidang AND p.tahap <> 'selesai'))
     SELECT orang::text AS orang, bidang, nilai_simpeg AS simpeg, nilai_bkn AS bkn, isi_simpeg AS "sepakatSimpeg",
       isi_bkn AS "sepakatBkn" FROM parted WHERE ${AGREES}`,
    [instansi, nomor, ...placesOf({ ...publication, ...before })],
  );
  return rows.map(({ orang, bidang, simpeg, bkn, sepakatSimpeg, sepakatBkn }) => ({
    orang,
    bidang,
    event: { jenis: 'tampak', nilai: { simpeg, bkn }, sepakat: { simpeg: sepakatSimpeg, bkn: sepakatBkn } },
  }));
}

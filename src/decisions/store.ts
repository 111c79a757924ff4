import type { Transaction } from '#platform';
import { type CaseEvent, type Choice, foldLife, type Life, type Ruling, type Sides } from './life.ts';

/** One field of one person, inside an instansi. */
export interface CaseKey {
  /** Number of the person. */
  readonly orang: string;
  readonly bidang: string;
}

export const keyOf = ({ orang, bidang }: CaseKey): string => `${orang}-${bidang}`;

/** Where a case stands, and how many events brought it there. */
export interface Case extends CaseKey {
  readonly versi: number;
  readonly life: Life;
  /** Who took the decision that stands. */
  readonly oleh: string | undefined;
}

/** A case with what happened to it since it was read; the events are not written yet. */
export interface MovedCase extends CaseKey {
  /** Events that are written already. */
  readonly versi: number;
  readonly events: readonly CaseEvent[];
  readonly life: Life;
}

type CaseRow = CaseKey & {
  readonly versi: number;
  readonly tahap: Life['tahap'];
  readonly simpeg: string;
  readonly bkn: string;
  readonly sepakatSimpeg: string | null;
  readonly sepakatBkn: string | null;
  readonly keputusan: string | null;
  readonly pilihan: Choice | null;
  readonly nilai: string | null;
  readonly tunda: string | null;
  readonly paket: string | null;
  readonly terbukaKarena: Life['terbukaKarena'] | null;
  readonly akhir: Life['akhir'] | null;
  readonly sebelumLepas: Life['sebelumLepas'] | null;
  readonly oleh: string | null;
};

const CASE = `p.orang::text AS orang, p.bidang, p.versi, p.tahap, p.simpeg, p.bkn, p.sepakat_simpeg AS "sepakatSimpeg",
  p.sepakat_bkn AS "sepakatBkn", p.keputusan, k.pilihan, k.nilai, k.tunda::text AS tunda, p.paket,
  p.terbuka_karena AS "terbukaKarena", p.akhir, p.sebelum_lepas AS "sebelumLepas", k.oleh`;
const CASES = `decisions.perkara p LEFT JOIN decisions.keputusan k ON k.instansi_id = p.instansi_id AND k.keputusan = p.keputusan`;

/** The cases with these keys that are written, by `keyOf`. */
export async function readCases(
  transaction: Transaction,
  instansi: number,
  keys: readonly CaseKey[],
): Promise<ReadonlyMap<string, Case>> {
  if (keys.length === 0) return new Map();
  const rows = await transaction.query<CaseRow>(
    `SELECT ${CASE} FROM unnest($2::bigint[], $3::text[]) AS u(orang, bidang)
     JOIN ${CASES} ON p.instansi_id = $1 AND p.orang = u.orang AND p.bidang = u.bidang`,
    [instansi, keys.map(({ orang }) => orang), keys.map(({ bidang }) => bidang)],
  );
  return byKey(rows);
}

const byKey = (rows: readonly CaseRow[]): ReadonlyMap<string, Case> =>
  new Map(
    rows.map((row) => {
      const { orang, bidang, versi, oleh } = row;
      return [keyOf(row), { orang, bidang, versi, life: lifeOf(row), oleh: oleh ?? undefined }];
    }),
  );

function lifeOf(row: CaseRow): Life {
  const { sepakatSimpeg, sepakatBkn, keputusan, pilihan } = row;
  return {
    tahap: row.tahap,
    nilai: { simpeg: row.simpeg, bkn: row.bkn },
    ...(sepakatSimpeg === null || sepakatBkn === null ? {} : { sepakat: { simpeg: sepakatSimpeg, bkn: sepakatBkn } }),
    ...(keputusan === null || pilihan === null ? {} : { putusan: rulingOf({ ...row, keputusan, pilihan }) }),
    ...(row.paket === null ? {} : { paket: row.paket }),
    ...(row.terbukaKarena ? { terbukaKarena: row.terbukaKarena } : {}),
    ...(row.akhir ? { akhir: row.akhir } : {}),
    ...(row.sebelumLepas ? { sebelumLepas: row.sebelumLepas } : {}),
  };
}

interface RulingRow {
  readonly keputusan: string;
  readonly pilihan: Choice;
  readonly nilai: string | null;
  readonly tunda: string | null;
}

const rulingOf = ({ keputusan, pilihan, nilai, tunda }: RulingRow): Ruling => ({
  keputusan,
  pilihan,
  ...(nilai === null ? {} : { nilai }),
  ...(tunda === null ? {} : { tunda }),
});

interface EventRow extends CaseKey {
  readonly jenis: CaseEvent['jenis'];
  readonly simpeg: string | null;
  readonly bkn: string | null;
  readonly sepakatSimpeg: string | null;
  readonly sepakatBkn: string | null;
  readonly keputusan: string | null;
  readonly paket: string | null;
  readonly disahkan: boolean | null;
  readonly pilihan: Choice | null;
  readonly nilai: string | null;
  readonly tunda: string | null;
}

/** The whole stories of the cases for which somebody decided something by this decision, oldest event first, by `keyOf`. */
export async function readStories(
  transaction: Transaction,
  instansi: number,
  keputusan: string,
): Promise<ReadonlyMap<string, readonly CaseEvent[]>> {
  const rows = await transaction.query<EventRow>(
    `SELECT e.orang::text AS orang, e.bidang, e.jenis, e.simpeg, e.bkn, e.sepakat_simpeg AS "sepakatSimpeg",
       e.sepakat_bkn AS "sepakatBkn", e.keputusan, e.paket, e.disahkan, k.pilihan, k.nilai, k.tunda::text AS tunda
     FROM decisions.peristiwa d JOIN decisions.peristiwa e USING (instansi_id, orang, bidang)
     LEFT JOIN decisions.keputusan k ON k.instansi_id = e.instansi_id AND k.keputusan = e.keputusan
     WHERE d.instansi_id = $1 AND d.keputusan = $2 AND d.jenis = 'putus' ORDER BY e.orang, e.bidang, e.urut`,
    [instansi, keputusan],
  );
  return new Map([...Map.groupBy(rows, keyOf)].map(([key, events]) => [key, events.map(eventOf)]));
}

function eventOf(row: EventRow): CaseEvent {
  const { jenis, keputusan, pilihan } = row;
  const nilai = sidesOf(row.simpeg, row.bkn);
  switch (jenis) {
    case 'tampak': {
      const sepakat = row.sepakatSimpeg === null ? undefined : sidesOf(row.sepakatSimpeg, row.sepakatBkn);
      return { jenis, nilai, ...(sepakat ? { sepakat } : {}) };
    }
    case 'selaras':
      return { jenis, nilai };
    case 'lepas':
      return { jenis };
    case 'kirim':
      return { jenis, paket: row.paket ?? '' };
    case 'putus':
      if (keputusan === null || pilihan === null) throw new Error('A case was decided by no decision');
      return { jenis, disahkan: row.disahkan === true, ...rulingOf({ ...row, keputusan, pilihan }) };
    default:
      return { jenis, keputusan: keputusan ?? '' };
  }
}

const sidesOf = (simpeg: string | null, bkn: string | null): Sides => ({ simpeg: simpeg ?? '', bkn: bkn ?? '' });

/** Cases that are written by one statement. */
const AT_ONCE = 5_000;

/** Writes what happened to cases, and where it brought them. `terbitan`: the publication that showed it. */
export async function writeMoved(
  transaction: Transaction,
  instansi: number,
  moved: readonly MovedCase[],
  terbitan?: number,
): Promise<void> {
  for (let at = 0; at < moved.length; at += AT_ONCE) {
    const some = moved.slice(at, at + AT_ONCE);
    await writeEvents(transaction, instansi, some, terbitan);
    await writeLives(transaction, instansi, some);
  }
}

async function writeLives(transaction: Transaction, instansi: number, moved: readonly MovedCase[]): Promise<void> {
  const of = <T>(pick: (life: Life) => T | undefined): (T | null)[] => moved.map(({ life }) => pick(life) ?? null);
  await transaction.query(
    `INSERT INTO decisions.perkara (instansi_id, orang, bidang, versi, tahap, simpeg, bkn, sepakat_simpeg, sepakat_bkn, keputusan,
       paket, terbuka_karena, akhir, sebelum_lepas)
     SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::uuid[], $11::uuid[], $12::text[], $13::text[], $14::text[])
     ON CONFLICT (instansi_id, orang, bidang) DO UPDATE SET (versi, tahap, simpeg, bkn, sepakat_simpeg, sepakat_bkn, keputusan,
       paket, terbuka_karena, akhir, sebelum_lepas) = (EXCLUDED.versi, EXCLUDED.tahap, EXCLUDED.simpeg, EXCLUDED.bkn,
       EXCLUDED.sepakat_simpeg, EXCLUDED.sepakat_bkn, EXCLUDED.keputusan, EXCLUDED.paket, EXCLUDED.terbuka_karena, EXCLUDED.akhir,
       EXCLUDED.sebelum_lepas)`,
    [
      instansi,
      moved.map(({ orang }) => orang),
      moved.map(({ bidang }) => bidang),
      moved.map(({ versi, events }) => versi + events.length),
      of(({ tahap }) => tahap),
      of(({ nilai }) => nilai.simpeg),
      of(({ nilai }) => nilai.bkn),
      of(({ sepakat }) => sepakat?.simpeg),
      of(({ sepakat }) => sepakat?.bkn),
      of(({ putusan }) => putusan?.keputusan),
      of(({ paket }) => paket),
      of(({ terbukaKarena }) => terbukaKarena),
      of(({ akhir }) => akhir),
      of(({ sebelumLepas }) => sebelumLepas),
    ],
  );
}

async function writeEvents(
  transaction: Transaction,
  instansi: number,
  moved: readonly MovedCase[],
  terbitan: number | undefined,
): Promise<void> {
  const rows = moved.flatMap(({ orang, bidang, versi, events }) =>
    events.map((event, at) => ({ orang, bidang, urut: versi + at + 1, event })),
  );
  const of = <T>(pick: (event: CaseEvent) => T | undefined): (T | null)[] =>
    rows.map(({ event }) => pick(event) ?? null);
  const sides = (event: CaseEvent): Sides | undefined =>
    event.jenis === 'tampak' || event.jenis === 'selaras' ? event.nilai : undefined;
  const sepakat = (event: CaseEvent): Sides | undefined => (event.jenis === 'tampak' ? event.sepakat : undefined);
  await transaction.query(
    `INSERT INTO decisions.peristiwa (instansi_id, terbitan, pada, orang, bidang, urut, jenis, simpeg, bkn, sepakat_simpeg,
       sepakat_bkn, keputusan, disahkan, paket)
     SELECT $1, $2::integer, clock_timestamp(), * FROM unnest($3::bigint[], $4::text[], $5::integer[], $6::text[], $7::text[],
       $8::text[], $9::text[], $10::text[], $11::uuid[], $12::boolean[], $13::uuid[])`,
    [
      instansi,
      terbitan ?? null,
      rows.map(({ orang }) => orang),
      rows.map(({ bidang }) => bidang),
      rows.map(({ urut }) => urut),
      of(({ jenis }) => jenis),
      of((event) => sides(event)?.simpeg),
      of((event) => sides(event)?.bkn),
      of((event) => sepakat(event)?.simpeg),
      of((event) => sepakat(event)?.bkn),
      of((event) => ('keputusan' in event ? event.keputusan : undefined)),
      of((event) => (event.jenis === 'putus' ? event.disahkan : undefined)),
      of((event) => (event.jenis === 'kirim' ? event.paket : undefined)),
    ],
  );
}

/** The case after all of its events; what is stored must be that. */
export function refold(events: readonly CaseEvent[]): Life {
  const life = foldLife(events);
  if (life === undefined) throw new Error('A case without events');
  return life;
}

import { problem } from '#kernel/problem.ts';
import { recordEvent, RefusedRequest, type Transaction } from '#platform';
import {
  advance,
  type CaseEvent,
  type Choice,
  isAdmitted,
  type Life,
  type Ruling,
  type Sides,
  type Stage,
} from './life.ts';
import { addRuling, findRuling, moveRuling, type StoredRuling } from './rulings.ts';
import { needsSecondEyes } from './second-eyes.ts';
import { type CaseKey, keyOf, type MovedCase, readCases, readStories, refold, writeMoved } from './store.ts';

/** A difference as the one who decides saw it. */
export interface SeenDifference extends CaseKey {
  readonly nilai: Sides;
  /** Events that the case had; undefined where nobody looked at the single case, such as in a decision over a whole cause. */
  readonly versi?: number;
}

export interface Intent {
  readonly instansi: number;
  readonly ruling: Ruling;
  readonly catatan: string;
  /** By which filter the differences were chosen, as the list had it in its address. */
  readonly saringan: Readonly<Record<string, string>>;
  readonly oleh: string;
}

/** What deciding would do, or did. */
export interface Effect {
  readonly perkara: number;
  readonly orang: number;
  /** Differences that are left alone: somebody decided about them already, or they are on their way. */
  readonly dilewati: number;
  /** Whether it waits for a second pair of eyes. */
  readonly menunggu: boolean;
}

/** Others decided meanwhile about what somebody decides case by case; nothing was changed. */
export class Collision extends Error {
  readonly perkara: readonly { readonly key: CaseKey; readonly life: Life; readonly versi: number }[];

  constructor(perkara: Collision['perkara']) {
    super('Others decided meanwhile');
    this.perkara = perkara;
  }
}

/** What deciding about these differences would do; changes nothing. */
export async function previewDecision(
  transaction: Transaction,
  instansi: number,
  pilihan: Choice,
  seen: readonly SeenDifference[],
): Promise<Effect> {
  const { open, dilewati } = await sortOut(transaction, instansi, seen);
  return effectOf(pilihan, open, dilewati);
}

/**
 * Decides about differences at once. Cases of which the one who decides saw an older state collide (`Collision`); without `versi` whatever
 * is decided already is left alone. The caller holds the lock of the instansi's publications.
 */
export async function decide(
  transaction: Transaction,
  intent: Intent,
  seen: readonly SeenDifference[],
): Promise<Effect> {
  const { instansi, ruling } = intent;
  const { open, dilewati } = await sortOut(transaction, instansi, seen);
  const effect = effectOf(ruling.pilihan, open, dilewati);
  if (effect.perkara === 0) throw new RefusedRequest(409, problem('KEPUTUSAN_KOSONG'));
  await addRuling(transaction, {
    ...intent,
    perkara: effect.perkara,
    orang: effect.orang,
    keadaan: effect.menunggu ? 'menunggu' : 'berlaku',
  });
  const event: CaseEvent = { jenis: 'putus', disahkan: !effect.menunggu, ...ruling };
  const moved = open.map(
    ({ life, versi, orang, bidang, nilai }): MovedCase =>
      life === undefined
        ? storyOf({ orang, bidang, versi }, [{ jenis: 'tampak', nilai }, event])
        : { orang, bidang, versi, events: [event], life: advance(life, event) },
  );
  await writeMoved(transaction, instansi, moved);
  const { keputusan, pilihan } = ruling;
  await recordEvent(transaction, {
    instansi,
    pelaku: intent.oleh,
    tindakan: 'selisih.putuskan',
    sasaran: `keputusan/${keputusan}`,
    rincian: { pilihan, perkara: effect.perkara },
  });
  return effect;
}

const storyOf = (key: CaseKey & { readonly versi: number }, events: readonly CaseEvent[]): MovedCase => ({
  ...key,
  events,
  life: refold(events),
});

interface OpenCase extends SeenDifference {
  readonly versi: number;
  readonly life: Life | undefined;
}

async function sortOut(
  transaction: Transaction,
  instansi: number,
  seen: readonly SeenDifference[],
): Promise<{ readonly open: readonly OpenCase[]; readonly dilewati: number }> {
  const cases = await readCases(transaction, instansi, seen);
  const collided: Collision['perkara'][number][] = [];
  const open: OpenCase[] = [];
  for (const difference of seen) {
    const known = cases.get(keyOf(difference));
    const { versi = 0, life } = known ?? {};
    if (difference.versi !== undefined && difference.versi !== versi) {
      if (life) collided.push({ key: difference, life, versi });
    } else if (life === undefined || mayDecide(life, difference.versi !== undefined)) {
      open.push({ ...difference, versi, life });
    }
  }
  if (collided.length > 0) throw new Collision(collided);
  return { open, dilewati: seen.length - open.length };
}

/** Over a whole cause nobody's work is overturned, and what was only put off is decided; who decides on a single case sees what stands and may replace it. */
const mayDecide = ({ tahap }: Life, isSingle: boolean): boolean =>
  isSingle ? isAdmitted(tahap, 'putus') : UNDECIDED.has(tahap);

const UNDECIDED: ReadonlySet<Stage> = new Set(['terbuka', 'tertunda', 'ditanyakan']);

function effectOf(pilihan: Choice, open: readonly OpenCase[], dilewati: number): Effect {
  // Putting off changes nobody's record.
  const isRuling = pilihan !== 'tunda' && pilihan !== 'tanya';
  return {
    perkara: open.length,
    orang: new Set(open.map(({ orang }) => orang)).size,
    dilewati,
    menunggu: isRuling && needsSecondEyes(new Set(open.map(({ bidang }) => bidang)), open.length),
  };
}

/** Takes a decision back: every case stands where it would stand without it. Not once something of it was sent. */
export async function undo(transaction: Transaction, instansi: number, keputusan: string, oleh: string): Promise<void> {
  const ruling = await requireRuling(transaction, instansi, keputusan, ['menunggu', 'berlaku']);
  const stories = await readStories(transaction, instansi, keputusan);
  const sent = [...stories.values()].filter((events) => isSent(events, keputusan)).length;
  if (sent > 0) throw new RefusedRequest(409, problem('KEPUTUSAN_TERKIRIM', { perkara: sent }));
  await moveRuling(transaction, ruling, 'diurungkan', oleh);
  await tellStories(transaction, instansi, stories, { jenis: 'urung', keputusan });
  await recordEvent(transaction, {
    instansi,
    pelaku: oleh,
    tindakan: 'selisih.urungkan',
    sasaran: `keputusan/${keputusan}`,
    rincian: { perkara: stories.size },
  });
}

/** Whether a case was sent while this decision stood. */
function isSent(events: readonly CaseEvent[], keputusan: string): boolean {
  const undone = new Set(events.flatMap((event) => (event.jenis === 'urung' ? [event.keputusan] : [])));
  const rulings = events.filter((event) => event.jenis !== 'putus' || !undone.has(event.keputusan));
  const from = rulings.findIndex((event) => event.jenis === 'putus' && event.keputusan === keputusan);
  const next = rulings.findIndex((event, at) => at > from && event.jenis === 'putus');
  return rulings.slice(from, next === -1 ? undefined : next).some(({ jenis }) => jenis === 'kirim');
}

/** The second pair of eyes approves a decision, or refuses it; never the one who took it. Every case of it hears, wherever it stands. */
export async function review(
  transaction: Transaction,
  instansi: number,
  keputusan: string,
  { isApproved, oleh }: { readonly isApproved: boolean; readonly oleh: string },
): Promise<void> {
  const ruling = await requireRuling(transaction, instansi, keputusan, ['menunggu']);
  if (ruling.oleh === oleh) throw new RefusedRequest(403, problem('KEPUTUSAN_SENDIRI'));
  await moveRuling(transaction, ruling, isApproved ? 'berlaku' : 'ditolak', oleh);
  const stories = await readStories(transaction, instansi, keputusan);
  await tellStories(transaction, instansi, stories, { jenis: isApproved ? 'sah' : 'tolak', keputusan });
  await recordEvent(transaction, {
    instansi,
    pelaku: oleh,
    tindakan: isApproved ? 'selisih.sahkan' : 'selisih.tolak',
    sasaran: `keputusan/${keputusan}`,
    rincian: { perkara: stories.size },
  });
}

/** Adds an event to whole stories, and folds them anew. */
async function tellStories(
  transaction: Transaction,
  instansi: number,
  stories: ReadonlyMap<string, readonly CaseEvent[]>,
  event: CaseEvent,
): Promise<void> {
  const moved = [...stories].map(([key, events]): MovedCase => {
    const [orang = '', bidang = ''] = key.split('-');
    return { orang, bidang, versi: events.length, events: [event], life: refold([...events, event]) };
  });
  await writeMoved(transaction, instansi, moved);
}

async function requireRuling(
  transaction: Transaction,
  instansi: number,
  keputusan: string,
  states: readonly StoredRuling['keadaan'][],
): Promise<StoredRuling> {
  const ruling = await findRuling(transaction, instansi, keputusan);
  if (!ruling) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
  if (!states.includes(ruling.keadaan)) throw new RefusedRequest(409, problem('KEPUTUSAN_BERGANTI'));
  return ruling;
}

/**
 * The life of a case: one field of one person over all deliveries. What was seen and decided are events; where the case stands is a fold
 * over them. Pure: the same functions run where a decision is taken, where a delivery is published, and where the past is asked for.
 */

/** Values of both sides as they were compared; '' is empty. */
export interface Sides {
  readonly simpeg: string;
  readonly bkn: string;
}

/** What was decided: who is right, neither (`lain`, with the right value), or not yet (`tunda`, `tanya`). */
export const CHOICES = ['simpeg', 'bkn', 'lain', 'tunda', 'tanya'] as const;
export type Choice = (typeof CHOICES)[number];

export interface Ruling {
  readonly keputusan: string;
  readonly pilihan: Choice;
  /** The right value where neither side has it. */
  readonly nilai?: string;
  /** Day from which what was postponed is open again. */
  readonly tunda?: string;
}

export type CaseEvent =
  /** A publication shows the difference, with these values; `sepakat` is what both had when they last agreed, where that is known. */
  | { readonly jenis: 'tampak'; readonly nilai: Sides; readonly sepakat?: Sides }
  /** A publication shows both sides, and they agree: the only evidence that closes. */
  | { readonly jenis: 'selaras'; readonly nilai: Sides }
  /** A publication tells nothing about it: the person is not on both sides, or a file has no such column. */
  | { readonly jenis: 'lepas' }
  /** `disahkan`: whether it needs nobody else. */
  | ({ readonly jenis: 'putus'; readonly disahkan: boolean } & Ruling)
  | { readonly jenis: 'sah' | 'tolak'; readonly keputusan: string }
  | { readonly jenis: 'urung'; readonly keputusan: string }
  /** It left in a packet or list, on its way to the source that must change. */
  | { readonly jenis: 'kirim'; readonly paket: string };

/** Where a case stands. */
export const STAGES = [
  'terbuka',
  'menunggu', // decided, and waits for the second pair of eyes
  'diputuskan',
  'tertunda',
  'ditanyakan',
  'dikirim',
  'selesai',
  'lepas', // nothing can be said at present
] as const;
export type Stage = (typeof STAGES)[number];

/** Why a case is open again; that its time has passed is told by the day (`onDay`) and never kept. */
export type Reopening = 'fakta-berubah' | 'muncul-lagi' | 'ditolak' | 'masa-tunda-lewat';
/** How it ended: as was decided, otherwise, before anybody decided, or because the same values are read as equal now. */
export type Ending = 'sesuai' | 'lain' | 'tanpa-keputusan' | 'pembacaan';

export interface Life {
  readonly tahap: Stage;
  /** What stands on both sides, or stood when it was last seen. */
  readonly nilai: Sides;
  /** What both had when they last agreed; undefined where they never did. */
  readonly sepakat?: Sides;
  /** The decision that stands. */
  readonly putusan?: Ruling;
  readonly paket?: string;
  readonly terbukaKarena?: Reopening;
  readonly akhir?: Ending;
  /** Where it stood before nothing could be said; set in stage `lepas`. */
  readonly sebelumLepas?: OpenStage;
}

/** Stages in which the difference is in sight. */
type OpenStage = Exclude<Stage, 'lepas' | 'selesai'>;

/** An event that the stage does not admit, such as deciding what is closed. */
export class RefusedEvent extends Error {
  readonly tahap: Stage;
  readonly jenis: CaseEvent['jenis'];

  constructor(tahap: Stage, jenis: CaseEvent['jenis']) {
    super(`A case in stage ${tahap} does not take ${jenis}`);
    this.tahap = tahap;
    this.jenis = jenis;
  }
}

/** What a person may do in which stage. Deliveries are not asked, and a verdict meets its decision wherever the case stands. */
const ADMITTED: Readonly<Record<'putus' | 'kirim', readonly Stage[]>> = {
  putus: ['terbuka', 'menunggu', 'diputuskan', 'tertunda', 'ditanyakan'],
  kirim: ['diputuskan'],
};

export function isAdmitted(tahap: Stage, jenis: keyof typeof ADMITTED): boolean {
  return ADMITTED[jenis].includes(tahap);
}

/** Who moved since both agreed: `pembacaan` where neither did, so that it is read or compared in another way. */
export type Mover = 'simpeg' | 'bkn' | 'keduanya' | 'pembacaan' | 'belum-pernah-sama';

export function moverOf({ sepakat, nilai }: Pick<Life, 'sepakat' | 'nilai'>): Mover {
  if (sepakat === undefined) return 'belum-pernah-sama';
  const [simpeg, bkn] = [nilai.simpeg !== sepakat.simpeg, nilai.bkn !== sepakat.bkn];
  if (simpeg) return bkn ? 'keduanya' : 'simpeg';
  return bkn ? 'bkn' : 'pembacaan';
}

/** The stage of a decision that nobody else need approve. */
const STAGE_OF: Readonly<Record<Choice, OpenStage>> = {
  simpeg: 'diputuskan',
  bkn: 'diputuskan',
  lain: 'diputuskan',
  tunda: 'tertunda',
  tanya: 'ditanyakan',
};

/**
 * Where a case stands after all that happened, oldest first; undefined for nothing. What was taken back (`urung`) is as if it had never been
 * decided, so that whatever a delivery brought meanwhile is judged by what stood before.
 */
export function foldLife(events: readonly CaseEvent[]): Life | undefined {
  const undone = new Set(events.filter(({ jenis }) => jenis === 'urung').map((event) => rulingOf(event)));
  const isUndone = (event: CaseEvent): boolean => {
    const keputusan = rulingOf(event);
    return keputusan !== undefined && undone.has(keputusan);
  };
  return events
    .filter((event) => !isUndone(event))
    .reduce<Life | undefined>((life, event) => advance(life, event), undefined);
}

const rulingOf = (event: CaseEvent): string | undefined => ('keputusan' in event ? event.keputusan : undefined);

/** One event further. Throws `RefusedEvent` for what the stage does not admit; `urung` needs the whole story (`foldLife`). */
export function advance(life: Life | undefined, event: CaseEvent): Life {
  if (life === undefined) {
    if (event.jenis !== 'tampak') throw new Error('A case begins with its difference');
    return { tahap: 'terbuka', nilai: event.nilai, ...agreed(event.sepakat) };
  }
  switch (event.jenis) {
    case 'tampak':
      return seeAgain(life, event.nilai, event.sepakat);
    case 'selaras':
      return close(life, event.nilai);
    case 'lepas':
      if (life.tahap === 'lepas' || life.tahap === 'selesai') return life;
      return { ...life, tahap: 'lepas', sebelumLepas: life.tahap };
    case 'putus':
      return decide(life, event);
    case 'sah':
    case 'tolak':
      return judge(life, event);
    case 'kirim':
      return { ...admit(life, event), tahap: 'dikirim', paket: event.paket };
    default:
      throw new Error('Taking back needs the whole story');
  }
}

function admit(life: Life, event: { readonly jenis: keyof typeof ADMITTED }): Life {
  if (!isAdmitted(life.tahap, event.jenis)) throw new RefusedEvent(life.tahap, event.jenis);
  return life;
}

function decide(life: Life, event: Extract<CaseEvent, { jenis: 'putus' }>): Life {
  const { nilai, sepakat } = admit(life, event);
  const { keputusan, pilihan, disahkan } = event;
  return {
    tahap: disahkan ? STAGE_OF[pilihan] : 'menunggu',
    nilai,
    ...agreed(sepakat),
    putusan: {
      keputusan,
      pilihan,
      ...(event.nilai === undefined ? {} : { nilai: event.nilai }),
      ...(event.tunda === undefined ? {} : { tunda: event.tunda }),
    },
  };
}

/** The second pair of eyes approves or refuses; a case in which that decision no longer stands does not mind. */
function judge(life: Life, { jenis, keputusan }: Extract<CaseEvent, { jenis: 'sah' | 'tolak' }>): Life {
  const { putusan, sebelumLepas, tahap } = life;
  const waits = (sebelumLepas ?? tahap) === 'menunggu';
  if (putusan?.keputusan !== keputusan || !waits) return life;
  const judged = jenis === 'sah' ? life : reopen(life, 'ditolak');
  const stage = jenis === 'sah' ? STAGE_OF[putusan.pilihan] : 'terbuka';
  return tahap === 'lepas' ? { ...judged, tahap, sebelumLepas: stage } : { ...judged, tahap: stage };
}

/** The difference is there still, or again. */
function seeAgain(life: Life, nilai: Sides, sepakat: Sides | undefined): Life {
  const { sebelumLepas, ...rest } = life;
  const seen: Life = { ...rest, tahap: sebelumLepas ?? life.tahap, nilai, ...agreed(sepakat ?? life.sepakat) };
  if (life.tahap === 'selesai') return reopen(seen, 'muncul-lagi');
  if (life.putusan === undefined || isTowards(life.putusan, life.nilai, nilai)) return seen;
  return reopen(seen, 'fakta-berubah');
}

/** Whether every side that moved went where the decision sends it; nobody moving is on the way too. */
function isTowards(ruling: Ruling, before: Sides, after: Sides): boolean {
  const target = targetOf(ruling, before);
  return (['simpeg', 'bkn'] as const).every((side) => after[side] === before[side] || after[side] === target);
}

/** The value that a decision holds to be right, given what stood on both sides; undefined where none was chosen. */
export function targetOf({ pilihan, nilai }: Ruling, sides: Sides): string | undefined {
  if (pilihan === 'simpeg' || pilihan === 'bkn') return sides[pilihan];
  return pilihan === 'lain' ? nilai : undefined;
}

function close(life: Life, nilai: Sides): Life {
  const { paket } = life;
  // what nobody approved was not decided
  const putusan = (life.sebelumLepas ?? life.tahap) === 'menunggu' ? undefined : life.putusan;
  return {
    tahap: 'selesai',
    nilai,
    sepakat: nilai,
    ...(putusan ? { putusan } : {}),
    ...(paket === undefined ? {} : { paket }),
    akhir: endingOf(putusan, life.nilai, nilai),
  };
}

/** Sides may agree without being the same letter by letter: it is enough that one of them has the value that was decided. */
function endingOf(ruling: Ruling | undefined, before: Sides, after: Sides): Ending {
  if (after.simpeg === before.simpeg && after.bkn === before.bkn) return 'pembacaan';
  const target = ruling && targetOf(ruling, before);
  if (target === undefined) return 'tanpa-keputusan';
  return after.simpeg === target || after.bkn === target ? 'sesuai' : 'lain';
}

/** A case as it is to be read on a day: what was postponed until then is open again. `hari` as YYYY-MM-DD. */
export function onDay(life: Life, hari: string): Life {
  const until = life.tahap === 'tertunda' ? life.putusan?.tunda : undefined;
  return until === undefined || hari < until ? life : reopen(life, 'masa-tunda-lewat');
}

/** What was decided no longer stands; the story keeps it. */
function reopen({ nilai, sepakat }: Life, terbukaKarena: Reopening): Life {
  return { tahap: 'terbuka', nilai, ...agreed(sepakat), terbukaKarena };
}

const agreed = (sepakat: Sides | undefined): { sepakat?: Sides } => (sepakat === undefined ? {} : { sepakat });

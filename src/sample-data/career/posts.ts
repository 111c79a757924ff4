import { ESELON_PANGKAT } from '#rules/eselon-pangkat.ts';
import { PANGKAT_PENDIDIKAN } from '#rules/pangkat-pendidikan.ts';
import { type Catalogue, TEACHER_LEVEL } from '../lists/lists.ts';
import type { JabatanFungsional, Jenjang } from '../lists/types.ts';
import type { Month } from '../plan/horizon.ts';
import { FIRST_ESELON, GURU, isFungsional, isStruktural, KESEHATAN } from '../plan/kelas.ts';
import { hashText, type Random } from '../random.ts';
import { makeId } from '../units.ts';
import { type Career, levelAt, rankAt } from './career.ts';

/** One row of the history of posts. */
export interface Post {
  readonly month: Month;
  readonly day: number;
  /** BKN's kind of post: 1 structural, 2 functional, 4 pelaksana. */
  readonly jenis: '1' | '2' | '4';
  readonly id: string;
  readonly nama: string;
  readonly jenjang: Jenjang | undefined;
  /** Index in the table of eselon, -1 without. */
  readonly eselon: number;
  /** Index in the list of units. */
  readonly unit: number;
}

/** Where a person works, and the units that came before. */
export interface Workplace {
  readonly unit: number;
  readonly earlier: number;
  /** A structural seat of each eselon that the person may have held before; -1 where the office has none. */
  readonly seatOf: (eselon: number) => number;
  readonly headOf: (unit: number) => Seat;
}

interface Seat {
  readonly id: string;
  readonly nama: string;
}

const S1 = 6;
const PENATA_MUDA = 8;
const PENGATUR_MUDA_I = 5;
const KEAHLIAN: readonly Jenjang[] = ['PT', 'PT', 'MU', 'MU', 'MA', 'MA', 'MA', 'UT', 'UT'];
const KETERAMPILAN: readonly Jenjang[] = ['TR', 'TR', 'TR', 'MH', 'MH', 'PY', 'PY'];
const JENJANG_NAMES: Readonly<Record<Jenjang, string>> = {
  PM: 'Pemula',
  TR: 'Terampil',
  MH: 'Mahir',
  PY: 'Penyelia',
  PT: 'Ahli Pertama',
  MU: 'Ahli Muda',
  MA: 'Ahli Madya',
  UT: 'Ahli Utama',
};

/** Months since a structural post was taken, and years between two moves within an office, on average. */
const SEAT_MONTHS = 60;
const MOVE_YEARS = 25;

/** Posts held from appointment to the end of the career, oldest first, one at a time. */
export function listPosts(career: Career, end: Month, place: Workplace, catalogue: Catalogue, random: Random) {
  const fungsional = isFungsional(career.kelas) ? pickFungsional(career, end, catalogue, random) : undefined;
  const first = pelaksanaPost(career, place, catalogue, random);
  if (isStruktural(career.kelas)) return { fungsional, posts: [first, ...listSeats(career, end, place, random)] };
  const posts = fungsional ? [first, ...listLevels(career, end, fungsional, place)] : [first];
  return { fungsional, posts: withMove(posts, end, place, random) };
}

function pelaksanaPost(career: Career, place: Workplace, catalogue: Catalogue, random: Random): Post {
  const titles = catalogue.pelaksana(career.kelas === GURU ? TEACHER_LEVEL : career.entry);
  const [, id, nama] = drawTitle(titles, random);
  return { month: career.cpns, day: 1, jenis: '4', id, nama, jenjang: undefined, eselon: -1, unit: place.unit };
}

/** Eighty in a hundred hold one of the usual titles; the rest are spread over all. */
export function drawTitle<T>(titles: readonly T[], random: Random): T {
  return random.chance(0.8) ? random.pickFront(titles.slice(0, 40), 12) : random.pick(titles);
}

/** The months in which the level of a functional post changes, with the level. */
function listLevelChanges(career: Career, end: Month): { month: Month; jenjang: Jenjang }[] {
  const { functional, rankMonths, diplomaMonth } = career;
  if (functional === 0) return [];
  const months = [functional, ...rankMonths, diplomaMonth].filter((month) => month >= functional && month <= end);
  const changes: { month: Month; jenjang: Jenjang }[] = [];
  for (const month of months.toSorted((a, b) => a - b)) {
    const jenjang = jenjangAt(career, month);
    if (changes.at(-1)?.jenjang !== jenjang) changes.push({ month, jenjang });
  }
  return changes;
}

/** The level that goes with the rank of a month. */
export function jenjangAt(career: Career, month: Month): Jenjang {
  const rank = rankAt(career, month);
  const ahli = rank >= PENATA_MUDA && (career.kelas === GURU || levelAt(career, month) >= S1);
  const jenjang = ahli ? KEAHLIAN[rank - PENATA_MUDA] : KETERAMPILAN[rank - PENGATUR_MUDA_I];
  return jenjang ?? (ahli ? 'UT' : 'PY');
}

function pickFungsional(
  career: Career,
  end: Month,
  catalogue: Catalogue,
  random: Random,
): JabatanFungsional | undefined {
  const held = listLevelChanges(career, end).map(({ jenjang }) => jenjang);
  const coming: Jenjang = career.kelas === GURU || career.entry >= S1 ? 'PT' : 'TR';
  const levels = held.length > 0 ? [...new Set(held)].toSorted() : [coming];
  const kelompok = career.kelas === GURU ? 'guru' : career.kelas === KESEHATAN ? 'kesehatan' : 'lain';
  const fitting = catalogue.fungsional(kelompok, levels);
  if (fitting.length === 0) throw new Error(`No functional post of ${kelompok} has the levels ${levels.join(' ')}`);
  return random.pickFront(fitting, kelompok === 'kesehatan' ? 1.5 : 8);
}

function listLevels(career: Career, end: Month, post: JabatanFungsional, place: Workplace): Post[] {
  return listLevelChanges(career, end).map(({ month, jenjang }) => levelPost(post, jenjang, month, place.unit));
}

/** A level of a functional post, from the first of a month. */
export function levelPost(post: JabatanFungsional, jenjang: Jenjang, month: Month, unit: number): Post {
  const nama = `${post.nama} ${JENJANG_NAMES[jenjang]}`;
  return { month, day: 1, jenis: '2', id: post.jenjang[jenjang] ?? '', nama, jenjang, eselon: -1, unit };
}

/** Seats from the lowest that the ranks needed to the present one. */
function listSeats(career: Career, end: Month, place: Workplace, random: Random): Post[] {
  const present = career.kelas - FIRST_ESELON;
  const last = rankAt(career, end);
  const regular = PANGKAT_PENDIDIKAN[career.final]?.tertinggi ?? 0;
  const posts: Post[] = [];
  let after = career.cpns + 24;
  for (let rank = regular + 1; rank <= last; rank++) {
    const eselon = eselonUpTo(rank);
    if (eselon === present) break;
    const from = Math.max(after, monthOfRank(career, rank - 1));
    const until = Math.max(from, monthOfRank(career, rank) - 1);
    const unit = place.seatOf(eselon);
    const seat = unit >= 0 ? place.headOf(unit) : formerSeat(eselon);
    posts.push(
      seatPost(random.between(from, until), random.between(1, 28), eselon, unit >= 0 ? unit : place.unit, seat),
    );
    after = until + 1;
  }
  const lowest = ESELON_PANGKAT[present]?.terendah ?? 0;
  const from = Math.max(after, monthOfRank(career, lowest));
  const deadline = last > regular && last > lowest ? monthOfRank(career, last) - 1 : end;
  const until = Math.max(from, deadline);
  const month = Math.max(from, until - Math.floor(-Math.log(1 - random.unit()) * SEAT_MONTHS));
  const day = month >= end ? 1 : random.between(1, 28);
  posts.push(seatPost(month, day, present, place.unit, place.headOf(place.unit)));
  return posts;
}

/** The eselon whose highest rank is this one. */
function eselonUpTo(rank: number): number {
  return ESELON_PANGKAT.findIndex(({ tertinggi }) => tertinggi === rank);
}

function monthOfRank({ firstRank, rankMonths, cpns }: Career, rank: number): Month {
  if (rank <= firstRank) return cpns;
  return rankMonths[rank - firstRank] ?? rankMonths.at(-1) ?? cpns;
}

export function seatPost(month: Month, day: number, eselon: number, unit: number, seat: Seat): Post {
  return { month, day, jenis: '1', id: seat.id, nama: seat.nama, jenjang: undefined, eselon, unit };
}

/** A seat of an eselon that the office no longer has, highest first. */
const FORMER_SEATS = [
  'KEPALA BADAN KOORDINASI WILAYAH',
  'KEPALA KANTOR WILAYAH',
  'KEPALA KANTOR DAERAH',
  'KEPALA BAGIAN TATA USAHA',
  'KEPALA SUB BAGIAN TATA USAHA',
  'KEPALA URUSAN TATA USAHA',
] as const;

function formerSeat(eselon: number): Seat {
  const nama = FORMER_SEATS[eselon] ?? '';
  return { id: makeId(hashText(nama), eselon, 0), nama };
}

/** Many have moved from another unit of the office in the same post. */
function withMove(posts: Post[], end: Month, place: Workplace, random: Random): Post[] {
  const last = posts.at(-1);
  const month = end - Math.floor(-Math.log(1 - random.unit()) * MOVE_YEARS * 12);
  if (!last || place.earlier === place.unit || month < last.month + 6) return posts;
  const before = posts.map((post) => ({ ...post, unit: place.earlier }));
  return [...before, { ...last, month, day: month >= end ? 1 : last.day }];
}

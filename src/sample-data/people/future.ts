import { ESELON_PANGKAT } from '#rules/eselon-pangkat.ts';
import { PANGKAT_PENDIDIKAN } from '#rules/pangkat-pendidikan.ts';
import { nextPeriodeKenaikanPangkat } from '#rules/periode-kenaikan-pangkat.ts';
import type { Career } from '../career/career.ts';
import { jenjangAt, levelPost, type Post, seatPost } from '../career/posts.ts';
import type { JabatanFungsional } from '../lists/types.ts';
import type { Facts, Person } from '../person.ts';
import { dateIn, type Month } from '../plan/horizon.ts';
import { FIRST_ESELON, isFungsional, isStruktural, rankRange } from '../plan/kelas.ts';
import { GRADUATION_AGE } from '../plan/plans.ts';
import { mix32, type Random } from '../random.ts';
import { type Context, type Slot, STREAM, streamOf } from './context.ts';
import { transferOf } from './transfers.ts';
import type { Study } from './study.ts';
import { drawDataChanges, type DataChange } from './data-changes.ts';

/** What happens to an active person between the cut-off and the last delivery. */
export interface Future {
  readonly career: Career;
  readonly posts: readonly Post[];
  readonly studies: readonly Study[];
  readonly leaving: Person['leaving'];
  readonly changes: readonly DataChange[];
}

/** Chances of one month. */
const LEAVES = 0.0003;
const MOVES = 0.005;
const ROUND_MOVES = 0.03;
const DIPLOMA = 0.0025;
/** Of raises that come one or two periods late. */
const LATE = 0.1;
const S1 = 6;
const S2 = 7;

export interface Present {
  /** First month that is not yet lived. */
  readonly from: Month;
  readonly career: Career;
  readonly posts: readonly Post[];
  readonly studies: readonly Study[];
  readonly fungsional: JabatanFungsional | undefined;
  readonly facts: Facts;
  readonly retires: (post: Post | undefined) => Month;
}

/** Lives on month by month; whoever moves to another office is followed there, not here, unless `stays`. */
export function liveOn(context: Context, slot: Slot, present: Present, stays: boolean): Future {
  const random = streamOf(context, slot, STREAM.future);
  const { career, ranks } = laterRanks(context, present, random);
  const posts = laterPosts(context, slot, present, { career, ranks }, random);
  const studies = laterStudies(context, slot, present, random);
  const leaving = laterLeaving(context, slot, present, present.retires(posts.at(-1)), stays, random);
  const changes = drawDataChanges(context, slot, present, random);
  const last = leaving
    ? Math.trunc(leaving.tmt / 10_000) * 12 + (Math.trunc(leaving.tmt / 100) % 100) - 2
    : context.until;
  return {
    career: { ...career, rankMonths: career.rankMonths.filter((month) => month <= last) },
    posts: posts.filter(({ month }) => month <= last),
    studies: studies.filter(({ month }) => month <= last),
    leaving,
    changes: changes.filter(({ month }) => month <= last),
  };
}

interface LaterRanks {
  readonly career: Career;
  readonly ranks: readonly Month[];
}

/** Raises by the least time in rank and the periods; who has been overdue for long waits for something else, and goes on waiting. */
function laterRanks(context: Context, { from, career, fungsional }: Present, random: Random): LaterRanks {
  const ranks: Month[] = [];
  let before = career.rankMonths.at(-1) ?? career.cpns;
  let rank = career.firstRank + career.rankMonths.length - 1;
  const functional = fungsional !== undefined && career.functional > 0;
  for (;;) {
    // With the credits 24 months would do; most need longer.
    const least = functional ? Math.max(random.between(24, 48), random.between(24, 48)) : 48;
    let month = nextPeriodeKenaikanPangkat(Math.max(before + least, career.pns));
    if (random.chance(LATE))
      for (let late = random.between(1, 2); late > 0; late--) month = nextPeriodeKenaikanPangkat(month + 1);
    if (month < from || month > context.until || !mayRise(career, rank + 1, month, fungsional)) break;
    ranks.push(month);
    before = month;
    rank++;
  }
  return { career: { ...career, rankMonths: [...career.rankMonths, ...ranks] }, ranks };
}

function mayRise(career: Career, rank: number, month: Month, fungsional: JabatanFungsional | undefined): boolean {
  const regular = PANGKAT_PENDIDIKAN[career.final]?.tertinggi ?? 0;
  if (isStruktural(career.kelas)) return rank <= (ESELON_PANGKAT[career.kelas - FIRST_ESELON]?.tertinggi ?? 0);
  if (!isFungsional(career.kelas) || career.functional === 0) return rank <= regular;
  const highest = rankRange(career.kelas, career.entry, career.final)?.[1] ?? 0;
  const risen = { ...career, rankMonths: [...career.rankMonths, month] };
  return rank <= highest && fungsional?.jenjang[jenjangAt(risen, month)] !== undefined;
}

/** A higher level with the rank, another unit now and then, and the round of inaugurations in one month of the year. */
function laterPosts(
  context: Context,
  slot: Slot,
  { from, posts, fungsional }: Present,
  { career, ranks }: LaterRanks,
  random: Random,
): Post[] {
  const { frame, until } = context;
  const result = [...posts];
  const round = mix32(context.low) % 12;
  const seat = frame.emptySeatFor(slot.kind, slot.rank);
  for (let month = from; month <= until; month++) {
    const last = result.at(-1);
    if (!last) break;
    const chance = random.unit();
    const target = random.below(Math.max(1, frame.counts[slot.kind] ?? 1));
    if (fungsional && ranks.includes(month) && last.jenis === '2') {
      const post = levelPost(fungsional, jenjangAt(career, month), month, last.unit);
      if (post.jenjang !== last.jenjang) result.push(post);
    } else if (last.jenis === '1') {
      const head = frame.units[seat];
      if (month % 12 === round && head && last.unit !== seat)
        result.push(
          seatPost(month, month >= until ? 1 : random.between(1, 28), last.eselon, seat, {
            id: head.jabatanId,
            nama: head.jabatan,
          }),
        );
    } else if (chance < MOVES + (month % 12 === round ? ROUND_MOVES : 0)) {
      const unit = frame.unitOf(slot.kind, target);
      if (unit !== last.unit) result.push({ ...last, month, day: 1, unit });
    }
  }
  return result;
}

/** A higher diploma in the same field. */
function laterStudies(context: Context, slot: Slot, { from, studies }: Present, random: Random): Study[] {
  const result = [...studies];
  const { birthYear } = slot.origin;
  for (let month = from; month <= context.until; month++) {
    const last = result.at(-1);
    if (!last || !random.chance(DIPLOMA)) continue;
    const level = last.program.tingkat < '40' ? S1 : last.program.tingkat < '45' ? S2 : undefined;
    const year = Math.trunc(month / 12);
    if (level === undefined || year <= birthYear + (GRADUATION_AGE[level] ?? 0)) continue;
    const programs = context.catalogue.programs(level, last.program.bidang);
    if (programs.length > 0) result.push({ ...last, program: random.pick(programs), year, month });
  }
  return result;
}

function laterLeaving(
  context: Context,
  slot: Slot,
  { from }: Present,
  retires: Month,
  stays: boolean,
  random: Random,
): Person['leaving'] {
  const moved = stays ? undefined : transferOf(context, slot);
  for (let month = from; month <= context.until; month++) {
    const chance = random.unit();
    if (month >= retires) return { tmt: dateIn(retires), jenis: 'pensiun' };
    if (chance < LEAVES) return { tmt: dateIn(month), jenis: chance < LEAVES * 0.7 ? 'meninggal' : 'berhenti' };
    if (moved?.month === month) {
      // One office in ten leaves the row open for some months.
      const open = moved.bits % 10 === 0 ? 2 + (moved.bits % 4) : 0;
      return { tmt: dateIn(month), jenis: 'pindah', ...(open > 0 ? { ditutup: dateIn(month + open) } : {}) };
    }
  }
  return undefined;
}

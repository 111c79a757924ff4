import type { LocalDate } from '#kernel/local-date.ts';
import { bupOf, tmtPensiun } from '#rules/bup.ts';
import { ESELON_PANGKAT } from '#rules/eselon-pangkat.ts';
import { PANGKAT_PENDIDIKAN } from '#rules/pangkat-pendidikan.ts';
import { type Career, simulateCareer } from '../career/career.ts';
import { listPosts, type Post } from '../career/posts.ts';
import type { Person } from '../person.ts';
import { BARU, MANTAN_GURU, MANTAN_LAIN, MANTAN_PELAKSANA } from '../plan/cohorts.ts';
import { dateIn, type Month } from '../plan/horizon.ts';
import { GURU, isFungsional, KELAS_COUNT, PELAKSANA } from '../plan/kelas.ts';
import type { Plan } from '../plan/plans.ts';
import { mix32, type Random } from '../random.ts';
import { type Context, type Slot, STREAM, streamOf } from './context.ts';

export function retirement({ origin }: Slot, post: Post | undefined): LocalDate {
  return tmtPensiun(origin.tanggalLahir, post ? bupFor(post) : 58);
}

/** A CPNS of a later intake begins after the cut-off. */
export function firstMonth({ kind, origin }: Slot): Month {
  return kind === BARU ? origin.cpnsYear * 12 + origin.slot : 0;
}

export function bupFor(post: Post): number {
  if (post.jenis === '4') return bupOf({ jenis: 'pelaksana' });
  if (post.jenis === '1') return bupOf({ jenis: 'struktural', eselon: ESELON_PANGKAT[post.eselon]?.kode ?? '42' });
  return bupOf({ jenis: 'fungsional', jenjang: post.jenjang ?? 'PT', guru: post.nama.startsWith('Guru ') });
}

/** The class of a career: former staff were teachers or pelaksana. */
function classOf(kind: number): number {
  if (kind < KELAS_COUNT) return kind;
  return kind === MANTAN_GURU ? GURU : PELAKSANA;
}

export function beginCareer(context: Context, slot: Slot, end: Month): Career {
  const random = streamOf(context, slot, STREAM.career);
  const { origin } = slot;
  const cpns = origin.cpnsYear * 12 + origin.slot;
  const plan = slot.kind === BARU ? newcomerPlan(random) : context.cohorts.drawPlan(origin.row, random.unit());
  const probation = slot.kind === BARU ? random.between(12, 14) : undefined;
  return simulateCareer({ kelas: classOf(slot.kind), plan, birthYear: origin.birthYear, cpns, end, probation }, random);
}

/** Newcomers enter with a degree or a D-III and have their first rank. */
function newcomerPlan(random: Random): Plan {
  const level = random.chance(0.75) ? 6 : 5;
  return { entry: level, final: level, rank: PANGKAT_PENDIDIKAN[level]?.permulaan ?? 0 };
}

export function placePerson(context: Context, slot: Slot, career: Career, end: Month) {
  const { frame } = context;
  const random = streamOf(context, slot, STREAM.posts);
  const kind = slot.kind === BARU ? PELAKSANA : slot.kind;
  const count = frame.counts[kind] ?? 1;
  const unit = frame.unitOf(kind, slot.rank % Math.max(1, count));
  const other = isFungsional(career.kelas) || kind >= PELAKSANA ? frame.unitOf(kind, random.below(count)) : unit;
  const place = {
    unit,
    earlier: other,
    seatOf: (eselon: number) => frame.seatOf(eselon, random.unit()),
    headOf: (at: number) => ({ id: frame.units[at]?.jabatanId ?? '', nama: frame.units[at]?.jabatan ?? '' }),
  };
  return listPosts(career, end, place, context.catalogue, random);
}

/** Retired at the age limit, or died, resigned or moved away within the last three years. */
export function drawLeaving(context: Context, { kind, origin, number }: Slot): Person['leaving'] {
  if (kind === MANTAN_GURU) return { tmt: tmtPensiun(origin.tanggalLahir, 60), jenis: 'pensiun' };
  if (kind === MANTAN_PELAKSANA) return { tmt: tmtPensiun(origin.tanggalLahir, 58), jenis: 'pensiun' };
  if (kind !== MANTAN_LAIN) return undefined;
  const bits = mix32(number ^ context.low);
  const jenis = bits % 100 < 50 ? 'pindah' : bits % 100 < 85 ? 'meninggal' : 'berhenti';
  return { tmt: dateIn(context.horizon.month - ((bits >>> 8) % 36)), jenis };
}

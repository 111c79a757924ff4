import type { LocalDate } from '#kernel/local-date.ts';
import { arrange, type Lists, OWN_LISTS } from './lists/lists.ts';
import { type Office, OFFICES } from './lists/offices.ts';
import { ContractPerson } from './people/others.ts';
import { ArrivedPerson } from './people/arrived.ts';
import type { Context, Rename, Slot } from './people/context.ts';
import {
  countNewcomers,
  listIntakes,
  listMoves,
  type Move,
  namesAt,
  renameUnits,
} from './people/between-deliveries.ts';
import { countKinds, countSeats, makeFrame, type OfficeFrame, unitsFor } from './people/office-frame.ts';
import { Pns } from './people/pns.ts';
import type { Person } from './person.ts';
import { BARU, KINDS, makeCohorts, NON_ASN, PPPK } from './plan/cohorts.ts';
import { makeHorizon, monthIndex } from './plan/horizon.ts';
import { KELAS_COUNT } from './plan/kelas.ts';
import { apportion, findAbove, hashText, spreadAt } from './random.ts';
import type { Unit } from './units.ts';

export interface PopulationOptions {
  /** Active PNS at the cut-off over all offices. */
  readonly pegawai: number;
  /** Seed: the same one gives the same people. */
  readonly benih: string;
  /** Cut-off. */
  readonly per: LocalDate;
  /** The large lists of `loadLists`; without them the project's own modest ones are used. */
  readonly lists?: Lists | undefined;
  /** Months of further deliveries after the cut-off: what people live through until then. */
  readonly months?: number | undefined;
}

/** How many people of each kind an office has. */
export interface OfficeShare {
  readonly kode: string;
  readonly nama: string;
  readonly office: Office;
  readonly pns: number;
  readonly pppk: number;
  readonly nonAsn: number;
  readonly mantan: number;
  readonly total: number;
}

export interface Population {
  readonly per: LocalDate;
  /** The 36 offices in the order of their codes. */
  readonly instansi: readonly OfficeShare[];
  readonly lists: Lists;
  /** Everybody of an office in the order of the files, made on the fly: the same every time, and none is kept. */
  people(instansi: string): Iterable<Person>;
  /** The unit tree, parents before children, with the names of a day; without one, of the cut-off. */
  units(instansi: string, date?: LocalDate): readonly Unit[];
  /** Units that take another name after the cut-off. */
  renames(instansi: string): ReadonlyMap<string, Rename>;
}

/**
 * The whole population as a function of its seed. What is held does not grow with its size, but for the unit tree of the one office
 * that is being read. Throws for an office that is none of the 36.
 */
export function createPopulation(options: PopulationOptions): Population {
  const { pegawai, benih, per, lists = OWN_LISTS, months = 0 } = options;
  const catalogue = arrange(lists);
  const horizon = makeHorizon(per);
  const sizes = apportion(
    pegawai,
    OFFICES.map(({ bobot }) => bobot),
  );
  const unitsOf = (at: number): Unit[] => {
    const kode = OFFICES[at]?.kode ?? '';
    return unitsFor(kode, sizes[at] ?? 0, catalogue.daerahOf(kode), benih);
  };
  const counts = OFFICES.map((office, at) => countKinds(office, sizes[at] ?? 0, countSeats(unitsOf(at))));
  const until = horizon.month + months;
  const intakes = listIntakes(horizon.month, until, benih);
  const newcomers = counts.map((list, at) => countNewcomers(list, intakes.length, `${benih}/cpns/${at}`));
  const withNewcomers = counts.map((list, at) =>
    list.map((count, kind) => (kind === BARU ? (newcomers[at] ?? 0) : count)),
  );
  const firsts = firstNumbers(withNewcomers);
  const cohorts = makeCohorts(sumKinds(withNewcomers), horizon, benih, intakes);
  const totals = counts.map((list) => list.reduce((all, count) => all + count, 0));
  const officeStarts = runningTotals(totals);
  let open: { readonly at: number; readonly frame: OfficeFrame } | undefined;

  const frameOf = (at: number): OfficeFrame => {
    const office = OFFICES[at];
    if (open?.at === at) return open.frame;
    if (!office) throw new Error(`No office ${at}`);
    const frame = makeFrame(office, counts[at] ?? [], unitsOf(at), catalogue, benih);
    open = { at, frame };
    return frame;
  };

  const renamesOf = (at: number, units: readonly Unit[]): ReadonlyMap<string, Rename> =>
    renameUnits(units, horizon.month, until, `${benih}/nama-unit/${OFFICES[at]?.kode}`);
  const contextOf = (at: number): Context => {
    const frame = frameOf(at);
    const low = hashText(`${benih}/orang/${frame.office.kode}`);
    const renames = renamesOf(at, frame.units);
    return { frame, catalogue, cohorts, horizon, until, renames, high: hashText(benih), low };
  };
  const grandTotal = officeStarts.reduce((sum, start, at) => Math.max(sum, start + (totals[at] ?? 0)), 0);
  const newcomerStarts = runningTotals(newcomers);
  let moves: readonly (readonly Move[])[] | undefined;

  function* people(instansi: string): Iterable<Person> {
    const at = officeIndex(instansi);
    const context = contextOf(at);
    const { frame } = context;
    const start = officeStarts[at] ?? 0;
    for (let place = 0; place < frame.total; place++)
      yield makePerson(context, spreadAt(frame.order, place), start, firsts[at] ?? []);
    for (let rank = 0; rank < (newcomers[at] ?? 0); rank++) {
      const origin = cohorts.origin(BARU, (firsts[at]?.[BARU] ?? 0) + rank);
      const number = grandTotal + (newcomerStarts[at] ?? 0) + rank;
      const index = frame.total + rank;
      yield new Pns(context, { kind: BARU, rank, index, number, origin }, orangIdOf(frame, index));
    }
    moves ??= listMoves({ counts, officeStarts, until, horizon, high: context.high });
    for (const [i, { from, index, number }] of (moves[at] ?? []).entries()) {
      const there = contextOf(from);
      const slot = slotOf(there, index, officeStarts[from] ?? 0, firsts[from] ?? []);
      const id = orangIdOf(there.frame, index);
      const { leaving } = new Pns(there, slot, id);
      if (leaving?.jenis !== 'pindah') continue;
      const unit = frame.unitOf(slot.kind, number % Math.max(1, frame.counts[slot.kind] ?? 1));
      const decree = frame.total + (newcomers[at] ?? 0) + i;
      yield new ArrivedPerson(new Pns(there, slot, id, true), context, leaving.tmt, unit, decree);
    }
  }

  return {
    per,
    instansi: OFFICES.map((office, at) => shareOf(office, counts[at] ?? [])),
    lists: catalogue.lists,
    people,
    units: (instansi, date = per) => {
      const at = officeIndex(instansi);
      const { units } = frameOf(at);
      return namesAt(units, renamesOf(at, units), monthIndex(date));
    },
    renames: (instansi) => renamesOf(officeIndex(instansi), frameOf(officeIndex(instansi)).units),
  };
}

function officeIndex(kode: string): number {
  const at = OFFICES.findIndex((office) => office.kode === kode);
  if (at < 0) throw new Error(`Unknown office ${kode}`);
  return at;
}

/** A person by place in the office: first the kind, then the number within the kind over all offices. */
function makePerson(context: Context, index: number, officeStart: number, firsts: readonly number[]): Person {
  const slot = slotOf(context, index, officeStart, firsts);
  const orangId = orangIdOf(context.frame, index);
  return slot.kind === PPPK || slot.kind === NON_ASN
    ? new ContractPerson(context, slot, orangId)
    : new Pns(context, slot, orangId);
}

function slotOf({ frame, cohorts }: Context, index: number, officeStart: number, firsts: readonly number[]): Slot {
  const kind = findAbove(frame.begins, index) - 1;
  const rank = index - (frame.begins[kind] ?? 0);
  const origin = cohorts.origin(kind, (firsts[kind] ?? 0) + rank);
  return { kind, rank, index, number: officeStart + index, origin };
}

const orangIdOf = ({ office }: OfficeFrame, index: number): string =>
  `${office.kode}${String(index + 1).padStart(7, '0')}`;

function shareOf(office: Office, counts: readonly number[]): OfficeShare {
  const sum = (from: number, to: number): number => counts.slice(from, to).reduce((all, count) => all + count, 0);
  return {
    kode: office.kode,
    nama: office.nama,
    office,
    pns: sum(0, KELAS_COUNT),
    pppk: counts[PPPK] ?? 0,
    nonAsn: counts[NON_ASN] ?? 0,
    mantan: sum(KELAS_COUNT, PPPK),
    total: sum(0, KINDS),
  };
}

function sumKinds(counts: readonly (readonly number[])[]): number[] {
  return Array.from({ length: KINDS }, (_, kind) => counts.reduce((all, list) => all + (list[kind] ?? 0), 0));
}

/** For every office and kind, how many of that kind earlier offices have. */
function firstNumbers(counts: readonly (readonly number[])[]): number[][] {
  const before = Array.from({ length: KINDS }, () => 0);
  return counts.map((list) => {
    const first = [...before];
    for (const [kind, count] of list.entries()) before[kind] = (before[kind] ?? 0) + count;
    return first;
  });
}

function runningTotals(totals: readonly number[]): number[] {
  let sum = 0;
  return totals.map((total) => (sum += total) - total);
}

import type { LocalDate } from '#kernel/local-date.ts';
import { arrange, type Lists, OWN_LISTS } from './lists/lists.ts';
import { type Office, OFFICES } from './lists/offices.ts';
import { ContractPerson } from './people/others.ts';
import type { Context } from './people/context.ts';
import { countKinds, countSeats, makeFrame, type OfficeFrame, unitsFor } from './people/office-frame.ts';
import { Pns } from './people/pns.ts';
import type { Person } from './person.ts';
import { KINDS, makeCohorts, NON_ASN, PPPK } from './plan/cohorts.ts';
import { makeHorizon } from './plan/horizon.ts';
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
  /** The unit tree, parents before children. */
  units(instansi: string): readonly Unit[];
}

/**
 * The whole population as a function of its seed. What is held does not grow with its size, but for the unit tree of the one office
 * that is being read. Throws for an office that is none of the 36.
 */
export function createPopulation({ pegawai, benih, per, lists = OWN_LISTS }: PopulationOptions): Population {
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
  const firsts = firstNumbers(counts);
  const cohorts = makeCohorts(sumKinds(counts), horizon, benih);
  const officeStarts = runningTotals(counts.map((list) => list.reduce((all, count) => all + count, 0)));
  let open: { readonly at: number; readonly frame: OfficeFrame } | undefined;

  const frameOf = (at: number): OfficeFrame => {
    const office = OFFICES[at];
    if (open?.at === at) return open.frame;
    if (!office) throw new Error(`No office ${at}`);
    const frame = makeFrame(office, counts[at] ?? [], unitsOf(at), catalogue, benih);
    open = { at, frame };
    return frame;
  };

  function* people(instansi: string): Iterable<Person> {
    const at = officeIndex(instansi);
    const frame = frameOf(at);
    const key = `${benih}/orang/${instansi}`;
    const context: Context = { frame, catalogue, cohorts, horizon, high: hashText(benih), low: hashText(key) };
    for (let place = 0; place < frame.total; place++) {
      yield makePerson(context, spreadAt(frame.order, place), officeStarts[at] ?? 0, firsts[at] ?? []);
    }
  }

  return {
    per,
    instansi: OFFICES.map((office, at) => shareOf(office, counts[at] ?? [])),
    lists: catalogue.lists,
    people,
    units: (instansi) => frameOf(officeIndex(instansi)).units,
  };
}

function officeIndex(kode: string): number {
  const at = OFFICES.findIndex((office) => office.kode === kode);
  if (at < 0) throw new Error(`Unknown office ${kode}`);
  return at;
}

/** A person by place in the office: first the kind, then the number within the kind over all offices. */
function makePerson(context: Context, index: number, officeStart: number, firsts: readonly number[]): Person {
  const { frame, cohorts } = context;
  const kind = findAbove(frame.begins, index) - 1;
  const rank = index - (frame.begins[kind] ?? 0);
  const origin = cohorts.origin(kind, (firsts[kind] ?? 0) + rank);
  const slot = { kind, rank, index, number: officeStart + index, origin };
  const orangId = `${frame.office.kode}${String(index + 1).padStart(7, '0')}`;
  return kind === PPPK || kind === NON_ASN
    ? new ContractPerson(context, slot, orangId)
    : new Pns(context, slot, orangId);
}

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

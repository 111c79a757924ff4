import { INSTANSI_JATENG } from '#reference';
import type { Office } from '../lists/offices.ts';
import type { Catalogue } from '../lists/lists.ts';
import type { Daerah } from '../lists/types.ts';
import { MANTAN_GURU, MANTAN_LAIN, MANTAN_PELAKSANA, NON_ASN, PPPK, KINDS } from '../plan/cohorts.ts';
import { FIRST_ESELON, GURU, KELAS_COUNT, KESEHATAN, LAIN, PELAKSANA } from '../plan/kelas.ts';
import { apportion, findAbove, makeSpread, randomOf, type Spread } from '../random.ts';
import { buildUnits, type Unit, type UnitKind } from '../units.ts';

/** How many people of every kind an office has; structural ones by eselon, former ones by what they were. */
export function countKinds(office: Office, pns: number, eselonSeats: readonly number[]): number[] {
  const counts = Array.from({ length: KINDS }, () => 0);
  const { keluarga } = office;
  const structural = countStruktural(pns);
  const rest = apportion(pns - structural, [63 * 0.6, 63 * 0.22, 63 * 0.18, 22]);
  for (const [kelas, count] of rest.entries()) counts[kelas] = count;
  for (const [eselon, count] of apportion(structural, eselonSeats).entries()) counts[FIRST_ESELON + eselon] = count;
  const former = Math.round(pns * 0.06);
  const [guru = 0, pelaksana = 0, lain = 0] = apportion(former, [3, 4, 3]);
  counts[MANTAN_GURU] = guru;
  counts[MANTAN_PELAKSANA] = pelaksana;
  counts[MANTAN_LAIN] = lain;
  if (keluarga === 'A' || keluarga === 'E') counts[PPPK] = Math.round(pns * 0.1);
  if (keluarga === 'A' || keluarga === 'C' || keluarga === 'H') counts[NON_ASN] = Math.round(pns * 0.03);
  return counts;
}

function countStruktural(pns: number): number {
  return apportion(pns, [15, 85])[0] ?? 0;
}

/** Units of an office for so many PNS. */
export function unitsFor(kode: string, pns: number, daerah: readonly Daerah[], benih: string): Unit[] {
  const struktural = countStruktural(pns);
  const staff = { struktural, guru: Math.round(pns * 0.378), kesehatan: Math.round(pns * 0.139) };
  return buildUnits(kode, daerah, staff, benih);
}

export function countSeats(units: readonly Unit[]): number[] {
  const seats = Array.from({ length: KELAS_COUNT - FIRST_ESELON }, () => 0);
  for (const { eselon } of units) if (eselon >= 0) seats[eselon] = (seats[eselon] ?? 0) + 1;
  return seats;
}

/** Units with their share of a kind of work, as a rising sum. */
interface Placing {
  readonly units: readonly number[];
  readonly rising: readonly number[];
}

/** What the people of one office have in common while they are generated. */
export interface OfficeFrame {
  readonly office: Office;
  readonly instansi: { readonly id: string; readonly nama: string; readonly satuanKerjaId: string };
  readonly daerah: readonly Daerah[];
  readonly units: readonly Unit[];
  readonly counts: readonly number[];
  /** Rising sums of the counts: which kind a place in the office is. */
  readonly begins: readonly number[];
  /** Order in which the people stand in the files. */
  readonly order: Spread;
  readonly total: number;
  /** Who signs the decrees. */
  readonly signer: string;
  /** Units of each eselon. */
  readonly seats: readonly (readonly number[])[];
  unitOf(kind: number, rank: number): number;
  seatOf(eselon: number, chance: number): number;
  /** An empty seat of the same eselon that is this person's alone to take; -1 without. */
  emptySeatFor(kind: number, rank: number): number;
}

/** Weights of the kinds of unit for a kind of work: office, school, health, kecamatan. */
const SHARES: Readonly<Record<number, Readonly<Record<UnitKind, number>>>> = {
  [GURU]: { kantor: 0, sekolah: 1, kesehatan: 0, kecamatan: 0 },
  [KESEHATAN]: { kantor: 0.01, sekolah: 0, kesehatan: 0.99, kecamatan: 0 },
  [LAIN]: { kantor: 0.97, sekolah: 0, kesehatan: 0, kecamatan: 0.03 },
  [PELAKSANA]: { kantor: 0.3, sekolah: 0.1, kesehatan: 0.28, kecamatan: 0.32 },
};

export function makeFrame(
  office: Office,
  counts: readonly number[],
  units: readonly Unit[],
  catalogue: Catalogue,
  benih: string,
): OfficeFrame {
  const info = INSTANSI_JATENG.find(({ kode }) => kode === office.kode);
  if (!info) throw new Error(`Unknown office ${office.kode}`);
  const begins = [0];
  for (const count of counts) begins.push((begins.at(-1) ?? 0) + count);
  const total = begins.at(-1) ?? 0;
  const seats = Array.from({ length: KELAS_COUNT - FIRST_ESELON }, (_, eselon) =>
    units.flatMap((unit, at) => (unit.eselon === eselon ? [at] : [])),
  );
  const placings = [GURU, KESEHATAN, LAIN, PELAKSANA].map((work) => makePlacing(units, SHARES[work]));
  return {
    office,
    instansi: info,
    daerah: catalogue.daerahOf(office.kode),
    units,
    counts,
    begins,
    order: makeSpread(total, randomOf(`${benih}/urutan/${office.kode}`)),
    total,
    signer: signerOf(office),
    seats,
    unitOf: (kind, rank) => {
      if (kind >= FIRST_ESELON && kind < KELAS_COUNT)
        return seatAt(seats[kind - FIRST_ESELON], rank, counts[kind] ?? 1);
      const work = workOf(kind, rank);
      return placeAt(placings[work], (rank + 0.5) / Math.max(1, counts[kind] ?? 1));
    },
    emptySeatFor: (kind, rank) => emptySeat(seats[kind - FIRST_ESELON] ?? [], rank, counts[kind] ?? 0),
    seatOf: (eselon, chance) => {
      const list = seats[eselon] ?? [];
      return list.length === 0 ? -1 : (list[Math.floor(chance * list.length)] ?? -1);
    },
  };
}

function signerOf({ kode, nama }: Office): string {
  if (kode === '6400') return 'GUBERNUR JAWA TENGAH';
  return `${nama.startsWith('Kota') ? 'WALI KOTA' : 'BUPATI'} ${nama.replace(/^\S+ /, '').toUpperCase()}`;
}

/** Where the people of other kinds work: PPPK mostly in schools and health, the rest as pelaksana. */
function workOf(kind: number, rank: number): number {
  if (kind < KELAS_COUNT) return kind;
  if (kind === MANTAN_GURU) return GURU;
  return kind === PPPK ? pppkWork(rank) : PELAKSANA;
}

/** Six in ten PPPK teach, three are in health, one is a pelaksana. */
export function pppkWork(rank: number): number {
  const place = (rank * 7) % 10;
  if (place < 6) return GURU;
  return place < 9 ? KESEHATAN : PELAKSANA;
}

function makePlacing(units: readonly Unit[], shares: Readonly<Record<UnitKind, number>> | undefined): Placing {
  const numbers: Record<UnitKind, number> = { kantor: 0, sekolah: 0, kesehatan: 0, kecamatan: 0 };
  for (const unit of units) numbers[unit.jenis] += capacity(unit);
  const placed: number[] = [];
  const rising: number[] = [];
  let sum = 0;
  for (const [at, unit] of units.entries()) {
    const share = shares?.[unit.jenis] ?? 0;
    if (share === 0 || numbers[unit.jenis] === 0) continue;
    sum += (share * capacity(unit)) / numbers[unit.jenis];
    placed.push(at);
    rising.push(sum);
  }
  return { units: placed, rising };
}

/** Relative number of people: hospitals are large, lower secondary schools three times a primary school. */
function capacity({ nama, jenis, tingkat }: Unit): number {
  if (nama.startsWith('RUMAH SAKIT')) return 15;
  if (nama.startsWith('SMP')) return 3;
  if (nama.startsWith('TK')) return 0.35;
  return jenis === 'kantor' && tingkat === 1 ? 0.3 : 1;
}

function placeAt(placing: Placing | undefined, share: number): number {
  if (!placing || placing.units.length === 0) return 0;
  const at = findAbove(placing.rising, share * (placing.rising.at(-1) ?? 0));
  return placing.units[Math.min(at, placing.units.length - 1)] ?? 0;
}

/** The empty seats fall to as many people, spread evenly over those who have a seat. */
function emptySeat(seats: readonly number[], rank: number, filled: number): number {
  const empty = seats.length - filled;
  if (filled === 0 || empty <= 0) return -1;
  const which = Math.floor((rank * empty) / filled);
  if (rank > 0 && Math.floor(((rank - 1) * empty) / filled) === which) return -1;
  // Seat s is taken where some rank r has floor(r x seats / filled) = s.
  let left = which;
  for (const [at, unit] of seats.entries()) {
    const taker = Math.ceil((at * filled) / seats.length);
    if (taker < filled && Math.floor((taker * seats.length) / filled) === at) continue;
    if (left-- === 0) return unit;
  }
  return -1;
}

/** Seats are taken evenly, so that the empty ones are spread over the tree. */
function seatAt(seats: readonly number[] | undefined, rank: number, filled: number): number {
  if (!seats) return 0;
  return seats[Math.floor((rank * seats.length) / filled)] ?? 0;
}

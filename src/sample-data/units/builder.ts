import type { Daerah } from '../lists/types.ts';

export type UnitKind = 'kantor' | 'sekolah' | 'kesehatan' | 'kecamatan';

export interface Draft {
  readonly kode: string;
  readonly nama: string;
  readonly jabatan: string;
  readonly induk: number;
  readonly perangkat: number;
  readonly tingkat: number;
  readonly eselon: number;
  readonly jenis: UnitKind;
  readonly daerah: Daerah;
}

/** Places in the table of eselon; none for schools and health centres. */
export const II_A = 0;
export const II_B = 1;
export const III_A = 2;
export const III_B = 3;
export const IV_A = 4;
export const IV_B = 5;
export const NONE = -1;

/** One seat in twelve or so stays empty. */
const FILLED = 0.92;

interface NewUnit {
  readonly nama: string;
  readonly jabatan?: string;
  readonly eselon: number;
  readonly jenis?: UnitKind;
}

/** Grows a tree unit by unit and counts its seats. */
export class UnitBuilder {
  readonly drafts: Draft[] = [];
  readonly staff: { readonly struktural: number; readonly guru: number; readonly kesehatan: number };
  private readonly children: number[] = [];
  private tops = 0;
  private seats = 0;

  constructor(staff: UnitBuilder['staff']) {
    this.staff = staff;
  }

  /** Whether the seats suffice for the structural staff, 8% of them left empty. */
  get hasSeats(): boolean {
    return this.seats * FILLED >= this.staff.struktural;
  }

  addTop(daerah: Daerah, unit: NewUnit): number {
    return this.push({ ...unit, induk: -1, daerah, kode: pad(++this.tops), tingkat: 1, perangkat: this.drafts.length });
  }

  /** A unit below another, of its kind and in its place unless told otherwise. */
  addBelow(induk: number, unit: NewUnit, daerah?: Daerah): number {
    const parent = this.drafts[induk];
    if (!parent) throw new Error(`No unit ${induk}`);
    const place = (this.children[induk] ?? 0) + 1;
    this.children[induk] = place;
    const { jenis, perangkat, tingkat } = parent;
    const kode = `${parent.kode}.${pad(place)}`;
    return this.push({ jenis, ...unit, induk, daerah: daerah ?? parent.daerah, kode, tingkat: tingkat + 1, perangkat });
  }

  private push(unit: NewUnit & Omit<Draft, 'jabatan' | 'jenis'>): number {
    if (unit.eselon !== NONE) this.seats++;
    return (
      this.drafts.push({ ...unit, jabatan: unit.jabatan ?? `KEPALA ${unit.nama}`, jenis: unit.jenis ?? 'kantor' }) - 1
    );
  }
}

function pad(place: number): string {
  return String(place).padStart(2, '0');
}

/** Names that never repeat: the list's entries with a number that counts up once the list is used up. */
export function numberedName(prefix: string, names: readonly string[], at: number): string {
  return `${prefix} ${Math.floor(at / names.length) + 1} ${names[at % names.length] ?? ''}`;
}

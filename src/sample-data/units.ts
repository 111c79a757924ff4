import type { Daerah } from './lists/types.ts';
import { hashText, mix32 } from './random.ts';
import { buildKabupaten } from './units/kabupaten.ts';
import { buildProvinsi } from './units/provinsi.ts';
import { type Draft, UnitBuilder, type UnitKind } from './units/builder.ts';

export type { UnitKind } from './units/builder.ts';

/** A unit of an office. Its head is the one seat of that unit. */
export interface Unit {
  /** BKN's id: 32 hex digits. */
  readonly id: string;
  /** Place in the office's own tree, two or more digits a level: 01.02.03. */
  readonly kode: string;
  readonly nama: string;
  /** What one unit in ten was called before it was renamed. */
  readonly namaLama: string | undefined;
  /** Title of the head. */
  readonly jabatan: string;
  /** BKN's id of the head's post. */
  readonly jabatanId: string;
  /** Id of the parent, undefined at the top. */
  readonly indukId: string | undefined;
  /** Index of the parent in the list, -1 at the top. */
  readonly induk: number;
  /** Index of the office (perangkat daerah) that the unit belongs to; its own where it is one. */
  readonly perangkat: number;
  /** Depth from 1. */
  readonly tingkat: number;
  /** Index in the table of eselon (II.a first), -1 without. */
  readonly eselon: number;
  readonly jenis: UnitKind;
  /** Where it lies. */
  readonly daerah: Daerah;
}

/** How many people of each kind of work the tree must hold. */
export interface Staff {
  readonly struktural: number;
  readonly guru: number;
  readonly kesehatan: number;
}

/** Units of an office for so many people, parents before children. The same numbers give the same tree. */
export function buildUnits(kode: string, daerah: readonly Daerah[], staff: Staff, benih: string): Unit[] {
  const builder = new UnitBuilder(staff);
  if (kode === '6400') buildProvinsi(builder, daerah);
  else buildKabupaten(builder, daerah[0]);
  const seed = hashText(`${benih}/unit/${kode}`);
  const units: Unit[] = [];
  for (const [at, draft] of builder.drafts.entries()) units.push(finish(draft, at, seed, units[draft.induk]?.id));
  return units;
}

function finish(draft: Draft, at: number, seed: number, indukId: string | undefined): Unit {
  const high = mix32(seed + at * 2);
  const low = mix32(seed + at * 2 + 1);
  return {
    ...draft,
    indukId,
    id: makeId(seed, at, high),
    jabatanId: makeId(seed ^ 0x5bd1e995, at, low),
    namaLama: high % 10 === 0 ? renameBack(draft.nama) : undefined,
  };
}

/** How kinds of unit were called before the last reorganisations; no present unit is called so. */
const OLD_NAMES: readonly (readonly [now: RegExp, before: string])[] = [
  [/^DINAS /, 'KANTOR WILAYAH '],
  [/^BADAN /, 'KANTOR '],
  [/^SEKSI /, 'SUB BIDANG '],
  [/^SUB BAGIAN /, 'URUSAN '],
  [/^BIDANG /, 'SUB DINAS '],
  [/^SEKRETARIAT /, 'TATA USAHA '],
  [/^SD NEGERI /, 'SD INPRES '],
  [/^SMP NEGERI /, 'SLTP NEGERI '],
  [/^SMK NEGERI /, 'STM NEGERI '],
  [/^SMA NEGERI /, 'SMU NEGERI '],
  [/^PUSKESMAS /, 'BALAI PENGOBATAN '],
  [/^(?=.)/, 'KANTOR '],
];

function renameBack(nama: string): string | undefined {
  const rule = OLD_NAMES.find(([now]) => now.test(nama));
  return rule && nama.replace(rule[0], rule[1]);
}

/**
 * An id in the styles of BKN: 60 of 100 in upper case, 40 in lower, one in 5,000 a UUID. The first eight digits are a bijection of
 * the number, so ids of one seed never meet.
 */
export function makeId(seed: number, number: number, salt: number): string {
  const words = [mix32(seed ^ number), mix32(number + salt), mix32(salt ^ seed), mix32((salt + number) ^ 0x2c1b3c6d)];
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  const style = (words[1] ?? 0) % 5000;
  if (style === 0) return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return style % 5 < 3 ? hex.toUpperCase() : hex;
}

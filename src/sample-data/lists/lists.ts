import {
  type Jenjang,
  type JabatanFungsional,
  type Daerah,
  type KelompokFungsional,
  type PelaksanaRow,
  type Tempat,
} from './types.ts';
import { JABATAN_FUNGSIONAL } from './jabatan-fungsional.ts';
import { PELAKSANA_ROWS } from './jabatan-pelaksana.ts';
import { NAME_PARTS, type NameParts } from './nama.ts';
import { PROGRAM_ROWS } from './pendidikan.ts';
import { TEMPAT_LUAR } from './tempat.ts';
import { DAERAH } from './wilayah.ts';

/** A study programme with the title it gives. */
export interface Program {
  readonly tingkat: string;
  readonly id: string;
  readonly nama: string;
  readonly bidang: string;
  readonly gelar: string;
}

/** Names and codes that the sample is made of: the project's own modest choice, or the large lists of a folder. */
export interface Lists {
  readonly program: readonly Program[];
  readonly fungsional: readonly JabatanFungsional[];
  readonly pelaksana: readonly PelaksanaRow[];
  readonly daerah: readonly Daerah[];
  readonly tempatLuar: readonly Tempat[];
  readonly nama: NameParts;
}

export const OWN_LISTS: Lists = {
  program: PROGRAM_ROWS.map(([tingkat, id, nama, bidang, gelar]) => ({ tingkat, id, nama, bidang, gelar })),
  fungsional: JABATAN_FUNGSIONAL,
  pelaksana: PELAKSANA_ROWS,
  daerah: DAERAH,
  tempatLuar: TEMPAT_LUAR,
  nama: NAME_PARTS,
};

/** The lists arranged for drawing. */
export interface Catalogue {
  readonly lists: Lists;
  /** Programmes of a level (0 SD to 8 S-3) and a field; those of the level where the field has none. */
  programs(level: number, bidang: string): readonly Program[];
  /** Functional posts of a group that have all of these levels. */
  fungsional(kelompok: KelompokFungsional, jenjang: readonly Jenjang[]): readonly JabatanFungsional[];
  /** Titles of pelaksana for an education. */
  pelaksana(level: number): readonly PelaksanaRow[];
  daerahOf(instansi: string): readonly Daerah[];
}

/** BKN's codes of education from SD to S-3; trade schools and D-IV stand beside SLTA and S-1. */
const LEVEL_CODES: readonly (readonly string[])[] = [
  ['05'],
  ['10'],
  ['15', '17'],
  ['20'],
  ['25'],
  ['30'],
  ['40', '35'],
  ['45'],
  ['50'],
];
const SLTA = 2;
const D3 = 5;

export function arrange(lists: Lists): Catalogue {
  const byLevel = LEVEL_CODES.map((codes) => lists.program.filter(({ tingkat }) => codes.includes(tingkat)));
  const programs = memoise((level: number, bidang: string) => {
    const all = byLevel[level] ?? [];
    const fitting = all.filter((program) => program.bidang === bidang);
    if (fitting.length > 0) return fitting;
    const open = all.filter(({ bidang: other }) => !CLOSED.has(other));
    return open.length > 0 ? open : all;
  });
  const fungsional = memoise((kelompok: string, levels: string) =>
    lists.fungsional.filter(
      (post) => post.kelompok === kelompok && levels.split(' ').every((level) => post.jenjang[level as Jenjang]),
    ),
  );
  const byWork = ['d', 'm', 'p', 's', 'g'].map((work) => lists.pelaksana.filter(([tanda]) => tanda === work));
  return {
    lists,
    programs,
    fungsional: (kelompok, jenjang) => fungsional(kelompok, jenjang.join(' ')),
    pelaksana: (level) => byWork[workOf(level)] ?? [],
    daerahOf: (instansi) =>
      instansi === '6400' ? lists.daerah : lists.daerah.filter((one) => one.instansi === instansi),
  };
}

/** Mark for the titles of teachers who hold no functional post. */
export const TEACHER_LEVEL = -1;

/** Fields that nobody studies for an unrelated post. */
const CLOSED = new Set(['guru', 'perawat', 'bidan', 'dokter', 'gigi', 'apotek', 'gizi', 'lab', 'sanitasi', 'medis']);

function workOf(level: number): number {
  if (level === TEACHER_LEVEL) return 4;
  if (level < SLTA) return 0;
  if (level < D3) return 1;
  return level === D3 ? 2 : 3;
}

function memoise<A, T>(make: (a: A, b: string) => T): (a: A, b: string) => T {
  const known = new Map<A, Map<string, T>>();
  return (a, b) => {
    const inner = known.get(a) ?? new Map<string, T>();
    known.set(a, inner);
    const found = inner.get(b);
    if (found !== undefined) return found;
    const made = make(a, b);
    inner.set(b, made);
    return made;
  };
}

import type { Program } from '../lists/lists.ts';

/** Academic titles in their usual spelling. */
export interface Gelar {
  readonly depan: string;
  readonly belakang: string;
}

const FRONT = new Set(['dr.', 'drg.', 'drh.', 'Dr.']);
/** Until then graduates in letters and society were Drs. or Dra., in engineering and farming Ir. */
const NEW_TITLES = 1990;
const OLD_TITLES: Readonly<Record<string, 'Drs.' | 'Ir.'>> = {
  guru: 'Drs.',
  sosial: 'Drs.',
  administrasi: 'Drs.',
  teknik: 'Ir.',
  tani: 'Ir.',
};

export interface GraduatedFrom {
  readonly program: Program;
  readonly year: number;
}

/** Titles of the studies that count, with the honorific of a pilgrim in front of the name. */
export function writeTitles(
  studies: readonly GraduatedFrom[],
  perempuan: boolean,
  haji: boolean,
  plain: boolean,
): Gelar {
  const front: string[] = [];
  const back: string[] = [];
  for (const { program, year } of plain ? [] : studies) {
    const title = titleOf(program, year, perempuan);
    if (title !== '') (FRONT.has(title) || title.startsWith('Dr') || title === 'Ir.' ? front : back).push(title);
  }
  if (haji) front.push(perempuan ? 'Hj.' : 'H.');
  return { depan: front.join(' '), belakang: dropLower(back).join(', ') };
}

function titleOf(program: Program, year: number, perempuan: boolean): string {
  const old = program.tingkat === '40' && year < NEW_TITLES ? OLD_TITLES[program.bidang] : undefined;
  if (old === 'Drs.') return perempuan ? 'Dra.' : 'Drs.';
  return old ?? program.gelar;
}

/** A diploma gives way to the degree that follows it. */
function dropLower(titles: readonly string[]): readonly string[] {
  return titles.length > 1 ? titles.filter((title) => !title.startsWith('A.M')) : titles;
}

import { findField } from '#canonical';
import { compareText } from '#kernel/text.ts';
import type { Recipe } from './recipe.ts';

/** A column that a proposal only suspects of being a field. */
export interface DoubtfulColumn {
  readonly kolom: string;
  readonly kanonik: string;
}

export interface Doubts {
  readonly recipe: Recipe;
  readonly kolom: readonly DoubtfulColumn[];
}

const WHY = 'baru dugaan: tidak dipakai sebelum dipastikan orang';

/**
 * A proposal without what is only `lemah`, for a run in which nobody has looked at it: a column taken for a wrong field makes a difference
 * of every person. What is left out stays among the candidates. Fields that are not compared make no difference; parts of a joined code
 * and columns among which a kind chooses stand or fall together: they stay.
 */
export function leaveDoubtful(recipe: Recipe): Doubts {
  const chosen = new Set(recipe.pilihan.flatMap(({ bila, lain, menurut }) => [...Object.values(bila), lain, menurut]));
  const left: DoubtfulColumn[] = [];
  const kolom = recipe.kolom.map((column) => {
    const { sumber, kanonik, tingkat, bukti, pembaca } = column;
    if (kanonik === null || tingkat !== 'lemah' || !isCompared(kanonik)) return column;
    if (chosen.has(sumber) || pembaca.jenis === 'sambung') return column;
    left.push({ kolom: sumber, kanonik });
    return { ...column, kanonik: null, bukti: bukti === '' ? WHY : `${bukti}; ${WHY}` };
  });
  return left.length === 0 ? { recipe, kolom: [] } : { recipe: { ...recipe, kolom }, kolom: left };
}

function isCompared(kanonik: string): boolean {
  const field = findField(kanonik);
  const half = field?.pasangan === undefined ? undefined : findField(field.pasangan);
  return field?.dibandingkan === true || half?.dibandingkan === true;
}

const MOST_NAMED = 8;

/** One sentence to whoever may decide. */
export function describeDoubts(kolom: readonly DoubtfulColumn[], instansi: string): string {
  const list = kolom
    .toSorted((a, b) => compareText(a.kolom, b.kolom))
    .map(({ kolom: name, kanonik }) => `${name} (${kanonik}?)`);
  const named =
    list.slice(0, MOST_NAMED).join(', ') + (list.length > MOST_NAMED ? `, dan ${list.length - MOST_NAMED} lagi` : '');
  return `${kolom.length} kolom baru dugaan dan tidak disandingkan: ${named}. Bila benar, isi kanonik kolom itu di pemetaan/${instansi}.json, lalu jalankan lagi dengan --pemetaan ${instansi}=<berkas itu>.`;
}

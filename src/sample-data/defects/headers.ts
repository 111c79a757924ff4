import { createLot, dice, seedOf, shuffled } from '../dice.ts';
import type { Column } from '../offices/column.ts';
import type { OfficeProfile } from '../offices/profiles.ts';
import { renameSome } from '../offices/vary.ts';
import type { ColumnDefect } from './columns.ts';
import { type DefectChoice, rateOf } from './rates.ts';

/**
 * D28: what became of the headings by the n-th further delivery. In each delivery that is hit some columns are renamed and one
 * changes its place; later deliveries keep it so.
 */
export function changeHeaders(
  columns: readonly Column[],
  profile: OfficeProfile,
  delivery: number,
  benih: string,
  choice: DefectChoice,
): { readonly columns: readonly Column[]; readonly defects: readonly ColumnDefect[] } {
  const rate = rateOf('D28', profile, choice);
  const defects: ColumnDefect[] = [];
  let result = columns;
  for (let number = 1; number <= delivery; number++) {
    const key = `${benih}/judul/${profile.kode}/${number}`;
    if (dice(seedOf(key), 0) >= rate) continue;
    const before = new Set(result.map(({ name }) => name));
    const lot = createLot(key);
    result = moveOne(renameSome(result, lot), shuffled(result.slice(1), lot)[0]?.name ?? '');
    for (const { name, canonical } of number === delivery ? result : []) {
      if (!before.has(name))
        defects.push({ cacat: 'D28', column: name, kanonik: canonical ?? '', harapan: 'peringatan' });
    }
  }
  return { columns: result, defects };
}

function moveOne(columns: readonly Column[], name: string): readonly Column[] {
  const moved = columns.find((column) => column.name === name);
  return moved === undefined ? columns : [...columns.filter((column) => column !== moved), moved];
}

import type { Facts } from '../person.ts';
import type { Column } from './column.ts';

/** "dr. SITI AMINAH, S.Ked., M.Kes.": titles around the name. */
export function fullNameOf(facts: Facts): string {
  const front = facts.gelar_depan === undefined ? '' : `${facts.gelar_depan.trim()} `;
  const back = facts.gelar_belakang === undefined ? '' : `, ${facts.gelar_belakang.trim()}`;
  return `${front}${facts.nama ?? ''}${back}`;
}

/** Turns a column of names into one that holds the titles too. */
export function withTitles(column: Column): Column {
  return {
    ...column,
    also: ['gelar_depan', 'gelar_belakang'],
    reader: { jenis: 'nama_bergelar' },
    encode: (facts) => fullNameOf(facts),
  };
}

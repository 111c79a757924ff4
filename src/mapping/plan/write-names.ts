import { fail, ok } from '#kernel/result.ts';
import { type NamaBergelar, splitGelar } from '#rules/gelar.ts';
import { CaseTally } from './cell-forms.ts';
import type { Cells } from './cells.ts';
import type { SlotWriter, WriterInput } from './slot-writer.ts';

/** The inverse of `read-names.ts`: the name, or titles that stand in its column, exchanged and all else left as it is. */
export function compileNameWriter(input: WriterInput): SlotWriter {
  const letters = new CaseTally();
  const column = input.allFeeds.of('nama')[0]?.column ?? -1;
  return {
    columns: [column],
    learn(cells) {
      letters.count(partsOf(cells[column] ?? '').nama);
    },
    write(value, cells) {
      const cell = (cells[column] ?? '').trim();
      const { nama } = partsOf(cell);
      return ok(new Map([[column, exchange(cell, nama, letters.write(value))]]));
    },
  };
}

/** Writer of titles that have no column of their own: they stand before or behind the name. */
export function compileTitlesInNameWriter(input: WriterInput): SlotWriter {
  const column = input.allFeeds.of('nama')[0]?.column ?? -1;
  const isFront = input.slot.field.nama === 'gelar_depan';
  return {
    columns: [column],
    learn: () => undefined,
    write(value, cells: Cells) {
      const parts = partsOf((cells[column] ?? '').trim());
      if (parts.nama === '') return fail('TULIS_TANPA_BENTUK');
      return ok(new Map([[column, joinName(isFront ? { ...parts, depan: value } : { ...parts, belakang: value })]]));
    },
  };
}

/** As the reader does it: only where a comma or dot stands, or titles are known to, may there be titles. */
const partsOf = (cell: string): NamaBergelar => splitGelar(cell.trim());

const joinName = ({ depan, nama, belakang }: NamaBergelar): string =>
  [[depan, nama].filter((part) => part !== '').join(' '), belakang].filter((part) => part !== '').join(', ');

/** The cell with another name in the place of the old one. */
function exchange(cell: string, old: string, name: string): string {
  if (old === '' || cell === old) return name;
  const at = cell.indexOf(old);
  if (at >= 0 && cell.indexOf(old, at + 1) < 0) return cell.slice(0, at) + name + cell.slice(at + old.length);
  return joinName({ ...partsOf(cell), nama: name });
}

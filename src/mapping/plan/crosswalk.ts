import { isBknId } from '#rules/bkn-id.ts';
import type { FindCrosswalk, SourceValue } from '#reference';
import type { Cell, Understand } from './understand.ts';

/** The code and the words of a cell as the source means them. A text without two letters in a row is a code. */
export function sourceValueOf({ delivered, label, id, isKnown, isTold }: Cell): Omit<SourceValue, 'kolom'> {
  if (isKnown !== true || isTold === true) return { kode: delivered || id, label: '' };
  const words = /\p{L}{2}/u.test(label) ? label.trim() : '';
  if (words === '') return { kode: label || id, label: '' };
  return { kode: id || (delivered === label ? '' : delivered), label: words };
}

/**
 * Understands a cell by the accepted crosswalk of its instansi where it has one, as if the source had delivered BKN's id; all others as
 * before. A cell that bears BKN's own long id needs none. What people read stays the source's own words; a bare code shows what it means.
 */
export function withCrosswalk(understand: Understand, find: FindCrosswalk): Understand {
  return (field, cell) => {
    if (isBknId(cell.id)) return understand(field, cell);
    const value = sourceValueOf(cell);
    const entry = find({ kolom: field.nama, ...value });
    if (!entry) return understand(field, cell);
    const byId = understand(field, { delivered: entry.id, label: '', id: entry.id, isKnown: true });
    const meant =
      byId.folded === ''
        ? understand(field, { delivered: entry.id, label: entry.acuan.nama, id: entry.id, isKnown: true })
        : byId;
    if (meant.problem !== undefined) return understand(field, cell);
    return { ...meant, text: value.label === '' ? meant.text : value.label };
  };
}

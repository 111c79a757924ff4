import { type CellRange, isEmptyCell, trimCell } from '../plan/cell-bytes.ts';
import type { Cells } from '../plan/cells.ts';
import type { Reader } from '../recipe.ts';
import type { MadeColumn } from './made-column.ts';

type Sambung = Extract<Reader, { jenis: 'sambung' }>;

const encoder = new TextEncoder();
const cell: CellRange = { start: 0, end: 0 };

/** What stands between the parts of a text of words; anything else joins the levels of a code. */
export const BETWEEN_WORDS = ' ';

/** One value over several columns: "01.02.03" of KDU1, KDU2, KDU3; "SITI NUR AINI" of the parts of a name. */
export function joinParts(name: string, { pemisah }: Sambung, parts: readonly number[]): MadeColumn {
  const separator = encoder.encode(pemisah);
  const areWords = pemisah === BETWEEN_WORDS;
  return {
    name,
    parts,
    isJoined: true,
    // Empty levels at the end are left off, those within keep their place, so that different cells never give one code.
    make(bytes, cells, base, out) {
      const { added, behind } = out;
      const first = added.length;
      let full = first;
      for (let index = 0; index < parts.length; index++) {
        const at = base + 2 * (parts[index] as number);
        trimCell(bytes, cells[at] as number, cells[at + 1] as number, cell);
        const isEmpty = isEmptyCell(bytes, cell.start, cell.end);
        if (areWords ? !isEmpty && full > first : index > 0) added.push(separator, 0, separator.length);
        if (isEmpty) continue;
        added.push(bytes, cell.start, cell.end);
        full = added.length;
      }
      added.length = full;
      out.start = behind + first;
      out.end = behind + full;
      return undefined;
    },
    unmake(text, cells, given) {
      if (parts.every((part) => given.has(part))) return new Map(parts.map((part) => [part, given.get(part) ?? null]));
      const old = parts.map((part) => (cells[part] ?? '').trim());
      const pieces = areWords ? spreadWords(text, old) : splitCode(text, pemisah, old);
      return pieces && new Map(parts.map((part, index) => [part, pieces[index] ?? '']));
    },
  };
}

/** The levels of a code: cut at the separator, else as wide as the levels are now. */
function splitCode(text: string, separator: string, old: Cells): readonly string[] | undefined {
  let at = 0;
  const pieces =
    separator === '' ? old.map((level) => text.slice(at, (at += level?.length ?? 0))) : text.split(separator);
  return pieces.length > old.length || pieces.join(separator) !== text ? undefined : pieces;
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/**
 * The words of a name over the columns that hold it: columns at both ends whose words are still there keep them, those between take the
 * rest, one word each and the last but one of three or more all that is left over.
 */
export function spreadWords(text: string, old: readonly string[]): readonly string[] {
  const words = wordsOf(text);
  const own = old.map(wordsOf);
  const standsAt = (part: readonly string[], at: number): boolean =>
    part.length > 0 && at >= 0 && part.every((word, index) => words[at + index] === word);
  let [front, from] = [0, 0];
  while (front < own.length - 1 && standsAt(own[front] ?? [], from)) from += own[front++]?.length ?? 0;
  let [back, to] = [own.length, words.length];
  while (back > front + 1) {
    const last = own[back - 1] ?? [];
    if (to - last.length < from || !standsAt(last, to - last.length)) break;
    [back, to] = [back - 1, to - last.length];
  }
  return [...old.slice(0, front), ...dealWords(words.slice(from, to), back - front), ...old.slice(back)];
}

function dealWords(words: readonly string[], columns: number): readonly string[] {
  if (columns <= 1) return [words.join(' ')];
  const [first = '', ...others] = words;
  if (columns === 2) return [first, others.join(' ')];
  return [first, ...dealWords(others.slice(0, -1), columns - 2), others.at(-1) ?? ''];
}

import { remember } from '#kernel/remember.ts';
import { type CellRange, isEmptyCell, trimCell } from '../plan/cell-bytes.ts';
import { latinText } from './latin-text.ts';
import type { MadeColumn } from './made-column.ts';

/** Where text and date stand in a cell; an empty range where one of them is not there. */
export interface TextAndDate {
  readonly teks: readonly [start: number, end: number];
  readonly tanggal: readonly [start: number, end: number];
}

const LONGEST = 400;

const MONTH = '(?:jan|feb|peb|mar|mrt|apr|mei|may|jun|jul|ag[ust]|aug|sep|okt|oct|no[vp]|des|dec)[a-z]{0,6}';
const CLOCK = '(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?)?';
const DATE = [
  ...['-', '/', '\\.'].flatMap((mark) => [
    `[0-9]{4}${mark}[0-9]{1,2}${mark}[0-9]{1,2}${CLOCK}`,
    `[0-9]{1,2} ?${mark} ?[0-9]{1,2} ?${mark} ?(?:[0-9]{4}|[0-9]{2})`,
  ]),
  '[0-9]{1,2} [0-9]{1,2} [0-9]{4}',
  `[0-9]{1,2}[- ]?${MONTH}[-., ]{1,2}(?:[0-9]{4}|[0-9]{2})`,
].join('|');
const AT_END = new RegExp(`(?<![0-9])(?:${DATE})(?=[\\s)\\].;,]*$)`, 'gi');
const AT_START = new RegExp(`^[\\s(]*(${DATE})(?=[\\s,;:)|/-]+[^\\s])`, 'i');
/** A date cannot stand right behind these: "800/12/04/2012" is one number. */
const TIGHT = /[0-9][-/.]$/;
/** What stands between both: signs, and the words that announce a date. */
const BEFORE_DATE =
  /(?:[\s,;:([|/-]|(?<![a-z])(?:tertanggal|tanggal|tgl|t\.?m\.?t|terhitung|mulai|sejak|pada|per)\.?)*$/i;
const BEHIND_DATE = /^[\s,;:)\]|/-]*/;
const BEHIND_TEXT = /[\s,;:|/-]*$/;

/**
 * Finds the date at the end of a cell, or else at its beginning, and the text that is left: "Kudus, 12 Maret 1980", "III/a
 * (01-04-2012)", "821.2/7/2012 tgl 1-4-2012". A text without any digit has no date. Undefined where digits stand there that are no
 * date, or where there are two dates.
 */
export const findTextAndDate = remember((cell): TextAndDate | undefined => {
  if (cell.length > LONGEST) return undefined;
  const text = trimRange(cell, 0, cell.length);
  const date = lastDate(cell) ?? firstDate(cell);
  if (date === undefined) {
    const nothing = [text[1], text[1]] as const;
    return /[0-9]/.test(cell) ? undefined : { teks: cutBehind(cell, text), tanggal: nothing };
  }
  const rest =
    date[0] > text[0] && /\S/.test(cell.slice(text[0], date[0])) && !isHead(cell, date) ? 'before' : 'behind';
  const teks = rest === 'before' ? cutBefore(cell, date) : cutAfter(cell, date);
  const left = cell.slice(teks[0], teks[1]);
  return hasDate(left) ? undefined : { teks, tanggal: date };
});

const isHead = (cell: string, [start]: readonly [number, number]): boolean =>
  /^[\s(,;:/-]*$/.test(cell.slice(0, start));

function lastDate(cell: string): readonly [number, number] | undefined {
  AT_END.lastIndex = 0;
  for (let match = AT_END.exec(cell); match; match = AT_END.exec(cell)) {
    if (!TIGHT.test(cell.slice(0, match.index))) return [match.index, match.index + match[0].length];
    AT_END.lastIndex = match.index + 1;
  }
  return undefined;
}

function firstDate(cell: string): readonly [number, number] | undefined {
  const match = AT_START.exec(cell);
  const date = match?.[1];
  if (!match || date === undefined) return undefined;
  const start = match[0].length - date.length;
  return /^[-/.][0-9]/.test(cell.slice(start + date.length)) ? undefined : [start, start + date.length];
}

const hasDate = (text: string): boolean => lastDate(text) !== undefined || firstDate(`${text} x`) !== undefined;

function trimRange(cell: string, start: number, end: number): readonly [number, number] {
  const inner = cell.slice(start, end);
  const from = start + inner.length - inner.trimStart().length;
  return [from, Math.max(from, start + inner.trimEnd().length)];
}

function cutBefore(cell: string, [start]: readonly [number, number]): readonly [number, number] {
  const before = cell.slice(0, start);
  return trimRange(cell, 0, before.replace(BEFORE_DATE, '').length);
}

function cutAfter(cell: string, [, end]: readonly [number, number]): readonly [number, number] {
  const behind = cell.slice(end);
  const [from, to] = trimRange(cell, end + (BEHIND_DATE.exec(behind)?.[0].length ?? 0), cell.length);
  return /^[\s)\].;,]*$/.test(cell.slice(from, to)) ? [from, from] : [from, to];
}

const cutBehind = (cell: string, [start, end]: readonly [number, number]): readonly [number, number] => [
  start,
  start + cell.slice(start, end).replace(BEHIND_TEXT, '').length,
];

const cell: CellRange = { start: 0, end: 0 };

/** The text or the date of a column that holds both. */
export function takeTextOrDate(name: string, ambil: 'teks' | 'tanggal', part: number): MadeColumn {
  return {
    name,
    parts: [part],
    make(bytes, cells, base, out) {
      trimCell(bytes, cells[base + 2 * part] as number, cells[base + 2 * part + 1] as number, cell);
      out.start = out.end = 0;
      if (isEmptyCell(bytes, cell.start, cell.end)) return undefined;
      const found = findTextAndDate(latinText(bytes, cell.start, cell.end));
      if (!found) return 'GABUNGAN_TANPA_TANGGAL';
      out.start = cell.start + found[ambil][0];
      out.end = cell.start + found[ambil][1];
      return undefined;
    },
    unmake(text, cells) {
      const delivered = cells[part] ?? '';
      const [start, end] = findTextAndDate(delivered)?.[ambil] ?? [0, 0];
      if (text === '' || start === end) return undefined;
      return new Map([[part, delivered.slice(0, start) + text + delivered.slice(end)]]);
    },
  };
}

import type { Facts } from '../../src/sample-data/person.ts';
import { codeOf } from './write-values.ts';
import { factOf, personField, typeOf } from './facts.ts';
import type { StructureColumn } from './structures.ts';

/** Reads written cells back by hand, so that what a structure says of its columns is not only believed by what wrote them. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'];
const IN_ENGLISH: Readonly<Record<string, string>> = { may: 'mei', aug: 'agu', oct: 'okt', dec: 'des' };
const two = (value: number): string => String(value).padStart(2, '0');

/** An ISO date of a date in the form; a year of two digits lies in 1961 to 2060, as pensions may lie ahead. */
export function readDate(text: string, form: string): string {
  if (form === 'excel') return new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10);
  const parts = /^\d{8}$/.test(text)
    ? form.startsWith('y')
      ? [text.slice(0, 4), text.slice(4, 6), text.slice(6)]
      : [text.slice(0, 2), text.slice(2, 4), text.slice(4)]
    : text.replace(/[T ]00:00:00.*$/, '').split(/[-/. ]/);
  const [first = '', second = '', third = ''] = parts;
  if (form.startsWith('y')) return dateOf(first, second, third);
  return form.startsWith('m') ? dateOf(third, first, second) : dateOf(third, second, first);
}

function dateOf(year: string, month: string, day: string): string {
  const short = month.slice(0, 3).toLowerCase();
  const number = /\d/.test(month) ? Number(month) : MONTHS.indexOf(IN_ENGLISH[short] ?? short) + 1;
  const century = year.length > 2 ? '' : Number(year) > 60 ? '19' : '20';
  return `${century}${year}-${two(number)}-${two(Number(day))}`;
}

const ISO = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const fold = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** Forms in which the value itself stands there, and lists of which a label may be shortened. */
const PLAIN = new Set(['', 'text', 'roman', 'blanks', 'apostrophe']);
const SHORTENED = new Set(['jenis_kelamin', 'status_cpns_pns', 'golongan_kgb', 'jenis_jabatan', 'pendidikan_tingkat']);

/** What is wrong with a cell of a person's column, in words; empty where it says what the person is. */
export function faultOf(column: StructureColumn, cell: string, facts: Facts): string {
  const { canonical, encoding = '' } = column;
  const [form = '', ...steps] = ` ${encoding}`.split(' ~ ').map((part) => part.trim());
  const stepOf = (name: string): string | undefined =>
    steps.find((step) => step.startsWith(`${name}:`))?.slice(name.length + 1);
  if (canonical === null || cell.trim() === '' || cell === '-' || cell === stepOf('kosong')) return '';
  const field = personField(canonical);
  const truth = factOf(field, facts, '');
  const isKnown = field in facts;
  if (form.startsWith('pola:')) {
    const parts = [...form.matchAll(/\{([^:}]+)/g)].map(([, name = '']) => factOf(personField(name), facts, ''));
    const lost = parts.find((part) => !ISO.test(part) && !isWithin(part, cell, stepOf('cukup')));
    return lost === undefined ? '' : `${cell} lacks ${lost}`;
  }
  if (form.startsWith('tabel:')) {
    const rows = form
      .slice('tabel:'.length)
      .split(';')
      .map((row) => row.split('='));
    const id = codeOf(field, facts, '');
    const told = (rows.find(([key]) => key === id) ?? rows.find(([key]) => key === '*'))?.[1]?.replace('$', id);
    return told !== undefined && fold(told) === fold(cell) ? '' : `${cell} for ${id}`;
  }
  if (typeOf(canonical) === 'tanggal' && !form.startsWith('bagian:')) {
    const iso = readDate(cell, form);
    if (!ISO.test(iso)) return `${cell} is no date`;
    return !isKnown || iso === truth ? '' : `${cell} is ${iso}, not ${truth}`;
  }
  if (!isKnown || !PLAIN.has(form) || SHORTENED.has(field)) return '';
  return isWithin(truth, cell, stepOf('cukup')) ? '' : `${cell}, not ${truth}`;
}

function isWithin(part: string, cell: string, cut: string | undefined): boolean {
  const [want, have] = [fold(part), fold(cell)];
  if (cut !== undefined && cell.length >= Number(cut) - 1) return want.startsWith(have);
  return have.includes(want) || (want !== '' && Number(want) === Number(have));
}

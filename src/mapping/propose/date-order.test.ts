import { describe, expect, it } from 'vitest';
import { fromRows } from '../sample/table-sample.ts';
import { readDateFacts } from '../sample/date-facts.ts';
import { type Day, dmy, iso, makeUp, mdy } from '../testing/synthetic-values.ts';
import { findDateOrder } from './date-order.ts';
import { findYardstick } from './yardstick.ts';

const PEOPLE = Array.from({ length: 60 }, (_, index) => makeUp(index));
const swap = ({ year, month, day }: Day): Day => (day <= 12 ? { year, month: day, day: month } : { year, month, day });
const pangkat = ({ cpns, index }: (typeof PEOPLE)[number]): Day => ({
  year: cpns.year + 4,
  month: index % 2 === 0 ? 4 : 10,
  day: 1,
});
const early = ({ cpns, index }: (typeof PEOPLE)[number]): Day => ({
  year: cpns.year,
  month: 1 + (index % 11),
  day: 2 + (index % 9),
});
/** Decrees of the weeks around the new year, some time before the day from which they hold. */
const sk = ({ cpns, index }: (typeof PEOPLE)[number]): Day => ({ year: cpns.year, month: 1, day: 2 + (index % 11) });
/** Inaugurations: days above 12 occur. */
const late = ({ cpns, index }: (typeof PEOPLE)[number]): Day => ({
  year: cpns.year + 9,
  month: 1 + (index % 12),
  day: index % 6 === 0 ? 13 + (index % 15) : 1 + (index % 3),
});

function orderOf(values: readonly string[], nip: readonly string[] = PEOPLE.map((person) => person.nip)) {
  const rows = values.map((value, index) => [nip[index] ?? 'x', value]);
  const sample = fromRows('t', ['nip', 'tanggal'], [], rows, rows.length);
  const column = sample.columns[1];
  if (!column) throw new Error('no column');
  return findDateOrder(readDateFacts(column), findYardstick(sample));
}

describe('findDateOrder', () => {
  it.each([
    ['birth dates day first', PEOPLE.map(({ lahir }) => dmy(lahir)), 'dmy'],
    ['birth dates month first', PEOPLE.map(({ lahir }) => mdy(lahir)), 'mdy'],
    ['birth dates stored swapped', PEOPLE.map(({ lahir }) => iso(swap(lahir))), 'ydm'],
    ['birth dates with slashes, swapped', PEOPLE.map(({ lahir }) => dmy(swap(lahir), '/')), 'mdy'],
    ['TMT CPNS month first', PEOPLE.map(({ cpns }) => mdy(cpns)), 'mdy'],
    ['TMT of rank day first', PEOPLE.map((person) => dmy(pangkat(person))), 'dmy'],
    ['TMT of rank swapped in a text', PEOPLE.map((person) => dmy(swap(pangkat(person)))), 'mdy'],
    ['TMT of rank swapped in ISO', PEOPLE.map((person) => iso(swap(pangkat(person)))), 'ydm'],
    ['TMT of rank in ISO', PEOPLE.map((person) => iso(pangkat(person))), 'ymd'],
  ])('%s', (_, values, order) => {
    expect(orderOf(values)).toMatchObject({ order, isDecided: true });
  });

  it('is not sure of a swap where many were inaugurated in the first days of some Januaries', () => {
    const many = ({ cpns, index }: (typeof PEOPLE)[number]): Day =>
      index % 4 === 3
        ? { year: cpns.year + 9, month: 2 + (index % 10), day: 1 + (index % 3) }
        : { year: 2017 + 5 * (index % 2), month: 1, day: 2 + (index % 2) };
    expect(orderOf(PEOPLE.map((person) => dmy(many(person))))).toMatchObject({ isDecided: false });
  });

  it('takes decrees of January for no swapped dates where the NIP tells of the weeks after them', () => {
    const januaries = PEOPLE.filter(({ cpns }) => cpns.month <= 3);
    const nip = (person: (typeof PEOPLE)[number]) => person.nip;
    expect(
      orderOf(
        januaries.map((person) => dmy(sk(person))),
        januaries.map(nip),
      ),
    ).toMatchObject({ order: 'dmy' });
    expect(
      orderOf(
        januaries.map((person) => mdy(sk(person))),
        januaries.map(nip),
      ),
    ).toMatchObject({ order: 'mdy' });
    expect(
      orderOf(
        januaries.map((person) => iso(sk(person))),
        januaries.map(nip),
      ),
    ).toMatchObject({ order: 'ymd' });
    const decemberAbove12 = ({ cpns, index }: (typeof PEOPLE)[number]): Day => ({
      year: cpns.year - 1,
      month: 12,
      day: 13 + (index % 9),
    });
    const mostlySure = januaries.map((person, index) => dmy(index % 3 === 0 ? sk(person) : decemberAbove12(person)));
    expect(orderOf(mostlySure, januaries.map(nip))).toMatchObject({ order: 'dmy' });
  });

  it('judges each form of a mixed column by itself: a year in front is no month first', () => {
    const mixed = PEOPLE.map((person, index) => (index % 2 ? iso(late(person)) : dmy(pangkat(person))));
    expect(orderOf(mixed)).toMatchObject({ order: 'dmy', isDecided: true });
    const few = PEOPLE.map((person, index) => (index % 5 === 0 ? iso(late(person)) : dmy(pangkat(person))));
    expect(orderOf(few)).toMatchObject({ order: 'dmy', isDecided: true });
    const monthFirst = PEOPLE.map((person, index) => (index % 2 ? iso(late(person)) : mdy(late(person))));
    expect(orderOf(monthFirst)).toMatchObject({ order: 'mdy', isDecided: true });
    const mostlyIso = PEOPLE.map((person, index) => (index % 4 ? iso(late(person)) : dmy(late(person))));
    expect(orderOf(mostlyIso)).toMatchObject({ order: 'ymd', isDecided: true });
  });

  it('finds dates that a spreadsheet swapped where it could, and left as text where it could not', () => {
    const halfRead = PEOPLE.map(({ lahir }) => (lahir.day <= 12 ? iso(swap(lahir)) : dmy(lahir)));
    expect(orderOf(halfRead, [])).toMatchObject({ order: 'ydm', isDecided: true });
    expect(orderOf(halfRead)).toMatchObject({ order: 'ydm', isDecided: true });
  });

  it('finds a swapped TMT without any NIP', () => {
    expect(
      orderOf(
        PEOPLE.map((person) => iso(swap(pangkat(person)))),
        [],
      ).order,
    ).toBe('ydm');
  });

  it('says so when nothing decides', () => {
    expect(
      orderOf(
        PEOPLE.map((person) => dmy(early(person))),
        [],
      ),
    ).toMatchObject({ order: 'dmy', isDecided: false });
  });

  it('does not take days of decrees in January for swapped ones', () => {
    const values = PEOPLE.map(({ cpns, index }) => dmy({ year: cpns.year, month: 1, day: 3 + (index % 25) }));
    expect(orderOf(values, []).order).toBe('dmy');
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#kernel/local-date.ts';
import { type Arrival, EVERY, listDues, nextMonth, outlookOf, type Rhythm, rhythmOn, type Rhythms } from './rhythm.ts';

const day = (date: number): LocalDate => date as LocalDate;
const MONTHLY: Rhythm = { setiapBulan: 1, tanggal: 10, ingatkan: 3 };
const from = (mulai: number, irama: Rhythm | null = MONTHLY) => ({ mulai: day(mulai), irama });
const SINCE_JULY: Rhythms = { umum: [from(20260701)], sendiri: [] };
const TODAY = 20261127;

/** `per` and the day received, which is the same where it is left out. */
const came = (...days: readonly (number | readonly [per: number, tanggal: number])[]): readonly Arrival[] =>
  days.map((one, at) => {
    const [per, tanggal] = typeof one === 'number' ? [one, one] : one;
    return { kiriman: `k${at}`, per: day(per), tanggal: day(tanggal) };
  });
/** What became of each due day, in a form that can be read. */
const told = (rhythms: Rhythms, arrivals: readonly Arrival[], today = TODAY, tahun = 2026) =>
  listDues(rhythms, arrivals, day(today), tahun)
    .filter(({ tempo }) => tempo >= 20260901 && tempo < 20270101)
    .map(({ tempo, keadaan, hari, datang }) => [tempo, keadaan, hari, datang?.kiriman ?? null]);

describe('what became of due days', () => {
  it.each<[string, readonly Arrival[], readonly unknown[]]>([
    [
      'nothing came',
      [],
      [
        [20260910, 'terlambat', 78, null],
        [20261010, 'terlambat', 48, null],
        [20261110, 'terlambat', 17, null],
        [20261210, 'ditunggu', 0, null],
      ],
    ],
    [
      'all in time; data of the end of a month count for the next due day',
      came(20260901, [20260930, 20261002], [20261031, 20261110]),
      [
        [20260910, 'tepat-waktu', 0, 'k0'],
        [20261010, 'tepat-waktu', 0, 'k1'],
        [20261110, 'tepat-waktu', 0, 'k2'],
        [20261210, 'ditunggu', 0, null],
      ],
    ],
    [
      'late, and a second file of the same month changes nothing',
      came(20260901, [20261001, 20261014], 20261112, 20261120),
      [
        [20260910, 'tepat-waktu', 0, 'k0'],
        [20261010, 'datang-terlambat', 4, 'k1'],
        [20261110, 'datang-terlambat', 2, 'k2'],
        [20261210, 'ditunggu', 0, null],
      ],
    ],
    [
      'newer data make up for what never came',
      came(20260901, [20261101, 20261103]),
      [
        [20260910, 'tepat-waktu', 0, 'k0'],
        [20261010, 'terlewat', 0, null],
        [20261110, 'tepat-waktu', 0, 'k1'],
        [20261210, 'ditunggu', 0, null],
      ],
    ],
    [
      'an old file sent late fills its own day only',
      came(20260901, [20261001, 20261115]),
      [
        [20260910, 'tepat-waktu', 0, 'k0'],
        [20261010, 'datang-terlambat', 36, 'k1'],
        [20261110, 'terlambat', 17, null],
        [20261210, 'ditunggu', 0, null],
      ],
    ],
    [
      'sent before its time',
      came(20260901, 20261001, 20261101, 20261126),
      [
        [20260910, 'tepat-waktu', 0, 'k0'],
        [20261010, 'tepat-waktu', 0, 'k1'],
        [20261110, 'tepat-waktu', 0, 'k2'],
        [20261210, 'tepat-waktu', 0, 'k3'],
      ],
    ],
  ])('%s', (_, arrivals, expected) => {
    expect(told(SINCE_JULY, arrivals)).toEqual(expected);
  });

  it('is not late on the day itself', () => {
    expect(told(SINCE_JULY, came(20260901, 20261001), 20261110)[2]).toEqual([20261110, 'ditunggu', 0, null]);
    expect(told(SINCE_JULY, came(20260901, 20261001), 20261111)[2]).toEqual([20261110, 'terlambat', 1, null]);
  });

  it('is only told where it was before any rhythm', () => {
    const rhythms = { umum: [from(20261201)], sendiri: [] };
    expect(told(rhythms, came(20261001, [20261101, 20261125]))).toEqual([
      [20261010, 'datang', 0, 'k0'],
      [20261110, 'datang', 0, 'k1'],
      [20261210, 'ditunggu', 0, null],
    ]);
  });

  it('follows the rhythm of its day: a change leaves what was due before', () => {
    const quarterly = from(20261101, { setiapBulan: 3, tanggal: 31, ingatkan: 0 });
    expect(told({ ...SINCE_JULY, sendiri: [quarterly] }, [], 20261205, 2027)).toEqual([
      [20260910, 'terlambat', 86, null],
      [20261010, 'terlambat', 56, null],
    ]);
    expect(
      listDues({ ...SINCE_JULY, sendiri: [quarterly] }, [], day(20261205), 2027)
        .map(({ tempo }) => tempo)
        .filter((tempo) => tempo > 20261101),
    ).toEqual([20270131, 20270430, 20270731, 20271031]);
    const back = { ...SINCE_JULY, sendiri: [from(20260901, { ...MONTHLY, tanggal: 31 }), from(20261101, null)] };
    expect(told(back, []).map(([tempo]) => tempo)).toEqual([20260930, 20261031, 20261110, 20261210]);
    expect(rhythmOn(back, day(20261001))).toMatchObject({ isOwn: true, irama: { tanggal: 31 } });
    expect(rhythmOn(back, day(20261101))).toMatchObject({ isOwn: false });
  });
});

describe('what is next and what is missing', () => {
  const outlook = (arrivals: readonly Arrival[], today = TODAY) =>
    outlookOf(listDues(SINCE_JULY, arrivals, day(today)));

  it.each<[string, readonly Arrival[], number, unknown]>([
    ['in time', came(20261101), TODAY, { berikutnya: 20261210, terlambat: null }],
    ['due today', came(20261001), 20261110, { berikutnya: 20261110, terlambat: null }],
    [
      'two in a row are late since the first',
      came(20260901),
      TODAY,
      { berikutnya: 20261210, terlambat: { sejak: 20261010, hari: 48, kali: 2 } },
    ],
    ['sent before its time', came(20261101, 20261126), TODAY, { berikutnya: 20270110, terlambat: null }],
    [
      'a day to come, by a slip of the pen, excuses nothing after it was received',
      came(20260901, [20991001, 20261002]),
      TODAY,
      { berikutnya: 20261210, terlambat: { sejak: 20261110, hari: 17, kali: 1 } },
    ],
  ])('%s', (_, arrivals, today, expected) => {
    expect(outlook(arrivals, today)).toEqual(expected);
  });

  it('a change of the rhythm holds from the next month on', () => {
    expect([20261127, 20261201, 20261231].map((date) => nextMonth(day(date)))).toEqual([20261201, 20270101, 20270101]);
  });
});

describe('whatever the rhythm and the deliveries', () => {
  const dates = fc
    .tuple(fc.integer({ min: 2024, max: 2027 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, date]) => day(year * 10_000 + month * 100 + date));
  const rhythm = fc.record({
    setiapBulan: fc.constantFrom(...EVERY),
    tanggal: fc.integer({ min: 1, max: 31 }),
    ingatkan: fc.constant(3),
  });
  const starts = dates.map((date) => day(date - (date % 100) + 1));
  const changes = fc.array(fc.record({ mulai: starts, irama: fc.option(rhythm) }), { maxLength: 4 });
  const arrivals = fc.array(fc.tuple(dates, dates), { maxLength: 12 });

  it('no delivery fills two days, no month has two, and a delivery more never makes later', () => {
    fc.assert(
      fc.property(changes, changes, arrivals, dates, dates, (umum, sendiri, pairs, one, today) => {
        const rhythms = { umum: [{ mulai: day(20240101), irama: MONTHLY }, ...umum], sendiri };
        const before = came(...pairs);
        const dues = listDues(rhythms, before, today);
        const filled = dues.flatMap(({ datang }) => (datang ? [datang.kiriman] : []));
        expect(new Set(filled).size).toBe(filled.length);
        expect(new Set(dues.map(({ tempo }) => Math.trunc(tempo / 100))).size).toBe(dues.length);
        const more = listDues(rhythms, [...before, { kiriman: 'x', per: one, tanggal: one }], today);
        expect(outlookOf(more).terlambat?.kali ?? 0).toBeLessThanOrEqual(outlookOf(dues).terlambat?.kali ?? 0);
      }),
      { numRuns: 60 },
    );
  });
});

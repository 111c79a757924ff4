import { type LocalDate, monthOf, yearOf } from '#kernel/local-date.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import { type DatesByRow, type DateShape, datesOf, readDateFacts, shapeOf } from '../sample/date-facts.ts';
import { correlation, FEWEST_RISING } from './correlation.ts';
import { findDateOrder, type OrderFinding } from './date-order.ts';
import { type Agreement, agreesWithBirth, agreesWithTmtCpns, countSexes, FEW, type Yardstick } from './yardstick.ts';

/** What the dates of a column say, in the order that was found for it. */
export interface DateEvidence {
  readonly order: OrderFinding;
  readonly dates: DatesByRow;
  readonly shape: DateShape;
  readonly birth: Agreement;
  readonly tmtCpns: Agreement;
}

const yearsBetween = (from: LocalDate, to: LocalDate): number =>
  yearOf(to) - yearOf(from) + (monthOf(to) - monthOf(from)) / 12;

interface YearsAfter {
  readonly birth: readonly number[];
  readonly cpns: readonly number[];
}

const CLOCK = /[ T](?!00:00)\d{1,2}:\d{2}/;

/** Everybody has a sex: a column that is empty for many says something else. */
const FILLED = 0.5;

/** A column with everything that its own values prove; worked out on demand, once. */
export class ColumnEvidence {
  readonly facts: ColumnFacts;
  readonly #yardstick: Yardstick;
  #dates: DateEvidence | undefined;
  #sexAgreement: number | undefined;
  #isStamp: boolean | undefined;
  #yearsAfter: YearsAfter | undefined;

  constructor(facts: ColumnFacts, yardstick: Yardstick) {
    this.facts = facts;
    this.#yardstick = yardstick;
  }

  /** Whether the table holds one row a person, as far as its numbers tell; a history repeats them. */
  get isOfPeople(): boolean {
    const { column } = this.#yardstick;
    return column !== undefined && column.variety > 0.9;
  }

  get isKey(): boolean {
    return this.facts === this.#yardstick.column;
  }

  /** Whether the table holds 18-digit numbers at all. */
  get hasKey(): boolean {
    return this.#yardstick.column !== undefined;
  }

  get dates(): DateEvidence {
    this.#dates ??= this.#readDates();
    return this.#dates;
  }

  /**
   * Share of rows in which the majority meaning of the value is the sex in the NIP; 0 where the column has not two values that nearly
   * everybody has one of: titles before the name ("Dra.", "Hj.") go with the sex too, where they stand.
   */
  get sexAgreement(): number {
    this.#sexAgreement ??= this.#judgeSexes();
    return this.#sexAgreement;
  }

  /** When something was typed in: the time of day stands behind the date. */
  get isStamp(): boolean {
    this.#isStamp ??= this.facts.share('tanggal') > 0.8 && this.facts.shareOf((value) => CLOCK.test(value)) > 0.5;
    return this.#isStamp;
  }

  /** Correlation of whole numbers with the years since the appointment in the NIP, -1 to 1; 0 where few could tell. */
  risesWithService(): number {
    const points = [...this.#yardstick.parts].flatMap(([row, nip]) => {
      const value = this.facts.values[row] ?? '';
      return nip.jenis === 'pns' && value !== '' ? [[Number(value), -yearOf(nip.tmtCpns)] as const] : [];
    });
    return points.length < FEWEST_RISING ? 0 : correlation(points);
  }

  /** Years from birth and from appointment, as the NIP has them, to the column's date; row by row where both are known. */
  yearsAfter(): YearsAfter {
    this.#yearsAfter ??= this.#countYears();
    return this.#yearsAfter;
  }

  #countYears(): YearsAfter {
    const [birth, cpns]: [number[], number[]] = [[], []];
    for (const [row, nip] of this.#yardstick.parts) {
      const date = this.dates.dates[row];
      if (date === undefined) continue;
      birth.push(yearsBetween(nip.tanggalLahir, date));
      if (nip.jenis === 'pns') cpns.push(yearsBetween(nip.tmtCpns, date));
    }
    return { birth, cpns };
  }

  #readDates(): DateEvidence {
    const facts = readDateFacts(this.facts);
    const order = findDateOrder(facts, this.#yardstick);
    const dates = datesOf(facts, order.order);
    return {
      order,
      dates,
      shape: shapeOf(dates),
      birth: agreesWithBirth(this.#yardstick, dates),
      tmtCpns: agreesWithTmtCpns(this.#yardstick, dates),
    };
  }

  #judgeSexes(): number {
    if (this.facts.distinct.size < 2 || this.facts.distinct.size > 12 || this.facts.filledShare < FILLED) return 0;
    const counts = countSexes(this.#yardstick, this.facts);
    let right = 0;
    let all = 0;
    const majorities = new Set<boolean>();
    for (const [men, women] of counts.values()) {
      right += Math.max(men, women);
      all += men + women;
      majorities.add(men > women);
    }
    // a value agrees with its own first row by itself: only what comes again bears witness
    const free = all - counts.size;
    return free < FEW || majorities.size < 2 ? 0 : (right - counts.size) / free;
  }
}

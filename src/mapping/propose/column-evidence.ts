import type { ColumnFacts } from '../sample/column-facts.ts';
import { type DatesByRow, type DateShape, datesOf, readDateFacts, shapeOf } from '../sample/date-facts.ts';
import { findDateOrder, type OrderFinding } from './date-order.ts';
import { type Agreement, agreesWithBirth, agreesWithTmtCpns, countSexes, type Yardstick } from './yardstick.ts';

/** What the dates of a column say, in the order that was found for it. */
export interface DateEvidence {
  readonly order: OrderFinding;
  readonly dates: DatesByRow;
  readonly shape: DateShape;
  readonly birth: Agreement;
  readonly tmtCpns: Agreement;
}

/** A column with everything that its own values prove; worked out on demand, once. */
export class ColumnEvidence {
  readonly facts: ColumnFacts;
  readonly #yardstick: Yardstick;
  #dates: DateEvidence | undefined;
  #sexAgreement: number | undefined;

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

  get dates(): DateEvidence {
    this.#dates ??= this.#readDates();
    return this.#dates;
  }

  /** Share of rows in which the majority meaning of the value is the sex in the NIP; 0 where the column has not two values. */
  get sexAgreement(): number {
    this.#sexAgreement ??= this.#judgeSexes();
    return this.#sexAgreement;
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
    if (this.facts.distinct.size < 2 || this.facts.distinct.size > 12) return 0;
    const counts = countSexes(this.#yardstick, this.facts);
    let right = 0;
    let all = 0;
    const majorities = new Set<boolean>();
    for (const [men, women] of counts.values()) {
      right += Math.max(men, women);
      all += men + women;
      majorities.add(men > women);
    }
    return all === 0 || majorities.size < 2 ? 0 : right / all;
  }
}

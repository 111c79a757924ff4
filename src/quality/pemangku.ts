import { isPemangku } from '#rules/ikd/timeliness.ts';
import type { IkdPerson } from '#rules/ikd/person.ts';
import type { IkdSettings } from '#rules/ikd/settings.ts';
import { isAktif } from '#rules/ikd/population.ts';

/**
 * Holders of structural posts by unit, for the one indicator (TIM_4) that looks at more than one person. Its verdicts wait until the
 * whole file is read; about one person in twenty is kept for it.
 */
export class Pemangku<T> {
  readonly #byUnor = new Map<string, T[]>();

  /** Keeps the holder of a known unit; false where the person is none. */
  add(person: IkdPerson, settings: IkdSettings, item: T): boolean {
    const { unor } = person;
    if (unor === undefined || unor === 'kosong') return false;
    if (!isAktif(person, settings) || !isPemangku(person, settings)) return false;
    const holders = this.#byUnor.get(unor);
    if (holders) holders.push(item);
    else this.#byUnor.set(unor, [item]);
    return true;
  }

  /** Every kept holder with the number of holders of the same unit, units in the order in which they were met. */
  *counted(): Iterable<{ readonly item: T; readonly pemangku: number }> {
    for (const holders of this.#byUnor.values()) {
      for (const item of holders) yield { item, pemangku: holders.length };
    }
  }
}

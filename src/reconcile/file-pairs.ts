import { IntList } from './int-list.ts';

/** Integers of a pair found by number: data row, BKN record, rung, agreement. */
const WIDTH = 4;

/**
 * The pairs of one delivery by number: those found while it was read, which then lie in memory that the main thread sees too,
 * and behind them those of the lower rungs.
 */
export class FilePairs {
  #read: IntList | undefined = new IntList();
  #shared: Int32Array = new Int32Array(0);
  /** BKN record and rung of each. */
  readonly #late = new IntList();

  /** Adds a pair while the delivery is read; returns its number. */
  add(dataRow: number, record: number, rung: number, agreement: number): number {
    const read = this.#read as IntList;
    read.push(dataRow);
    read.push(record);
    read.push(rung);
    read.push(agreement);
    return read.length / WIDTH - 1;
  }

  /** Ends the reading: four integers a pair (see `FileRead.pairs`), held once for all threads. */
  share(): Int32Array {
    this.#shared = this.#read?.toShared() ?? this.#shared;
    this.#read = undefined;
    return this.#shared;
  }

  /** Adds a pair of the lower rungs; returns its number. */
  addLate(record: number, rung: number): number {
    this.#late.push(record);
    this.#late.push(rung);
    return this.#shared.length / WIDTH + this.#late.length / 2 - 1;
  }

  get count(): number {
    return this.#shared.length / WIDTH + this.#late.length / 2;
  }

  recordOf(pair: number): number {
    return this.#at(pair, 1);
  }

  rungOf(pair: number): number {
    return this.#at(pair, 2);
  }

  #at(pair: number, place: number): number {
    const late = pair - this.#shared.length / WIDTH;
    return late < 0 ? (this.#shared[pair * WIDTH + place] as number) : this.#late.at(late * 2 + place - 1);
  }
}

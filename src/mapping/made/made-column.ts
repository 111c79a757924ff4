import type { ProblemCode } from '#kernel/problem.ts';
import type { Cells } from '../plan/cells.ts';

/** Range of a cell whose parts cannot be told: its fields are neither read nor taken for empty, and it is quarantined. */
export const NOT_MADE = -2;

/** Where a made cell is put: a range of the row's own bytes, or bytes that are laid behind them. */
export interface MadeCell {
  start: number;
  end: number;
  /** Bytes behind those of the block; a range that lies in them begins at `behind + added.length`. */
  readonly added: ByteList;
  behind: number;
}

/** New texts of the columns that a made column is made of. */
export type Unmade = ReadonlyMap<number, string | null> | undefined;

/** A column that the recipe makes out of others: it stands behind the columns of the rows, and its reader reads it like them. */
export interface MadeColumn {
  readonly name: string;
  /** Positions of the columns that it is made of. The first is the one that problems name. */
  readonly parts: readonly number[];
  /** Makes the cell of the row whose cells begin at `base`; the reason why it cannot be made, or undefined. */
  readonly make: (bytes: Uint8Array, cells: Int32Array, base: number, out: MadeCell) => ProblemCode | undefined;
  /** The inverse: a new text back into the parts; undefined where that cannot be done. `given` holds parts that are already told. */
  readonly unmake: (text: string, cells: Cells, given: ReadonlyMap<number, string | null>) => Unmade;
  /** One value over several columns, which another row may show how to write. */
  readonly isJoined?: boolean;
}

export class ByteList {
  bytes: Uint8Array = new Uint8Array(1 << 10);
  length = 0;

  push(source: Uint8Array, start: number, end: number): void {
    if (this.length + end - start > this.bytes.length) {
      const larger = new Uint8Array(2 * (this.length + end - start));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    for (let i = start; i < end; i++) this.bytes[this.length++] = source[i] as number;
  }
}

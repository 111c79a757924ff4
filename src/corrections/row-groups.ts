import type { ColumnChange, KeyPart, RowChange } from './packet.ts';

/** A row of a table that a person's corrections reach. */
export interface Target {
  readonly tabel: string;
  readonly kunci: readonly KeyPart[];
  /** The row as it stands, by column of its table. */
  readonly cells: ReadonlyMap<number, string | null>;
  /** Whether all its changes must go together, since they also find the row. */
  readonly whole: boolean;
  /** Key by which the person's row leads to this one. */
  readonly owner: string;
}

/** What one decision changes in one row. */
export interface TargetChange {
  readonly target: Target;
  readonly change: ColumnChange;
}

interface Group {
  readonly target: Target;
  readonly columns: Map<number, ColumnChange>;
  readonly kolom: Set<string>;
}

/**
 * The changes of one person's rows, in groups that are written together or not at all: what one decision changes in a row, and
 * what other decisions change in the same columns.
 */
export class RowGroups {
  readonly #groups: Group[] = [];

  /** Adds what the decision about a field changes. */
  add(kolom: string, changes: readonly TargetChange[]): void {
    for (const { target, change } of changes) {
      const own = this.#groups.filter(
        (group) =>
          group.target === target && (target.whole || group.columns.has(change.column) || group.kolom.has(kolom)),
      );
      const [kept = { target, columns: new Map<number, ColumnChange>(), kolom: new Set<string>() }, ...merged] = own;
      if (own.length === 0) this.#groups.push(kept);
      for (const group of merged) {
        for (const [column, each] of group.columns) kept.columns.set(column, each);
        for (const each of group.kolom) kept.kolom.add(each);
        this.#groups.splice(this.#groups.indexOf(group), 1);
      }
      kept.columns.set(change.column, change);
      kept.kolom.add(kolom);
    }
  }

  /** Groups in which a cell becomes another one. */
  changes(nip: string, baris: number): readonly RowChange[] {
    return this.#groups.flatMap(({ target, columns, kolom }): RowChange[] => {
      const sorted = [...columns.values()].toSorted((a, b) => a.column - b.column);
      const changed = sorted.filter(({ lama, baru }) => lama !== baru);
      if (changed.length === 0) return [];
      const { tabel, kunci, cells } = target;
      return [{ nip, baris, tabel, kunci, columns: changed, kolom: [...kolom], cells }];
    });
  }
}

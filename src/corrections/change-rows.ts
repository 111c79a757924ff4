import type { Source } from '#formats';
import { problem, type ProblemCode } from '#kernel/problem.ts';
import { type Cells, getSlot, type Recipe, type RowWriter, SLOTS } from '#mapping';
import { type Fault, refuseKey, refuseOrder, refuseType } from './check-cell.ts';
import type { Decision, LeftOut } from './decisions.ts';
import type { Histories } from './histories.ts';
import type { RowChange } from './packet.ts';
import type { PersonKey } from './person-key.ts';
import type { Place, Places } from './places.ts';
import { RowGroups, type Target, type TargetChange } from './row-groups.ts';

const NIP = getSlot('nip');

export interface ChangerInput {
  readonly source: Source;
  readonly recipe: Recipe;
  readonly writer: RowWriter;
  /** Names of the columns of the rows, and where they stand. */
  readonly columns: readonly string[];
  readonly places: Places;
  readonly key: PersonKey;
  readonly histories: Histories;
}

/** Applies the decisions about one person after the other to the cells of their rows. */
export class RowChanger {
  readonly changes: RowChange[] = [];
  readonly leftOut: LeftOut[] = [];
  written = 0;
  readonly #given: ChangerInput;

  constructor(given: ChangerInput) {
    this.#given = given;
  }

  /** `expected` is the number that stood in the row when it was reconciled. */
  change(baris: number, cells: Cells, decisions: readonly Decision[], expected: string): void {
    const { writer } = this.#given;
    if (writer.read(cells, NIP) !== expected) {
      for (const decision of decisions) this.#leave(decision, { code: 'TULIS_ORANG' });
      return;
    }
    const targets = new Map<number, Target | ProblemCode>();
    const groups = new RowGroups();
    let now = cells;
    // In the order of the catalogue, whatever the order of the lines.
    for (const slot of SLOTS) {
      for (const decision of decisions) {
        if (decision.kolom !== slot.field.nama) continue;
        const isOld = writer.read(cells, slot) === decision.simpeg;
        const next = isOld ? writer.write(now, slot, decision.bkn) : undefined;
        if (next?.ok !== true) {
          this.#leave(decision, { code: next ? next.error : 'TULIS_BERUBAH' });
          continue;
        }
        const changes = this.#changesOf(cells, now, next.value, targets);
        if ('code' in changes) {
          this.#leave(decision, changes);
          continue;
        }
        groups.add(slot.field.nama, changes);
        now = next.value;
        this.written++;
      }
    }
    this.changes.push(...groups.changes(decisions[0]?.nip ?? '', baris));
  }

  #leave(decision: Decision, { code, jenis = '' }: Fault): void {
    this.leftOut.push({ decision, problem: problem(code, { jenis }) });
  }

  /** What one decision changes in the rows of their tables; a fault where one of its cells must not be written. */
  #changesOf(
    first: Cells,
    before: Cells,
    after: Cells,
    targets: Map<number, Target | ProblemCode>,
  ): readonly TargetChange[] | Fault {
    const found: TargetChange[] = [];
    for (const [position, place] of this.#given.places.entries()) {
      if (!place || before[position] === after[position]) continue;
      const target = targets.get(place.join) ?? this.#target(place, first);
      targets.set(place.join, target);
      if (typeof target === 'string') return { code: target };
      const baru = after[position] ?? null;
      const fault = this.#refuse(position, place, baru, target);
      if (fault) return fault;
      found.push({ target, change: { column: place.column, lama: target.cells.get(place.column) ?? null, baru } });
    }
    return found;
  }

  #refuse(position: number, place: Place, baru: string | null, { owner }: Target): Fault | undefined {
    const { source, recipe, key, histories, columns } = this.#given;
    const isPersonKey = position === key.column;
    return (
      refuseKey(source, recipe, place, { name: columns[position] ?? '', isPersonKey }) ??
      refuseType(source, place, baru) ??
      refuseOrder(histories.of(place.join), place, owner, baru)
    );
  }

  #target({ tabel, join }: Place, cells: Cells): Target | ProblemCode {
    const { key, histories } = this.#given;
    if (join < 0) {
      const value = cells[key.column] ?? null;
      if (!key.isUnique((value ?? '').trim())) return 'TULIS_KUNCI';
      const kunci = [{ column: key.column, value }];
      return { tabel, kunci, cells: new Map(cells.entries()), whole: false, owner: '' };
    }
    const history = histories.of(join);
    const owner = histories.ownerIn(join, cells);
    const found = history?.rows.get(owner.key);
    if (!history || !found) return 'TULIS_RIWAYAT';
    if (!found.kunci || !owner.isAlone) return 'TULIS_RIWAYAT_GANDA';
    const whole = history.id === undefined;
    return { tabel, kunci: found.kunci, cells: new Map(found.cells.entries()), whole, owner: owner.key };
  }
}

import type { ColumnDemands } from '#formats';
import { problem, type ProblemCode } from '#kernel/problem.ts';
import { fail, type Result } from '#kernel/result.ts';
import { type Cells, getSlot, type RowWriter, type Slot, SLOTS } from '#mapping';
import { type Fault, refuseColumn, refuseConditions, refuseKey, refuseOrder } from './check-cell.ts';
import type { Decision, LeftOut } from './decisions.ts';
import { completeRow, findNewRows, type NewRowsInput, type RowDraft } from './new-rows.ts';
import type { NewRow, RowChange } from './packet.ts';
import type { PersonKey } from './person-key.ts';
import { namesIn, type Place } from './places.ts';
import { RowGroups, type Target, type TargetChange } from './row-groups.ts';
import type { UniqueTexts } from './unique-texts.ts';

const NIP = getSlot('nip');

export interface ChangerInput extends NewRowsInput {
  readonly writer: RowWriter;
  /** Names of the columns of the rows. */
  readonly columns: readonly string[];
  readonly key: PersonKey;
  /** Texts of the people's table that must not stand there twice. */
  readonly unique: UniqueTexts;
}

/** The rows of one person that corrections may reach. */
interface Reach {
  /** The cells as delivered. */
  readonly first: Cells;
  /** Rows that stand there, by join. */
  readonly targets: Map<number, Target | ProblemCode>;
  /** Rows that are to be added, by join. */
  readonly drafts: ReadonlyMap<number, RowDraft | Fault>;
}

/** Cells of rows that stand there, and joins whose new row holds the rest. */
interface Changes {
  readonly rows: readonly TargetChange[];
  readonly added: readonly number[];
}

/** Applies the decisions about one person after the other to the cells of their rows. */
export class RowChanger {
  readonly changes: RowChange[] = [];
  readonly added: NewRow[] = [];
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
    // In the order of the catalogue, whatever the order of the lines.
    const inOrder = SLOTS.flatMap((slot) =>
      decisions.filter(({ kolom }) => kolom === slot.field.nama).map((decision) => ({ slot, decision })),
    );
    const reach = {
      first: cells,
      targets: new Map(),
      drafts: findNewRows(this.#given, cells, this.#try(cells, inOrder)),
    };
    const groups = new RowGroups();
    const added = new Map<number, string[]>();
    let now = cells;
    for (const { slot, decision } of inOrder) {
      const next = this.#write(cells, now, slot, decision);
      const changes = next.ok ? this.#changesOf(reach, now, next.value) : { code: next.error };
      if (!next.ok || 'code' in changes) {
        this.#leave(decision, 'code' in changes ? changes : { code: 'TULIS_BERUBAH' });
        continue;
      }
      groups.add(slot.field.nama, changes.rows);
      for (const { target, change } of changes.rows) {
        if (target.owner === '') this.#given.unique.take(change.column, change.baru);
      }
      for (const join of changes.added) added.set(join, [...(added.get(join) ?? []), slot.field.nama]);
      now = next.value;
      this.written++;
    }
    const nip = decisions[0]?.nip ?? '';
    this.changes.push(...groups.changes(nip, baris));
    for (const [join, kolom] of added) {
      const draft = reach.drafts.get(join);
      if (!draft || 'code' in draft) continue;
      this.added.push({ nip, baris, kolom, ...completeRow(this.#given, draft, { before: cells, after: now }) });
    }
  }

  #write(first: Cells, now: Cells, slot: Slot, { simpeg, bkn }: Decision): Result<Cells, ProblemCode> {
    const { writer } = this.#given;
    return writer.read(first, slot) === simpeg ? writer.write(now, slot, bkn) : fail('TULIS_BERUBAH');
  }

  /** The cells as all decisions that can be written would leave them. */
  #try(cells: Cells, inOrder: readonly { readonly slot: Slot; readonly decision: Decision }[]): Cells {
    let now = cells;
    for (const { slot, decision } of inOrder) {
      const next = this.#write(cells, now, slot, decision);
      if (next.ok && !this.#refuseAny(now, next.value)) now = next.value;
    }
    return now;
  }

  #leave(decision: Decision, { code, jenis = '' }: Fault): void {
    this.leftOut.push({ decision, problem: problem(code, { jenis }) });
  }

  /** What one decision changes in the rows of their tables; a fault where one of its cells must not be written. */
  #changesOf({ first, targets, drafts }: Reach, before: Cells, after: Cells): Changes | Fault {
    const rows: TargetChange[] = [];
    const added = new Set<number>();
    for (const [position, place] of this.#given.places.entries()) {
      if (!place || before[position] === after[position]) continue;
      const baru = after[position] ?? null;
      const draft = drafts.get(place.join);
      if (draft && 'code' in draft) return draft;
      if (draft) {
        const fault = this.#refuse(position, place, baru);
        if (fault) return fault;
        added.add(place.join);
        continue;
      }
      const target = targets.get(place.join) ?? this.#target(place, first);
      targets.set(place.join, target);
      if (typeof target === 'string') return { code: target };
      const fault =
        this.#refuse(position, place, baru) ??
        refuseOrder(this.#given.histories.of(place.join), place, target.owner, baru);
      if (fault) return fault;
      rows.push({ target, change: { column: place.column, lama: target.cells.get(place.column) ?? null, baru } });
    }
    const fault = this.#refuseRows(first, before, after, targets);
    return fault ?? { rows, added: [...added] };
  }

  #refuseAny(before: Cells, after: Cells): boolean {
    return [...this.#given.places.entries()].some(
      ([position, place]) =>
        place &&
        before[position] !== after[position] &&
        this.#refuse(position, place, after[position] ?? null) !== undefined,
    );
  }

  #refuse(position: number, place: Place, baru: string | null): Fault | undefined {
    const { source, recipe, key, columns } = this.#given;
    const isPersonKey = position === key.column;
    return (
      refuseKey(source, recipe, place, { name: columns[position] ?? '', isPersonKey }) ??
      refuseColumn(source, place, this.#demandsOf(place), baru) ??
      (place.join < 0 && this.#given.unique.isTaken(place.column, baru) ? { code: 'TULIS_KEMBAR' } : undefined)
    );
  }

  #demandsOf({ tabel, column }: Place): ColumnDemands | undefined {
    const name = namesIn(this.#given.source, tabel)[column];
    return this.#given.demands.get(tabel)?.columns.find((each) => each.name === name);
  }

  /** Conditions of the tables, each over the whole row as the decision would leave it. */
  #refuseRows(
    first: Cells,
    before: Cells,
    after: Cells,
    targets: ReadonlyMap<number, Target | ProblemCode>,
  ): Fault | undefined {
    const { source, places, demands } = this.#given;
    const changed = [...places.entries()].filter(([position, place]) => place && before[position] !== after[position]);
    for (const [join, list] of Map.groupBy(changed, ([, place]) => place?.join ?? -1)) {
      const tabel = list[0]?.[1]?.tabel ?? '';
      const names = namesIn(source, tabel);
      const target = targets.get(join);
      const valueOf = (name: string): string | null | undefined => {
        const column = names.indexOf(name);
        if (column < 0) return undefined;
        const position = places.findIndex((place) => place?.join === join && place.column === column);
        const isNew = position >= 0 && first[position] !== after[position];
        if (isNew) return after[position] ?? null;
        return typeof target === 'object' ? (target.cells.get(column) ?? null) : (after[position] ?? null);
      };
      const own = list.flatMap(([, place]) => (place ? [names[place.column] ?? ''] : []));
      const fault = refuseConditions(demands.get(tabel), own, valueOf);
      if (fault) return fault;
    }
    return undefined;
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
